"""The frame where nobody wrote one down: read off the slots themselves, and said to be inferred."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import pairwise
from typing import Final

from reattune.language import _, plural
from reattune.model import Break, Frame, FrameVersion, Session, SessionKind

FEWEST: Final = 4
"""How many slots in a row make a habit."""

_LAST_OF_WEEK = timedelta(days=6)
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


def inferred_remarks(frame: Frame, sessions: Sequence[Session]) -> tuple[str, ...]:
    """Say what an inferred frame was read off, and how many of its weeks have no row at all.

    Args:
        frame: The inferred frame, with the breaks that are known.
        sessions: The sessions it was inferred from.

    Returns:
        The sentences; none where no version could be inferred.
    """
    if not frame.versions:
        return ()
    feeds = {session.source.file.casefold().endswith(".ics") for session in sessions}
    if feeds == {True}:
        said = _("the frame was inferred from the calendar; write frame.toml if it is another one.")
        place = _("in the calendar")
    elif feeds == {False}:
        said = _("the frame was inferred from the appointments; write frame.toml if it is another one.")
        place = _("in the appointments")
    else:
        said = _(
            "the frame was inferred from the calendar and the appointments; write frame.toml if it is another one."
        )
        place = _("in the calendar and the appointments")
    weeks, fortnights = _without_rows(frame, sessions)
    empty = (
        plural("{n} week has no session", "{n} weeks have no session", weeks) if weeks else "",
        plural("{n} fortnight has no session", "{n} fortnights have no session", fortnights) if fortnights else "",
    )
    left = _("{counted} {place}; a deleted entry leaves no trace, and nothing is concluded from it.")
    return (said, *(left.format(counted=counted, place=place) for counted in empty if counted))


def _without_rows(frame: Frame, sessions: Sequence[Session]) -> tuple[int, int]:
    """Return how many weeks, and how many fortnights, between the first and the last session have no row."""
    days = sorted({day for each in sessions for day in (each.slot.date(), each.start.date())})
    with_rows = {_monday(day) for day in days}
    counts = {1: 0, 2: 0}
    run = 0
    week, last = _monday(frame.versions[0].start), _monday(days[-1])
    while week < last:
        version = frame.at(week + _LAST_OF_WEEK) or frame.versions[0]
        if week in with_rows or _away(week + timedelta(days=version.weekday or 0), frame.breaks):
            run = 0
        else:
            run += 1
            # Every second week without a row is as agreed where sessions are a fortnight apart.
            counts[version.every_weeks] += version.every_weeks == 1 or run % 2 == 1 < run
        week += timedelta(weeks=1)
    return counts[1], counts[2]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _away(day: date, breaks: Sequence[Break]) -> bool:
    return any(one.start <= day <= one.end for one in breaks)


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
