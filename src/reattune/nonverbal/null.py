"""What chance gives: the same figures with one series turned round in time, so that each keeps its own rhythm.

Status: ours. It needs no other recordings. "Not above chance" is a result, and the usual one in ten minutes.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.nonverbal import exact
from reattune.nonverbal.exact import Floats, Whole
from reattune.nonverbal.lagged import Settings, begins, between, pair, parts
from reattune.nonverbal.sides import Shape, Side
from reattune.nonverbal.summaries import Statistic, of_totals, totals

LEAST = 30.0
"""Seconds that a series is turned by at the least, in either direction."""

FEWEST = 100
"""Shifts below which no probability is given."""

ONE_IN = 0.05
TOTALS = 5
"""Figures that `summaries.totals` returns."""


@dataclass(frozen=True, slots=True)
class Against:
    """One figure against chance.

    Args:
        statistic: which figure.
        observed: the figure itself.
        mean: its mean over the shifts.
        deviation: its standard deviation over the shifts.
        z: how far observed lies from the mean, in standard deviations; nan where there is no spread.
        p: how often chance is as far from its mean, in either direction, the observed counted in; nan with no figure.
    """

    statistic: Statistic
    observed: float
    mean: float
    deviation: float
    z: float
    p: float

    @property
    def beyond(self) -> bool | None:
        """Whether it lies beyond what one shift in twenty gives, in either direction; None where it cannot be told."""
        return None if np.isnan(self.p) else self.p <= ONE_IN

    @property
    def above(self) -> bool | None:
        """Whether it lies beyond, and higher than chance; None where it cannot be told."""
        return None if np.isnan(self.p) else self.p <= ONE_IN and self.observed > self.mean


@dataclass(frozen=True, slots=True)
class Null:
    """The figures of one pair, each against its own shifts.

    `shifts` are in seconds: by how much the second series was turned. `settings` belong beside every figure.
    """

    against: tuple[Against, ...]
    shifts: tuple[float, ...]
    settings: Settings

    def of(self, statistic: Statistic) -> Against:
        """Return one figure against chance.

        Args:
            statistic: which.

        Returns:
            The figure.
        """
        return next(each for each in self.against if each.statistic is statistic)

    def named(self, statistic: Statistic) -> str:
        """Return the figure's name with its settings, as in "max Z, 60/10 s, lag 5 s".

        Args:
            statistic: which.

        Returns:
            The name.
        """
        return f"{statistic}, {self.settings}"


def shifted(
    one: ArrayLike,
    two: ArrayLike,
    per_second: float,
    lag: float = 5.0,
    window: float = 60.0,
    step: float = 10.0,
    *,
    shifts: int = FEWEST,
    least: float = LEAST,
    seed: int = 0,
    holes: float = 1.0,
) -> Null:
    """Hold the three figures of a pair against the same figures with the second series turned round in time.

    Args:
        one: the first series, nan where missing.
        two: the second, as long.
        per_second: values a second.
        lag: the largest lag, in seconds.
        window: seconds of one window.
        step: seconds from one window to the next.
        shifts: how many different shifts, 100 or more.
        least: seconds that it is turned by at the least, in either direction.
        seed: what the shifts are drawn from.
        holes: the share of a window of either series above which it is left out, as observed and in every shift.

    Returns:
        Each figure with its mean and spread over the shifts, z, and a two-sided p.

    Raises:
        ReattuneError: if the series are too short for a window or for so many shifts, or fewer than 100 are asked for.
    """
    settings = Settings(per_second, lag, window, step)
    first, second = pair(one, two)
    starts, shape = begins(first.size, settings), settings.shape
    turns = _drawn(first.size, settings, shifts, least, seed)
    around = np.concatenate((second, second[: shape.block]))
    own, other = exact.spread(first, shape.width), exact.spread(around, shape.width)
    added = np.zeros((1 + turns.size, TOTALS))
    starts = _there(own, starts, shape, holes)
    for rows in parts(starts.size, shape.block, settings.increment):
        still = Side(first, starts[rows], shape, own, holes)
        for place, turn in enumerate((0, *turns.tolist())):
            turned = Side(around, (starts[rows] + turn) % first.size, shape, other, holes)
            added[place] += totals(between(still, turned, settings))
    observed, *chance = (of_totals(each) for each in added)
    told = (_against(name, observed[name], np.array([each[name] for each in chance])) for name in Statistic)
    return Null(tuple(told), tuple((turns / per_second).tolist()), settings)


def _there(own: exact.Spread, starts: Whole, shape: Shape, holes: float) -> Whole:
    """Return the windows that the first series, which is never turned, has data enough for."""
    missing = own.gaps[starts + shape.width] - own.gaps[starts]
    return np.asarray(starts[missing <= holes * shape.width])


def _drawn(samples: int, settings: Settings, shifts: int, least: float, seed: int) -> Whole:
    nearest = int(np.ceil(max(least, 0) * settings.per_second))
    room = samples - 2 * nearest + 1
    if shifts < FEWEST or room < shifts:
        raise ReattuneError(
            _(
                "{have:.0f} s of movement do not allow {shifts} different shifts of at least {least:g} s in both"
                " directions. Give a longer stretch; {fewest} shifts are the fewest that say anything."
            ).format(have=samples / settings.per_second, shifts=shifts, least=least, fewest=FEWEST)
        )
    drawn = np.random.default_rng(seed).choice(room, shifts, replace=False)
    return np.asarray(drawn + nearest, dtype=np.int64)


def _against(statistic: Statistic, observed: float, chance: Floats) -> Against:
    present = chance[~np.isnan(chance)]
    if np.isnan(observed) or present.size < FEWEST:
        return Against(statistic, observed, np.nan, np.nan, np.nan, np.nan)
    mean, deviation = float(present.mean()), float(present.std(ddof=1))
    as_far = int((np.abs(present - mean) >= abs(observed - mean)).sum())
    z = (observed - mean) / deviation if deviation > 0 else np.nan
    return Against(statistic, observed, mean, deviation, z, (1 + as_far) / (1 + present.size))
