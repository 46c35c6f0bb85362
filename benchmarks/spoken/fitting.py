"""Choosing and fitting markers, on training rows alone: clipping, choice by strong ridge, ridge, Platt."""

from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge

from reattune.speech.markers.table import CLIPPED, MOST

CHOOSING = 3000.0
"""Ridge penalty while markers are left out one after another: strong, so that what is steady stays."""
FITTING = 1000.0
_AT_ONCE = 8
"""Each step leaves out one in so many, until as many are left as may be."""
_FREE = 1000.0


@dataclass(frozen=True)
class Scale:
    """Means and standard deviations of training rows; a value not known counts as the mean."""

    means: np.ndarray
    deviations: np.ndarray

    @classmethod
    def of(cls, rows: np.ndarray) -> "Scale":
        """Return the scale of training rows."""
        deviations = np.nanstd(rows, axis=0)
        return cls(np.nanmean(rows, axis=0), np.where(deviations > 0, deviations, 1.0))

    def clipped(self, rows: np.ndarray) -> np.ndarray:
        """Return rows in standard deviations, none beyond what still counts."""
        return np.clip(np.nan_to_num((rows - self.means) / self.deviations), -CLIPPED, CLIPPED)


def choose(rows: np.ndarray, scores: np.ndarray, most: int = MOST, penalty: float = CHOOSING) -> np.ndarray:
    """Return the columns that stay when the smallest coefficients are left out step by step."""
    scaled = Scale.of(rows).clipped(rows)
    kept = np.arange(rows.shape[1])
    while len(kept) > most:
        size = np.abs(Ridge(alpha=penalty).fit(scaled[:, kept], scores).coef_)
        leave = min(len(kept) - most, max(1, len(kept) // _AT_ONCE))
        kept = kept[np.sort(np.argsort(size)[leave:])]
    return kept


def ridge(rows: np.ndarray, scores: np.ndarray, penalty: float = FITTING) -> tuple[Scale, Ridge]:
    scale = Scale.of(rows)
    return scale, Ridge(alpha=penalty).fit(scale.clipped(rows), scores)


def out_of_fold(
    rows: np.ndarray, scores: np.ndarray, folds: list, *, choosing: np.ndarray | None = None, most: int = MOST
) -> np.ndarray:
    """Return predictions for rows never learned from; markers are chosen anew in every fold.

    With `choosing`, the choice is made on those rows (whole sessions) and the fit on `rows` (their first halves).
    """
    said = np.zeros(len(scores))
    for learned, held in folds:
        kept = choose((rows if choosing is None else choosing)[learned], scores[learned], most)
        scale, model = ridge(rows[learned][:, kept], scores[learned])
        said[held] = model.predict(scale.clipped(rows[held][:, kept]))
    return said


def platt(said: np.ndarray, is_low: np.ndarray) -> tuple[float, float]:
    """Return slope and offset of the logit of low on a predicted score."""
    model = LogisticRegression(C=_FREE, max_iter=1000).fit(said[:, None], is_low)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def calibrated(said: np.ndarray, is_low: np.ndarray, folds: list) -> np.ndarray:
    """Return calibrated shares of low, each from the other folds' predictions."""
    share = np.zeros(len(said))
    for learned, held in folds:
        slope, offset = platt(said[learned], is_low[learned])
        share[held] = 1 / (1 + np.exp(-(offset + slope * said[held])))
    return share
