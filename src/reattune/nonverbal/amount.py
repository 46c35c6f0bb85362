"""How much each person moved: onto an even grid, and what is told of it. Context only, and never a verdict."""

import numpy as np

from reattune.nonverbal.energy import Floats, Seen
from reattune.nonverbal.faults import Flags
from reattune.nonverbal.watched import Amount

PER_SECOND = 25.0
"""Values a second on the even grid, whatever the camera's rate."""
MOVING = 0.25
"""Share of the upper quarter of a person's motion energy above which there is movement."""
FLOOR = 0.05
"""Percent of a part that is less than any movement."""
APART = 1.0
"""Seconds of quiet that end a burst."""
KNOWN = 0.5
"""Share of a value's time that has to be known."""


def even(seen: Seen, lost: Flags, seconds: float) -> Floats:
    """Return motion energy at 25 values a second, (n, 2), nan where missing; the sum of movement is kept.

    Values are percent of a part per twenty-fifth of a second. What changed between two pictures is spread over the time
    between them, so that a slower or varying rate gives the same figures, and repeated pictures change nothing.

    Args:
        seen: what was counted.
        lost: which differences are left out.
        seconds: how long the recording is.
    """
    edges = np.arange(round(seconds * PER_SECOND) + 1) / PER_SECOND
    found = np.full((len(edges) - 1, 2), np.nan)
    if len(seen.times) < 2:  # noqa: PLR2004
        return found
    lasting = np.diff(seen.times)
    for column in range(2):
        kept = ~lost[:, column]
        sums = np.concatenate(([0.0], np.cumsum(np.where(kept, seen.energy[:, column], 0.0))))
        known = np.concatenate(([0.0], np.cumsum(np.where(kept, lasting, 0.0))))
        moved, there = (np.diff(np.interp(edges, seen.times, one)) for one in (sums, known))
        enough = there * PER_SECOND >= KNOWN
        found[enough, column] = moved[enough] / (there[enough] * PER_SECOND)
    return found


def amount(series: Floats, per_second: float) -> Amount | None:
    """Return how much one person moved; None where nothing is known.

    Args:
        series: motion energy, smoothed, nan where missing.
        per_second: values a second.
    """
    known = series[~np.isnan(series)]
    if not len(known):
        return None
    level = max(MOVING * float(np.quantile(known, 0.75)), FLOOR if known.max() > FLOOR else 0.0)
    moving = series > level
    minutes = len(known) / per_second / 60
    return Amount(float(known.mean()), 100 * float(moving.sum()) / len(known), _bursts(moving, per_second) / minutes)


def seconds(series: Floats, per_second: float) -> tuple[float | None, ...]:
    """Return one mean a second, None where less than half a second is known.

    Args:
        series: values, nan where missing.
        per_second: values a second.
    """
    at = (np.arange(len(series)) / per_second).astype(np.int64)
    there = ~np.isnan(series)
    counts = np.bincount(at[there], minlength=int(at[-1]) + 1 if len(at) else 0)
    sums = np.bincount(at[there], series[there], minlength=len(counts))
    return tuple(
        float(total / count) if count >= per_second / 2 else None for total, count in zip(sums, counts, strict=True)
    )


def _bursts(moving: Flags, per_second: float) -> int:
    """Return how many runs of movement there are; quiet of less than a second does not end one."""
    on = np.flatnonzero(moving)
    return 0 if not len(on) else 1 + int((np.diff(on) > APART * per_second).sum())
