"""The same markers over stretches of about five minutes, held against the session as a whole; research view only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from reattune.model import Direction, Turn
from reattune.speech.markers.definitions import Marker, Stretch
from reattune.speech.markers.table import CLIPPED, Table, table
from reattune.speech.moments import FAINT
from reattune.speech.reading import Reading
from reattune.speech.rule import REPAIR, Hit, direction

SECONDS = 300.0
"""Five minutes, the unit in which 3RS is coded."""
TURNS = 30
"""Turns of a window where the transcript has no times (our own choice)."""


class Kind(StrEnum):
    """Which way the marks of a window point."""

    AWAY = "away"
    AGAINST = "against"
    MIXED = "mixed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Window:
    """One stretch of a session.

    `points` is how much the stretch differs, in the score's points, from the session it is part of, by the markers
    that can be held against it (those of signs over the whole; lengths and closing words cannot); `parts` says which.
    """

    begin: int
    end: int
    """Turns `begin` to `end`, the last one left out."""
    start: float | None
    """Seconds from the beginning of the recording, where known."""
    kind: Kind
    away: int
    against: int
    attuned: int
    repair: int
    """Marks of each way, and attempts to reach each other; those that only lean one way are not counted."""
    points: float
    parts: tuple[tuple[Marker, float], ...]


def windows(reading: Reading, using: Table | None = None) -> tuple[Window, ...]:
    """Return a session's windows.

    Args:
        reading: a transcript with what the rules found.
        using: another table than the one that comes with Reattune.

    Returns:
        Windows in order, together holding every turn once; none for a transcript without turns.
    """
    known = using or table()
    seen = known.looker.look(reading.context)
    spans = list(_spans(reading.transcript.turns))
    if not spans:
        return ()
    held = [index for index, one in enumerate(known.markers) if one.stretch is Stretch.WHOLE]
    columns = [seen.looker.signs.index(known.markers[index].of) for index in held]
    weights = np.zeros((len(spans) + 1, len(seen.shown)))
    weights[-1] = 1.0
    for row, (begin, end) in enumerate(spans):
        weights[row, begin:end] = 1.0
    rates = seen.rates(weights)[:, columns]
    fit = known.whole
    apart = np.clip((rates[:-1] - rates[-1]) / fit.deviations[held], -CLIPPED, CLIPPED) * fit.coefficients[held]
    markers = [known.markers[index] for index in held]
    return tuple(_window(reading, span, markers, row) for span, row in zip(spans, apart, strict=True))


def kind(away: int, against: int) -> Kind:
    """Return which way marks point."""
    if away and against:
        return Kind.MIXED
    if away:
        return Kind.AWAY
    return Kind.AGAINST if against else Kind.NONE


def _window(reading: Reading, span: tuple[int, int], markers: Sequence[Marker], apart: np.ndarray) -> Window:
    begin, end = span
    hits = [hit for hit in reading.hits if begin <= hit.turn < end and hit.strength >= FAINT]
    away, against, attuned = (_count(hits, one) for one in (Direction.AWAY, Direction.AGAINST, Direction.ATTUNED))
    parts = sorted(zip(markers, map(float, apart), strict=True), key=lambda part: (-abs(part[1]), part[0].name))
    return Window(
        begin=begin,
        end=end,
        start=reading.transcript.turns[begin].start,
        kind=kind(away, against),
        away=away,
        against=against,
        attuned=attuned,
        repair=sum(hit.family in REPAIR for hit in hits),
        points=float(apart.sum()),
        parts=tuple(parts),
    )


def _count(hits: Sequence[Hit], way: Direction) -> int:
    return sum(direction(hit.family) is way for hit in hits)


def _spans(turns: Sequence[Turn]) -> Iterator[tuple[int, int]]:
    timed = bool(turns) and all(turn.start is not None for turn in turns)
    begin = 0
    for at, turn in enumerate(turns):
        if at > begin and (_slot(turn) != _slot(turns[begin]) if timed else at - begin >= TURNS):
            yield begin, at
            begin = at
    if turns:
        yield begin, len(turns)


def _slot(turn: Turn) -> int:
    return int(max(0.0, turn.start or 0.0) // SECONDS)
