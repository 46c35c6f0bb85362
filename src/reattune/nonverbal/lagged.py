"""Windowed lagged correlation of two series: how alike they move, window by window, with either one going first.

Definition: `MEAccf` of rMEA 1.3.0 (its code was read; nothing of it is here; equal to its output on the fixtures).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.nonverbal.exact import Floats, Whole
from reattune.nonverbal.sides import Shape, Side, correlations

LARGEST = 10.0
"""Fisher's z is held between this and its negative, as in rMEA 1.3.0."""

AT_ONCE = 1 << 19
"""Samples of windows that are worked on at once, so that hours of movement take no more memory than minutes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How two series are held against each other; always told beside a figure.

    Args:
        per_second: values a second.
        lag: the largest lag, in seconds.
        window: seconds of one window.
        step: seconds from one window to the next.
        z: whether cells are Fisher's z rather than r.
        absolute: whether cells are without their sign (taken after z).
    """

    per_second: float
    lag: float = 5.0
    window: float = 60.0
    step: float = 10.0
    z: bool = True
    absolute: bool = False

    @property
    def shape(self) -> Shape:
        """Samples in a window and the largest lag."""
        return Shape(round(self.window * self.per_second), round(self.lag * self.per_second))

    @property
    def increment(self) -> int:
        """Samples from one window to the next."""
        return round(self.step * self.per_second)

    def __str__(self) -> str:
        return f"{self.window:g}/{self.step:g} s, lag {self.lag:g} s"


@dataclass(frozen=True, slots=True)
class Lagged:
    """Cells of one pair: a row a window, a column a lag; nan where a cell is missing.

    A positive lag: the second series follows, so the first one leads. A window's end does not include the lag.
    """

    cells: Floats
    lags_s: Floats
    starts_s: Floats
    settings: Settings

    @property
    def ends_s(self) -> Floats:
        """Where each window ends, in seconds."""
        return np.asarray(self.starts_s + self.settings.window)


def lagged(
    one: ArrayLike,
    two: ArrayLike,
    per_second: float,
    lag: float = 5.0,
    window: float = 60.0,
    step: float = 10.0,
    z: bool = True,
    absolute: bool = False,
) -> Lagged:
    """Return the correlation of two series in every window at every lag, equal to rMEA's to 1e-8 in every cell.

    Rules for missing values, in rMEA's order: a window's row is missing where more than half of its block (window and
    lag) is missing in either series; a cell is missing where fewer than two samples differ; what else is missing is
    dropped in pairs; a cell is missing where a side is constant. Status: rMEA 1.3.0, code read, output equal; that a
    row is missing where rMEA 1.3.0 stops is ours.

    Args:
        one: the first series (the client's), nan where missing.
        two: the second (the therapist's), as long.
        per_second: values a second.
        lag: the largest lag, in seconds.
        window: seconds of one window.
        step: seconds from one window to the next.
        z: whether cells are Fisher's z, held within 10.
        absolute: whether cells are without their sign.

    Returns:
        The cells; lags from the lowest, a positive lag meaning that the first series leads.

    Raises:
        ReattuneError: if the series differ in length, are too short for one window, or a setting is not usable.
    """
    settings = Settings(per_second, lag, window, step, z, absolute)
    first, second = pair(one, two)
    starts, shape = begins(first.size, settings), settings.shape
    cells = np.empty((starts.size, 2 * shape.lag + 1))
    for rows in parts(starts.size, shape.block, settings.increment):
        at = starts[rows]
        stretch = slice(int(at[0]), int(at[-1]) + shape.block)
        left, right = (Side(series[stretch], at - at[0], shape) for series in (first, second))
        cells[rows] = between(left, right, settings)
    return Lagged(cells, lags(settings), starts / per_second, settings)


def between(one: Side, two: Side, settings: Settings) -> Floats:
    """Return the cells of two series that were made ready at as many windows: the one way all of this room takes.

    Args:
        one: the first series.
        two: the second.
        settings: whether z, whether absolute.

    Returns:
        Cells `[windows, lags]`.
    """
    cells = correlations(one, two)
    cells[one.lost | two.lost] = np.nan
    if settings.z:
        cells = fisher(cells)
    return np.abs(cells) if settings.absolute else cells


def fisher(cells: Floats) -> Floats:
    """Return Fisher's z of correlations, held within 10.

    Args:
        cells: correlations; nan stays nan.

    Returns:
        As many values of z.
    """
    with np.errstate(divide="ignore"):
        return np.asarray(np.clip(np.arctanh(np.clip(cells, -1, 1)), -LARGEST, LARGEST))


def pair(one: ArrayLike, two: ArrayLike) -> tuple[Floats, Floats]:
    """Return two series as arrays of the same length.

    Args:
        one: the first.
        two: the second.

    Returns:
        Both, nan where missing.

    Raises:
        ReattuneError: if they differ in length or are no plain series.
    """
    first, second = np.asarray(one, dtype=np.float64), np.asarray(two, dtype=np.float64)
    if first.ndim != 1 or first.shape != second.shape:
        raise ReattuneError(
            _(
                "Two series of movement have {one} and {two} values. They have to be one value after another and"
                " equally long; give both for the same stretch of time."
            ).format(one=first.size, two=second.size)
        )
    return np.where(np.isinf(first), np.nan, first), np.where(np.isinf(second), np.nan, second)


def begins(samples: int, settings: Settings) -> Whole:
    """Return where windows begin, in samples: as many as have room for their largest lag.

    Args:
        samples: length of the series.
        settings: window, lag and step.

    Returns:
        The starts, at least one.

    Raises:
        ReattuneError: if there is no room for one, or a setting is not usable.
    """
    shape, increment = settings.shape, settings.increment
    if shape.width < 2 or shape.lag < 0 or increment < 1:  # noqa: PLR2004 - two values make the smallest window
        raise ReattuneError(
            _(
                "A window of {window:g} s, steps of {step:g} s and lags of {lag:g} s do not go with {rate:g} values"
                " a second. A window needs two values, a step one."
            ).format(window=settings.window, step=settings.step, lag=settings.lag, rate=settings.per_second)
        )
    if samples < shape.block:
        raise ReattuneError(
            _(
                "There are {have:.0f} s of movement; a window of {window:g} s with lags of {lag:g} s needs"
                " {need:.0f} s. Take a shorter window, or a longer stretch."
            ).format(
                have=samples / settings.per_second,
                window=settings.window,
                lag=settings.lag,
                need=shape.block / settings.per_second,
            )
        )
    return np.arange(0, samples - shape.block + 1, increment, dtype=np.int64)


def lags(settings: Settings) -> Floats:
    """Return the lags in seconds, from the lowest.

    Args:
        settings: the largest lag and the rate.

    Returns:
        One for each column of cells.
    """
    most = settings.shape.lag
    return np.asarray(np.arange(-most, most + 1) / settings.per_second)


def parts(count: int, block: int, increment: int) -> Iterator[slice]:
    """Return slices of windows, few enough each that hours of movement take no more memory than minutes.

    Args:
        count: how many windows there are.
        block: samples that one touches.
        increment: samples from one to the next.
    """
    rows = max(1, AT_ONCE // max(block, 2 * increment))
    return (slice(start, start + rows) for start in range(0, count, rows))
