"""What is usual for this person: exact Bayesian predictive distributions, for many relationships at once.

Both models keep, for each of `R` relationships, a belief about that person's own pattern. Each can be frozen into a
bank of `J` earlier beliefs, so that a change is measured against the usual as it was before the change began.
"""

from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr

from reattune.model import Direction, Outcomes, Scores, Tilt

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

JUMP = 0.0005
"""Chance, per observation, that a level starts afresh: ordinary life changes too."""
DRIFT = 0.014
"""Chance, per observation, that a level moves to each neighbouring grid point."""
LEVELS = 49
SPREADS = (0.3, 0.5, 0.8, 1.25, 2.0)
SPREAD_SD = 0.5
"""Spread (in logs) of people's own variability around the prior's `within`."""
TAIL_DF = 6.0
"""Degrees of freedom of one person's scores around their level."""
SHIFTS: tuple[tuple[float, ...], ...] = ((1.0,), (2.0,), (3.0,), (5.0, 8.0, 12.0))
"""Sizes of a changed level, in own standard deviations; the last stands for anything further."""


class Usual(Protocol):
    """A belief about what is usual, for `R` relationships."""

    directions: tuple[Direction, ...]
    sizes: tuple[int, ...]
    joint: tuple[bool, ...]
    """Which changes are several outcomes' together."""

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
                return usual, seen[:, :, None] * self._tilts.T[code] / (frozen @ self._tilts.T)
            case Tilt.HAZARD:
                paid = frozen[:, :, :1]
                slower = paid * self._tilts[:, 0]
                still = (1.0 - slower) / np.maximum(1.0 - paid, 1e-12)
                return usual, seen[:, :, None] * np.where((code == 0)[None, :, None], self._tilts[:, 0], still)

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


class ScoresUsual:
    """A local level on the attainable scores: an exact filter over a grid of levels and spreads.

    A person's scores are Student-t around a level, cut into the attainable scores (the ends take the tails, so a
    ceiling is part of the model and probabilities sum to 1). The level drifts slowly and may start afresh.

    Args:
        pattern: attainable scores and the directions of falls and rises.
        prior: each relationship's prior over the grid (see `score_prior`), shape `[R, P]`.
        bank: how many frozen beliefs are kept.
    """

    def __init__(self, pattern: Scores, prior: Floats, bank: int) -> None:
        self.pattern = pattern
        grid = _grid(pattern)
        self._usual, self._changed, self._every = grid.usual, grid.changed, grid.every
        self.directions, self.sizes = grid.directions, grid.sizes
        self.joint = (False,) * len(grid.sizes)
        self.start: Floats = prior
        self.belief: Floats = prior.copy()
        self.bank: Floats = np.repeat(prior[None], bank, axis=0)
        self.extra: Floats | None = None

    def _believed(self) -> Floats:
        if self.extra is None:
            return self.belief
        weighed: Floats = self.belief * np.exp(self.extra - self.extra.max(axis=1, keepdims=True))
        weighed /= weighed.sum(axis=1, keepdims=True)
        return weighed

    def freeze(self, slot: int) -> None:
        """Keep the present belief in the bank's `slot`."""
        self.bank[slot] = self._believed()

    def ratios(self, code: Ints, group: Ints) -> tuple[Floats, Floats]:
        """Return (probability of what was seen `[R]`, changed/usual ratios `[J, R, A]`)."""
        del group
        now = self._believed()
        if len(code) == 1:
            only = int(code[0])
            usual = now @ self._usual[only]
            return usual, (self.bank @ self._changed[only]) / usual[None, :, None]
        usual = np.einsum("rp,rp->r", now, self._usual[code])
        changed = np.empty((*self.bank.shape[:2], len(self.directions)))
        for value in np.unique(code):
            rows = np.flatnonzero(code == value)
            changed[:, rows] = self.bank[:, rows] @ self._changed[value]
        return usual, changed / usual[None, :, None]

    def every(self, group: Ints) -> tuple[Floats, Floats]:
        """Return the same for everything that could be seen: `[X, R]` (sums to 1) and `[X, J, R, A]`."""
        del group
        chance = self._usual @ self._believed().T
        size, changes = len(chance), len(self.directions)
        changed = (self.bank @ self._every).reshape(*self.bank.shape[:2], size, changes).transpose(2, 0, 1, 3)
        return chance, changed / chance[:, None, :, None]

    def common(self, chance: Floats, code: Ints) -> Floats:
        """Return the probability of all scores at most as likely as the one seen `[R]`."""
        own = np.take_along_axis(chance, code[None], axis=0)
        alike: Floats = np.where(chance <= own * (1.0 + 1e-9), chance, 0.0).sum(axis=0)
        return alike

    def log_likelihood(self, code: int) -> Floats:
        """Return the log likelihood of one score over the grid `[1, P]`."""
        logs: Floats = np.log(self._usual[code])
        return logs[None]

    def learn(self, code: Ints, group: Ints, seen: NDArray[np.bool_]) -> None:
        """Update the belief by what was seen, then let the level move on, where `seen`."""
        del group
        belief = self.belief * self._usual[code]
        belief /= belief.sum(axis=1, keepdims=True)
        moved = _drift(belief)
        moved = (1.0 - JUMP) * moved + JUMP * self.start
        self.belief = np.where(seen[:, None], moved, self.belief)


