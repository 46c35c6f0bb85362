"""Dated candidates of movement: other than in the rest of this session, for two minutes or more, in either direction.

Limits are ours and are no published criterion. A direction is never given a meaning.
"""

import hashlib

import numpy as np

from reattune.nonverbal.energy import Floats
from reattune.nonverbal.moved import Moved, Rule
from reattune.nonverbal.together import STEP, WINDOW, Windows
from reattune.nonverbal.watched import Together

FEWEST = 30
"""Windows (five minutes) below which a session has no usual of its own."""
LASTS = 120.0
"""Seconds that a candidate lasts at the least."""
OUT = 1.5
"""Robust standard deviations from the session's median that each window of togetherness lies out."""
AMOUNT_OUT = 2.0
"""The same for the amount of movement, of which there is more to see by chance."""
SPREAD = 1.4826
"""Median deviations in a standard deviation of ordinary scatter."""


def togetherness(cells: Windows, against: Together, name: str) -> tuple[Moved, ...]:
    """Return stretches in which movements went together more or less than otherwise in this session.

    More: out of the session's own spread, and above the band of shifted windows. Less: out of its spread, and within
    the band, in a session that goes together more than by chance; else there is nothing that could become less.

    Args:
        cells: the windows.
        against: the session against its shifts.
        name: the recording's name, for the candidates' ids.
    """
    values = cells.max_z
    usual, spread = _usual(values)
    if not spread:
        return ()
    z = (values - usual) / spread
    more = (z >= OUT) & (values > against.high)
    less = (z <= -OUT) & (values <= against.high) & (against.differs and against.z > 0)
    edges = {"low": against.low, "high": against.high}
    return tuple(
        _moved(Rule.TOGETHER, cells.middles[run], values[run], (usual, spread), name, edges)
        for flags in (more, less)
        for run in _runs(flags)
    )


def amounts(even: Floats, per_second: float, name: str) -> tuple[Moved, ...]:
    """Return stretches in which one person moved more or less than otherwise in this session.

    Args:
        even: (n, 2), smoothed motion energy, nan where missing.
        per_second: values a second.
        name: the recording's name, for the candidates' ids.
    """
    found: list[Moved] = []
    for series, rule in zip(even.T, (Rule.CLIENT, Rule.THERAPIST), strict=True):
        middles, means = _means(series, per_second)
        # Motion energy is lopsided: ratios are what is held against each other.
        values = np.log(np.maximum(means, 1e-6))
        usual, spread = _usual(values)
        if not spread:
            continue
        z = (values - usual) / spread
        for flags in (z >= AMOUNT_OUT, z <= -AMOUNT_OUT):
            found += [_moved(rule, middles[run], values[run], (usual, spread), name) for run in _runs(flags)]
    return tuple(found)


def _usual(values: Floats) -> tuple[float, float]:
    """Return a session's median and robust spread; a spread of 0 where it has no usual of its own."""
    known = values[~np.isnan(values)]
    if len(known) < FEWEST:
        return 0.0, 0.0
    middle = float(np.median(known))
    return middle, SPREAD * float(np.median(np.abs(known - middle)))


def _runs(flags: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[slice]:
    """Return runs of windows that last long enough; one window between two that are out does not end a run."""
    joined = flags.copy()
    joined[1:-1] |= flags[:-2] & flags[2:]
    edges = np.flatnonzero(np.diff(np.concatenate(([False], joined, [False])).astype(np.int8)))
    pairs = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    return [slice(first, last) for first, last in pairs if (last - first) * STEP >= LASTS]


def _moved(
    rule: Rule,
    middles: Floats,
    values: Floats,
    usual: tuple[float, float],
    name: str,
    more: dict[str, float] | None = None,
) -> Moved:
    start, end = float(middles[0] - STEP / 2), float(middles[-1] + STEP / 2)
    here, middle = float(np.nanmedian(values)), usual[0]
    figures = {"here": here, "usual": middle, "z": (here - middle) / usual[1]}
    if rule is not Rule.TOGETHER:
        figures |= {"here": float(np.exp(here)), "usual": float(np.exp(middle))}
    mark = hashlib.sha256(f"{name}|{rule}|{start:.1f}|{end:.1f}".encode()).hexdigest()[:12]
    return Moved(f"{rule}-{mark}", start, end, rule, figures | (more or {}))


def _means(series: Floats, per_second: float) -> tuple[Floats, Floats]:
    """Return the means of windows, nan where more than half is missing, and their middles."""
    width, step = round(WINDOW * per_second), round(STEP * per_second)
    starts = np.arange(0, max(len(series) - width + 1, 0), step)
    there = ~np.isnan(series)
    counts, sums = (np.concatenate(([0.0], np.cumsum(one))) for one in (there, np.where(there, series, 0.0)))
    known = counts[starts + width] - counts[starts]
    totals = sums[starts + width] - sums[starts]
    means = np.where(known >= width / 2, totals / np.maximum(known, 1), np.nan)
    return starts / per_second + WINDOW / 2, means
