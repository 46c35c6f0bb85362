"""Boker's windowed cross-correlation, as the program wcc 0.4.1 (Apache-2.0) numbers its windows and lags.

Definition: code read, output equal to its method "r" on the fixtures. Right of the centre the second series leads:
the other way round than in rMEA.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.nonverbal.exact import Floats, Whole
from reattune.nonverbal.lagged import pair
from reattune.nonverbal.sides import Shape, Side, correlations

AT_ONCE = 1 << 19


@dataclass(frozen=True, slots=True)
class Wcc:
    """Plain correlations: a row a window, a column a lag in samples; below 0 (left) the first series leads.

    `ends` are the samples at which windows end, counted from 1, as wcc writes them.
    """

    cells: Floats
    lags: Whole
    ends: Whole


def wcc(one: ArrayLike, two: ArrayLike, window: int, most: int, step: int = 1, lag_step: int = 1) -> Wcc:
    """Return windowed cross-correlations equal to those of wcc's method "r" to 1e-8. Status: code read, output equal.

    Each window ends at a given sample; the other series' window ends earlier by the lag. With a `lag_step` above 1
    lags go in its multiples, which method "r" of wcc 0.4.1 does not do.

    Args:
        one: the first series, nan where missing.
        two: the second, as long.
        window: samples in a window.
        most: the largest lag, in samples.
        step: samples from one window to the next.
        lag_step: samples from one lag to the next.

    Returns:
        The correlations; nan where undefined.

    Raises:
        ReattuneError: if the series do not allow one window, or a setting is below its least.
    """
    first, second = pair(one, two)
    rows = (first.size - window - most) // step if step > 0 else 0
    if rows < 1 or window < 2 or most < 0 or lag_step < 1:  # noqa: PLR2004 - two values make the smallest window
        raise ReattuneError(
            _(
                "{have} values do not allow a window of {window} with lags of {most} in steps of {step} and {lag_step}."
                " Take a smaller window, or a longer series."
            ).format(have=first.size, window=window, most=most, step=step, lag_step=lag_step)
        )
    ends = window + most + np.arange(rows) * step
    backwards = (np.ascontiguousarray(first[::-1]), np.ascontiguousarray(second[::-1]))
    shape, starts = Shape(window, most), first.size - ends
    cells = np.empty((rows, 2 * most + 1))
    for at in range(0, rows, max(1, AT_ONCE // shape.block)):
        part = slice(at, at + max(1, AT_ONCE // shape.block))
        low = int(starts[part].min())
        stretch = slice(low, int(starts[part].max()) + shape.block)
        sides = (Side(series[stretch], starts[part] - low, shape) for series in backwards)
        cells[part] = correlations(*sides, alike=False)
    reach = most // lag_step
    lags = np.arange(-reach, reach + 1) * lag_step
    return Wcc(cells[:, lags + most], lags, ends)
