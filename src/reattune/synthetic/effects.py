"""From a plan to what it does in each session: shifts of ratings, factors on odds, words left, and who is gone when."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from reattune.model import Direction
from reattune.synthetic import rates
from reattune.synthetic.changes import Shape, planted
from reattune.synthetic.plans import STREAMS, Kind, Plan

Floats = NDArray[np.float64]

_WHOLE = frozenset({"ratings", "attendance", "rescheduling", "payment"})
_RATINGS = frozenset({"ratings"})


@dataclass(frozen=True, slots=True)
class Character:
    """What a kind of change is by default: its shape over time, where it is seen, its direction and its strength."""

    shape: Shape
    streams: frozenset[str]
    direction: Direction = Direction.AWAY
    strong: bool = True


CHARACTERS: Mapping[Kind, Character] = MappingProxyType(
    {
        Kind.DIP: Character(Shape.DIP, _RATINGS),
        Kind.V: Character(Shape.V, _RATINGS),
        Kind.LASTING: Character(Shape.LASTING, _WHOLE),
        Kind.SLIDE: Character(Shape.SLIDE, _WHOLE),
        Kind.ATTENDANCE: Character(Shape.LASTING, frozenset({"attendance"})),
        Kind.PAYMENT: Character(Shape.LASTING, frozenset({"payment"})),
        Kind.TWO_WEAK: Character(Shape.LASTING, frozenset({"ratings", "attendance"}), strong=False),
        Kind.THINNING: Character(Shape.LASTING, frozenset({"talk"})),
        Kind.REPAIRED: Character(Shape.REPAIRED, _WHOLE),
        Kind.DEEPENED: Character(Shape.DEEPENED, _WHOLE),
        Kind.DROPOUT: Character(Shape.LASTING, frozenset({"ratings", "attendance", "talk"})),
        Kind.MET: Character(Shape.LASTING, _RATINGS, Direction.ATTUNED),
    }
)
"""Every kind of change by what it is by default."""

_LASTS = {Shape.DIP: 1, Shape.V: 3}


@dataclass(frozen=True, slots=True)
class Effects:
    """What changes in each of `T` sessions, from `onset` up to, not including, `until` (None: to the end).

    `ratings` is what is added to the client's level in own standard deviations; `odds`, `moves` and `slower` are
    factors (1: as usual); `left` the share of words left; from `still` on ratings no longer vary; from `absent` on
    sessions are not attended; from `gone` on there are none. All of these are indexes or None.
    """

    ratings: Floats
    odds: Floats
    moves: Floats
    slower: Floats
    left: Floats
    onset: int | None = None
    until: int | None = None
    still: int | None = None
    absent: int | None = None
    gone: int | None = None


def resolved(plan: Plan, sessions: int, chance: float) -> Plan:
    """Return a plan with every None filled in: the kind's own strength, and a drawn onset.

    Args:
        plan: what was asked for.
        sessions: the number of sessions.
        chance: a uniform number that decides the onset, in the middle third of the sessions.

    Raises:
        ReattuneError: it cannot be planted in so many sessions.
    """
    plan.check(sessions)
    if plan.kind is Kind.NOTHING:
        return replace(plan, onset=None, streams=frozenset())
    character = CHARACTERS[plan.kind]
    strong = character.strong
    fall = (rates.STRONG_FALL if strong else rates.WEAK_FALL).value
    length = rates.QUIET_SESSIONS if plan.kind is Kind.DROPOUT else rates.REPAIR_SESSIONS
    return replace(
        plan,
        onset=_middle(sessions, chance) if plan.onset is None else plan.onset,
        size=_or(plan.size, rates.MET_RISE.value if plan.kind is Kind.MET else fall),
        odds=_or(plan.odds, (rates.STRONG_ODDS if strong else rates.WEAK_ODDS).value),
        moves=_or(plan.moves, (rates.STRONG_MOVES if strong else rates.WEAK_MOVES).value),
        slower=_or(plan.slower, (rates.STRONG_SLOWER if strong else rates.WEAK_SLOWER).value),
        left=_or(plan.left, rates.THINNING_LEFT.value),
        length=int(length.value) if plan.length is None else plan.length,
        streams=character.streams if plan.streams is None else plan.streams,
    )


def effects(plan: Plan, sessions: int) -> Effects:
    """Return what a resolved plan does in each session.

    Raises:
        ReattuneError: the onset lies outside the sessions.
    """
    usual = np.ones(sessions)
    if plan.kind is Kind.NOTHING or plan.onset is None or plan.length is None:
        return Effects(np.zeros(sessions), usual, usual, usual, usual)
    character = CHARACTERS[plan.kind]
    depth = -planted(character.shape, 1.0, plan.onset, sessions, plan.length)
    streams = plan.streams or frozenset()
    away = -depth if plan.kind is Kind.MET else depth
    within = {name: away if name in streams else np.zeros(sessions) for name in STREAMS}
    return _leaving(
        Effects(
            ratings=-(plan.size or 0.0) * within["ratings"],
            odds=(plan.odds or 1.0) ** within["attendance"],
            moves=(plan.moves or 1.0) ** within["rescheduling"],
            slower=(plan.slower or 1.0) ** within["payment"],
            left=(plan.left or 1.0) ** within["talk"],
            onset=plan.onset,
            until=_until(character.shape, plan.onset, plan.length, sessions),
        ),
        plan,
        sessions,
    )


def _leaving(found: Effects, plan: Plan, sessions: int) -> Effects:
    """Return effects in which somebody grows quiet, stays away and is gone, where that is planned."""
    if plan.kind is not Kind.DROPOUT or plan.onset is None or plan.length is None:
        return found
    gone = min(plan.onset + plan.length + int(rates.LEAVING_ABSENCES.value), sessions)
    return replace(
        found,
        ratings=np.zeros(sessions),
        odds=np.ones(sessions),
        still=plan.onset if "ratings" in (plan.streams or frozenset()) else None,
        absent=max(plan.onset, gone - int(rates.LEAVING_ABSENCES.value)),
        gone=gone,
    )


def _until(shape: Shape, onset: int, length: int, sessions: int) -> int | None:
    """Return the first session in which it is as before, or None where it lasts to the end."""
    if shape in {Shape.LASTING, Shape.SLIDE}:
        return None
    after = onset + _LASTS.get(shape, length)
    return after if after < sessions else None


def _middle(sessions: int, chance: float) -> int:
    first, stop = sessions // 3, max(sessions // 3 + 1, 2 * sessions // 3)
    return first + int(chance * (stop - first))


def _or(given: float | None, otherwise: float) -> float:
    return otherwise if given is None else given
