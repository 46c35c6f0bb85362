"""How far two people's movements go together: window by window, and against the same movements shifted in time."""

from dataclasses import dataclass

import numpy as np

from reattune.nonverbal.energy import Floats
from reattune.nonverbal.lagged import Settings, lagged
from reattune.nonverbal.null import FEWEST, LEAST, shifted
from reattune.nonverbal.summaries import Statistic, summaries
from reattune.nonverbal.watched import Together

WINDOW, STEP, LAG = 60.0, 10.0, 5.0
"""Seconds. Ours: a loss shorter than a minute cannot be told from chance."""
SLOWEST = 1.0
"""Values a second below which lags of seconds cannot be told apart."""
HOLES = 0.1
"""Share of a window that may be missing; a window with more is missing."""
BAND = 20
"""Shifts whose windows make up the band."""
EDGES = (0.025, 0.975)


@dataclass(frozen=True, slots=True)
class Windows:
    """The windows of one session; nan where one is missing.

    Args:
        per_second: values a second of the series.
        starts: seconds at which they begin.
        max_z: the largest signed cell of each.
        absolute: the mean of each one's cells without their sign.
        best: the lag in seconds of the largest cell: above 0 the client's movement comes first.
        level: the correlation at lag 0.
    """

    per_second: float
    starts: Floats
    max_z: Floats
    absolute: Floats
    best: Floats
    level: Floats

    @property
    def middles(self) -> Floats:
        """The seconds in the middle of each."""
        return self.starts + WINDOW / 2

    def by_second(self, seconds: float) -> tuple[float | None, ...]:
        """Return the figure of the nearest window at each second, None where there is none or it is missing.

        Args:
            seconds: how long the recording is.
        """
        at = np.arange(int(np.ceil(seconds))) + 0.5
        # A step is not always whole seconds: at 29.97 values a second it is 10.01 s.
        step = float(self.starts[1] - self.starts[0]) if len(self.starts) > 1 else STEP
        nearest = np.clip(np.round((at - self.middles[0]) / step).astype(np.int64), 0, len(self.starts) - 1)
        near = np.abs(at - self.middles[nearest]) <= STEP
        values = np.where(near, self.max_z[nearest], np.nan)
        return tuple(None if np.isnan(one) else float(one) for one in values)


def windows(even: Floats, per_second: float) -> Windows | None:
    """Return the windows of two series; None where there is no room for one, or all are missing.

    Args:
        even: (n, 2), the client's and the therapist's, nan where missing.
        per_second: values a second.
    """
    settings = Settings(per_second, LAG, WINDOW, STEP)
    if per_second < SLOWEST or len(even) < settings.shape.block:
        return None
    found = lagged(even[:, 0], even[:, 1], per_second, LAG, WINDOW, STEP)
    out = _holed(even, settings, len(found.starts_s))
    found.cells[out] = np.nan
    told = summaries(found)
    if np.isnan(told.max_z).all():
        return None
    counts = np.maximum((~np.isnan(found.cells)).sum(axis=1), 1)
    absolute = np.where(np.isnan(told.max_z), np.nan, np.nansum(np.abs(found.cells), axis=1) / counts)
    return Windows(per_second, found.starts_s, told.max_z, absolute, told.best_lag, np.tanh(told.lag_zero))


def together(even: Floats, cells: Windows) -> Together | None:
    """Return the session against its own shifts; None where it is too short for them, or nothing can be told.

    Args:
        even: (n, 2), nan where missing.
        cells: its windows.
    """
    rate = cells.per_second
    if len(even) < max((2 * LEAST + WINDOW + LAG) * rate, 2 * np.ceil(LEAST * rate) + FEWEST):
        return None
    null = shifted(even[:, 0], even[:, 1], rate, LAG, WINDOW, STEP, holes=HOLES)
    of = null.of(Statistic.MAX_Z)
    if np.isnan(of.p) or np.isnan(of.z):
        return None
    low, high = _band(even, rate, null.shifts[:BAND])
    return Together(
        statistic=null.named(Statistic.MAX_Z),
        value=of.observed,
        chance=of.mean,
        z=of.z,
        p=of.p,
        shifts=FEWEST,
        strength=null.of(Statistic.MEAN_ABSOLUTE).observed,
        lead=float(np.nanmedian(cells.best)),
        usual=float(np.nanmedian(cells.max_z)),
        low=low,
        high=high,
    )


def _band(even: Floats, per_second: float, shifts: tuple[float, ...]) -> tuple[float, float]:
    """Return what 19 in 20 windows of shifted series lie between."""
    turned = (np.stack([even[:, 0], np.roll(even[:, 1], -round(one * per_second))], axis=1) for one in shifts)
    all_windows = [found.max_z for one in turned if (found := windows(one, per_second)) is not None]
    low, high = np.nanquantile(np.concatenate(all_windows), EDGES)
    return float(low), float(high)


def _holed(even: Floats, settings: Settings, count: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return which windows miss more than a tenth of either series."""
    gaps = np.concatenate((np.zeros((1, 2)), np.cumsum(np.isnan(even), axis=0)))
    starts = np.arange(count) * settings.increment
    width = settings.shape.width
    return np.asarray((gaps[starts + width] - gaps[starts]).max(axis=1) > HOLES * width)
