"""What is usual for this person: exact Bayesian predictive distributions, for many relationships at once.

Both models keep, for each of `R` relationships, a belief about that person's own pattern: of outcomes here, of
scores in `levels`. Each can be frozen into a bank of `J` earlier beliefs, so that a change is measured against the
usual as it was before the change began.
"""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from reattune.model import Direction, Outcomes, Tilt
from reattune.noticing.weights import even

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Usual(Protocol):
    """A belief about what is usual, for `R` relationships."""

    directions: tuple[Direction, ...]
    sizes: tuple[int, ...]
    joint: tuple[bool, ...]
    """Which changes are several outcomes' together."""
    teaching: int
    """How many observations only teach what is usual before any attention is spent on the stream."""
    keeps: float
    """How much of the evidence for a lasting change is kept from one sighting to the next."""
    lasting: Floats
    once: Floats
    """How each direction's attention is shared among its changes `[A]`: for lasting changes, and for one odd session;
    for each direction both together sum to 1."""

    def freeze(self, slot: int) -> None:
        """Keep the present belief in the bank's `slot`."""

    def ratios(self, code: Ints, group: Ints) -> tuple[Floats, Floats]:
        """Return (probability of what was seen `[R]`, changed/usual ratios `[J, R, A]`)."""
        ...

    def every(self, group: Ints) -> tuple[Floats, Floats]:
        """Return the same for everything that could be seen: `[X, R]` (sums to 1) and `[X, J, R, A]`."""
        ...

    def common(self, chance: Floats, code: Ints) -> Floats:
        """Return how common what was seen is `[R]` (see `model.Seen`), from the `chance` of `every`."""
        ...

    def learn(self, code: Ints, group: Ints, seen: NDArray[np.bool_]) -> None:
        """Take what was seen into the belief, where `seen`."""


class OutcomesUsual:
    """Dirichlet-multinomial: one vector of counts per group of outcomes.

    Each outcome named in the pattern's changes may become likelier by itself; where a direction has several, they
    may also become likelier together, each still counted for itself.

    Args:
        pattern: the outcomes, their default prior and the changes looked for.
        mean: prior means, shape `[R, G, C]`.
        strength: prior strength in observations, shape `[R]`.
        bank: how many frozen beliefs are kept.
    """

    def __init__(self, pattern: Outcomes, mean: Floats, strength: Floats, bank: int) -> None:
        self.pattern = pattern
        self.counts: Floats = mean * strength[:, None, None]
        self.bank: Floats = np.repeat(self.counts[None], bank, axis=0)
        changes = _changes(pattern)
        self.directions = tuple(direction for _, _, direction, _ in changes)
        self.sizes = tuple(size for _, size, _, _ in changes)
        self.joint = tuple(together for _, _, _, together in changes)
        self.teaching, self.keeps = 1, 1.0
        self.lasting, self.once = even(self.directions)
        self._tilts: Floats = np.array([tilt for tilt, _, _, _ in changes])
        self.extra: Floats | None = None
        self._rows = np.arange(len(mean))

    def _believed(self) -> Floats:
        return self.counts if self.extra is None else self.counts + self.extra

    def freeze(self, slot: int) -> None:
        """Keep the present belief in the bank's `slot`."""
        self.bank[slot] = self._believed()

    def ratios(self, code: Ints, group: Ints) -> tuple[Floats, Floats]:
        """Return (probability of what was seen `[R]`, changed/usual ratios `[J, R, A]`)."""
        now = self._believed()[self._rows, group]
        usual = now[self._rows, code] / now.sum(axis=1)
        frozen = self.bank[:, self._rows, group]
        frozen = frozen / frozen.sum(axis=2, keepdims=True)
        seen = frozen[:, self._rows, code] / usual
        match self.pattern.tilt:
            case Tilt.ODDS:
                return usual, self._trusted(seen[:, :, None] * self._tilts.T[code] / (frozen @ self._tilts.T))
            case Tilt.HAZARD:
                paid = frozen[:, :, :1]
                slower = paid * self._tilts[:, 0]
                still = (1.0 - slower) / np.maximum(1.0 - paid, 1e-12)
                tilted = np.where((code == 0)[None, :, None], self._tilts[:, 0], still)
                return usual, self._trusted(seen[:, :, None] * tilted)

    def _trusted(self, ratio: Floats) -> Floats:
        """Return evidence mixed with none as far as the pattern does not trust single observations."""
        trust = self.pattern.trust
        return ratio if trust == 1.0 else 1.0 - trust + trust * ratio

    def every(self, group: Ints) -> tuple[Floats, Floats]:
        """Return the same for everything that could be seen: `[X, R]` (sums to 1) and `[X, J, R, A]`."""
        size = len(self._rows)
        both = [self.ratios(np.full(size, code), group) for code in range(len(self.pattern.labels))]
        return np.array([chance for chance, _ in both]), np.array([ratio for _, ratio in both])

    def common(self, chance: Floats, code: Ints) -> Floats:
        """Return the probability of what was seen `[R]`."""
        own: Floats = chance[code, self._rows]
        return own

    def learn(self, code: Ints, group: Ints, seen: NDArray[np.bool_]) -> None:
        """Add one count where `seen`."""
        self.counts[self._rows[seen], group[seen], code[seen]] += 1.0


def _changes(pattern: Outcomes) -> list[tuple[list[float], int, Direction, bool]]:
    """Return every change looked for: its tilt of each outcome, size, direction, and whether outcomes tilt together."""
    found = []
    by_direction: dict[Direction, set[int]] = {}
    for outcome, direction in pattern.changes:
        by_direction.setdefault(direction, set()).add(outcome)
        for size, factor in enumerate(pattern.factors):
            found.append((_tilt(pattern, {outcome}, factor), size, direction, False))
    for direction, outcomes in by_direction.items():
        if len(outcomes) > 1:
            powers = pattern.together or (1.0,) * len(pattern.labels)
            for size, factor in enumerate(pattern.factors):
                tilt = [factor ** powers[index] if index in outcomes else 1.0 for index in range(len(powers))]
                found.append((tilt, size, direction, True))
    return found


def _tilt(pattern: Outcomes, outcomes: set[int], factor: float) -> list[float]:
    """Return what each outcome's odds (or, for a hazard, probability) are multiplied by."""
    change = factor if pattern.tilt is Tilt.ODDS else 1.0 / factor
    return [change if index in outcomes else 1.0 for index in range(len(pattern.labels))]
