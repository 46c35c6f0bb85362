"""Words with a capital that stand together: where one may be a name, and where a capital says nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reattune.speech.deidentify.lists import ALSO_WORDS, NEITHER, STARTERS, words
from reattune.speech.deidentify.names import TITLES, is_given
from reattune.speech.deidentify.organisations import ENDS
from reattune.speech.deidentify.places import is_known

_TOKEN = re.compile(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f])*(?:[’'-][^\W\d_](?:[^\W_]|[\u0300-\u036f])*)*")
_ENDING = re.compile(r"[’'](?:s|ll|d|ve|re|m|t)$", re.IGNORECASE)
_SHORTENED = re.compile(r"[A-Z]{2,}s?(?:-\w+)?|Mt|Mts")
"""Letters that stand for words, such as GP or CDs."""
_LINKS = words("de da do del della di du van von der den zu la le el al bin ibn dos")
_STARTS = re.compile(r"(?:^|[.!?…:;\n]|--|[—–(\[{\"“”„«»‘*]|(?:^|\s)['’-])[\s\"“”„‘'(\[*—–-]*$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word and where it stands, without an ending such as ’s."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Words with a capital side by side; `opens` says that the first begins a sentence, where every word has one."""

    words: tuple[Word, ...]
    opens: bool

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.words[-1].end


def tokens(text: str) -> tuple[Word, ...]:
    """Return the words of a text and where they stand."""
    return tuple(
        Word(found.start(), found.start() + len(word), word)
        for found in _TOKEN.finditer(text)
        if (word := _ENDING.sub("", found[0]))
    )


def starts_sentence(text: str, at: int) -> bool:
    """Say whether a sentence may begin at a place in a text."""
    return _STARTS.search(text[max(0, at - 12) : at]) is not None


def runs(text: str, ordinary: frozenset[str]) -> Iterator[Run]:
    """Yield words with a capital that stand side by side, those left out that are no names in any case.

    Args:
        text: One turn's words.
        ordinary: Words that stand somewhere in the transcript without a capital.
    """
    found: list[Word] = []
    opens = False
    for word in tokens(text):
        beside = bool(found) and _beside(text, found[-1], word)
        if beside and word.text in _LINKS:
            found.append(word)
            continue
        first = not beside and starts_sentence(text, word.start)
        may_be = _may_be(word.text, first, beside, ordinary)
        if found and not (beside and may_be):
            yield _run(found, opens)
            found = []
        if may_be:
            opens = opens if found else first
            found.append(word)
    if found:
        yield _run(found, opens)


def _run(found: list[Word], opens: bool) -> Run:
    last = max(number for number, word in enumerate(found) if word.text not in _LINKS)
    return Run(tuple(found[: last + 1]), opens)


def _beside(text: str, before: Word, after: Word) -> bool:
    between = text[before.end : after.start]
    if between in ("'s ", "’s ") and after.text in ENDS:
        return True
    return between in (" ", "-") or (between == ". " and (before.text == "St" or len(before.text) == 1))


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _may_be(word: str, first: bool, inside: bool, ordinary: frozenset[str]) -> bool:
    """Say whether a word may belong to a name.

    Args:
        word: As it is written.
        first: Whether a sentence may begin with it.
        inside: Whether it stands beside a word that may.
        ordinary: Words that stand somewhere in the transcript without a capital.
    """
    if not _is_capital(word) or word in NEITHER or word in TITLES or _SHORTENED.fullmatch(word):
        return False
    if len(word) == 1:
        return inside
    if word in ENDS or is_given(word) or is_known(word):
        return True
    parts = [part for part in _unbroken(word) if part not in STARTERS]
    if first:
        return bool(parts) and all(part not in ordinary for part in parts)
    return bool(parts) or word.casefold() in ALSO_WORDS


def _unbroken(word: str) -> list[str]:
    """Return the parts of a word, in small letters, without those that only begin the next one ("W-what")."""
    parts = [_ENDING.sub("", part) for part in word.casefold().split("-")]
    return [part for part, after in zip(parts, [*parts[1:], ""], strict=True) if not after.startswith(part)]
