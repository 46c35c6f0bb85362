"""What a division of a series into stretches of constant mean says: its price, and where the mean stepped down."""

from dataclasses import dataclass

import numpy as np

from reattune.criteria.marked import Bools, Floats, Marked
from reattune.criteria.recorded import DIGITS, half_way, record

FEWEST = 15
"""Answered sessions under which a division has nothing to say."""

SHARE = 0.15
"""The shortest stretch, as a share of the answered sessions."""

MOST = 5
"""Breaks that are looked for, at the most."""

EXACT = 1e-12
"""What is left over, as a share of the whole, below which a division counts as exact: less is rounding."""


@dataclass(frozen=True, slots=True)
class Partition:
    """The best division of one series with so many breaks.

    `breaks` counts the answered sessions before each break; `rss` (score units squared) is what is left over.
    """

    breaks: tuple[int, ...]
    rss: float
    bic: float


def shortest(sessions: int) -> int:
    """Return the fewest answers that a stretch may have, 15 % of all, rounded down."""
    return int(SHARE * sessions)


def most(sessions: int) -> int:
    """Return the largest number of breaks that is tried: the shortest stretches must fit, and five are enough."""
    return min(MOST, -(-sessions // shortest(sessions)) - 2)


def bic(rss: Floats, whole: Floats, sessions: int) -> Floats:
    """Return the Bayesian information criterion of divisions with 0, 1, 2 ... breaks.

    Args:
        rss: residual sums of squares `[..., M]`, in score units squared.
        whole: that of the undivided series, `[..., 1]`, above 0.
        sessions: the number of answers n.

    Returns:
        `[..., M]`: n (ln RSS + 1 - ln n + ln 2 pi) + 2 (m + 1) ln n.
    """
    paid = 2.0 * (np.arange(rss.shape[-1]) + 1.0) * np.log(sessions)
    left = np.log(np.maximum(rss, EXACT * whole))
    found: Floats = sessions * (left + 1.0 - np.log(sessions) + np.log(2.0 * np.pi)) + paid
    return found


def steps_down(values: Floats, starts: Bools, gain: Floats, ended: bool | Bools) -> Marked:
    """Mark the first session of each stretch whose mean is lower than that of the stretch before.

    Args:
        values: `[..., T]` in score units, higher is better, nan where not answered.
        starts: whether a new stretch begins at a session, `[..., T]`; only answered sessions, never the first.
        gain: what the division is worth, BIC undivided minus BIC divided, `[..., 1]`; nan where there is none.
        ended: whether each therapy is over.

    Returns:
        The marks. The statistic is the gain, the cut-off 0; repaired where a later stretch makes good half of the step.
    """
    level = _levels(values, np.cumsum(starts, axis=-1))
    before = np.full(values.shape, np.nan)
    before[..., 1:] = _filled(level)[..., :-1]
    down = np.round(before - level, DIGITS) > 0.0
    statistic = np.where(starts & down, gain, np.nan)
    return record(level, before, statistic, 0.0, half_way(level, before), ended)


def _levels(values: Floats, stretch: np.ndarray) -> Floats:
    """Return the mean of each session's stretch, nan where not answered."""
    answered = ~np.isnan(values)
    level = np.full(values.shape, np.nan)
    for number in range(int(stretch.max(initial=0)) + 1):
        inside = answered & (stretch == number)
        total = np.where(inside, values, 0.0).sum(axis=-1, keepdims=True)
        mean = total / np.maximum(inside.sum(axis=-1, keepdims=True), 1)
        level = np.where(inside, mean, level)
    return level


def _filled(level: Floats) -> Floats:
    """Return levels carried on over sessions without an answer."""
    place = np.maximum.accumulate(np.where(np.isnan(level), 0, np.arange(level.shape[-1])), axis=-1)
    return np.take_along_axis(level, place, axis=-1)
