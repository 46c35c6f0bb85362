"""A second at a time: where in speech a voice is listened to, and whose each hundredth of a second then is."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from reattune.model import Role, Span, Spoke

LENGTH, HOP = 1.0, 0.25
"""Seconds of speech a voice is told by, and from one such stretch to the next."""
STEP = 0.01
AROUND = 3
SHORTEST = 0.2
"""Seconds; a run of fewer than these, inside speech of somebody else, goes to its neighbours."""

Wide = NDArray[np.float64]
Whole = NDArray[np.int64]


class Voices(Protocol):
    """Whatever says how stretches of a recording sound: cepstra, or a model of voices."""

    @property
    def weights(self) -> Wide:
        """How much each column counts."""

    def describe(self, starts: Wide, ends: Wide) -> Wide:
        """Return a row for each stretch."""


def windows(speech: Sequence[Span]) -> tuple[Wide, Wide, Whole]:
    """Return where stretches of speech begin and end, and in which run of speech each lies.

    A run shorter than a second is one stretch; none reaches over the edge of a run.

    Args:
        speech: runs of speech in time order.
    """
    starts, ends, which = [], [], []
    for number, span in enumerate(speech):
        count = max(1, int(np.ceil((span.seconds - LENGTH) / HOP - 1e-9)) + 1)
        for one in range(count):
            start = max(span.start, min(span.start + one * HOP, span.end - LENGTH))
            starts.append(start)
            ends.append(min(span.end, start + LENGTH))
            which.append(number)
    return np.array(starts, np.float64), np.array(ends, np.float64), np.array(which, np.int64)


def scaled(rows: Wide, weights: Wide) -> Wide:
    """Return rows whose columns vary alike, times what each counts; what is missing lies in the middle.

    Args:
        rows: what each stretch sounds like.
        weights: how much each column counts.
    """
    known = np.isfinite(rows)
    count = np.maximum(known.sum(axis=0), 1)
    mean = np.where(known, rows, 0.0).sum(axis=0) / count
    apart = np.where(known, rows - mean, 0.0)
    spread = np.sqrt((apart**2).sum(axis=0) / count)
    return np.asarray(apart / np.where(spread > 1e-9, spread, 1.0) * weights)  # noqa: PLR2004 - does not vary at all


def smoothed(chances: Wide, which: Whole) -> Wide:
    """Return the mean of each stretch's chances and its two neighbours' within the same run of speech.

    Args:
        chances: one row a stretch, one column a voice.
        which: in which run of speech each stretch lies.
    """
    total, count = chances.copy(), np.ones(len(chances))
    same = (which[1:] == which[:-1])[:, None]
    total[1:] += np.where(same, chances[:-1], 0.0)
    total[:-1] += np.where(same, chances[1:], 0.0)
    count[1:] += same[:, 0]
    count[:-1] += same[:, 0]
    return np.asarray(total / count[:, None])


def around(values: Wide, which: Whole) -> Wide:
    """Return the mean of each stretch's value and those of up to three on each side in the same run of speech.

    Args:
        values: one number a stretch.
        which: in which run of speech each stretch lies.
    """
    total = np.concatenate(([0.0], values.cumsum()))
    here = np.arange(len(values))
    first = np.maximum(here - AROUND, np.searchsorted(which, which, "left"))
    last = np.minimum(here + AROUND + 1, np.searchsorted(which, which, "right"))
    return np.asarray((total[last] - total[first]) / (last - first))


def voted(
    speech: Sequence[Span], starts: Wide, ends: Wide, which: Whole, chances: Wide, roles: Sequence[Role | None]
) -> tuple[Spoke, ...]:
    """Return runs of speech by whom most of the stretches around each hundredth of a second say it is.

    Args:
        speech: runs of speech in time order.
        starts: where the stretches begin.
        ends: where they end.
        which: in which run each lies.
        chances: one row a stretch, one column a voice.
        roles: whose voice each column is.
    """
    found: list[Spoke] = []
    edges = np.searchsorted(which, np.arange(len(speech) + 1))
    for number, span in enumerate(speech):
        mine = slice(edges[number], edges[number + 1])
        found += _run(span, starts[mine], ends[mine], chances[mine], roles)
    return tuple(found)


def _run(span: Span, starts: Wide, ends: Wide, chances: Wide, roles: Sequence[Role | None]) -> list[Spoke]:
    if len(starts) == 1:
        return [Spoke(span.start, span.end, roles[int(chances[0].argmax())])]
    count = max(1, round(span.seconds / STEP))
    steps = np.zeros((count + 1, chances.shape[1]))
    np.add.at(steps, np.clip(np.round((starts - span.start) / STEP).astype(np.int64), 0, count), chances)
    np.add.at(steps, np.clip(np.round((ends - span.start) / STEP).astype(np.int64), 0, count), -chances)
    best = steps.cumsum(axis=0)[:count].argmax(axis=1)
    edges = np.concatenate(([0], np.flatnonzero(np.diff(best)) + 1, [count]))
    kept = _long([(int(edges[i]), int(edges[i + 1]), int(best[edges[i]])) for i in range(len(edges) - 1)])
    ends_at = [span.start + last * STEP for _, last, _ in kept[:-1]] + [span.end]
    starts_at = [span.start, *ends_at[:-1]]
    return [Spoke(one, two, roles[run[2]]) for one, two, run in zip(starts_at, ends_at, kept, strict=True)]


def _long(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    kept: list[tuple[int, int, int]] = []
    for first, last, voice in runs:
        before = kept[-1] if kept else None
        if before is not None and (before[2] == voice or (last - first) * STEP < SHORTEST):
            kept[-1] = (before[0], last, before[2])
        elif before is not None and (before[1] - before[0]) * STEP < SHORTEST:
            # Only the first of all can still be short: it goes to what follows.
            kept[-1] = (before[0], last, voice)
        else:
            kept.append((first, last, voice))
    return kept
