"""Invented payments, many people at once: how many days after it was due each bill is paid."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reattune.model import Outcomes
from reattune.synthetic import rates
from reattune.synthetic.conduct import factors
from reattune.synthetic.limits import number, whole

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LAST_DAYS = (0, 7, 14, 30, 60)
"""The last day late of each stretch, as in the stream of payments."""
PAID, UNPAID, NOT_ENTERED = 0, 1, -1
_MOST_A_DAY = 0.95


@dataclass(frozen=True, slots=True)
class Paying:
    """A population as life might be: the chance each day that an open bill is paid, and its log-SD between people.

    Bills are due `due_days` days after their session, and can be paid from the day of the session on.
    """

    per_day: float = rates.PAID_PER_DAY.value
    spread: float = rates.PAID_SPREAD.value
    due_days: int = int(rates.DUE_DAYS.value)


PAYING = Paying()
"""How people pay, by default."""


@dataclass(frozen=True, slots=True)
class Paid:
    """Whole days late `[R, T]` (below 0: before it was due; inf: not paid at all) and codes `[R, T, G]`.

    A code says for each stretch of `LAST_DAYS` whether the bill was paid in it (0), not (1), or settled before (-1).
    """

    days_late: Floats
    codes: Ints


def payment(
    people: int,
    ticks: int,
    rng: np.random.Generator,
    *,
    slower: Floats | None = None,
    population: Outcomes | Paying = PAYING,
) -> Paid:
    """Return when each bill was paid.

    Args:
        people: the number of people `R`.
        ticks: the number of bills `T`.
        rng: where chance comes from.
        slower: what the chance of paying is divided by for each bill, `[T]` or `[R, T]`; 1 where all is as usual.
        population: the pattern of the stream of payments (drawn from its prior) or `Paying`.

    Returns:
        Days late, and the codes of the stream of payments.

    Raises:
        ReattuneError: a number is not possible.

    Source: default rates are our own choice (`rates.py`).
    """
    whole("The number of bills", ticks, 1)
    return settled(own_chances(people, rng, population), rng.random((people, ticks, 2)), population, slower)


def own_chances(people: int, rng: np.random.Generator, population: Outcomes | Paying) -> Floats:
    """Return each person's own chance of paying: each day `[R, 1]`, or in each stretch of days late `[R, G]`.

    Raises:
        ReattuneError: there are no people, or the population's numbers are not possible.
    """
    whole("The number of people", people, 1)
    match population:
        case Outcomes():
            prior = np.array(population.mean) * population.strength
            stretches: Floats = rng.beta(prior[:, 0], prior[:, 1], (people, len(prior)))
            return stretches
        case Paying():
            check(population)
            own = population.per_day * np.exp(population.spread * rng.standard_normal((people, 1)))
            daily: Floats = np.minimum(own, _MOST_A_DAY)
            return daily


def settled(own: Floats, chance: Floats, population: Outcomes | Paying, slower: Floats | None = None) -> Paid:
    """Return when bills were paid, from people's own chances and uniform numbers `[R, T, 2]`.

    Raises:
        ReattuneError: a factor is not above 0 or has another shape.
    """
    slow = np.ones((1, 1)) if slower is None else factors("factors of slower paying", slower, chance.shape[:2])
    match population:
        case Outcomes():
            late = _by_stretch(own, chance, slow)
        case Paying():
            daily = np.clip(own / slow, 1e-6, _MOST_A_DAY)
            late = np.floor(np.log1p(-chance[..., 0]) / np.log1p(-daily)) - population.due_days
    return Paid(late, _codes(late))


def _by_stretch(own: Floats, chance: Floats, slow: Floats) -> Floats:
    """Return days late where each stretch has its own chance of being the one in which a bill is paid."""
    # One number decides the stretch: the chance of a bill still being open after each of them only falls.
    paid = np.minimum(own[:, None, :] / slow[..., None], 1.0)
    still_open = np.cumprod(1.0 - paid, axis=2)
    stretch = (chance[..., :1] < still_open).sum(axis=2)
    first = np.array([-int(rates.DUE_DAYS.value), *(day + 1 for day in LAST_DAYS[:-1])])
    length = np.array(LAST_DAYS) - first + 1
    inside = np.minimum(stretch, len(LAST_DAYS) - 1)
    days = first[inside] + np.floor(chance[..., 1] * length[inside])
    return np.where(stretch < len(LAST_DAYS), days, np.inf)


def _codes(late: Floats) -> Ints:
    last = np.array(LAST_DAYS)
    unpaid = late[..., None] > last
    before = late[..., None] <= np.array([-np.inf, *LAST_DAYS[:-1]])
    codes: Ints = np.where(before, NOT_ENTERED, np.where(unpaid, UNPAID, PAID))
    return codes


def check(population: Paying) -> None:
    """Raise `ReattuneError` where a chance, a spread or a number of days is not possible."""
    number("The chance each day that a bill is paid", population.per_day, 1e-6, _MOST_A_DAY)
    number("The log-SD of that chance between people", population.spread, 0.0)
    whole("The days until a bill is due", population.due_days, 0)
