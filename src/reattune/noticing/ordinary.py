"""When a person says "ordinary": what was seen counts double in the usual pattern, capped, and fades over ten ticks."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from reattune.model import Mark, Noticing, Observation, Series, Verdict
from reattune.noticing.levels import ScoresUsual
from reattune.noticing.usual import Floats, OutcomesUsual

FADES_OVER = 10
"""Ticks until the extra weight is gone."""
MOST_ROWS = 10
"""The latest observations of each stream, of one noticing, that get the extra weight."""


@dataclass(slots=True)
class Ordinary:
    """The extra weight of what was called ordinary, recomputed at each tick and undone by removing the mark."""

    usuals: Sequence[OutcomesUsual | ScoresUsual]
    _begun: dict[date, int] = field(default_factory=dict)

    def apply(self, clock: int, marks: Sequence[Mark], noticings: Sequence[Noticing], series: Sequence[Series]) -> None:
        """Set each stream's extra weight for this tick.

        Args:
            clock: the number of this tick.
            marks: the therapist's marks made before this tick.
            noticings: what came up so far.
            series: the streams, in the detectors' order.
        """
        called = called_ordinary(marks)
        for index, usual in enumerate(self.usuals):
            extra: Floats | None = None
            for mark in called:
                fade = max(0.0, 1.0 - (clock - self._begun.setdefault(mark.noticing, clock)) / FADES_OVER)
                rows = _rows(mark, noticings, series[index].name)
                if fade > 0.0 and rows:
                    gained = fade * _gain(usual, rows)
                    extra = gained if extra is None else extra + gained
            usual.extra = extra


def called_ordinary(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks that say "ordinary", of several marks of one noticing only the latest."""
    latest = {mark.noticing: mark for mark in sorted(marks, key=lambda mark: (mark.on, mark.source))}
    return [mark for mark in latest.values() if mark.verdict is Verdict.ORDINARY]


def _rows(mark: Mark, noticings: Sequence[Noticing], stream: str) -> list[Observation]:
    """Return the stream's observations in the noticing that was marked, without those left out for their reason."""
    return [
        seen.observation
        for noticing in noticings
        if noticing.at == mark.noticing
        for part in noticing.parts
        if part.stream == stream
        for seen in part.seen
        if seen.observation.weight > 0
    ][-MOST_ROWS:]


def _gain(usual: OutcomesUsual | ScoresUsual, rows: Sequence[Observation]) -> Floats:
    """Return what one more look at the rows adds: counts, or log likelihood over the grid."""
    match usual:
        case OutcomesUsual():
            counts = np.zeros_like(usual.counts)
            for row in rows:
                counts[:, row.group, row.code] += 1.0
            return counts
        case ScoresUsual():
            gained: Floats = sum((usual.log_likelihood(row.code) for row in rows), np.zeros_like(usual.belief))
            return gained
