"""What scores are usual for this person: an exact filter over a grid of levels and spreads.

Given the answer before, a score is Student-t around a level, drawn a part of the way (`carry`) towards that answer, and
cut into the attainable scores: the ends take the tails, so a ceiling is part of the model and probabilities sum to 1.
The level drifts slowly and may start afresh.
"""

from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr

from reattune.model import Scores
from reattune.noticing.usual import Floats, Ints
from reattune.noticing.weights import sized

JUMP = 0.0005
"""Chance, per observation, that a level starts afresh: ordinary life changes too."""
DRIFT = 0.014
"""Chance, per observation, that a level moves to each neighbouring grid point."""
LEVELS = 49
SPREADS = (0.3, 0.5, 0.8, 1.25, 2.0, 3.2)
SPREAD_SD = 0.5
"""Spread (in logs) of people's own variability around the prior's `within`."""
TAIL_DF = 12.0
"""Degrees of freedom of one person's scores around their level."""
SHIFTS: tuple[tuple[float, ...], ...] = ((1.0,), (2.0,), (3.0,), (5.0, 8.0, 12.0))
"""Sizes of a changed level, in own standard deviations; the last stands for anything further."""
TEACHING = 3
"""Answers that only teach: before them nobody can be said to have a usual level."""
KEEPS = 0.95
"""How much of the evidence for a lasting change is kept from one answer to the next: what is new is looked for."""
NO_ANSWER = -1
"""Stands for the answer before where the last session had none."""
PATTERNS_KEPT = 12


