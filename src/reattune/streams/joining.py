"""Where a session went: in plain tables a move leaves two rows, one "rescheduled" and, soon after, another.

The second is taken for the new time of the first where it lies within ten days, before the next regular slot, and off
the regular day and time. That rows exist is taken as known; what became of them is used only from the day it was known:
a row is joined as of the day its own outcome became known (its slot at the latest), so the answer never changes later.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from reattune.model import Frame, Session
from reattune.streams.known import MOVES, outcome_known

WITHIN = timedelta(days=10)
_MIDNIGHT = time(0, 0)
"""Stands for a day without a time in many tables, so it says nothing about the time."""

Place = tuple[int, time]


@dataclass(frozen=True, slots=True)
class Chain:
    """One agreed slot: the row that was agreed, and the rows it went to, in order."""

    rows: tuple[Session, ...]

    @property
    def agreed(self) -> Session:
        """The row of the slot as first agreed."""
        return self.rows[0]

    @property
    def final(self) -> Session:
        """The row that says what became of it."""
        return self.rows[-1]


def join(sessions: Sequence[Session], frame: Frame) -> tuple[Chain, ...]:
    """Return one chain per agreed slot, in order of the slots.

    Args:
        sessions: rows of one relationship, in any order.
        frame: the contract; where it was inferred or names no weekday, the commonest earlier slot stands for it.

    Returns:
        The chains; every row is in exactly one.
    """
    rows = sorted(sessions, key=lambda one: (one.slot, one.source))
    went_to = _went_to(rows, _regular(rows, frame))
    later = set(went_to.values())
    chains = []
    for first in range(len(rows)):
        if first not in later:
            chain = [first]
            while chain[-1] in went_to:
                chain.append(went_to[chain[-1]])
            chains.append(Chain(tuple(rows[index] for index in chain)))
    return tuple(chains)


def _went_to(rows: Sequence[Session], regular: Sequence[bool]) -> dict[int, int]:
    """Return, by index of the row that was given up, the index of the row it went to."""
    found: dict[int, int] = {}
    if not any(_given_up(row) for row in rows):
        return found
    for index in sorted(range(len(rows)), key=lambda one: (_first_known(rows[one]), one)):
        if not regular[index]:
            given_up = _given_up_before(rows, regular, index, found)
            if given_up is not None:
                found[given_up] = index
    return found


def _given_up_before(rows: Sequence[Session], regular: Sequence[bool], index: int, taken: dict[int, int]) -> int | None:
    """Return the nearest earlier row that may have been moved to this one; a regular slot between ends the search."""
    here = rows[index]
    by = _first_known(here)
    for earlier in range(index - 1, -1, -1):
        row = rows[earlier]
        if here.slot - row.slot > WITHIN:
            return None
        known = _given_up(row) and outcome_known(row) <= by
        if known and earlier not in taken and row.slot < here.slot and not _same(_place(row), _place(here)):
            return earlier
        if regular[earlier]:
            return None
    return None


def _regular(rows: Sequence[Session], frame: Frame) -> list[bool]:
    """Return, for each row, whether it lies on the agreed day and time, or on the commonest of the earlier rows."""
    found = []
    usual: Counter[Place] = Counter()
    commonest: Place | None = None
    for row in rows:
        here = _place(row)
        version = None if frame.inferred else frame.at(row.slot.date())
        regular = commonest is None or _same(here, commonest)
        if version is not None and version.weekday is not None:
            agreed = (version.weekday, version.starts_at or _MIDNIGHT)
            regular = _same(here, agreed) or (regular and commonest is not None)
        found.append(regular)
        usual[here] += 1
        if commonest is None or usual[here] >= usual[commonest]:
            commonest = here
    return found


def _first_known(row: Session) -> date:
    return min(row.slot.date(), outcome_known(row))


def _given_up(row: Session) -> bool:
    return row.kind in MOVES and not row.moved


def _place(row: Session) -> Place:
    return row.slot.weekday(), row.slot.time().replace(second=0, microsecond=0)


def _same(one: Place, other: Place) -> bool:
    return one[0] == other[0] and (one[1] == other[1] or _MIDNIGHT in {one[1], other[1]})
