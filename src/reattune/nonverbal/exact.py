"""What has to be exact where a person sits still: constant windows, their spread, single correlations in two passes."""

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

DOUBTFUL = 1e-4
"""A window whose squares about its mean are a smaller share of its neighbourhood's is summed anew, in two passes."""

GROUP = 128
"""Neighbouring windows that are summed from one anchor, so that rounding cannot travel far."""

AT_ONCE = 1 << 20
"""Values that are gathered at once where single windows are looked at."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Of the window at every start: its mean, and the root of its squares about the mean.

    `norm` is nan where the window is constant or holds a missing value (then `mean` is rough, too); `constant`
    disregards missing values;
    `gaps` counts the missing values before each sample, with one entry more than there are samples.
    """

    mean: Floats
    norm: Floats
    constant: Flags
    gaps: Whole


def filled(series: Floats) -> Floats:
    """Return the series with each missing value replaced by the last one before it (the first after it at the start).

    Args:
        series: values, nan where missing.

    Returns:
        Values without nan; zeros where nothing is present at all. The series itself where nothing is missing.
    """
    missing = np.isnan(series)
    if not missing.any():
        return series
    if missing.all():
        return np.zeros_like(series)
    last = np.maximum.accumulate(np.where(missing, -1, np.arange(series.size)))
    last[last < 0] = int(np.argmin(missing))
    return np.asarray(series[last])


def constant(series: Floats, width: int) -> Flags:
    """Say of every window whether all its values are the very same, by the length of runs and with no tolerance.

    Args:
        series: values without nan.
        width: samples in a window.

    Returns:
        One flag for each possible start.
    """
    starts = series.size - width + 1
    changes = np.concatenate(([0], np.cumsum(series[1:] != series[:-1])))
    return np.asarray(changes[width - 1 :][:starts] == changes[:starts])


def spread(series: Floats, width: int) -> Spread:
    """Return mean and spread of the window at every start, as accurate as two passes over each would be.

    Args:
        series: at least `width` values, nan where missing.
        width: samples in a window.

    Returns:
        The means and spreads.
    """
    whole = filled(series)
    starts = whole.size - width + 1
    gaps = np.concatenate(([0], np.cumsum(np.isnan(series))))
    still = constant(whole, width)
    mean, squares, doubtful = _sums(whole, width)
    again = np.flatnonzero(doubtful & ~still)
    windows = sliding_window_view(whole, width)
    for part in _parts(again.size, width):
        at = again[part]
        deviations = centred(windows[at])
        squares[at] = np.einsum("ij,ij->i", deviations, deviations)
        mean[at] = windows[at].mean(axis=1)
    squares[still | (gaps[width:] - gaps[:starts] > 0)] = np.nan
    return Spread(mean, np.sqrt(squares), still, gaps)


def centred(rows: Floats) -> Floats:
    """Return each row about its mean, which is taken twice so that a large offset leaves no rounding behind.

    Args:
        rows: `[n, width]`.

    Returns:
        The deviations.
    """
    deviations = rows - rows.mean(axis=1, keepdims=True)
    deviations -= deviations.mean(axis=1, keepdims=True)
    return np.asarray(deviations)


def pearson(one: Floats, two: Floats, at_one: Whole, at_two: Whole, width: int, *, alike: bool = True) -> Floats:
    """Return correlations of single pairs of windows, in two passes each; what is missing is dropped in pairs.

    Args:
        one: the first series, nan where missing.
        two: the second.
        at_one: starts of windows in the first.
        at_two: starts in the second, one for each.
        width: samples in a window.
        alike: whether a pair in which fewer than two samples differ counts as missing (as in rMEA 1.3.0).

    Returns:
        One correlation a pair; nan where fewer than two samples are left or one side is constant.
    """
    found = np.empty(at_one.size)
    first, second = sliding_window_view(one, width), sliding_window_view(two, width)
    for part in _parts(at_one.size, width):
        found[part] = _pairs(first[at_one[part]], second[at_two[part]], alike)
    return found


def _pairs(x: Floats, y: Floats, alike: bool) -> Floats:
    present = ~(np.isnan(x) | np.isnan(y))
    count = present.sum(axis=1)
    undefined = (count < 2) | _same(x, present) | _same(y, present)  # noqa: PLR2004
    if alike:
        undefined |= (present & (x != y)).sum(axis=1) < 2  # noqa: PLR2004
    divisor = np.maximum(count, 1)[:, np.newaxis]
    dx, dy = _about(x, present, divisor), _about(y, present, divisor)
    norm = np.sqrt(np.einsum("ij,ij->i", dx, dx)) * np.sqrt(np.einsum("ij,ij->i", dy, dy))
    norm[undefined | (norm == 0)] = np.nan
    return np.asarray(np.clip(np.einsum("ij,ij->i", dx, dy) / norm, -1, 1))


def _same(rows: Floats, present: Flags) -> Flags:
    least = np.where(present, rows, np.inf).min(axis=1)
    most = np.where(present, rows, -np.inf).max(axis=1)
    return np.asarray(least >= most)


def _about(rows: Floats, present: Flags, divisor: Whole) -> Floats:
    about = np.where(present, rows, 0.0)
    for _again in range(2):
        about = np.where(present, about - about.sum(axis=1, keepdims=True) / divisor, 0.0)
    return about


def _sums(whole: Floats, width: int) -> tuple[Floats, Floats, Flags]:
    """Return of each window the mean, the squares about it, and whether these are too small a share to be trusted."""
    starts = whole.size - width + 1
    groups = -(-starts // GROUP)
    padded = np.concatenate((whole, np.repeat(whole[-1:], groups * GROUP - starts)))
    pieces = sliding_window_view(padded, width + GROUP - 1)[::GROUP]
    centre = pieces.mean(axis=1, keepdims=True)
    near = pieces - centre
    leaving, entering = near[:, : GROUP - 1], near[:, width:]
    step = entering - leaving
    total, energy = np.empty((groups, GROUP)), np.empty((groups, GROUP))
    first = near[:, :width]
    total[:, 0], energy[:, 0] = first.sum(axis=1), np.einsum("ij,ij->i", first, first)
    total[:, 1:], energy[:, 1:] = step, step * (entering + leaving)
    np.cumsum(total, axis=1, out=total)
    np.cumsum(energy, axis=1, out=energy)
    squares = energy - total * total / width
    doubtful = squares <= DOUBTFUL * energy.max(axis=1, keepdims=True)
    mean = centre + total / width
    return mean.ravel()[:starts], squares.ravel()[:starts], doubtful.ravel()[:starts]


def _parts(count: int, width: int) -> list[slice]:
    rows = max(1, AT_ONCE // width)
    return [slice(start, start + rows) for start in range(0, count, rows)]
