"""The same breaks through the change-point library `ruptures`, an optional part, as a check by independent hands."""

from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from reattune.criteria import checked, segments
from reattune.criteria.breaks import alone
from reattune.criteria.earlier import SAME
from reattune.criteria.marked import Bools, Floats, Marked, Scale
from reattune.criteria.segments import Partition
from reattune.errors import ReattuneError
from reattune.language import _


def library_partitions(scores: ArrayLike) -> tuple[Partition, ...]:
    """Return the best division of one series for each number of breaks, as the library finds it.

    Args:
        scores: `[T]` in score units, nan where not answered (passed over).

    Returns:
        As `breaks.partitions`.

    Raises:
        ReattuneError: the library is not installed, a score is no number, or there is more than one series.

    Source:
        Dynp with cost "l2" of the Python library ruptures; the choice by BIC is ours, as in `breaks`.
    """
    return _divided(_library(), alone(scores))


def library_breaks(scores: ArrayLike, scale: Scale, *, ended: bool | Bools = False) -> Marked:
    """Mark the sessions at which the mean of the series steps down, as the library finds them.

    Args:
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        As `breaks.mean_breaks`, one series after the other.

    Raises:
        ReattuneError: the library is not installed, or a score is wrong.

    Source:
        As `library_partitions`.
    """
    library, values = _library(), checked.higher_is_better(scores, scale)
    starts, gain = np.zeros(values.shape, dtype=bool), np.full((*values.shape[:-1], 1), np.nan)
    for where in np.ndindex(values.shape[:-1]):
        found = _divided(library, values[where])
        if found:
            best = min(found[1:], key=lambda one: one.bic)
            gain[where] = found[0].bic - best.bic
            starts[where][np.flatnonzero(~np.isnan(values[where]))[list(best.breaks)]] = True
    return segments.steps_down(values, starts, gain, ended)


def _library() -> Any:
    """Return the library, or say how to get it."""
    try:
        return import_module("ruptures")
    except ImportError:
        message = _('This needs the library ruptures; run: pip install "reattune[research]"')
        raise ReattuneError(message) from None


def _divided(library: Any, values: Floats) -> tuple[Partition, ...]:
    """Return the divisions of one series."""
    dense = values[~np.isnan(values)]
    sessions = len(dense)
    if sessions < segments.FEWEST or np.ptp(dense) <= SAME:
        return ()
    search = library.Dynp(model="l2", min_size=segments.shortest(sessions), jump=1).fit(dense)
    breaks = [()] + [tuple(search.predict(n_bkps=many)[:-1]) for many in range(1, segments.most(sessions) + 1)]
    rss = np.array([_left_over(dense, one) for one in breaks])
    prices = segments.bic(rss, rss[:1], sessions)
    return tuple(
        Partition(tuple(int(each) for each in one), float(left), float(price))
        for one, left, price in zip(breaks, rss, prices, strict=True)
    )


def _left_over(dense: Floats, breaks: tuple[int, ...]) -> float:
    """Return the sum of squares around the means of the stretches."""
    return sum(float(((part - part.mean()) ** 2).sum()) for part in np.split(dense, list(breaks)))
