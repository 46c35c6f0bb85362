"""One series at its windows, made ready once; any two made ready the same way are correlated with few transforms."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from scipy import fft

from reattune.nonverbal import exact, gapped
from reattune.nonverbal.exact import Flags, Floats, Spread, Whole

Spectra = NDArray[np.complex128]

HOLES = 0.5
"""Share of its block above which a window with missing values is left out, as in rMEA 1.3.0."""

FAINT = 1e-6
"""A window with a smaller share of its block's squares is correlated in two passes, not by transforms."""

NEARLY_ONE = 0.99
"""Beyond it Fisher's z magnifies rounding, so the cell is taken in two passes."""


@dataclass(frozen=True)
class Shape:
    """Samples in a window, and the largest lag in samples."""

    width: int
    lag: int

    @property
    def block(self) -> int:
        """Samples that one window touches at any lag."""
        return self.width + self.lag

    @cached_property
    def size(self) -> int:
        """Length of the transforms: no lag that is used wraps around."""
        return int(fft.next_fast_len(self.block, real=True))


class Side:
    """A series at given window starts; what is costly is worked out once and kept.

    Args:
        series: values, nan where missing.
        starts: where windows begin; each needs `shape.block` samples from there.
        shape: samples in a window and the largest lag.
        spread: of every window of the series, where it is known already.
        holes: the share of a window above which it is left out, beside rMEA's rule.
    """

    def __init__(
        self, series: Floats, starts: Whole, shape: Shape, spread: Spread | None = None, holes: float = 1.0
    ) -> None:
        self.series, self.starts, self.shape = series, starts, shape
        self.spread = exact.spread(series, shape.width) if spread is None else spread
        self.at = starts[:, np.newaxis] + np.arange(shape.lag + 1)
        self.norm = self.spread.norm[self.at]
        self.mean = self.spread.mean[self.at]
        self.missing: Whole = self.spread.gaps[starts + shape.block] - self.spread.gaps[starts]
        gaps = self.spread.gaps
        holed = gaps[starts + shape.width] - gaps[starts] > holes * shape.width
        self.lost: Flags = (self.missing > HOLES * shape.block) | holed
        blocks = sliding_window_view(series, shape.block)[starts]
        blocks[self.missing > 0] = 0.0
        self._windows = exact.centred(blocks[:, : shape.width])
        self._windows /= np.where(self.norm[:, :1] > 0, self.norm[:, :1], 1.0)
        self._blocks = exact.centred(blocks)
        energy = np.einsum("ij,ij->i", self._blocks, self._blocks)
        self.faint: Flags = self.norm * self.norm < FAINT * energy[:, np.newaxis]

    @cached_property
    def windows(self) -> Spectra:
        """Conjugate spectra of the windows themselves, each of norm one."""
        return np.asarray(np.conj(fft.rfft(self._windows, self.shape.size, axis=1)))

    @cached_property
    def blocks(self) -> Spectra:
        """Spectra of what a window of the other series is slid along."""
        return np.asarray(fft.rfft(self._blocks, self.shape.size, axis=1))


def correlations(one: Side, two: Side, *, alike: bool = True) -> Floats:
    """Return Pearson correlations of two series at each window and lag.

    At lag l >= 0 the first series' window stays and the second's begins l samples later; below 0 the other way round.

    Args:
        one: the first series.
        two: the second, with as many windows of the same shape.
        alike: whether a pair of windows in which fewer than two samples differ counts as missing.

    Returns:
        `[windows, 2 * lag + 1]`, lags from the lowest; nan where undefined.
    """
    lag = one.shape.lag
    later, in_doubt = _half(one, two, alike)
    earlier, in_doubt_too = _half(two, one, alike)
    found = np.concatenate((earlier[:, :0:-1], later), axis=1)
    doubtful = np.concatenate((in_doubt_too[:, :0:-1], in_doubt), axis=1)
    found[np.concatenate((_still(two, one)[:, :0:-1], _still(one, two)), axis=1)] = np.nan
    rows, columns = np.nonzero(doubtful)
    if rows.size:
        shift = columns - lag
        at_one, at_two = one.starts[rows] + np.maximum(-shift, 0), two.starts[rows] + np.maximum(shift, 0)
        found[rows, columns] = exact.pearson(one.series, two.series, at_one, at_two, one.shape.width, alike=alike)
    return found


def _half(staying: Side, sliding: Side, alike: bool) -> tuple[Floats, Flags]:
    """Return correlations at lags 0 and later of the one that slides, and which cells to take in two passes."""
    shape = staying.shape
    with_gaps = (staying.missing > 0) | (sliding.missing > 0)
    holes = np.flatnonzero(with_gaps & ~(staying.lost | sliding.lost))
    found, doubtful = np.full(sliding.norm.shape, np.nan), np.zeros(sliding.norm.shape, dtype=np.bool_)
    if not with_gaps.all():
        covariance = fft.irfft(staying.windows * sliding.blocks, shape.size, axis=1)[:, : shape.lag + 1]
        found = covariance / sliding.norm
        found[np.isnan(staying.norm[:, 0])] = np.nan
        doubtful = sliding.faint | (np.abs(found) > NEARLY_ONE)
        if alike:
            doubtful |= _perhaps_alike(staying, sliding, found)
    if holes.size:
        found[holes], doubtful[holes] = gapped.correlations(
            staying.series, staying.starts[holes], sliding.series, sliding.starts[holes], shape.width, shape.lag
        )
    return found, doubtful & ~_still(staying, sliding)


def _still(staying: Side, sliding: Side) -> Flags:
    return np.asarray(staying.spread.constant[staying.starts][:, np.newaxis] | sliding.spread.constant[sliding.at])


def _perhaps_alike(staying: Side, sliding: Side, found: Floats) -> Flags:
    """Say where at most one sample can differ.

    Then the sum of differences squared is the sum of squared differences; rounding is allowed for generously, because
    each such cell is counted exactly afterwards.
    """
    width = staying.shape.width
    own, other = staying.norm[:, :1], sliding.norm
    together = own * own + other * other
    apart = width * (staying.mean[:, :1] - sliding.mean)
    rounding = width * np.finfo(np.float64).eps * 4 * (np.abs(staying.mean[:, :1]) + np.abs(sliding.mean))
    excess = apart * apart * ((width - 1) / width) - (together - 2 * found * own * other)
    return np.asarray(np.abs(excess) <= 2e-6 * together + 5e6 * rounding * rounding)
