"""Courses in which nothing has changed, drawn from the model itself: what usual patterns would bring by themselves."""

from collections.abc import Sequence

import numpy as np

from reattune.model import Outcomes, Scores
from reattune.noticing.evidence import ONSETS, Sighting
from reattune.noticing.levels import ScoresUsual, score_prior
from reattune.noticing.usual import Floats, Ints, OutcomesUsual

NOTHING = -1
"""Stands where nothing is seen."""


def begin(pattern: Outcomes | Scores, people: int, bank: int = ONSETS) -> OutcomesUsual | ScoresUsual:
    """Return what is usual at the start, for `people` of whom nothing is known yet."""
    match pattern:
        case Outcomes():
            mean = np.repeat(np.array([pattern.mean]), people, axis=0)
            return OutcomesUsual(pattern, mean, np.full(people, pattern.strength), bank)
        case Scores():
            return ScoresUsual(pattern, np.repeat(score_prior(pattern)[None], people, axis=0), bank)


def imagine(patterns: Sequence[Outcomes | Scores], people: int, ticks: int, rng: np.random.Generator) -> list[Ints]:
    """Return courses in which nothing has changed, drawn from the model's own predictive distributions.

    Args:
        patterns: the usual patterns, one for each stream; streams are independent, as the model takes them to be.
        people: how many courses.
        ticks: how many sessions each.
        rng: where chance comes from.

    Returns:
        For each pattern its codes `[R, T, G]`, by session and group, `NOTHING` where nothing is seen. A pattern with
        several groups is a bill at every session: each later stretch is seen one session later, and only while the
        bill is unpaid (code 1).
    """
    return [_drawn(pattern, people, ticks, rng) for pattern in patterns]


def sightings(codes: Ints, tick: int) -> list[Sighting]:
    """Return what of one stream arrives at a session, in the order of its groups, with full weight."""
    rows = codes[:, tick]
    return [
        Sighting(
            code=np.maximum(code, 0),
            group=np.full(len(code), group),
            seen=code != NOTHING,
            weight=np.ones(len(code)),
            foreseen=np.zeros(len(code), dtype=bool),
        )
        for group, code in enumerate(rows.T)
        if bool((code != NOTHING).any())
    ]


def _drawn(pattern: Outcomes | Scores, people: int, ticks: int, rng: np.random.Generator) -> Ints:
    match pattern:
        case Scores():
            return _scores(pattern, people, ticks, rng)[:, :, None]
        case Outcomes(mean=(_,)):
            return _outcomes(_own(pattern, people, rng)[:, 0], ticks, rng)[:, :, None]
        case Outcomes():
            return _bills(_own(pattern, people, rng), ticks, rng)


def _own(pattern: Outcomes, people: int, rng: np.random.Generator) -> Floats:
    """Return each person's own chances `[R, G, C]`."""
    groups = [rng.dirichlet(np.array(mean) * pattern.strength, people) for mean in pattern.mean]
    return np.stack(groups, axis=1)


def _outcomes(own: Floats, ticks: int, rng: np.random.Generator) -> Ints:
    """Return an outcome at each session `[R, T]`, from chances `[R, C]`."""
    above = rng.random((len(own), ticks))[:, :, None] > own.cumsum(axis=1)[:, None, :-1]
    drawn: Ints = above.sum(axis=2)
    return drawn


def _scores(pattern: Scores, people: int, ticks: int, rng: np.random.Generator) -> Ints:
    """Return a score at each session `[R, T]`, each drawn knowing those before it."""
    usual = ScoresUsual(pattern, np.repeat(score_prior(pattern)[None], people, axis=0), 1)
    group = np.zeros(people, dtype=np.int64)
    drawn = np.empty((people, ticks), dtype=np.int64)
    for tick in range(ticks):
        usual.freeze(0)
        drawn[:, tick] = (rng.random(people) > usual.chances().cumsum(axis=0)[:-1]).sum(axis=0)
        usual.learn(drawn[:, tick], group, np.ones(people, dtype=bool))
    return drawn


def _bills(own: Floats, ticks: int, rng: np.random.Generator) -> Ints:
    """Return what is seen at each session of a bill a session `[R, T, G]`."""
    people, groups, _ = own.shape
    codes = np.full((people, ticks, groups), NOTHING, dtype=np.int64)
    unpaid = np.ones((people, ticks), dtype=bool)
    for group in range(min(groups, ticks)):
        code = _outcomes(own[:, group], ticks, rng)
        known = np.where(unpaid, code, NOTHING)
        codes[:, group:, group] = known[:, : ticks - group]
        unpaid &= code == 1
    return codes
