"""Invented conduct, many people at once: how they come, ask to move, and pay, each around their own odds.

Two populations: an `Outcomes` pattern of a stream (people drawn from its prior: "under the model"), or `Odds` (people's
odds log-normal around a mean: "as life might be").
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.model import Outcomes
from reattune.synthetic import rates
from reattune.synthetic.limits import carry as check_carry
from reattune.synthetic.limits import number, whole
from reattune.synthetic.series import carried

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

ATTENDANCE = ("attended", "late", "cancelled", "cancelled_short_notice", "did_not_attend")
"""The labels of `attendance`, in the order of the stream of that name."""
RESCHEDULING = ("kept", "moved_early", "moved_days", "moved_short")
"""The labels of `rescheduling`, in the order of the stream of that name."""
AWAY = (0.0, 1.0, 1.0, 1.0, 1.0)
"""A factor on the odds of every outcome but the first."""
WITHDRAWING = (0.0, 0.0, 0.0, 1.0, 1.0)
"""A factor on cancelling at short notice and not attending only, as planted in docs/example.md."""


@dataclass(frozen=True, slots=True)
class Odds:
    """A population as life might be: mean chances of each outcome, and log-SDs between people of each one's odds.

    The first outcome (attended, kept) keeps its odds; the others' vary from person to person by `spread`.
    """

    mean: tuple[float, ...]
    spread: float = rates.ODDS_SPREAD.value


COMING = Odds(
    tuple(one.value for one in (rates.ATTENDED, rates.LATE, rates.CANCELLED, rates.SHORT_NOTICE, rates.ABSENT))
)
"""How people come, by default."""
MOVING = Odds(
    (
        1.0 - rates.MOVES.value,
        *(rates.MOVES.value * one.value for one in (rates.MOVED_EARLY, rates.MOVED_DAYS, rates.MOVED_SHORT)),
    )
)
"""How people ask to move sessions, by default."""

Population = Outcomes | Odds


def attendance(
    people: int,
    ticks: int,
    rng: np.random.Generator,
    *,
    odds: Floats | None = None,
    population: Population = COMING,
    power: Sequence[float] = AWAY,
) -> Ints:
    """Return what became of each slot: codes `[R, T]` into `ATTENDANCE`.

    Args:
        people: the number of people `R`.
        ticks: the number of agreed slots `T`.
        rng: where chance comes from.
        odds: factor on the odds of outcomes other than attending, `[T]` or `[R, T]`; 1 where all is as usual.
        population: a stream's pattern (drawn from its prior) or `Odds`.
        power: for each outcome, the power of `odds` that multiplies it.

    Returns:
        The codes.

    Raises:
        ReattuneError: a number is not possible.

    Source: default rates are our own choice (`rates.py`); that absences and cancellations are kept apart rests on Xiao
    et al. 2017, DOI 10.1037/pst0000103, verified.
    """
    return chosen(tendencies(people, rng, population), rng.random((people, _ticks(ticks))), odds, power)


def rescheduling(
    people: int,
    ticks: int,
    rng: np.random.Generator,
    *,
    odds: Floats | None = None,
    population: Population = MOVING,
) -> Ints:
    """Return whether the client asked to move each slot, and how long before: codes `[R, T]` into `RESCHEDULING`.

    Args:
        people: the number of people `R`.
        ticks: the number of agreed slots `T`.
        rng: where chance comes from.
        odds: factor on the odds of asking to move, `[T]` or `[R, T]`; 1 where all is as usual.
        population: a stream's pattern (drawn from its prior) or `Odds`.

    Returns:
        The codes, as if every slot was held or moved; one that was cancelled or not attended says nothing about moving.

    Raises:
        ReattuneError: a number is not possible.

    Source: default rates are our own choice (`rates.py`).
    """
    return chosen(tendencies(people, rng, population), rng.random((people, _ticks(ticks))), odds, AWAY[:4])


def tendencies(people: int, rng: np.random.Generator, population: Population) -> Floats:
    """Return each person's own chances of each outcome `[R, C]`, which sum to 1.

    Raises:
        ReattuneError: there are no people, or the population's numbers are not possible.
    """
    whole("The number of people", people, 1)
    match population:
        case Outcomes():
            own: Floats = rng.dirichlet(np.array(population.mean[0]) * population.strength, people)
            return own
        case Odds():
            check(population)
            spread = population.spread * rng.standard_normal((people, len(population.mean)))
            spread[:, 0] = 0.0
            weights = np.array(population.mean) * np.exp(spread)
            chances: Floats = weights / weights.sum(axis=1, keepdims=True)
            return chances


def chosen(chances: Floats, chance: Floats, odds: Floats | None = None, power: Sequence[float] = AWAY) -> Ints:
    """Return which outcome each number stands for, once every outcome's odds are multiplied.

    Args:
        chances: people's own chances `[R, C]`.
        chance: uniform numbers `[R, T]`.
        odds: `[T]` or `[R, T]`, above 0.
        power: for each of the `C` outcomes, the power of `odds` that multiplies it.

    Returns:
        Codes `[R, T]`.

    Raises:
        ReattuneError: a factor is not above 0 or has another shape.
    """
    weights = np.broadcast_to(chances[:, None, :], (*chance.shape, chances.shape[1]))
    if odds is not None:
        weights = weights * factors("odds", odds, chance.shape)[..., None] ** np.array(power)
    below = np.cumsum(weights, axis=2)
    codes: Ints = (chance[..., None] * below[..., -1:] >= below[..., :-1]).sum(axis=2)
    return codes


def factors(name: str, given: Floats, shape: tuple[int, ...]) -> Floats:
    """Return factors as `[R, T]` or one row of it, each above 0, or raise `ReattuneError`."""
    array = np.atleast_2d(np.asarray(given, dtype=np.float64))
    if array.shape not in {shape, (1, shape[1])}:
        raise ReattuneError(
            f"The {name} have the shape {np.shape(given)}; give one for each slot, {shape[1:]} or {shape}."
        )
    if not (np.isfinite(array).all() and (array > 0.0).all()):
        raise ReattuneError(f"Some of the {name} are not above 0; give 1 where nothing is to change.")
    return array


def wandering(
    people: int,
    ticks: int,
    rng: np.random.Generator,
    *,
    carry: float = rates.WANDER_CARRY.value,
    spread: float = rates.WANDER_SPREAD.value,
) -> Floats:
    """Return a factor on odds that wanders from slot to slot `[R, T]`, with median 1: a misfit of the model.

    Given to one stream it makes that stream autoregressive; the same array given to several makes them depend on each
    other.

    Args:
        people: the number of people `R`.
        ticks: the number of slots `T`.
        rng: where chance comes from.
        carry: the autocorrelation of its logarithm from slot to slot.
        spread: the SD of its logarithm.

    Returns:
        The factors.

    Raises:
        ReattuneError: a number is not possible.
    """
    whole("The number of people", people, 1)
    check_carry("The autocorrelation of odds", carry)
    number("The log-SD of odds", spread, 0.0)
    factor: Floats = np.exp(spread * carried(rng.standard_normal((people, _ticks(ticks))), carry))
    return factor


def check(population: Odds) -> None:
    """Raise `ReattuneError` where mean chances do not sum to 1 or a spread is negative."""
    number("The log-SD of odds between people", population.spread, 0.0)
    if min(population.mean) < 0.0 or not math.isclose(sum(population.mean), 1.0):
        raise ReattuneError(f"The mean chances {population.mean} do not sum to 1; give a chance for each outcome.")


def _ticks(ticks: int) -> int:
    whole("The number of slots", ticks, 1)
    return ticks
