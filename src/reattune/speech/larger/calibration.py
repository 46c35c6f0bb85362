"""From a prediction to the share of sessions rated low among those predicted alike (Platt's logistic curve)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit

Numbers = NDArray[np.float64]
FOLDS = 5
BANDS = (("weak", 0.5), ("moderate", 0.6), ("strong", 0.7))
"""Where a band begins: this share of the sessions from there on was rated low."""
LEAST = 20
"""Fewer sessions make no band."""
WITHIN = (0.1, 0.9)
"""Four in five lie between."""


@dataclass(frozen=True, slots=True)
class Slope:
    """The curve: its height at 0 and its steepness."""

    height: float
    steepness: float

    def share(self, found: Numbers) -> Numbers:
        """Return the share rated low for each prediction."""
        return np.asarray(expit(self.height + self.steepness * found))


@dataclass(frozen=True, slots=True)
class Band:
    """Of sessions told at least the share `at`, `precision` were rated low; measured on raters not learned from."""

    name: str
    at: float
    precision: float
    sessions: int


def bands(shares: Numbers, low: Numbers) -> list[dict[str, Any]]:
    """Return the bands that could be measured, the lowest first, as plain data.

    Args:
        shares: what was told of each session by a model and a curve that do not know its rater.
        low: 1 where a session was rated low, else 0.
    """
    order = np.argsort(-shares, kind="stable")
    precision = np.cumsum(low[order]) / np.arange(1, len(order) + 1)
    found = []
    for name, wanted in BANDS:
        reached = np.flatnonzero(precision >= wanted) + 1
        many = int(reached[-1]) if len(reached) else 0
        if many >= LEAST:
            found.append(asdict(Band(name, float(shares[order][many - 1]), float(precision[many - 1]), many)))
    return found


def calibrate(found: Numbers, low: Numbers) -> Slope:
    """Return the curve that fits best, with Platt's allowance for few sessions.

    Args:
        found: predictions for sessions the model had not learned from.
        low: 1 where a session was rated low, else 0.
    """
    many, others = float(low.sum()), float((1 - low).sum())
    wanted = np.where(low > 0, (many + 1) / (many + 2), 1 / (others + 2))
    middle, spread = float(found.mean()), float(found.std()) or 1.0
    steps = (found - middle) / spread

    def loss(values: Numbers) -> float:
        line = values[0] + values[1] * steps
        return float(np.logaddexp(0, line).sum() - (wanted * line).sum())

    height, steepness = minimize(loss, np.zeros(2), method="BFGS").x
    return Slope(float(height - steepness * middle / spread), float(steepness / spread))


def unseen_chances(found: Numbers, low: Numbers, groups: Sequence[str]) -> Numbers:
    """Return shares for each session from a curve that knows nobody of its group."""
    _names, places = np.unique(np.asarray(groups), return_inverse=True)
    shares = np.zeros(len(found))
    for fold in range(FOLDS):
        other = places % FOLDS == fold
        if other.any():
            shares[other] = calibrate(found[~other], low[~other]).share(found[other])
    return shares
