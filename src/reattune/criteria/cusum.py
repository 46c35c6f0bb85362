"""The cumulative sum chart: small shortfalls add up until they are no longer small."""

import numpy as np
from numpy.typing import ArrayLike

from reattune.criteria import checked, earlier
from reattune.criteria.marked import Bools, Criterion, Marked, Scale, Status
from reattune.criteria.recorded import half_way, record
from reattune.errors import ReattuneError
from reattune.language import _

FEWEST = 4
"""Earlier sessions that each is held against, at the least."""

ALLOWANCE = 0.5
LIMIT = 4.0


def cusum(
    scores: ArrayLike,
    scale: Scale,
    *,
    allowance: float = ALLOWANCE,
    limit: float = LIMIT,
    ended: bool | Bools = False,
) -> Marked:
    """Mark the sessions at which the shortfalls so far have added up to too much.

    Args:
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's.
        allowance: shortfall a session that is not counted, in standard deviations.
        limit: the sum that is too much, in standard deviations.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        The marks. The statistic is the sum, which never falls below 0 and is not set back after a mark; repaired when
        half of the way to the earlier mean is made good.

    Raises:
        ReattuneError: a score is wrong, or a setting is out of its range.

    Source:
        Page 1954, from memory. Holding each session against the mean and standard deviation of all before it (at least
        four), the lower side alone, and the way back are our own choice.
    """
    if not 0.0 <= allowance < np.inf:
        raise ReattuneError(_("allowance is {given}; give a number from 0.").format(given=f"{allowance:g}"))
    checked.above_zero("limit", limit)
    values = checked.higher_is_better(scores, scale)
    standard = earlier.standardised(values, FEWEST)
    total = np.zeros(values.shape[:-1])
    statistic = np.full(values.shape, np.nan)
    for session in range(values.shape[-1]):
        new = standard[..., session]
        known = ~np.isnan(new)
        total = np.where(known, np.maximum(total - new - allowance, 0.0), total)
        statistic[..., session] = np.where(known, total, np.nan)
    centre = earlier.mean(values)
    return record(values, centre, statistic, limit, half_way(values, centre), ended)


def _mark(scores: ArrayLike, scale: Scale, ended: bool | Bools = False) -> Marked:
    """Mark with the usual settings."""
    return cusum(scores, scale, ended=ended)


CRITERION = Criterion(
    name="cusum",
    said="shortfalls against what was usual before that have added up",
    parameters="allowance 0.5 and limit 4 standard deviations (both from memory); mean and standard deviation of at"
    " least 4 earlier sessions, lower side only (our own choice)",
    citation="Page 1954",
    status=Status.FROM_MEMORY,
    note="Never published as a rupture criterion, as far as is known here. A marked session may itself be above the"
    " earlier mean: the sum remembers.",
    fewest=FEWEST + 1,
    mark=_mark,
    causal=True,
)
