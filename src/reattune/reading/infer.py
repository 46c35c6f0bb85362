"""The frame where nobody wrote one down: read off the slots themselves, and said to be inferred."""

from collections import Counter
from collections.abc import Sequence
from datetime import time
from itertools import pairwise
from typing import Final

from reattune.model import Frame, FrameVersion, Session, SessionKind

FEWEST: Final = 4
"""How many slots in a row make a habit."""

_FORTNIGHT = 10
"""Days between two sessions from which they are nearer to two weeks apart than to one."""


def infer_frame(sessions: Sequence[Session]) -> Frame:
    """Infer the frame from the sessions' agreed slots.

    A version begins with the first of at least four slots in a row at one weekday and time; slots elsewhere in
    between change nothing. Where none came four in a row, the commonest is taken if it was seen four times.

    Args:
        sessions: One relationship's sessions, in any order.

    Returns:
        The inferred frame; without versions where no four slots agree.
    """
    ordered = sorted(sessions, key=lambda session: (session.slot, session.source))
    slots = [session for session in ordered if session.kind is not SessionKind.THERAPIST_UNAVAILABLE]
    stretches: list[list[Session]] = []
    run: list[Session] = []
    for number, session in enumerate(slots, start=1):
        if stretches and _habit(session) == _habit(stretches[-1][0]):
            stretches[-1].append(session)
            run = []
            continue
        run = [*run, session] if run and _habit(run[0]) == _habit(session) else [session]
        if len(run) == FEWEST:
            # Before the first habit there was no other: it began where it was first seen.
            stretches.append(run if stretches else [each for each in slots[:number] if _habit(each) == _habit(session)])
            run = []
    return Frame(versions=tuple(_version(stretch) for stretch in stretches or _commonest(slots)), inferred=True)


def _commonest(slots: Sequence[Session]) -> list[list[Session]]:
    """Return the slots at the commonest weekday and time, where they never came four in a row but often enough."""
    habits = Counter(_habit(session) for session in slots)
    best = min(habits, key=lambda habit: (-habits[habit], habit), default=None)
    if best is None or habits[best] < FEWEST:
        return []
    return [[session for session in slots if _habit(session) == best]]


def _habit(session: Session) -> tuple[int, time]:
    return session.slot.weekday(), session.slot.time()


def _version(stretch: Sequence[Session]) -> FrameVersion:
    first = stretch[0]
    return FrameVersion(
        start=first.slot.date(),
        source=first.source,
        weekday=first.slot.weekday(),
        starts_at=first.slot.time(),
        minutes=_minutes(stretch),
        every_weeks=_every_weeks(stretch),
    )


def _minutes(stretch: Sequence[Session]) -> int | None:
    lengths = Counter(
        round((session.end - session.start).total_seconds() / 60)
        for session in stretch
        if session.end is not None and session.end > session.start
    )
    return min(lengths, key=lambda length: (-lengths[length], length), default=None)


def _every_weeks(stretch: Sequence[Session]) -> int:
    """Return 2 where most gaps are nearer to a fortnight than to a week."""
    days = [(later.slot.date() - earlier.slot.date()).days for earlier, later in pairwise(stretch)]
    long = sum(gap >= _FORTNIGHT for gap in days)
    return 2 if 2 * long > len(days) else 1
