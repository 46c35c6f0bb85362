"""What is known before anything is looked for: the speakers' own labels and their parts, and words a person adds."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reattune.model import Role, Transcript
from reattune.speech.deidentify.lists import ALSO_WORDS, words
from reattune.speech.deidentify.naming import plain

NO_NAMES = words(
    "therapist psychotherapist counsellor counselor analyst psychologist client patient speaker person "
    "participant voice unknown other interviewer interviewee host guest moderator me you sprecher sprecherin "
    "therapeut therapeutin klient klientin patientin iphone ipad phone zoom channel und and von de van der mr mrs "
    "ms miss dr prof frau herr dipl psych somebody else both all"
)
SHORTEST = 2
_PART = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Known:
    """Words that are found everywhere; `key` says whose they are, and `role` which part they have in the room."""

    text: str
    key: str
    role: Role | None = None


def labels(transcript: Transcript) -> tuple[Known, ...]:
    """Return the names in a transcript's own labels, whole and in parts.

    A part that two speakers share means neither of them alone.

    Args:
        transcript: Turns with roles.
    """
    pairs = dict.fromkeys((turn.label, turn.role) for turn in transcript.turns)
    return spoken((label, role, f"{role.value}:{plain(label)}") for label, role in pairs)


def spoken(named: Iterable[tuple[str, Role, str]]) -> tuple[Known, ...]:
    """Return names that people go by, whole and in parts.

    Args:
        named: Each name, whose it is, and the key that all of its parts share.
    """
    every = tuple(named)
    found: dict[str, list[Known]] = {}
    for label, role, key in every:
        parts = tuple(part for part in _parts(label) if part)
        whole = (label.strip(),) if len(parts) > 1 or (parts and parts[0] == label.strip()) else ()
        for text in dict.fromkeys((*whole, *parts)):
            found.setdefault(plain(text), []).append(Known(text, key, role))
    return tuple(_settled(ones) for ones in found.values())


def _settled(ones: list[Known]) -> Known:
    if len({one.key for one in ones}) == 1:
        return ones[0]
    return Known(ones[0].text, f"name:{plain(ones[0].text)}")


def _parts(label: str) -> Iterator[str]:
    for found in _PART.finditer(label):
        word = found[0]
        named = word[0].isupper() or not (word[0].islower() or word[0].isupper())
        if named and len(word) >= SHORTEST and word.casefold() not in NO_NAMES:
            yield word


def only_capital(text: str) -> bool:
    """Say whether a name is a word of every day as well, so that it is looked for only with a capital."""
    return plain(text) in ALSO_WORDS


def expression(text: str, *, exact: bool = False) -> re.Pattern[str]:
    """Return what finds words everywhere: whole, in any case, however accents, apostrophes and spaces are written.

    In a script without capitals, where words are often written together, a part of a longer word is found as well.

    Args:
        text: The words.
        exact: Whether they are looked for only as they are written, capitals included.
    """
    forms = {unicodedata.normalize(form, text.strip()) for form in ("NFC", "NFD")}
    body = "|".join(_written(form) for form in sorted(forms, key=len, reverse=True))
    cased = any(one.isupper() or one.islower() or one.isdigit() for one in text)
    around = rf"(?<![\w\u0300-\u036f])(?:{body})(?![\w\u0300-\u036f])" if cased else f"(?:{body})"
    return re.compile(around, 0 if exact else re.IGNORECASE)


def _written(text: str) -> str:
    words = (re.escape(word).replace("’", "'").replace("'", "[’']") for word in text.split())
    return r"\s+".join(words)
