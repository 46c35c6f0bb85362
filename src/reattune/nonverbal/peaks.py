"""Peaks of windowed cross-correlations: the nearest clear top on the way out from lag 0, window by window.

Definition: wcc 0.4.1 (Apache-2.0, code read), after Boker et al. 2002. The smoothing is R's loess of degree 2 with its
interpolation between few fitted points, and R's spline through the smoothed values.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import solve_banded

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.nonverbal.exact import Floats

CELL = 0.2
"""Share of a neighbourhood that R's loess fits once and interpolates within."""

MARGIN = 0.005
"""Share of the range by which loess's outer points lie beyond the values."""

LARGER = 8
"""Steps without a larger value that end the way out, as wcc has it unless asked."""


@dataclass(frozen=True, slots=True)
class Peaks:
    """Each window's peak: `index` in half lags from the centre, `value` after smoothing; nan where there is none."""

    index: Floats
    value: Floats


def peaks(cells: Floats, steps: int = LARGER, span: float = 0.25) -> Peaks:
    """Return the peak of each window. Status: wcc 0.4.1, code read; indexes and values equal on the fixture.

    Args:
        cells: correlations, a row a window, an odd number of lags.
        steps: half lags without a larger value after which the way out ends.
        span: share of the lags that each is smoothed over.

    Returns:
        Indexes below 0 where the first series leads (in wcc's numbering) and smoothed correlations; nan where a cell
        is missing, or the peak lies at the boundary.

    Raises:
        ReattuneError: if there are too few lags to be smoothed.
    """
    lags = cells.shape[1]
    if lags % 2 == 0 or int(lags * span + 1e-5) < 4:  # noqa: PLR2004 - a parabola needs more than three points
        raise ReattuneError(
            _(
                "Peaks need an odd number of lags, and at least four within the part of {span:g} that is smoothed over;"
                " there are {lags}. Take larger lags or a larger part."
            ).format(span=span, lags=lags)
        )
    index, value = np.full(len(cells), np.nan), np.full(len(cells), np.nan)
    whole = np.flatnonzero(~np.isnan(cells).any(axis=1))
    if whole.size:
        curves = finer(cells[whole] @ loess(lags, span).T)
        for row, curve in zip(whole, curves, strict=True):
            at = _top(curve, steps)
            if abs(at) <= lags - steps - 1:
                index[row], value[row] = at, curve[lags - 1 + at]
    return Peaks(index, value)


def _top(curve: Floats, steps: int) -> int:
    """Return how far from the centre the largest value lies once it has not grown for so many steps."""
    centre = curve.size // 2
    best = since = 0
    for out in range(1, centre + 1):
        left, right = curve[centre - out], curve[centre + out]
        nearer = -out if left >= right else out
        if curve[centre + nearer] > curve[centre + best]:
            best, since = nearer, 0
        else:
            since += 1
        if since >= steps:
            break
    return best


@lru_cache(maxsize=8)
def loess(count: int, span: float) -> Floats:
    """Return the matrix that smooths so many evenly spaced values as R's loess of degree 2 does.

    Args:
        count: how many values.
        span: share of them that each fit is over.

    Returns:
        `[count, count]`; its product with the values are the smoothed ones.
    """
    x = np.arange(count, dtype=np.float64)
    edge = MARGIN * (count - 1)
    knots = np.array(sorted({-edge, *_cuts(0, count - 1, int(count * span * CELL)), count - 1 + edge}))
    fits = [_parabola(x, knot, int(count * span + 1e-5)) for knot in knots]
    value, slope = np.array([fit[0] for fit in fits]), np.array([fit[1] for fit in fits])
    right = np.clip(np.searchsorted(knots, x, side="left"), 1, knots.size - 1)
    width = knots[right] - knots[right - 1]
    h = ((x - knots[right - 1]) / width)[:, np.newaxis]
    width = width[:, np.newaxis]
    smoothed = (1 + 2 * h) * (1 - h) ** 2 * value[right - 1] + h**2 * (3 - 2 * h) * value[right]
    smoothed += h * (1 - h) ** 2 * width * slope[right - 1] - h**2 * (1 - h) * width * slope[right]
    return np.asarray(smoothed)


def _cuts(low: int, high: int, most: int) -> list[float]:
    """Return the values at which loess cuts a run in halves until no part holds more than `most`."""
    if high - low + 1 <= max(most, 1):
        return []
    middle = (low + high) // 2
    return [*_cuts(low, middle, most), float(middle), *_cuts(middle + 1, high, most)]


def _parabola(x: Floats, at: float, nearest: int) -> NDArray[np.float64]:
    """Return the weights of all values in the value and the slope at one point of the parabola fitted around it."""
    distance = np.abs(x - at)
    reach = np.sort(distance)[min(nearest, x.size) - 1]
    share = distance / reach
    weights = np.where(share < 0.999, np.where(share > 0.001, (1 - share**3) ** 3, 1.0), 0.0)  # noqa: PLR2004 - as loess
    root = np.sqrt(weights)
    design = np.stack((np.ones_like(x), x - at, (x - at) ** 2), axis=1)
    return np.asarray((np.linalg.pinv(design * root[:, np.newaxis]) * root)[:2])


def finer(rows: Floats) -> Floats:
    """Return evenly spaced values and those half way between, on R's spline (end cubics through four points each).

    Args:
        rows: `[n, m]`, four values or more in a row.

    Returns:
        `[n, 2 * m - 1]`.
    """
    count = rows.shape[1]
    second = np.diff(rows, 2, axis=1)
    third = np.diff(rows, 3, axis=1)
    banded = np.ones((3, count))
    banded[1, 1:-1], banded[1, 0], banded[1, -1] = 4.0, -1.0, -1.0
    sides = np.concatenate((third[:, :1] / 6, second, -third[:, -1:] / 6), axis=1)
    bends = solve_banded((1, 1), banded, sides.T).T
    spline = np.empty((len(rows), 2 * count - 1))
    spline[:, ::2] = rows
    spline[:, 1::2] = (rows[:, 1:] + rows[:, :-1]) / 2 - 3 / 8 * (bends[:, 1:] + bends[:, :-1])
    return spline
