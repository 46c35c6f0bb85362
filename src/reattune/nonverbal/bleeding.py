"""Whether both parts of the picture show the same movement: then two people cannot be told apart there.

As `CCFartefacts` of rMEA 1.3.0 (code read) looks at runs of lag 0; what is a run, and what follows, is ours.
"""

import numpy as np

from reattune.nonverbal.energy import Floats
from reattune.nonverbal.together import WINDOW, Windows
from reattune.nonverbal.watched import Fault, Kind

SAME = 0.9
"""Correlation at lag 0 above which a window shows one movement twice."""
RUN = 7
"""Windows in a row, one every ten seconds, that make a run."""


def bleeds(cells: Windows) -> tuple[Fault, ...]:
    """Return the stretches in which the two movements are one.

    Args:
        cells: the windows.
    """
    # Where the very same values stand in both, lag 0 is missing (as in rMEA) while other lags are there.
    equal = np.isnan(cells.level) & ~np.isnan(cells.max_z)
    same = np.concatenate(([False], (np.nan_to_num(cells.level) > SAME) | equal, [False]))
    edges = np.flatnonzero(np.diff(same.astype(np.int8)))
    return tuple(
        Fault(float(cells.starts[first]), float(cells.starts[last - 1]) + WINDOW, Kind.BLEED)
        for first, last in zip(edges[::2], edges[1::2], strict=True)
        if last - first >= RUN
    )


def without(even: Floats, per_second: float, found: tuple[Fault, ...]) -> Floats:
    """Return two series with the stretches missing.

    Args:
        even: (n, 2), nan where missing.
        per_second: values a second.
        found: the stretches.
    """
    kept = even.copy()
    for one in found:
        kept[round(one.start * per_second) : round(one.end * per_second)] = np.nan
    return kept
