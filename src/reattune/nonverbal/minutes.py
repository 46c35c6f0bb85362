"""Figures of a few minutes at a time, to be held against the same session's others and against nothing else."""

from collections.abc import Sequence
from statistics import median

from reattune.model import Role, Silence, Span, Spoke
from reattune.nonverbal.listened import Taken, Voiced, Window
from reattune.nonverbal.pauses import by_pattern
from reattune.nonverbal.spans import both
from reattune.nonverbal.spans import seconds as lasting
from reattune.nonverbal.turns import MINIMAL, Exchange, exchanges, of, overlaps

WINDOW = 180.0
"""Seconds of one window (our own choice, from the one to five minutes that are usual)."""


def windows(
    seconds: float,
    spoke: Sequence[Spoke],
    taken: Sequence[Taken],
    quiet: Sequence[Silence],
    voices: Sequence[Voiced] = (),
    bleeds: bool = False,
    told: bool = True,
    width: float = WINDOW,
) -> tuple[Window, ...]:
    """Return the figures of each window; the last one holds what is left, if that is at least half a window.

    Args:
        seconds: how long the recording is.
        spoke: runs of speech.
        taken: turns.
        quiet: silences between two things said.
        voices: how turns sounded.
        bleeds: whether overlap cannot be told.
        told: whether it is known who spoke.
        width: seconds of a window.
    """
    count = max(1, round(seconds / width)) if seconds > 0 else 0
    edges = [(at * width, seconds if at == count - 1 else (at + 1) * width) for at in range(count)]
    if not told:
        return tuple(Window(start, end, sum(_silent(quiet, start, end))) for start, end in edges)
    met, together = exchanges(taken), overlaps(spoke)
    talk = {role: of(spoke, role) for role in (Role.CLIENT, Role.THERAPIST)}
    found = []
    for start, end in edges:
        share = {role: lasting(both((Span(start, end),), spans)) for role, spans in talk.items()}
        client = [turn for turn in taken if turn.role is Role.CLIENT and start <= turn.start < end]
        here = [one for one in met if start <= one.after.start < end]
        rates = [
            one.rate for one in voices if one.role is Role.CLIENT and start <= one.start < end and one.rate is not None
        ]
        found.append(
            Window(
                start,
                end,
                sum(_silent(quiet, start, end)),
                by_pattern([one for one in quiet if start <= one.start < end]),
                share[Role.CLIENT] / sum(share.values()) if sum(share.values()) else None,
                middle([turn.seconds for turn in client]),
                sum(turn.seconds < MINIMAL for turn in client) / len(client) if client else None,
                latency(here),
                None if bleeds else lasting(both((Span(start, end),), together)),
                None if bleeds else interruptions(here, Role.CLIENT),
                None if bleeds else interruptions(here, Role.THERAPIST),
                middle(rates),
            )
        )
    return tuple(found)


def _silent(quiet: Sequence[Silence], start: float, end: float) -> list[float]:
    return [one.seconds for one in quiet if start <= one.start < end]


def middle(values: Sequence[float]) -> float | None:
    """Return the median, or None of nothing.

    Args:
        values: numbers.
    """
    return median(values) if values else None


def latency(met: Sequence[Exchange]) -> float | None:
    """Return the median seconds from the therapist's end to the client's beginning; below 0 they overlap.

    Args:
        met: exchanges.
    """
    return middle([one.offset for one in met if one.after.role is Role.CLIENT])


def interruptions(met: Sequence[Exchange], role: Role) -> int:
    """Return how often one person began clearly before the other's end, and went on.

    Args:
        met: exchanges.
        role: who came in.
    """
    return sum(one.interrupts and one.after.role is role for one in met)
