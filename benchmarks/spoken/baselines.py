"""What must stand beside every result: the mean, length alone, and the 14 figures that need no words."""

from collections.abc import Sequence

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.preprocessing import StandardScaler

from reattune.speech.dynamics import FEATURES, dynamics, features
from spoken.kokoro import LOW, Dialogue, folds, scores

TURNS = FEATURES.index("turns")


def figures(found: Sequence[Dialogue], share: float = 1.0) -> np.ndarray:
    """Return dialogues by the 14 figures."""
    rows = [features(dynamics(one.transcript(share))) for one in found]
    return np.nan_to_num(np.array(rows, dtype=float))


def fitted(rows: np.ndarray, found: Sequence[Dialogue], by: str = "client") -> tuple[np.ndarray, np.ndarray]:
    """Return out-of-fold scores (ridge, penalty 10) and how likely low is (logistic, C .1), as in the reference."""
    truth = scores(found)
    said, low = np.zeros(len(truth)), np.zeros(len(truth))
    for learned, held in folds(found, by):
        scaler = StandardScaler().fit(rows[learned])
        before, after = scaler.transform(rows[learned]), scaler.transform(rows[held])
        said[held] = Ridge(alpha=10).fit(before, truth[learned]).predict(after)
        model = LogisticRegression(C=0.1, max_iter=300, class_weight="balanced").fit(before, truth[learned] < LOW)
        low[held] = model.predict_proba(after)[:, 1]
    return said, low


def mean(found: Sequence[Dialogue], by: str = "client") -> np.ndarray:
    """Return, for every dialogue, the mean score of the other folds."""
    truth = scores(found)
    said = np.zeros(len(truth))
    for learned, held in folds(found, by):
        said[held] = truth[learned].mean()
    return said
