"""Words with times and speakers, as services give them, put together into what one person said in one go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reattune.model import Cue

_BREATH = 1.0
"""Seconds between two words after which a new cue begins, so that the silence is not lost (our own choice)."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word: whose, when, how sure the service was; `joined` where no space stands before it (a comma)."""

    label: str
    text: str
    start: float | None = None
    end: float | None = None
    confidence: float | None = None
    joined: bool = False


def cues_of(words: Sequence[Word]) -> list[Cue]:
    """Return words as cues: a new one for each speaker, and after each silence that can be heard."""
    return [_cue(group, place) for place, group in _groups(words)]


def mean(values: Sequence[float | None]) -> float | None:
    """Return the mean of those that are known, None where none is."""
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _groups(words: Sequence[Word]) -> Iterator[tuple[int, list[Word]]]:
    group: list[Word] = []
    first = 1
    until: float | None = None
    for place, word in enumerate(words, start=1):
        silent = until is not None and word.start is not None and word.start - until >= _BREATH
        if group and (word.label != group[-1].label or (silent and not word.joined)):
            yield first, group
            group, first = [], place
        group.append(word)
        until = word.end if word.end is not None else until
    if group:
        yield first, group


def _cue(words: list[Word], first: int) -> Cue:
    text = "".join(f"{'' if word.joined else ' '}{word.text}" for word in words).strip()
    start = next((word.start for word in words if word.start is not None), None)
    end = next((word.end for word in reversed(words) if word.end is not None), None)
    return Cue(words[0].label, text, str(first), start, end, mean([word.confidence for word in words]))
