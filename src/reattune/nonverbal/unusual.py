"""How unusual something is for the session it lies in: held against chance orders of the same session."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import mannwhitneyu

DRAWS = 400
SEED = 20_201


def cluster(times: Sequence[float], seconds: float, within: float, least: int) -> tuple[int, int, float] | None:
    """Return the densest run of events, and how often as dense a run comes up by chance.

    Args:
        times: when the events are, in time order.
        seconds: how long the session is.
        within: seconds that a run spans at most.
        least: events of a run.

    Returns:
        The first and the last event of the run, and the part of `DRAWS` random placings of as many events that hold as
        many within as short a time; None where no run has enough events.
    """
    at = np.asarray(times, np.float64)
    if len(at) < least or seconds <= within:
        return None
    upto = np.searchsorted(at, at + within, side="right")
    counts = upto - np.arange(len(at))
    first = int(np.argmax(counts))
    count = int(counts[first])
    if count < least:
        return None
    drawn = np.sort(np.random.default_rng(SEED).uniform(0, seconds, (DRAWS, len(at))), axis=1)
    tight = (drawn[:, count - 1 :] - drawn[:, : len(at) - count + 1]).min(axis=1)
    return first, first + count - 1, float((1 + np.sum(tight <= within)) / (1 + DRAWS))


def run(flags: Sequence[bool], least: int) -> tuple[int, int, float] | None:
    """Return the longest run of true values, and how often one as long comes up when the same values are shuffled.

    Args:
        flags: in time order.
        least: values of a run.

    Returns:
        The first and the last of the run, and the part of `DRAWS` shuffles with a run as long; None without a run.
    """
    values = np.asarray(flags, bool)
    length, last = _longest(values)
    if length < least:
        return None
    draw = np.random.default_rng(SEED)
    as_long = sum(_longest(draw.permutation(values))[0] >= length for _ in range(DRAWS))
    return last - length + 1, last, float((1 + as_long) / (1 + DRAWS))


def _longest(values: NDArray[np.bool_]) -> tuple[int, int]:
    ends = np.flatnonzero(np.diff(np.concatenate([[False], values, [False]]).astype(np.int8)))
    if not len(ends):
        return 0, 0
    lengths = ends[1::2] - ends[::2]
    best = int(np.argmax(lengths))
    return int(lengths[best]), int(ends[1::2][best]) - 1


def lower(few: Sequence[float], many: Sequence[float]) -> float:
    """Return how often, in random orders, `few` values would lie as low among `many` others (one-sided rank test).

    Args:
        few: the values.
        many: the values they are held against.
    """
    return float(mannwhitneyu(few, many, alternative="less").pvalue)
