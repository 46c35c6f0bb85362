"""How sure a figure is: 95 % intervals by drawing whole clients (or videos) again, never single dialogues."""

from collections.abc import Callable, Sequence

import numpy as np
from scipy.stats import rankdata
from sklearn.metrics import average_precision_score, roc_auc_score

DRAWS = 500
Figure = Callable[[np.ndarray, np.ndarray], float]


def pearson(truth: np.ndarray, said: np.ndarray) -> float:
    return float(np.corrcoef(truth, said)[0, 1])


def spearman(truth: np.ndarray, said: np.ndarray) -> float:
    return pearson(rankdata(truth), rankdata(said))


def auc(truth: np.ndarray, said: np.ndarray) -> float:
    return float(roc_auc_score(truth, said))


def precision(truth: np.ndarray, said: np.ndarray) -> float:
    return float(average_precision_score(truth, said))


def error(truth: np.ndarray, said: np.ndarray) -> float:
    return float(np.abs(truth - said).mean())


def within(truth: np.ndarray, said: np.ndarray, raters: Sequence[int]) -> float:
    """Return r after each rater's mean is taken away from both."""
    _names, number = np.unique(raters, return_inverse=True)
    counts = np.bincount(number)
    left = [values - (np.bincount(number, values) / counts)[number] for values in (truth, said)]
    return pearson(*left)


def interval(figure: Figure, truth: np.ndarray, said: np.ndarray, clusters: Sequence[int]) -> tuple[float, float]:
    """Return the 95 % interval of a figure by cluster bootstrap (500 draws, seed 0)."""
    drawn = [figure(truth[rows], said[rows]) for rows in draws(clusters)]
    lower, upper = np.percentile(drawn, (2.5, 97.5))
    return float(lower), float(upper)


def draws(clusters: Sequence[int], count: int = DRAWS, seed: int = 0) -> list[np.ndarray]:
    """Return rows of so many draws of whole clusters."""
    generator = np.random.default_rng(seed)
    members = [np.flatnonzero(np.asarray(clusters) == one) for one in np.unique(clusters)]
    picked = generator.integers(0, len(members), (count, len(members)))
    return [np.concatenate([members[index] for index in one]) for one in picked]