class ScoresUsual:
    """A local level on the attainable scores, for `R` relationships.

    Args:
        pattern: attainable scores, the directions of falls and rises, and what the prior says of carry.
        prior: each relationship's prior over the grid (see `score_prior`), shape `[R, P]`.
        bank: how many frozen beliefs are kept.
    """

    def __init__(self, pattern: Scores, prior: Floats, bank: int) -> None:
        self.pattern = pattern
        self._grid = _grid(pattern)
        self.directions, self.sizes = self._grid.directions, self._grid.sizes
        self.joint = (False,) * len(self.sizes)
        self.teaching, self.keeps = TEACHING, KEEPS
        self.lasting, self.once = sized(self.directions, self.sizes)
        self.start: Floats = prior
        self.belief: Floats = prior.copy()
        self.bank: Floats = np.repeat(prior[None], bank, axis=0)
        self.extra: Floats | None = None
        self._last: Ints = np.full(len(prior), NO_ANSWER, dtype=np.int64)
        self._since: Ints = np.zeros(len(prior), dtype=np.int64)

    def _believed(self) -> Floats:
        if self.extra is None:
            return self.belief
        weighed: Floats = self.belief * np.exp(self.extra - self.extra.max(axis=1, keepdims=True))
        weighed /= weighed.sum(axis=1, keepdims=True)
        return weighed

    def _before(self) -> Ints:
        """Return the last session's answer `[R]`, or that there was none."""
        return np.where(self._since <= 1, self._last, NO_ANSWER)

    def freeze(self, slot: int) -> None:
        """Keep the present belief in the bank's `slot`; a new session begins."""
        self.bank[slot] = self._believed()
        self._since += 1

    def ratios(self, code: Ints, group: Ints) -> tuple[Floats, Floats]:
        """Return (probability of what was seen `[R]`, changed/usual ratios `[J, R, A]`)."""
        del group
        now, before = self._believed(), self._before()
        chance = np.empty(len(code))
        changed = np.empty((*self.bank.shape[:2], len(self.sizes)))
        for last in np.unique(before):
            usual, shifted = self._grid.given(int(last))
            for value in np.unique(code[before == last]):
                rows = np.flatnonzero((before == last) & (code == value))
                chance[rows] = now[rows] @ usual[value]
                changed[:, rows] = self.bank[:, rows] @ shifted[:, value]
        return chance, changed / chance[None, :, None]

    def every(self, group: Ints) -> tuple[Floats, Floats]:
        """Return the same for everything that could be seen: `[X, R]` (sums to 1) and `[X, J, R, A]`."""
        del group
        now, before = self._believed(), self._before()
        bank, size, changes = len(self.bank), self.pattern.size, len(self.sizes)
        chance = np.empty((size, len(now)))
        ratio = np.empty((size, bank, len(now), changes))
        for last in np.unique(before):
            rows = np.flatnonzero(before == last)
            usual, shifted = self._grid.given(int(last))
            chance[:, rows] = usual @ now[rows].T
            changed = self.bank[:, rows] @ shifted.reshape(len(shifted), -1)
            ratio[:, :, rows] = changed.reshape(bank, len(rows), size, changes).transpose(2, 0, 1, 3)
        ratio /= chance[:, None, :, None]
        return chance, ratio

    def chances(self) -> Floats:
        """Return the probability of each score that could be seen next `[X, R]`, and nothing of changes."""
        now, before = self._believed(), self._before()
        chance = np.empty((self.pattern.size, len(now)))
        for last in np.unique(before):
            rows = np.flatnonzero(before == last)
            chance[:, rows] = self._grid.given(int(last))[0] @ now[rows].T
        return chance

    def common(self, chance: Floats, code: Ints) -> Floats:
        """Return the probability of all scores at most as likely as the one seen `[R]`."""
        own = np.take_along_axis(chance, code[None], axis=0)
        alike: Floats = np.where(chance <= own * (1.0 + 1e-9), chance, 0.0).sum(axis=0)
        return alike

    def log_likelihood(self, code: int) -> Floats:
        """Return the log likelihood of one score, by itself, over the grid `[1, P]`."""
        logs: Floats = np.log(self._grid.given(NO_ANSWER)[0][code])
        return logs[None]

    def learn(self, code: Ints, group: Ints, seen: NDArray[np.bool_]) -> None:
        """Update the belief by what was seen, then let the level move on, where `seen`."""
        del group
        before = self._before()
        likely = np.empty_like(self.belief)
        for last in np.unique(before):
            rows = before == last
            likely[rows] = self._grid.given(int(last))[0][code[rows]]
        belief = self.belief * likely
        belief /= belief.sum(axis=1, keepdims=True)
        moved = (1.0 - JUMP) * _drift(belief) + JUMP * self.start
        self.belief = np.where(seen[:, None], moved, self.belief)
        self._last = np.where(seen, code, self._last)
        self._since = np.where(seen, 0, self._since)


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
    """The tables of one pattern: likelihoods `[X, P]` as usual and `[P, X, A]` changed, given the answer before."""

    def __init__(self, pattern: Scores) -> None:
        self.pattern = pattern
        level, spread = np.meshgrid(level_grid(pattern), pattern.within * np.array(SPREADS), indexing="ij")
        self.level, self.spread = level.ravel(), spread.ravel()
        sides = [(-1.0, pattern.falls), (1.0, pattern.rises)]
        self._kept = [(sign, direction) for sign, direction in sides if direction is not None]
        self.directions = tuple(direction for _, direction in self._kept for _ in SHIFTS)
        self.sizes = tuple(size for _ in self._kept for size in range(len(SHIFTS)))
        self._given: dict[int, tuple[Floats, Floats]] = {}

    def given(self, last: int) -> tuple[Floats, Floats]:
        """Return the tables for one answer before (its code, or `NO_ANSWER`), kept once made."""
        if last not in self._given:
            self._given[last] = self._tables(last)
        return self._given[last]

    def _tables(self, last: int) -> tuple[Floats, Floats]:
        carry = 0.0 if last == NO_ANSWER else self.pattern.carry
        answer = self.pattern.minimum + self.pattern.step * last
        centre = self.level + carry * (answer - self.level)
        spread = self.spread * np.sqrt(1.0 - carry**2)
        changed = [
            np.mean([_attainable(self.pattern, centre + sign * shift * self.spread, spread) for shift in sizes], axis=0)
            for sign, _ in self._kept
            for sizes in SHIFTS
        ]
        return _attainable(self.pattern, centre, spread), np.ascontiguousarray(np.stack(changed, axis=2).swapaxes(0, 1))


@lru_cache(maxsize=PATTERNS_KEPT)
def _grid(pattern: Scores) -> _Grid:
    """Return the tables of a pattern, kept while in use."""
    return _Grid(pattern)


def level_grid(pattern: Scores) -> Floats:
    """Return the grid of levels `[LEVELS]`: the whole range, and one usual spread beyond either end."""
    return np.linspace(pattern.minimum - pattern.within, pattern.maximum + pattern.within, LEVELS)


@cache
def _below() -> tuple[Floats, Floats]:
    """Return a table of the Student-t distribution function: looked up, not reckoned anew for every score."""
    place = np.linspace(-30.0, 30.0, 12_001)
    return place, stdtr(TAIL_DF, place)


def _attainable(pattern: Scores, level: Floats, spread: Floats) -> Floats:
    """Return probabilities of each attainable score `[X, P]` for each level and spread; columns sum to 1."""
    edges = pattern.minimum + pattern.step * (np.arange(pattern.size - 1) + 0.5)
    scale = spread * np.sqrt((TAIL_DF - 2.0) / TAIL_DF)
    below = np.interp((edges[:, None] - level) / scale, *_below(), left=0.0, right=1.0)
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
