"""Seeded draws that give the same numbers on every machine and every Python."""

import random
from collections.abc import Mapping
from statistics import NormalDist

_STANDARD = NormalDist()


class Draw:
    """A stream of chances of its own, named by its seed and what it is for."""

    def __init__(self, *names: object) -> None:
        self._random = random.Random("/".join(map(str, names)))

    def chance(self, probability: float) -> bool:
        """Return True with this probability."""
        return self._random.random() < probability

    def normal(self) -> float:
        """Return a standard normal number."""
        return _STANDARD.inv_cdf(min(max(self._random.random(), 1e-9), 1 - 1e-9))

    def between(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def word(self, weights: Mapping[str, float]) -> str:
        """Return one of the words, each in proportion to its weight."""
        left = self._random.random() * sum(weights.values())
        for word, weight in weights.items():
            left -= weight
            if left < 0:
                return word
        return next(reversed(list(weights)))
