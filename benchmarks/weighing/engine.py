"""Reattune's own detectors over many courses at once, as `noticing.watch` runs them over one."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from reattune.model import Direction, Outcomes, Scores
from reattune.noticing.evidence import Detectors, Sighting
from reattune.noticing.imagined import begin
from reattune.noticing.weights import ORDER

NEVER = 1_000_000
"""Stands for a session that never came."""
AWAY = ORDER.index(Direction.AWAY)
BISECTIONS = 9
LEAST, MOST = 1e-4, 0.6


@dataclass(frozen=True)
class Stream:
    """One stream of many courses: codes `[R, T]`, or `[R, T, K]` where K rows arrive at a tick, each of its own group.

    -1 where there is nothing; `weight` is lambda and `foreseen` where a reason was known before, both as the codes.
    """

    pattern: Outcomes | Scores
    codes: np.ndarray
    weight: np.ndarray | None = None
    foreseen: np.ndarray | None = None


@dataclass
class Rung:
    """What came up: the first tick away per course, all by direction, and for each its tick, course and N."""

    first: np.ndarray
    by_direction: np.ndarray
    ticks: int
    rung: list[tuple[int, int, float]] = field(default_factory=list)

    @property
    def per_thousand(self) -> float:
        """Noticings per 1,000 ticks."""
        return 1000.0 * float(self.by_direction.sum()) / self.ticks


def go(streams: Sequence[Stream], spend: float, *, boosted: bool = True, once: bool = False) -> Rung:
    """Go through all courses tick by tick; `once` also reckons N, as `watch` does, from the unboosted evidence."""
    people, ticks = streams[0].codes.shape[:2]
    detectors = Detectors([begin(one.pattern, people) for one in streams], people, boosted=boosted)
    plain = Detectors([begin(one.pattern, people) for one in streams], people) if once else None
    found = Rung(np.full(people, NEVER), np.zeros(len(ORDER), dtype=int), people * ticks)
    spent = np.full(people, spend)
    for tick in range(ticks):
        seen = [sightings(one, tick) for one in streams]
        tally = detectors.tick(spent, seen)
        unboosted = plain.tick(spent, seen).total if plain else tally.total
        crossed = tally.total >= 1.0
        if not crossed.any():
            continue
        direction = tally.by_direction.argmax(axis=0)
        found.by_direction += np.bincount(direction[crossed], minlength=len(ORDER))
        away = crossed & (direction == AWAY)
        found.first = np.where(away & (found.first == NEVER), tick, found.first)
        found.rung += [(tick, int(row), max(1.0, unboosted[row]) / spend) for row in np.flatnonzero(crossed)]
        detectors.forget(crossed)
        if plain:
            plain.forget(crossed)
    return found


def matched(streams: Sequence[Stream], rate: float, *, boosted: bool = True) -> float:
    """Return the spend at which a share `rate` of these unchanged courses has a noticing away."""
    low, high = LEAST, MOST
    for _ in range(BISECTIONS):
        middle = float(np.sqrt(low * high))
        if (go(streams, middle, boosted=boosted).first < NEVER).mean() > rate:
            high = middle
        else:
            low = middle
    return low


def sightings(one: Stream, tick: int) -> list[Sighting]:
    """Return what of one stream arrives at a tick, in the order of its groups."""
    rows = one.codes[:, tick] if one.codes.ndim == 3 else one.codes[:, tick, None]
    found = []
    for group in range(rows.shape[1]):
        code = rows[:, group]
        found.append(
            Sighting(
                code=np.maximum(code, 0),
                group=np.full(len(code), group),
                seen=code >= 0,
                weight=np.ones(len(code)) if one.weight is None else one.weight[:, tick],
                foreseen=np.zeros(len(code), dtype=bool) if one.foreseen is None else one.foreseen[:, tick],
            )
        )
    return found
