"""The client's turns in recordings: how many last less than a second, and how long one usually is."""

from reattune.model import Direction, Scores, SoundFigures
from reattune.streams.recorded import LEAST_TURNS, Figure, Line, by_turn, listened, log_of, logit, series_of
from reattune.streams.registry import Found, Stream
from reattune.streams.ticks import View

FAMILY = "turns"
SHORTEST = 0.2
"""Seconds; nothing shorter is a turn."""
SHORT_COUNTS, LENGTH_COUNTS = 0.7, 0.4
"""The most that one observation counts: short turns, their length and quiet hang together, and words where there are
any; what hangs together may not count twice."""

# All figures here are Reattune's own defaults, not findings (docs/streams/turns.md).
MINIMAL = Scores(
    minimum=-4.5,
    maximum=3.0,
    step=0.25,
    centre=-1.2,
    between=0.7,
    within=0.5,
    falls=None,
    rises=Direction.AWAY,
    carry=0.2,
)
REPLY = Scores(
    minimum=-1.6,
    maximum=5.0,
    step=0.2,
    centre=1.6,
    between=0.6,
    within=0.35,
    falls=Direction.AWAY,
    rises=None,
    carry=0.2,
)


def observe(view: View) -> Found:
    """Return a series of how many of the client's turns are very short, and one of how long they usually are.

    Args:
        view: one relationship, with the figures of its recordings.

    Returns:
        The series; what cannot be used is said with the streams of silence.
    """
    known = by_turn(listened(view))
    left_out = view.relationship.left_out
    return Found((series_of(_MINIMAL, known, left_out), series_of(_REPLY, known, left_out)))


def _minimal(one: SoundFigures) -> Figure | None:
    if one.minimal is None or one.client_turns is None or one.client_turns < LEAST_TURNS:
        return None
    count = min(one.minimal, one.client_turns)
    return Figure(logit(count, one.client_turns), f"{count}_of_{one.client_turns}")


def _reply(one: SoundFigures) -> Figure | None:
    if one.reply is None or one.client_turns is None or one.client_turns < LEAST_TURNS:
        return None
    return Figure(log_of(one.reply, SHORTEST), f"{one.reply:.1f}")


_MINIMAL = Line("turns minimal", MINIMAL, _minimal, SHORT_COUNTS)
_REPLY = Line("turns reply", REPLY, _reply, LENGTH_COUNTS)

STREAM = Stream(family=FAMILY, observe=observe)
