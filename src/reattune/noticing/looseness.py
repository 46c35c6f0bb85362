"""How much of what is spent comes up where nothing has changed, found by going through imagined courses.

The guaranteed threshold promises that at most what is spent comes up, under the model; less does. The simulated one
uses the plain detectors and multiplies what a session spends by a factor, found here, with which about as much comes up
as the budget says. That is measured, in courses drawn from this practice's own model, and nothing is guaranteed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from reattune.model import Outcomes, Scores, Threshold
from reattune.noticing.evidence import Detectors
from reattune.noticing.imagined import begin, imagine, sightings
from reattune.noticing.usual import Floats, Ints, Usual

Patterns = tuple[Outcomes | Scores, ...]

PEOPLE, TICKS, SEED = 120, 80, 20260101
"""How many courses a factor is found from, how many sessions each has, and where their chance comes from."""
OTHER_SEED = 20260202
"""Where the chance of the courses comes from in which it is measured what comes up: never those of the factor."""
LARGEST = 20.0
"""No spend is ever multiplied by more."""
SPENDS: Floats = np.geomspace(0.002, 0.4, 12)
"""What the plain detectors are tried with; what comes up at other spends lies between."""
FINEST = 21
"""Attainable scores that a factor is found with at most; finer scales are cut into so many."""


@dataclass(frozen=True, slots=True)
class Used:
    """The share of what is spent that comes up, its standard error, and over how many imagined sessions."""

    share: float
    error: float
    sessions: int


def share_used(
    patterns: Sequence[Outcomes | Scores],
    spend: float,
    threshold: Threshold = Threshold.GUARANTEED,
    *,
    people: int = PEOPLE,
    ticks: int = TICKS,
    seed: int = OTHER_SEED,
) -> Used:
    """Return how much of what is spent comes up if nothing has changed, measured in imagined courses.

    Args:
        patterns: the usual patterns of a relationship's streams.
        spend: what a session may spend.
        threshold: guaranteed, or simulated (then with the factor).
        people: how many courses are imagined.
        ticks: how many sessions each has.
        seed: where chance comes from.

    Returns:
        The share: 1 where exactly as much comes up as is spent.
    """
    simulated = threshold is Threshold.SIMULATED
    tried = spend * (factor(patterns, spend) if simulated else 1.0)
    usuals = [begin(one, people) for one in patterns]
    detectors = Detectors(usuals, people, boosted=not simulated)
    came_up = _came_up(detectors, imagine(patterns, people, ticks, np.random.default_rng(seed)), np.full(people, tried))
    share = came_up / (spend * ticks)
    return Used(float(share.mean()), float(share.std(ddof=1) / np.sqrt(people)), people * ticks)


def pooled(found: Sequence[tuple[int, Used]]) -> Used:
    """Return several shares as one, each with its weight."""
    whole = sum(weight for weight, _ in found)
    share = sum(weight * used.share for weight, used in found) / whole
    error = sum((weight * used.error) ** 2 for weight, used in found) ** 0.5 / whole
    return Used(share, error, sum(used.sessions for _, used in found))


def factor(
    patterns: Sequence[Outcomes | Scores], spend: float, people: int = PEOPLE, ticks: int = TICKS, seed: int = SEED
) -> float:
    """Return by how much the plain detectors' spend may be multiplied so that about as much comes up as is spent.

    On the safe side: one standard error is added to what came up before it is compared with what is spent.

    Args:
        patterns: the usual patterns of a relationship's streams, with the frozen prior's figures.
        spend: what a session may spend.
        people: how many courses are imagined.
        ticks: how many sessions each has.
        seed: where chance comes from.

    Returns:
        A factor from 1 to 20, the same for the same input.
    """
    if not patterns or spend <= 0.0:
        return 1.0
    return _factor(tuple(patterns), float(f"{spend:.3g}"), people, ticks, seed)


@lru_cache(maxsize=4096)
def _factor(patterns: Patterns, spend: float, people: int, ticks: int, seed: int) -> float:
    rates = _rates(patterns, people, ticks, seed)
    if spend <= rates[0]:
        # Less comes up than at the least that was tried: taken to use the same share, which is more than it does.
        largest = SPENDS[0] / rates[0]
    else:
        largest = float(np.exp(np.interp(np.log(spend), np.log(rates), np.log(SPENDS)))) / spend
    return float(np.clip(largest, 1.0, LARGEST))


@lru_cache(maxsize=256)
def _rates(patterns: Patterns, people: int, ticks: int, seed: int) -> Floats:
    """Return how many noticings a session come up at each of `SPENDS`, and one standard error, never falling.

    The same courses are gone through at every spend, all at once: the model learns once, the detectors in copies.
    """
    coarse = [coarser(one) for one in patterns]
    codes = imagine(coarse, people, ticks, np.random.default_rng(seed))
    copies = len(SPENDS)
    detectors = Detectors([Copied(begin(one, people), copies) for one in coarse], people * copies)
    every = [np.tile(one, (copies, 1, 1)) for one in codes]
    came_up = _came_up(detectors, every, np.repeat(SPENDS, people)).reshape(copies, people)
    upper = (came_up.mean(axis=1) + came_up.std(axis=1, ddof=1) / np.sqrt(people)) / ticks
    rates: Floats = np.maximum.accumulate(np.maximum(upper, 1e-9) * (1.0 + 1e-9 * np.arange(copies)))
    return rates


def _came_up(detectors: Detectors, codes: Sequence[Ints], spend: Floats) -> Floats:
    """Return how many noticings come up in each course `[R]`."""
    found = np.zeros(detectors.size)
    for tick in range(codes[0].shape[1]):
        crossed = detectors.tick(spend, [sightings(one, tick) for one in codes]).total >= 1.0
        found += crossed
        if bool(crossed.any()):
            detectors.forget(crossed)
    return found


def coarser(pattern: Outcomes | Scores) -> Outcomes | Scores:
    """Return a pattern whose scores are cut into at most `FINEST`: what they weigh is hardly changed, the cost is."""
    if isinstance(pattern, Outcomes) or pattern.size <= FINEST:
        return pattern
    together = -(-(pattern.size - 1) // (FINEST - 1))
    steps = -(-(pattern.size - 1) // together)
    return replace(pattern, step=(pattern.maximum - pattern.minimum) / steps)


class Copied:
    """A usual pattern whose people stand in several copies, one after another: learned once, given to each copy."""

    def __init__(self, usual: Usual, copies: int) -> None:
        self._usual, self._copies = usual, copies
        self.directions, self.sizes, self.joint = usual.directions, usual.sizes, usual.joint
        self.teaching, self.keeps = usual.teaching, usual.keeps
        self.lasting, self.once = usual.lasting, usual.once

    def _first(self, of_all: NDArray[np.int64]) -> NDArray[np.int64]:
        return of_all[: len(of_all) // self._copies]

    def freeze(self, slot: int) -> None:
        """Keep the present belief in the bank's `slot`."""
        self._usual.freeze(slot)

    def ratios(self, code: Ints, group: Ints) -> tuple[Floats, Floats]:
        """Return the same as the pattern, for every copy."""
        chance, ratio = self._usual.ratios(self._first(code), self._first(group))
        return np.tile(chance, self._copies), np.tile(ratio, (1, self._copies, 1))

    def every(self, group: Ints) -> tuple[Floats, Floats]:
        """Return the same for everything that could be seen."""
        chance, ratio = self._usual.every(self._first(group))
        return np.tile(chance, (1, self._copies)), np.tile(ratio, (1, 1, self._copies, 1))

    def common(self, chance: Floats, code: Ints) -> Floats:
        """Return how common what was seen is."""
        people = len(code) // self._copies
        return np.tile(self._usual.common(chance[:, :people], self._first(code)), self._copies)

    def learn(self, code: Ints, group: Ints, seen: NDArray[np.bool_]) -> None:
        """Take what was seen into the belief, once."""
        self._usual.learn(self._first(code), self._first(group), seen[: len(seen) // self._copies])
