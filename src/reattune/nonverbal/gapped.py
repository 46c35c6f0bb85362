"""Correlations of windows with missing values: what is missing is dropped in pairs, lag by lag, with few transforms."""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy import fft

from reattune.nonverbal.exact import DOUBTFUL, Flags, Floats, Whole

NEARLY_ONE = 0.99
AT_ONCE = 64
"""Windows that are worked on at once: they stay in a processor's own memory."""
FEW = 64
"""Missing values of a pair of windows up to which each is taken out of the sums by itself."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Windows about their mean, zeros for what is missing; which that is; and the mean."""

    values: Floats
    missing: Flags
    mean: Floats

    def at(self, rows: Flags) -> "Rows":
        """Return some of the windows."""
        return self if rows.all() else Rows(self.values[rows], self.missing[rows], self.mean[rows])


@dataclass(frozen=True, slots=True)
class Sums:
    """Of each window at each lag, over the pairs there are: how many, and sums of x, y, xy, x squared, y squared."""

    count: Floats
    x: Floats
    y: Floats
    both: Floats
    xx: Floats
    yy: Floats


def correlations(
    staying: Floats, at_staying: Whole, sliding: Floats, at_sliding: Whole, width: int, lag: int
) -> tuple[Floats, Flags]:
    """Return correlations at lags from 0 to `lag`, and which of them are better taken in two passes.

    Args:
        staying: the series whose window stays, nan where missing.
        at_staying: where its windows begin.
        sliding: the series whose window begins later by the lag.
        at_sliding: where its windows begin at lag 0.
        width: samples in a window.
        lag: the largest lag, in samples.

    Returns:
        Correlations `[windows, lag + 1]`, and flags of the same shape: where few pairs, little spread or a
        correlation near one make sums of squares a poor way to tell.
    """
    one, two = sliding_window_view(staying, width), sliding_window_view(sliding, width + lag)
    found = np.empty((at_staying.size, lag + 1))
    doubtful = np.empty(found.shape, dtype=np.bool_)
    for first in range(0, at_staying.size, AT_ONCE):
        part = slice(first, first + AT_ONCE)
        found[part], doubtful[part] = _part(_about(one[at_staying[part]]), _about(two[at_sliding[part]]), lag)
    return found, doubtful


def _part(x: Rows, y: Rows, lag: int) -> tuple[Floats, Flags]:
    few = x.missing.sum(axis=1) + y.missing.sum(axis=1) <= FEW
    found = np.empty((few.size, lag + 1))
    doubtful = np.empty(found.shape, dtype=np.bool_)
    for rows, sums in ((few, _one_by_one), (~few, _transformed)):
        if rows.any():
            left, right = x.at(rows), y.at(rows)
            found[rows], doubtful[rows] = _told(left, right, sums(left, right, lag))
    return found, doubtful


def _told(x: Rows, y: Rows, sums: Sums) -> tuple[Floats, Flags]:
    pairs = np.maximum(sums.count, 1)
    square_x, square_y = sums.xx - sums.x * sums.x / pairs, sums.yy - sums.y * sums.y / pairs
    energy_x, energy_y = (np.einsum("ij,ij->i", each.values, each.values)[:, np.newaxis] for each in (x, y))
    doubtful = (
        (square_x <= DOUBTFUL * energy_x) | (square_y <= DOUBTFUL * energy_y) | (sums.count < x.values.shape[1] / 8)
    )
    norm = np.sqrt(np.where(doubtful, 1.0, square_x * square_y))
    found = (sums.both - sums.x * sums.y / pairs) / norm
    rounding = pairs * np.finfo(np.float64).eps * 4 * (np.abs(x.mean) + np.abs(y.mean))
    alike = _perhaps_alike(pairs, (sums.x - sums.y, sums.xx + sums.yy, sums.both), x.mean - y.mean, rounding)
    return found, np.asarray(doubtful | (np.abs(found) > NEARLY_ONE) | alike)


