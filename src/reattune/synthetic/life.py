"""What goes on in a client's life: stretches of illness or mourning, and bills that wait for irregular income."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reattune.synthetic import rates
from reattune.synthetic.plans import Life, Plan

Floats = NDArray[np.float64]

_STRETCHES = {Life.ILLNESS: rates.ILLNESS_SESSIONS, Life.BEREAVEMENT: rates.BEREAVEMENT_SESSIONS}
_WORDS = {
    Life.ILLNESS: "illness",
    Life.BEREAVEMENT: "bereavement",
    Life.SHIFT_WORK: "work",
    Life.CARER: "childcare",
}
_ORDINARY = ("illness", "work", "travel")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sessions from index `first` up to, not including, `stop`; empty where `first` is `stop`."""

    first: int = 0
    stop: int = 0

    def inside(self, sessions: int) -> NDArray[np.bool_]:
        """Return which of so many sessions lie in it."""
        place = np.arange(sessions)
        within: NDArray[np.bool_] = (place >= self.first) & (place < self.stop)
        return within


def stretch(plan: Plan, sessions: int, chance: float) -> Stretch:
    """Return the sessions cancelled through illness or a death, from `plan.life_onset` or a drawn session on.

    Args:
        plan: what was asked for.
        sessions: the number of sessions.
        chance: a uniform number that decides the first of them.
    """
    length = _STRETCHES.get(plan.life)
    if length is None:
        return Stretch()
    latest = max(1, sessions - int(length.value) + 1)
    first = int(chance * latest) if plan.life_onset is None else plan.life_onset
    return Stretch(first, min(first + int(length.value), sessions))


def income(life: Life, bills: int, rng: np.random.Generator) -> Floats:
    """Return what the chance of paying each bill is divided by `[T]`: 1, or wandering around 2 for irregular income."""
    noise = rng.standard_normal(bills)
    if life is not Life.IRREGULAR_INCOME:
        return np.ones(bills)
    slower: Floats = rates.INCOME_SLOWER.value * np.exp(rates.INCOME_LOG_SD.value * noise)
    return slower


def reason(life: Life, chance: float) -> str:
    """Return the reason a person gives when they give one, decided by a uniform number."""
    own = _WORDS.get(life)
    if own is not None and life in {Life.SHIFT_WORK, Life.CARER}:
        return own
    shares = (rates.REASON_ILLNESS.value, rates.REASON_ILLNESS.value + rates.REASON_WORK.value)
    return _ORDINARY[sum(chance >= share for share in shares)]


def reason_of_stretch(life: Life) -> str:
    """Return the reason given for every session of a stretch."""
    return _WORDS[life]
