"""Smoothing, scaling and outliers of motion energy, as rMEA 1.3.0 defines them (code read, output equal).

Smoothed values at the end and beside a gap are 0, which looks like stillness and is none: `unknown` marks them.
"""

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.nonverbal.exact import Flags, Floats, Whole

OUTLYING = 10.0
"""Standard deviations beyond which a value counts as an outlier."""


def smooth(series: ArrayLike, per_second: float, window: float = 0.5) -> Floats:
    """Return the moving average of `MEAsmooth` in rMEA 1.3.0, with its gain and its zeros.

    Samples are divided by the unrounded width (12.5 for half a second at 25 a second, of which 12 are summed).

    Args:
        series: values, nan where missing.
        per_second: values a second.
        window: seconds to average over.

    Returns:
        As many values: nan where the series is missing; 0 where a window reaches past the end or touches a gap.

    Raises:
        ReattuneError: if the window is shorter than one value.
    """
    values = np.asarray(series, dtype=np.float64)
    width = _width(per_second, window)
    first, last = _reach(values.size, width)
    averaged = np.zeros(values.size)
    inside = np.flatnonzero(last < values.size)
    for count in np.unique(last[inside] - first[inside] + 1):
        at = inside[last[inside] - first[inside] + 1 == count]
        averaged[at] = sliding_window_view(values, int(count))[first[at]].sum(axis=1) / width
    averaged[np.isnan(averaged)] = 0.0
    averaged[np.isnan(values)] = np.nan
    return averaged


def unknown(series: ArrayLike, per_second: float, window: float = 0.5) -> Flags:
    """Say which values `smooth` writes as 0 because their window is incomplete: they are not stillness. Status: ours.

    Args:
        series: the values before smoothing, nan where missing.
        per_second: values a second.
        window: seconds averaged over.

    Returns:
        One flag a value; true also where the series itself is missing.

    Raises:
        ReattuneError: if the window is shorter than one value.
    """
    values = np.asarray(series, dtype=np.float64)
    first, last = _reach(values.size, _width(per_second, window))
    missing = np.concatenate(([0], np.cumsum(np.isnan(values))))
    past = last >= values.size
    until = np.where(past, values.size - 1, last) + 1
    return np.asarray(past | (missing[until] - missing[first] > 0) | np.isnan(values))


def scale(series: ArrayLike) -> Floats:
    """Return the series in its own standard deviations, not centred: `MEAscale` in rMEA 1.3.0.

    Args:
        series: values, nan where missing.

    Returns:
        As many values; all nan where there is no spread to divide by.
    """
    values = np.asarray(series, dtype=np.float64)
    deviation = _deviation(values[~np.isnan(values)])
    return values / deviation if deviation > 0 else np.full_like(values, np.nan)


def outlier(one: ArrayLike, two: ArrayLike, beyond: float = OUTLYING) -> tuple[Floats, Floats]:
    """Return both series with values above `beyond` standard deviations of both together missing.

    `MEAoutlier` in rMEA 1.3.0, where it is not run unless asked for; the same here.

    Args:
        one: the first series, nan where missing.
        two: the second.
        beyond: how many standard deviations.

    Returns:
        The two series.
    """
    series = (np.asarray(one, dtype=np.float64), np.asarray(two, dtype=np.float64))
    pooled = np.concatenate(series)
    most = beyond * _deviation(pooled[~np.isnan(pooled)])
    first, second = (np.where(values > most, np.nan, values) for values in series)
    return first, second


def _deviation(present: Floats) -> float:
    return float(np.std(present, ddof=1)) if present.size > 1 and np.ptp(present) > 0 else 0.0


def _width(per_second: float, window: float) -> float:
    width = window * per_second
    if not (math.isfinite(width) and width >= 1):
        raise ReattuneError(
            _(
                "Smoothing over {window:g} s does not go with {rate:g} values a second: less than one value."
                " Take a longer time."
            ).format(window=window, rate=per_second)
        )
    return width


def _reach(samples: int, width: float) -> tuple[Whole, Whole]:
    """Return the first and the last sample that each average is over; the last may lie past the end."""
    half = (width - 1) / 2
    at = np.arange(1, samples + 1)
    begin = np.maximum(at - half, 1)
    count = np.floor(at + half - begin + 1e-10).astype(np.int64) + 1
    first = np.trunc(begin).astype(np.int64) - 1
    return first, first + count - 1
