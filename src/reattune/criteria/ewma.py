"""The exponentially weighted moving average chart: recent sessions together, held against all before each of them."""

import numpy as np
from numpy.typing import ArrayLike

from reattune.criteria import checked, earlier
from reattune.criteria.marked import Bools, Criterion, Marked, Scale, Status
from reattune.criteria.recorded import half_way, record
from reattune.errors import ReattuneError
from reattune.language import _

FEWEST = 4
"""Earlier sessions that each is held against, at the least."""

WEIGHT = 0.2
SIGMAS = 3.0


def ewma(
    scores: ArrayLike,
    scale: Scale,
    *,
    weight: float = WEIGHT,
    sigmas: float = SIGMAS,
    ended: bool | Bools = False,
) -> Marked:
    """Mark the sessions at which the weighted average of recent scores is far below what was usual before.

    Args:
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's.
        weight: of the newest session, above 0 and up to 1.
        sigmas: distance of the lower limit from the centre, in standard deviations of the average.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        The marks. The statistic is the average's distance below 0 in its own standard deviations, the cut-off is
        `sigmas`; repaired when half of the way to the earlier mean is made good.

    Raises:
        ReattuneError: a score is wrong, or a setting is out of its range.

    Source:
        Roberts 1959, from memory. Holding each session against the mean and standard deviation of all before it (at
        least four), the lower side alone, and the way back are our own choice.
    """
    if not 0.0 < weight <= 1.0:
        raise ReattuneError(_("weight is {given}; give a number above 0 and up to 1.").format(given=f"{weight:g}"))
    checked.above_zero("sigmas", sigmas)
    values = checked.higher_is_better(scores, scale)
    standard = earlier.standardised(values, FEWEST)
    average, old = np.zeros(values.shape[:-1]), np.ones(values.shape[:-1])
    statistic = np.full(values.shape, np.nan)
    for session in range(values.shape[-1]):
        new = standard[..., session]
        known = ~np.isnan(new)
        average = np.where(known, weight * new + (1.0 - weight) * average, average)
        # (1 - weight)^(2 k) after k sessions: what is left of the certain start
        old = np.where(known, old * (1.0 - weight) ** 2, old)
        spread = np.sqrt(np.where(known, weight / (2.0 - weight) * (1.0 - old), np.nan))
        statistic[..., session] = -average / spread
    centre = earlier.mean(values)
    return record(values, centre, statistic, sigmas, half_way(values, centre), ended)


def _mark(scores: ArrayLike, scale: Scale, ended: bool | Bools = False) -> Marked:
    """Mark with the usual settings."""
    return ewma(scores, scale, ended=ended)


CRITERION = Criterion(
    name="ewma",
    said="a weighted average of recent scores far below what was usual before",
    parameters="weight 0.2, lower limit 3 standard deviations of the average (both from memory); mean and standard"
    " deviation of at least 4 earlier sessions, lower side only (our own choice)",
    citation="Roberts 1959",
    status=Status.FROM_MEMORY,
    note="Never published as a rupture criterion, as far as is known here.",
    fewest=FEWEST + 1,
    mark=_mark,
    causal=True,
)
