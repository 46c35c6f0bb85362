"""Taking one client out of words that are about several: what names them goes, and what it stands in."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

NOT_TOLD_APART = frozenset({"aside", "said", "unmapped"})
"""Lists in which a line may be about anybody: where a client had part in a file, they are emptied."""

MOST_WORDS = 6
"""A label found in a longer text has at most so many words."""
FEWEST_LETTERS = 2
LETTERS = re.compile(r"[^\W\d_]")
OPAQUE = re.compile(r"[0-9a-f-]{32,}")
QUOTES = "\"'“”„‘’‚«»‹›()[]{}<>"
STOPS = ".,:;!?…–-"


@dataclass(frozen=True, slots=True)
class About:
    """What shows that words are about a client.

    Args:
        names: Their identity and codename, the labels that are known, and what those are found again by.
    """

    names: frozenset[str]

    def names_in(self, text: str) -> bool:
        """Say whether a text is, or holds as words of their own, one of the names."""
        folded = text.casefold()
        return any(_holds(folded, name.casefold()) for name in self.names)


def mentions(words: Any, about: About) -> bool:
    """Say whether anything in words names the client."""
    return any(about.names_in(text) for text in texts(words))


def texts(words: Any) -> Iterator[str]:
    """Yield every text in words, keys included."""
    if isinstance(words, str):
        yield words
    elif isinstance(words, Mapping):
        for key, value in words.items():
            yield str(key)
            yield from texts(value)
    elif isinstance(words, Iterable) and not isinstance(words, bytes):
        for value in words:
            yield from texts(value)


def phrases(text: str) -> Iterator[str]:
    """Yield a text, and every run of a few words in it, with and without the signs around it."""
    if len(LETTERS.findall(text)) < FEWEST_LETTERS or OPAQUE.fullmatch(text):
        return
    yield text
    spoken = text.split()
    for start in range(len(spoken)):
        for end in range(start + 1, min(start + MOST_WORDS, len(spoken)) + 1):
            run = " ".join(spoken[start:end])
            yield from (run, run.strip(QUOTES), run.rstrip(STOPS).strip(QUOTES), run.strip(QUOTES + STOPS))


def scrub(words: Mapping[str, Any], about: About, *, had_part: bool = False) -> dict[str, Any]:
    """Return words without what names a client: rows and entries go as a whole, a sentence becomes empty.

    Args:
        words: A JSON object.
        about: What shows that something is about them.
        had_part: Whether rows of theirs came from it, so that lines naming nobody may be theirs as well.
    """
    empty = had_part or mentions(words, about)
    cleaned = _entries(words, about, depth=0)
    return {
        key: type(value)() if empty and key in NOT_TOLD_APART and isinstance(value, list | dict) else value
        for key, value in cleaned.items()
    }


def _entries(words: Mapping[str, Any], about: About, depth: int) -> dict[str, Any]:
    kept = {}
    for key, value in words.items():
        if about.names_in(str(key)):
            continue
        if isinstance(value, str):
            kept[key] = "" if about.names_in(value) else value
        elif depth == 0 or not _named(value, about):
            kept[key] = _inside(value, about, depth + 1)
    return kept


def _inside(value: Any, about: About, depth: int) -> Any:
    if isinstance(value, Mapping):
        return _entries(value, about, depth)
    if isinstance(value, list | tuple):
        return [_inside(one, about, depth + 1) for one in value if not _named(one, about)]
    return value


def _named(value: Any, about: About) -> bool:
    """Say whether an entry itself names the client, not only something within a list that it holds."""
    if isinstance(value, str):
        return about.names_in(value)
    own = value.values() if isinstance(value, Mapping) else value if isinstance(value, list | tuple) else ()
    found = False
    for one in own:
        if isinstance(one, Mapping):
            found = found or _named(one, about)
        elif isinstance(one, str):
            found = found or about.names_in(one)
    return found


def _holds(text: str, name: str) -> bool:
    if not name:
        return False
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
