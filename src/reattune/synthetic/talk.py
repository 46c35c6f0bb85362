"""Invented amounts of talk: a client's words in each session, around their own level."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.synthetic import rates
from reattune.synthetic.limits import above, carry, number, whole
from reattune.synthetic.series import carried

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Words:
    """How many words: the `median` person's words a session, and log-SDs `between` people and `within` one person."""

    median: float = rates.WORDS.value
    between: float = rates.WORDS_BETWEEN.value
    within: float = rates.WORDS_WITHIN.value
    carry: float = rates.CARRY.value


@dataclass(frozen=True, slots=True)
class Talked:
    """Words a session `[R, T]` (whole numbers), and each person's true `level` `[R]` (median words a session)."""

    words: Floats
    level: Floats


def talk(
    people: int,
    sessions: int,
    rng: np.random.Generator,
    *,
    left: Floats | None = None,
    how: Words | None = None,
) -> Talked:
    """Return invented words of `people` over `sessions`, log-normal around each person's own level.

    Args:
        people: the number of courses `R`.
        sessions: their length `T`.
        rng: where chance comes from.
        left: the share of words left in each session, `[T]` or `[R, T]`, above 0; 1 where talk is as usual.
        how: how many words people usually say.

    Returns:
        The words and each person's level.

    Raises:
        ReattuneError: a number is not possible.

    Source: no figure was found; every default is our own choice (`rates.py`).
    """
    how = how or Words()
    whole("The number of people", people, 1)
    whole("The number of sessions", sessions, 1)
    above("The usual number of words", how.median)
    number("The log-SD of words between people", how.between, 0.0)
    number("The log-SD of words within a person", how.within, 0.0)
    carry("The autocorrelation of words", how.carry)
    if left is not None and not np.all(left > 0.0):
        raise ReattuneError(
            "A share of words left is not above 0; give 1 where talk is as usual, .5 where half is left."
        )
    level = how.median * np.exp(how.between * rng.standard_normal(people))
    noise = carried(rng.standard_normal((people, sessions)), how.carry)
    words = level[:, None] * np.exp(how.within * noise) * (1.0 if left is None else left)
    return Talked(np.round(words), level)
