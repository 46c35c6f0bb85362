"""Breaks in the mean by least squares (Bai & Perron): the best division for each number of breaks, chosen by BIC."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from reattune.criteria import checked, segments
from reattune.criteria.earlier import SAME
from reattune.criteria.marked import Bools, Criterion, Floats, Ints, Marked, Scale, Status
from reattune.criteria.recorded import nothing
from reattune.criteria.segments import Partition
from reattune.errors import ReattuneError
from reattune.language import _

CELLS = 2_000_000
"""How many costs are held at once; more series are taken in turn."""


@dataclass(frozen=True, slots=True)
class _Best:
    """The best divisions of series of `n` answers, by number of breaks m.

    `rss` is `[G, M + 1]`; `last`, `[M + 1, G, n + 1]`, is where the last break before each end stands.
    """

    rss: Floats
    last: Ints


def partitions(scores: ArrayLike) -> tuple[Partition, ...]:
    """Return the best division of one series for each number of breaks.

    Args:
        scores: `[T]` in score units, nan where not answered (passed over).

    Returns:
        Divisions with 0, 1, 2 ... breaks; empty under 15 answers, or where all are the same. The one with the lowest
        `bic` is chosen.

    Raises:
        ReattuneError: a score is no number, or there is more than one series.

    Source:
        Bai-Perron by dynamic programming; shortest stretch 15 % and BIC as in R's strucchange (verified: reproduces
        its output for the series Nile). At most five breaks are looked for.
    """
    values = alone(scores)
    dense = values[~np.isnan(values)][None, :]
    sessions = dense.shape[-1]
    if sessions < segments.FEWEST or np.ptp(dense) <= SAME:
        return ()
    best = _divide(dense)
    prices = segments.bic(best.rss, best.rss[:, :1], sessions)
    return tuple(
        Partition(
            breaks=tuple(int(one) for one in np.flatnonzero(_starts(best, np.array([number]))[0])),
            rss=float(best.rss[0, number]),
            bic=float(prices[0, number]),
        )
        for number in range(best.rss.shape[1])
    )


def mean_breaks(scores: ArrayLike, scale: Scale, *, ended: bool | Bools = False) -> Marked:
    """Mark the sessions at which the mean of the series steps down for good or for a while.

    Args:
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        The marks, at the first session of the lower stretch. The statistic is the gain in BIC over no break at all, for
        the best number of breaks; the cut-off is 0. Nothing is said under 15 answers.

    Raises:
        ReattuneError: a score is wrong.

    Source:
        As `partitions`; marking steps down, and the way back (a later stretch makes good half of the step), are our own
        choice.
    """
    values = checked.higher_is_better(scores, scale)
    if not values.size:
        return nothing(values, 0.0)
    flat = values.reshape(-1, values.shape[-1])
    starts, gain = np.zeros(flat.shape, dtype=bool), np.full((len(flat), 1), np.nan)
    for who in _alike(flat):
        order = np.argsort(np.isnan(flat[who]), axis=-1, kind="stable")
        sessions = int((~np.isnan(flat[who[0]])).sum())
        best = _divide(np.take_along_axis(flat[who], order, axis=-1)[:, :sessions])
        prices = segments.bic(best.rss, best.rss[:, :1], sessions)
        chosen = 1 + prices[:, 1:].argmin(axis=-1)
        gain[who, 0] = prices[:, 0] - prices[np.arange(len(who)), chosen]
        here = np.zeros((len(who), flat.shape[-1]), dtype=bool)
        np.put_along_axis(here, order[:, :sessions], _starts(best, chosen)[:, :sessions], axis=-1)
        starts[who] = here
    shape = values.shape
    return segments.steps_down(values, starts.reshape(shape), gain.reshape((*shape[:-1], 1)), ended)


def alone(scores: ArrayLike) -> Floats:
    """Return one series, checked.

    Args:
        scores: `[T]` in score units.

    Returns:
        The scores `[T]`.

    Raises:
        ReattuneError: a score is no number, or there is more than one series.
    """
    values = checked.series(scores)
    if values.ndim != 1:
        raise ReattuneError(_("This looks at one series at a time; give the scores of one person."))
    return values


def _alike(flat: Floats) -> Iterator[Ints]:
    """Yield the rows of series with equally many answers, enough of them and not all the same, a few at a time."""
    count = (~np.isnan(flat)).sum(axis=-1)
    highest = np.fmax.reduce(flat, axis=-1, initial=-np.inf)
    differs = highest > np.fmin.reduce(flat, axis=-1, initial=np.inf) + SAME
    for sessions in np.unique(count[(count >= segments.FEWEST) & differs]):
        rows = np.flatnonzero((count == sessions) & differs)
        each = max(1, CELLS // int(sessions + 1) ** 2)
        yield from (rows[start : start + each] for start in range(0, len(rows), each))


def _divide(dense: Floats) -> _Best:
    """Return the best divisions of series `[G, n]` without gaps."""
    series, sessions = dense.shape
    cost = _costs(dense)
    value = cost[:, 0, :].copy()
    rss, last = [value[:, -1]], [np.zeros((series, sessions + 1), dtype=np.int64)]
    for _number in range(segments.most(sessions)):
        through = value[:, :, None] + cost
        last.append(through.argmin(axis=1))
        value = np.take_along_axis(through, last[-1][:, None, :], axis=1)[:, 0, :]
        rss.append(value[:, -1])
    return _Best(np.stack(rss, axis=-1), np.stack(last))


def _costs(dense: Floats) -> Floats:
    """Return the sum of squares around the mean of every stretch from a up to b, `[G, n + 1, n + 1]`."""
    series, sessions = dense.shape
    # around the first answer and not the mean: whole numbers stay exact, so that equal divisions stay equal
    centred = dense - dense[:, :1]
    sums, squares = np.zeros((2, series, sessions + 1))
    np.cumsum(centred, axis=-1, out=sums[:, 1:])
    np.cumsum(centred**2, axis=-1, out=squares[:, 1:])
    place = np.arange(sessions + 1)
    length = place[None, :] - place[:, None]
    allowed = length >= segments.shortest(sessions)
    within = squares[:, None, :] - squares[:, :, None]
    within -= (sums[:, None, :] - sums[:, :, None]) ** 2 / np.maximum(length, 1)
    return np.where(allowed, np.maximum(within, 0.0), np.inf)


def _starts(best: _Best, number: Ints) -> Bools:
    """Return where the stretches of a division into so many breaks begin, `[G, n + 1]`, without the first."""
    most, series, ends = best.last.shape
    starts = np.zeros((series, ends), dtype=bool)
    rows, end = np.arange(series), np.full(series, ends - 1)
    for left in range(most - 1, 0, -1):
        here = number >= left
        end = np.where(here, best.last[left, rows, end], end)
        starts[rows[here], end[here]] = True
    return starts


def _mark(scores: ArrayLike, scale: Scale, ended: bool | Bools = False) -> Marked:
    """Mark steps down."""
    return mean_breaks(scores, scale, ended=ended)


CRITERION = Criterion(
    name="mean-breaks",
    said="a step down of the mean that is worth its price",
    parameters="number of breaks by BIC, shortest stretch 15 % of the answers (verified); at most five breaks, steps"
    " down only, repaired when a later stretch makes good half of the step (our own choice)",
    citation="Bai-Perron as in R's strucchange; partitioning as a family: Eubanks-Carter, Gorman & Muran 2012",
    status=Status.VERIFIED,
    note="Needs long series: it says nothing under 15 answers.",
    fewest=segments.FEWEST,
    mark=_mark,
)
