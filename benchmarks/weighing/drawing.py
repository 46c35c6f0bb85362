"""Streams in which nothing has changed: drawn from the model itself, and from lives that the model does not know."""

from collections.abc import Callable, Mapping

import numpy as np

from reattune.model import Outcomes, Scores
from reattune.noticing.imagined import begin
from reattune.streams import attendance as attendance_stream
from reattune.streams import payment as payment_stream
from reattune.streams import rescheduling as rescheduling_stream
from reattune.streams import unanswered as unanswered_stream
from reattune.streams.gap import pattern as gap_pattern
from reattune.synthetic import COMING, MOVING, PAYING, Odds, attendance, draw, payment, rescheduling, wandering
from weighing.courses import codes, instrument, pattern_for, ratings
from weighing.engine import Stream

MODEL, LIFE, WANDER, SHUFFLED = "the model itself", "life", "odds that wander", "order shuffled"
SKIPPING = Odds((0.88, 0.12))
"""How often a form is left unanswered; the rate of the example practice, our own choice."""
PATTERNS: Mapping[str, Outcomes] = {
    "attendance": attendance_stream.PATTERN,
    "moved sessions": rescheduling_stream.PATTERN,
    "payment": payment_stream.PATTERN,
    "unanswered": unanswered_stream.PATTERN,
}


def imagine(pattern: Scores, people: int, ticks: int, rng: np.random.Generator) -> np.ndarray:
    """Return scores drawn from the model's own predictive distributions, session by session, as codes `[R, T]`."""
    usual, group = begin(pattern, people), np.zeros(people, dtype=int)
    drawn = np.empty((people, ticks), dtype=int)
    everyone = np.ones(people, dtype=bool)
    for tick in range(ticks):
        usual.freeze(0)
        chance, _ = usual.every(group)
        drawn[:, tick] = (rng.random(people) > chance.cumsum(axis=0)).sum(axis=0).clip(0, pattern.size - 1)
        usual.learn(drawn[:, tick], group, everyone)
    return drawn


def conduct(stream: str, how: str, people: int, ticks: int, rng: np.random.Generator) -> Stream:
    """Return one stream of outcomes in which nothing has changed."""
    pattern = PATTERNS[stream]
    model = how == MODEL
    wander = wandering(people, ticks, rng) if how == WANDER else None
    match stream:
        case "attendance":
            drawn = attendance(people, ticks, rng, odds=wander, population=pattern if model else COMING)
        case "moved sessions":
            drawn = rescheduling(people, ticks, rng, odds=wander, population=pattern if model else MOVING)
        case "payment":
            paid = payment(people, ticks, rng, slower=wander, population=pattern if model else PAYING)
            drawn = by_tick(paid.codes)
        case _:
            population = pattern if model else SKIPPING
            drawn = skipping(population, people, ticks, rng)
    return Stream(pattern, drawn)


def skipping(population: Outcomes | Odds, people: int, ticks: int, rng: np.random.Generator) -> np.ndarray:
    """Return answered (0) or skipped (1) `[R, T]`, each person with their own chance."""
    if isinstance(population, Outcomes):
        mean, strength = population.mean[0][1], population.strength
        own = rng.beta(mean * strength, (1.0 - mean) * strength, people)
    else:
        odds = population.mean[1] / population.mean[0] * np.exp(population.spread * rng.standard_normal(people))
        own = odds / (1.0 + odds)
    return (rng.random((people, ticks)) < own[:, None]).astype(int)


def by_tick(stretches: np.ndarray) -> np.ndarray:
    """Return the stretches of days late `[R, bill, G]` as they become known, one stretch a session `[R, T, G]`."""
    known = np.full_like(stretches, -1)
    bills = stretches.shape[1]
    for stretch in range(min(stretches.shape[2], bills)):
        known[:, stretch:, stretch] = stretches[:, : bills - stretch, stretch]
    return known


def rated(setting: str, misfit: str, people: int, ticks: int, seed: int) -> Stream:
    """Return one stream of ratings in which nothing has changed, with what is taken for usual fitted on others."""
    rng = np.random.default_rng([seed, 3])
    if misfit in (MODEL, SHUFFLED):
        pattern = pattern_for(setting, "", seed)
        if misfit == MODEL:
            return Stream(pattern, imagine(pattern, people, ticks, rng))
        drawn = codes(pattern, draw(ratings(setting), people, ticks, rng).scores)
        return Stream(pattern, rng.permuted(drawn, axis=1))
    pattern = pattern_for(setting, misfit, seed)
    return Stream(pattern, codes(pattern, draw(ratings(setting, misfit), people, ticks, rng).scores))


def gap(setting: str, people: int, ticks: int, seed: int, *, model: bool) -> Stream:
    """Return the distance between two people's ratings, in which nothing has changed."""
    rng = np.random.default_rng([seed, 4])
    pattern = gap_pattern(instrument(ratings(setting)))
    if model:
        return Stream(pattern, imagine(pattern, people, ticks, rng))
    both = [draw(ratings(setting), people, ticks, rng).scores for _ in range(2)]
    return Stream(pattern, codes(pattern, both[0] - both[1]))


WHOLE: tuple[str, ...] = ("attendance", "moved sessions", "payment")


def whole(setting: str, how: str, people: int, ticks: int, seed: int) -> list[Stream]:
    """Return attendance, moves, payments and two people's ratings, in which nothing has changed.

    "one mood" lets one tendency wander through all of them, ratings too: what the model takes for independent is not.
    """
    rng = np.random.default_rng([seed, 5])
    make: Callable[[str], Stream] = lambda stream: conduct(stream, how, people, ticks, rng)  # noqa: E731
    if how != MOOD:
        own = MODEL if how == MODEL else ""
        return [*map(make, WHOLE), *(rated(setting, own, people, ticks, seed + 100 + one) for one in range(2))]
    mood = wandering(people, ticks, rng)
    pattern = pattern_for(setting, "", seed)
    low = draw(ratings(setting), people, ticks, rng, -np.log(mood))
    return [
        Stream(PATTERNS["attendance"], attendance(people, ticks, rng, odds=mood)),
        Stream(PATTERNS["moved sessions"], rescheduling(people, ticks, rng, odds=mood)),
        Stream(PATTERNS["payment"], by_tick(payment(people, ticks, rng, slower=np.maximum(mood, 1.0)).codes)),
        Stream(pattern, codes(pattern, low.scores)),
    ]


MOOD = "one mood in all streams"
