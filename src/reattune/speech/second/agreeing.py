"""How far three answers to each passage agree, whether that says more than chance, and what a moment may lose by it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import comb

from reattune.speech.moments import Moment
from reattune.speech.rule import direction
from reattune.speech.second.answering import Answered, Mark
from reattune.speech.second.asking import Window

SAMPLES = 3
"""Times each passage is asked about."""
FEWEST = 4
"""Passages of either kind below which the two are not compared."""
CHANCE = 0.05
"""How likely so great a difference may be at most if it marked both kinds alike, for its marks to be shown."""
LOSES = 0.5
"""The part of its strength that a moment loses where no answer marks it (our own choice)."""

Answers = Mapping[str, Sequence[Answered]]
"""The answers to each passage, by its id."""


@dataclass(frozen=True, slots=True)
class Rates:
    """How many passages were marked by most answers, of those with a moment and of those drawn at random."""

    marked: int
    moments: int
    marked_drawn: int
    drawn: int

    @property
    def is_enough(self) -> bool:
        """Whether there are enough of both kinds to compare."""
        return min(self.moments, self.drawn) >= FEWEST

    @property
    def chance(self) -> float:
        """How likely so many marks, or more, fall on moments if both kinds are marked alike (Fisher, one-sided)."""
        total, marked = self.moments + self.drawn, self.marked + self.marked_drawn
        ways = sum(
            comb(self.moments, count) * comb(self.drawn, marked - count)
            for count in range(self.marked, min(self.moments, marked) + 1)
        )
        return ways / comb(total, marked)

    @property
    def is_clear(self) -> bool:
        """Whether random passages are marked clearly less often; only then are its marks shown."""
        return self.is_enough and self.chance <= CHANCE


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a second reader made of one moment: how many answers of how many marked it, and the clearest of the marks.

    Without a mark, none of them did.
    """

    moment: str
    agreed: int
    of: int
    mark: Mark | None


def rates(asked: Iterable[Window], answers: Answers) -> Rates:
    """Return how often passages of both kinds were marked; one that was not answered in full does not count."""
    counts = {True: [0, 0], False: [0, 0]}
    for window in asked:
        given = answers.get(window.id, ())
        if not _is_full(given):
            continue
        counts[bool(window.moment)][0] += 2 * sum(any(_inside(window, one)) for one in given) > len(given)
        counts[bool(window.moment)][1] += 1
    return Rates(*counts[True], *counts[False])


def opinions(asked: Iterable[Window], answers: Answers, found: Iterable[Moment]) -> tuple[Opinion, ...]:
    """Return what was made of each moment that was asked about; of one that was not answered in full, nothing.

    Args:
        asked: the passages.
        answers: what was answered.
        found: the session's moments; no other is ever spoken of.
    """
    known = {one.id: one for one in found}
    made = []
    for window in asked:
        given = answers.get(window.id, ())
        moment = known.get(window.moment)
        if moment is None or not _is_full(given):
            continue
        alike = [[mark for mark in _inside(window, one) if direction(mark.family) is moment.direction] for one in given]
        marks = sorted((mark for each in alike for mark in each), key=lambda one: (not one.benign, -one.confidence))
        made.append(Opinion(moment.id, sum(map(bool, alike)), len(given), marks[0] if marks else None))
    return tuple(made)


def lowered(found: Iterable[Moment], said: Iterable[Opinion]) -> tuple[Moment, ...]:
    """Return the same moments, weaker where a second reader did not see them: never stronger, never one more.

    Args:
        found: the session's moments.
        said: what was made of them; pass none where its marks are not shown.
    """
    share = {one.moment: one.agreed / one.of for one in said if one.of}
    return tuple(
        replace(one, strength=round(one.strength * (1 - LOSES * (1 - min(1.0, share[one.id]))), 9))
        if one.id in share
        else one
        for one in found
    )


def _is_full(given: Sequence[Answered]) -> bool:
    return len(given) >= SAMPLES and all(one.is_readable for one in given)


def _inside(window: Window, answered: Answered) -> list[Mark]:
    """Return the marks on the turns asked about; what it says of the turns around them is not asked."""
    return [mark for mark in answered.marks if window.first <= mark.turn <= window.last]
