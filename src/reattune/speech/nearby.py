"""What lies near a moment: what may have been an attempt to reach each other, and what came afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from statistics import median

from reattune.model import Direction, Role
from reattune.speech.moments import LEAST, Moment, trusted
from reattune.speech.reading import Reading

WINDOW = 300.0
"""Seconds of one window of 3RS."""
WINDOWS = 3
"""Windows after a moment's own in which an attempt is looked for."""
TURNS = 30
"""Turns after a moment in which an attempt is looked for where the transcript has no times."""
AFTER = 10
"""Turns after an attempt that say what came of it."""
LEAST_REPLIES = 2
"""Fewer replies afterwards say nothing about their length."""
SHORT = 0.5
"""A moment's own words are short below this part of what is usual."""
USUAL = 0.7
"""Replies from this part of what is usual on are about as long as usual."""


class Afterwards(StrEnum):
    """What was seen in the turns after an attempt."""

    USUAL = "usual"
    """The client's replies, short before, were about as long as usual again."""
    MET = "met"
    """A moment of being met."""
    MORE = "more"
    """More that resembles moving away or moving against."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What may have been an attempt to reach each other, and what was seen in the turns after it (maybe nothing)."""

    moment: Moment
    afterwards: tuple[Afterwards, ...]


def near(reading: Reading, moment: Moment, found: Sequence[Moment], least: float = LEAST) -> tuple[Attempt, ...]:
    """Return what may have been attempts to reach each other after a moment, in time order.

    Args:
        reading: the transcript read.
        moment: a moment of moving away or against.
        found: all moments of the session.
        least: the strength from which an attempt counts.

    Returns:
        The attempts within the next three windows of five minutes, or 30 turns where times are missing; none for a
        moment of being met or an attempt.
    """
    if moment.direction not in {Direction.AWAY, Direction.AGAINST}:
        return ()
    return tuple(
        Attempt(one, _afterwards(reading, moment, one, found))
        for whole in found
        if whole.direction is None and _soon(moment, whole)
        if (one := _later(reading, moment, whole)).strength >= least
    )


def _later(reading: Reading, moment: Moment, attempt: Moment) -> Moment:
    """Return an attempt without the marks that came before a moment: what was said earlier did not answer it."""
    first = moment.first if attempt.role is moment.role else moment.first + 1
    kept = tuple(hit for hit in attempt.hits if hit.turn >= first)
    if not kept or kept == attempt.hits:
        return attempt
    begin = kept[0].turn
    cut = replace(attempt, first=begin, hits=kept, start=reading.transcript.turns[begin].start)
    return trusted(cut, {hit.rule: 1.0 for hit in kept})


def _soon(moment: Moment, attempt: Moment) -> bool:
    # An attempt may begin on the very turn, where a therapist's own move away is put right in the same breath.
    if attempt.last < moment.first or (attempt.last == moment.first and attempt.role is not moment.role):
        return False
    if moment.start is None or attempt.start is None:
        return attempt.first - moment.last <= TURNS
    return attempt.start // WINDOW - moment.start // WINDOW <= WINDOWS


def _afterwards(reading: Reading, moment: Moment, attempt: Moment, found: Sequence[Moment]) -> tuple[Afterwards, ...]:
    later = [
        one
        for one in found
        if one.role is Role.CLIENT and attempt.last < one.first <= attempt.last + AFTER and one.strength >= LEAST
    ]
    seen = {
        Afterwards.USUAL: _longer(reading, moment, attempt),
        Afterwards.MET: any(one.direction is Direction.ATTUNED for one in later),
        Afterwards.MORE: any(one.direction in {Direction.AWAY, Direction.AGAINST} for one in later),
    }
    return tuple(kind for kind, holds in seen.items() if holds)


def _longer(reading: Reading, moment: Moment, attempt: Moment) -> bool:
    usual = reading.context.usual.reply
    here = _words(reading, moment.first, moment.last + 1)
    after = _words(reading, attempt.last + 1, attempt.last + 1 + AFTER)
    if not here or len(after) < LEAST_REPLIES or median(here) >= SHORT * usual:
        return False
    return median(after) >= USUAL * usual


def _words(reading: Reading, begin: int, end: int) -> list[int]:
    return [line.words for line in reading.context.lines[begin:end] if line.turn.role is Role.CLIENT]