def _transformed(x: Rows, y: Rows, lag: int) -> Sums:
    size = int(fft.next_fast_len(y.values.shape[1], real=True))
    has_x, has_y = ((~each.missing).astype(np.float64) for each in (x, y))
    own = [np.conj(fft.rfft(values, size, axis=1)) for values in (has_x, x.values, x.values * x.values)]
    other = [fft.rfft(values, size, axis=1) for values in (has_y, y.values, y.values * y.values)]

    def summed(first: int, second: int) -> Floats:
        return np.asarray(fft.irfft(own[first] * other[second], size, axis=1)[:, : lag + 1])

    return Sums(np.rint(summed(0, 0)), summed(1, 0), summed(0, 1), summed(1, 1), summed(2, 0), summed(0, 2))


def _one_by_one(x: Rows, y: Rows, lag: int) -> Sums:
    """Return the sums as if nothing were missing, less what stands beside each missing value."""
    width = x.values.shape[1]
    size = int(fft.next_fast_len(y.values.shape[1], real=True))
    spectra = np.conj(fft.rfft(x.values, size, axis=1)) * fft.rfft(y.values, size, axis=1)
    both = np.asarray(fft.irfft(spectra, size, axis=1)[:, : lag + 1])
    around = np.pad(x.values, ((0, 0), (lag, lag)))
    gaps = np.pad(x.missing, ((0, 0), (lag, lag)))
    gone_x = [one[:, ::-1] for one in (*_beside(y.missing, around, lag), _beside(y.missing, gaps, lag)[0])]
    gone_y = _beside(x.missing, y.values, lag)
    lost = x.missing.sum(axis=1, keepdims=True) + _rolling(y.missing, width)
    return Sums(
        count=width - lost + gone_x[2],
        x=x.values.sum(axis=1, keepdims=True) - gone_x[0],
        y=_rolling(y.values, width) - gone_y[0],
        both=both,
        xx=np.einsum("ij,ij->i", x.values, x.values)[:, np.newaxis] - gone_x[1],
        yy=_rolling(y.values, width, squared=True) - gone_y[1],
    )


def _beside(missing: Flags, values: Floats | Flags, lag: int) -> tuple[Floats, Floats]:
    """Return, row by row, the sums of the `lag + 1` values that begin at each missing one's place, and of squares."""
    rows, places = np.nonzero(missing)
    sums, squares = np.zeros((missing.shape[0], lag + 1)), np.zeros((missing.shape[0], lag + 1))
    if rows.size:
        with_any, first = np.unique(rows, return_index=True)
        pieces = sliding_window_view(values, lag + 1, axis=1)[rows, places].astype(np.float64, copy=False)
        sums[with_any] = np.add.reduceat(pieces, first, axis=0)
        squares[with_any] = np.add.reduceat(pieces * pieces, first, axis=0)
    return sums, squares


def _rolling(rows: Floats | Flags, width: int, *, squared: bool = False) -> Floats:
    """Return the sums, or sums of squares, of `width` values that begin at each of the first places."""
    whole, lag = rows[:, :width], rows.shape[1] - width
    entering, leaving = (np.asarray(one, np.float64) for one in (rows[:, width:], rows[:, :lag]))
    if squared:
        first, steps = np.einsum("ij,ij->i", whole, whole), (entering + leaving) * (entering - leaving)
    else:
        first, steps = whole.sum(axis=1), entering - leaving
    return np.cumsum(np.concatenate((first[:, np.newaxis], steps), axis=1), axis=1)


def _perhaps_alike(pairs: Floats, sums: tuple[Floats, Floats, Floats], offset: Floats, rounding: Floats) -> Flags:
    """Say where at most one sample can differ: the sum of differences squared is the sum of squared differences."""
    apart, squares, both = sums
    difference = apart + pairs * offset
    squared = squares - 2 * both + 2 * offset * apart + pairs * offset * offset
    allowed = 2e-6 * (squares + pairs * offset * offset) + 5e6 * rounding * rounding
    return np.asarray(np.abs(difference * difference - squared) <= allowed)


def _about(rows: Floats) -> Rows:
    missing = np.isnan(rows)
    values = np.array(rows)
    values[missing] = 0.0
    count = np.maximum(rows.shape[1] - missing.sum(axis=1, keepdims=True), 1)
    mean = values.sum(axis=1, keepdims=True) / count
    for _again in range(2):
        values -= values.sum(axis=1, keepdims=True) / count
        values[missing] = 0.0
    return Rows(values, missing, mean)
