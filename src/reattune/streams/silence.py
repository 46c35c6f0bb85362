"""Quiet in recordings: how often it lies between two turns of the therapist, and how much of a session it is.

Quiet between two turns of the therapist is the best-supported sign that there is (a reply that did not come); how much
of a session is quiet has meant different things in different studies, so that it is only ever "changed".
"""

import math

from reattune.model import Between, Direction, Scores, SoundFigures
from reattune.streams.recorded import OFFSET, Figure, Line, by_room, by_turn, listened, remarks, series_of, two_sided
from reattune.streams.registry import Found, Stream
from reattune.streams.ticks import View

FAMILY = "silence"
HOUR = 3600.0
HALF = 0.5
"""The most that how quiet a session was counts: what it means is not known."""

# All figures here are Reattune's own defaults, not findings (docs/streams/silence.md).
BETWEEN = Scores(
    minimum=-1.5,
    maximum=5.5,
    step=0.25,
    centre=1.6,
    between=0.8,
    within=0.65,
    falls=None,
    rises=Direction.AWAY,
    carry=0.2,
)
SHARE = two_sided(centre=-2.9, between=0.8, within=0.5, table=(-6.0, 1.5, 0.25), carry=0.2)


def observe(view: View) -> Found:
    """Return a series of quiet between two turns of the therapist, and one of how much of a session is quiet.

    Args:
        view: one relationship, with the figures of its recordings.

    Returns:
        The series; sessions that could not be used are said.
    """
    known = listened(view)
    left_out = view.relationship.left_out
    series = (series_of(_BETWEEN, by_turn(known), left_out), series_of(_SHARE, by_room(known), left_out))
    return Found(series, tuple(remarks(known)))


def between_therapist(one: SoundFigures) -> int:
    """Return how many silences of three seconds and more lie between two turns of the therapist."""
    return sum(each.of_three for each in one.pauses if each.between is Between.TT)


def _between(one: SoundFigures) -> Figure:
    count = between_therapist(one)
    level = math.log((count + OFFSET) / (one.seconds / HOUR))
    return Figure(level, f"{count}_in_{round(one.seconds / 60)}")


def _share(one: SoundFigures) -> Figure:
    part = min(one.silent / one.seconds, 1.0)
    # As a share of so many half minutes: a second more or less in a session without any quiet is no step.
    pieces = one.seconds / 30.0
    level = math.log((part * pieces + OFFSET) / ((1.0 - part) * pieces + OFFSET))
    return Figure(level, f"{100.0 * part:.1f}")


_BETWEEN = Line("silence between", BETWEEN, _between)
_SHARE = Line("silence share", SHARE, _share, HALF)

STREAM = Stream(family=FAMILY, observe=observe)
