"""The client's voice in recordings: how wide its pitch ranges, and whether the two voices move alike.

Studies disagree on what either means, even on its sign, so that both are only ever "changed" and count little.
"""

from reattune.model import SoundFigures
from reattune.streams.recorded import (
    LEAST_TURNS,
    Figure,
    Line,
    by_turn,
    for_length,
    listened,
    log_of,
    series_of,
    two_sided,
)
from reattune.streams.registry import Found, Stream
from reattune.streams.ticks import View

FAMILY = "voice"
LITTLE = 0.3
"""The most that one observation counts."""
NARROWEST = 1.0
"""Semitones."""

MANY = 40.0
"""Client turns that how far it lies from chance is told for, however many there are."""

# All figures here are Reattune's own defaults, not findings (docs/streams/voice.md).
SPAN = two_sided(centre=2.0, between=0.4, within=0.2, table=(0.0, 4.0, 0.1), carry=0.2)
TOGETHER = two_sided(centre=0.0, between=0.6, within=1.2, table=(-6.0, 6.0, 0.5), carry=0.1)


def observe(view: View) -> Found:
    """Return a series of the span of the client's pitch, and one of how the two voices move from turn to turn.

    Args:
        view: one relationship, with the figures of its recordings.

    Returns:
        The series; what cannot be used is said with the streams of silence.
    """
    known = by_turn(listened(view))
    left_out = view.relationship.left_out
    return Found((series_of(_SPAN, known, left_out), series_of(_TOGETHER, known, left_out)))


def _span(one: SoundFigures) -> Figure | None:
    if one.client_span is None:
        return None
    return Figure(log_of(one.client_span, NARROWEST), f"{one.client_span:.1f}")


def _together(one: SoundFigures) -> Figure | None:
    if one.pitch_together is None or one.client_turns is None or one.client_turns < LEAST_TURNS:
        return None
    z = for_length(one.pitch_together, one.client_turns, MANY)
    return Figure(z, f"{z:.2f}")


_SPAN = Line("voice span", SPAN, _span, LITTLE)
_TOGETHER = Line("voice together", TOGETHER, _together, LITTLE)

STREAM = Stream(family=FAMILY, observe=observe)
