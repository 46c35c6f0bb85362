"""Telling known voices apart: a linear discriminant whose covariance is shrunk as far as few examples call for."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Wide = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Discriminant:
    """Means of several voices, and what their covariance (the same for all) makes of a distance.

    Args:
        means: one row a voice.
        inverse: of the shrunk covariance within voices.
    """

    means: Wide
    inverse: Wide

    def distances(self, rows: Wide) -> Wide:
        """Return squared Mahalanobis distances, one row a stretch, one column a voice.

        Args:
            rows: what each stretch sounds like.
        """
        found = np.empty((len(rows), len(self.means)))
        for number, mean in enumerate(self.means):
            apart = rows - mean
            found[:, number] = ((apart @ self.inverse) * apart).sum(axis=1)
        return found

    def chances(self, rows: Wide) -> Wide:
        """Return how likely each voice is for each stretch, all having been as likely before.

        Args:
            rows: what each stretch sounds like.
        """
        distance = self.distances(rows)
        weight = np.exp(-0.5 * (distance - distance.min(axis=1, keepdims=True)))
        return np.asarray(weight / weight.sum(axis=1, keepdims=True))

    @property
    def separation(self) -> float:
        """How far the first two means lie apart, in standard deviations within voices."""
        apart = self.means[0] - self.means[1]
        return float(np.sqrt(apart @ self.inverse @ apart))

    def with_voice(self, mean: Wide) -> "Discriminant":
        """Return the same with one more voice.

        Args:
            mean: of that voice.
        """
        return Discriminant(np.vstack((self.means, mean)), self.inverse)


def fitted(groups: Sequence[Wide]) -> Discriminant:
    """Return the discriminant of voices.

    Args:
        groups: for each voice, what stretches of it sound like.
    """
    means: Wide = np.asarray([group.mean(axis=0) for group in groups], np.float64)
    within = np.vstack([group - mean for group, mean in zip(groups, means, strict=True)])
    return Discriminant(means, np.asarray(np.linalg.inv(shrunk(within)), np.float64))


def shrunk(apart: Wide) -> Wide:
    """Return the covariance of rows whose mean is zero, shrunk towards a multiple of the identity.

    How far is Ledoit and Wolf's (2004) estimate of what makes the expected squared error smallest.

    Args:
        apart: one row an example, centred.
    """
    count, size = apart.shape
    raw = apart.T @ apart / count
    middle = float(np.trace(raw)) / size
    spread = float(((raw - middle * np.eye(size)) ** 2).sum())
    wobble = float((((apart**2).sum(axis=1)) ** 2).sum() / count - (raw**2).sum()) / count
    share = 1.0 if spread <= 0 else min(1.0, max(0.0, wobble / spread))
    # A trace of everything keeps the inverse defined where nothing varies.
    return np.asarray((1 - share) * raw + (share * middle + 1e-9) * np.eye(size))