def _drift(belief: Floats) -> Floats:
    """Let each level pass a little to its neighbours; the ends keep what would leave."""
    levels = belief.reshape(len(belief), LEVELS, len(SPREADS))
    moved = (1.0 - 2.0 * DRIFT) * levels
    moved[:, 1:] += DRIFT * levels[:, :-1]
    moved[:, :-1] += DRIFT * levels[:, 1:]
    moved[:, 0] += DRIFT * levels[:, 0]
    moved[:, -1] += DRIFT * levels[:, -1]
    drifted: Floats = moved.reshape(belief.shape)
    return drifted


class _Grid:
    """The tables of one pattern: likelihoods `[X, P]` as usual and `[X, P, A]` changed."""

    def __init__(self, pattern: Scores) -> None:
        self.levels = level_grid(pattern)
        self.spreads = pattern.within * np.array(SPREADS)
        level, spread = (grid.ravel() for grid in np.meshgrid(self.levels, self.spreads, indexing="ij"))
        self.usual = _attainable(pattern, level, spread)
        sides = [(-1.0, pattern.falls), (1.0, pattern.rises)]
        kept = [(sign, direction) for sign, direction in sides if direction is not None]
        self.directions = tuple(direction for _, direction in kept for _ in SHIFTS)
        self.sizes = tuple(size for _ in kept for size in range(len(SHIFTS)))
        tables = [
            np.mean([_attainable(pattern, level + sign * shift * spread, spread) for shift in sizes], axis=0)
            for sign, _ in kept
            for sizes in SHIFTS
        ]
        self.changed = np.stack(tables, axis=2)
        self.every = np.ascontiguousarray(self.changed.transpose(1, 0, 2)).reshape(len(level), -1)


@lru_cache(maxsize=32)
def _grid(pattern: Scores) -> _Grid:
    """Return the tables of a pattern, kept while in use."""
    return _Grid(pattern)


def level_grid(pattern: Scores) -> Floats:
    """Return the grid of levels `[LEVELS]`: the whole range, and one usual spread beyond either end."""
    return np.linspace(pattern.minimum - pattern.within, pattern.maximum + pattern.within, LEVELS)


def _attainable(pattern: Scores, level: Floats, spread: Floats) -> Floats:
    """Return probabilities of each attainable score `[X, P]` for each level and spread; columns sum to 1."""
    edges = pattern.minimum + pattern.step * (np.arange(pattern.size - 1) + 0.5)
    scale = spread * np.sqrt((TAIL_DF - 2.0) / TAIL_DF)
    below = stdtr(TAIL_DF, (edges[:, None] - level) / scale)
    inside: Floats = np.maximum(np.diff(below, axis=0, prepend=0.0, append=1.0), 1e-12)
    return inside


def score_prior(pattern: Scores) -> Floats:
    """Return the prior over the grid `[P]` from the pattern's centre, between and within (all in score units)."""
    levels = level_grid(pattern)
    over_level = np.exp(-0.5 * ((levels - pattern.centre) / pattern.between) ** 2)
    over_spread = np.exp(-0.5 * (np.log(np.array(SPREADS)) / SPREAD_SD) ** 2)
    both = np.outer(over_level, over_spread).ravel()
    weights: Floats = both / both.sum()
    return weights
