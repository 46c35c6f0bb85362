"""How a transcript is written: whether capitals say anything in it, and which of its words are ordinary ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reattune.speech.deidentify.lists import words

FEWEST = 200
"""Letters below which nothing is said about a transcript that has no capitals."""
LEAST_SHARE = 0.004
"""Of all cased letters; English prose has about ten times as many capitals (our own choice)."""
UNCASED_SHARE = 0.3
_WORD = re.compile(r"[^\W\d_]+")
_GERMAN = words("ich und nicht das ist die der mir wie auch ein zu sie wir hat war")
_ENGLISH = words("i and not that is the you it my to of a we was have he she")


@dataclass(frozen=True, slots=True)
class Manner:
    """How a transcript is written."""

    capitals: bool = True
    """Whether names have capitals in it; a program that writes speech down may leave them out."""
    nouns: bool = False
    """Whether every noun has one, as in German."""
    uncased: bool = False
    """Whether much of it is in a script without capitals."""
    ordinary: frozenset[str] = frozenset()
    """Words that stand somewhere in it without a capital."""


def manner(texts: Sequence[str], language: str = "") -> Manner:
    """Return how a transcript is written.

    Args:
        texts: Its turns' words.
        language: Its language, where the file said it.
    """
    whole = "\n".join(texts)
    upper = sum(one.isupper() for one in whole)
    lower = sum(one.islower() for one in whole)
    letters = sum(one.isalpha() for one in whole)
    spoken = _WORD.findall(whole)
    folded = [one.casefold() for one in spoken]
    german = sum(one in _GERMAN for one in folded)
    english = sum(one in _ENGLISH for one in folded)
    return Manner(
        capitals=upper > LEAST_SHARE * (upper + lower) or letters < FEWEST,
        nouns=language.lower().startswith("de") if language else german > english,
        uncased=letters - upper - lower > UNCASED_SHARE * max(1, letters),
        ordinary=frozenset(one for one in spoken if one.islower()),
    )
