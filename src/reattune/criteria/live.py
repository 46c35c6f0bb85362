"""What a criterion would have said at the time: each session judged by the series up to and with it, no further."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from reattune.criteria import checked
from reattune.criteria.marked import Criterion, Floats, Ints, Marked, Scale


def statistics(criterion: Criterion | Callable[..., Marked], scores: ArrayLike, scale: Scale) -> Floats:
    """Return how far from usual a criterion would have called each series, session by session.

    Args:
        criterion: a criterion, or a function that marks as one does.
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's.

    Returns:
        `[..., T]`: the largest statistic over the sessions up to t of the series up to t, -inf where there is none. A
        causal criterion is asked once, any other T times; what that says of a session it may take back later, so that
        a cut-off is matched to the largest value of each series and not to its last.

    Raises:
        ReattuneError: a score is wrong, or the scale lacks what the criterion needs.
    """
    values = checked.on_scale(scores, scale)
    mark = criterion.mark if isinstance(criterion, Criterion) else criterion
    if isinstance(criterion, Criterion) and criterion.causal:
        so_far: Floats = np.maximum.accumulate(mark(values, scale).statistic, axis=-1)
        return so_far
    found = np.full(values.shape, -np.inf)
    for session in range(values.shape[-1]):
        found[..., session] = mark(values[..., : session + 1], scale).statistic.max(axis=-1)
    return found


def first_alarm(
    criterion: Criterion | Callable[..., Marked], scores: ArrayLike, scale: Scale, *, cutoff: float | None = None
) -> Ints:
    """Return the session at which a criterion would first have marked anything.

    Args:
        criterion: a criterion, or a function that marks as one does.
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's.
        cutoff: another cut-off than the criterion's own, to compare criteria at equal false alarms.

    Returns:
        Its index `[...]`, -1 where it never would have. What was marked then may itself be an earlier session.

    Raises:
        ReattuneError: as `statistics`.
    """
    values = checked.on_scale(scores, scale)
    if not values.shape[-1]:
        return np.full(values.shape[:-1], -1, dtype=np.int64)
    found = statistics(criterion, values, scale)
    if cutoff is None:
        mark = criterion.mark if isinstance(criterion, Criterion) else criterion
        cutoff = mark(values[..., :1], scale).cutoff
    reached = found >= cutoff
    return np.where(reached.any(axis=-1), reached.argmax(axis=-1), -1)
