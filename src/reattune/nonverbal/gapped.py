"""Correlations of windows with missing values: what is missing is dropped in pairs, lag by lag, with few transforms."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from scipy import fft

from reattune.nonverbal.exact import DOUBTFUL, Flags, Floats, Whole

NEARLY_ONE = 0.99


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
    size = int(fft.next_fast_len(width + lag, real=True))
    x, has_x, mean_x = _about(sliding_window_view(staying, width)[at_staying])
    y, has_y, mean_y = _about(sliding_window_view(sliding, width + lag)[at_sliding])
    own = [np.conj(fft.rfft(values, size, axis=1)) for values in (has_x, x, x * x)]
    other = [fft.rfft(values, size, axis=1) for values in (has_y, y, y * y)]

    def summed(first: int, second: int) -> Floats:
        return np.asarray(fft.irfft(own[first] * other[second], size, axis=1)[:, : lag + 1])

    count = np.rint(summed(0, 0))
    pairs = np.maximum(count, 1)
    sum_x, sum_y, both = summed(1, 0), summed(0, 1), summed(1, 1)
    raw_x, raw_y = summed(2, 0), summed(0, 2)
    square_x, square_y = raw_x - sum_x * sum_x / pairs, raw_y - sum_y * sum_y / pairs
    energy_x, energy_y = (np.einsum("ij,ij->i", each, each)[:, np.newaxis] for each in (x, y))
    doubtful = (square_x <= DOUBTFUL * energy_x) | (square_y <= DOUBTFUL * energy_y) | (count < width / 8)
    norm = np.sqrt(np.where(doubtful, 1.0, square_x * square_y))
    found = (both - sum_x * sum_y / pairs) / norm
    offset = mean_x - mean_y
    sums = (sum_x - sum_y, raw_x + raw_y, both)
    rounding = pairs * np.finfo(np.float64).eps * 4 * (np.abs(mean_x) + np.abs(mean_y))
    alike = _perhaps_alike(pairs, sums, offset, rounding)
    return found, np.asarray(doubtful | (np.abs(found) > NEARLY_ONE) | alike)


def _perhaps_alike(pairs: Floats, sums: tuple[Floats, Floats, Floats], offset: Floats, rounding: Floats) -> Flags:
    """Say where at most one sample can differ: the sum of differences squared is the sum of squared differences."""
    apart, squares, both = sums
    difference = apart + pairs * offset
    squared = squares - 2 * both + 2 * offset * apart + pairs * offset * offset
    allowed = 2e-6 * (squares + pairs * offset * offset) + 5e6 * rounding * rounding
    return np.asarray(np.abs(difference * difference - squared) <= allowed)


def _about(rows: Floats) -> tuple[Floats, Floats, Floats]:
    """Return values about their mean with zeros for what is missing, what is present as ones, and the mean."""
    present = ~np.isnan(rows)
    values = np.where(present, rows, 0.0)
    count = np.maximum(present.sum(axis=1, keepdims=True), 1)
    mean = values.sum(axis=1, keepdims=True) / count
    for _again in range(2):
        values = np.where(present, values - values.sum(axis=1, keepdims=True) / count, 0.0)
    return values, present.astype(np.float64), mean
