"""How well predictions meet what people said: figures with intervals drawn over raters, never over sessions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

Numbers = NDArray[np.float64]
DRAWS = 500
SEED = 20260601
NOTHING = 1e-12
"""Less than this is rounding."""

Measure = Callable[[Numbers, Numbers], float]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure and where 95 % of its values lie when whole raters are drawn anew."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} ({self.low:.3f} to {self.high:.3f})"


def together(said: Numbers, predicted: Numbers) -> float:
    """Return the correlation (Pearson); 0 where one of the two does not vary."""
    if said.std() < NOTHING or predicted.std() < NOTHING:
        return 0.0
    return float(np.corrcoef(said, predicted)[0, 1])


def order(low: Numbers, predicted: Numbers) -> float:
    """Return how often a session rated low has the larger prediction than another (AUC), else a half."""
    positive = low > 0
    many, others = int(positive.sum()), int((~positive).sum())
    if not many or not others:
        return 0.5
    ranks = rankdata(predicted)
    return float((ranks[positive].sum() - many * (many + 1) / 2) / (many * others))


def within(said: Numbers, predicted: Numbers, raters: Sequence[str]) -> float:
    """Return the correlation after each rater's own mean is taken off both."""
    _names, places = np.unique(np.asarray(raters), return_inverse=True)
    return together(_less_means(said, places), _less_means(predicted, places))


def macro(codes: NDArray[np.int64], chosen: NDArray[np.int64], many: int) -> float:
    """Return the mean F1 over the codes."""
    found = []
    for code in range(many):
        hits = int(((codes == code) & (chosen == code)).sum())
        total = int((codes == code).sum() + (chosen == code).sum())
        found.append(2 * hits / total if total else 0.0)
    return float(np.mean(found))


def interval(measure: Callable[[NDArray[np.int64]], float], clusters: Sequence[str], draws: int = DRAWS) -> Figure:
    """Return a figure with its interval.

    Args:
        measure: gives the figure for some rows (their numbers; a row may come more than once).
        clusters: whose each row is.
        draws: how often clusters are drawn.
    """
    names, places = np.unique(np.asarray(clusters), return_inverse=True)
    rows = [np.flatnonzero(places == number) for number in range(len(names))]
    random = np.random.default_rng(SEED)
    values = [
        measure(np.concatenate([rows[number] for number in random.integers(0, len(rows), len(rows))]))
        for _draw in range(draws)
    ]
    low, high = np.quantile(values, (0.025, 0.975)) if values else (np.nan, np.nan)
    return Figure(measure(np.arange(len(places))), float(low), float(high))


def _less_means(values: Numbers, places: NDArray[np.int64]) -> Numbers:
    sums = np.bincount(places, values)
    return np.asarray(values - (sums / np.bincount(places))[places])
