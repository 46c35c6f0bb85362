"""Which sessions there are on which day: as the files say, as the register says, and else as the frame agrees."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from reattune.model import Initiator, Relationship, Session, SessionKind, Source

REGISTER = "register"
"""The file that the source of a row names where it was entered in the week's register."""
FRAME, FILES = "frame", "files"
WEEK = 7
GOES_ON = timedelta(weeks=8)
"""A frame that nobody wrote down is taken to go on for this long after the last session."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One session of an agenda; `known_from` says whether the frame, the files or the register knows of it."""

    slot: datetime
    start: datetime
    end: datetime | None
    kind: SessionKind
    by: Initiator = Initiator.UNKNOWN
    moved_by: Initiator | None = None
    moved_at: datetime | None = None
    known_from: str = FILES

    @property
    def settled(self) -> bool:
        """Whether it is known what became of it."""
        return self.kind is not SessionKind.SCHEDULED

    @property
    def day(self) -> date:
        """The day it is on, after any move."""
        return self.start.date()

    @property
    def timed(self) -> bool:
        """Whether a time of day is known, not only the day."""
        return self.start.time() != time.min

    def as_session(self, source: Source) -> Session:
        """Return it as the library's record.

        Args:
            source: The row it is kept in.
        """
        return Session(
            slot=self.slot,
            start=self.start,
            end=self.end,
            kind=self.kind,
            original_word=self.kind.value,
            source=source,
            initiated_by=self.by,
            moved_by=self.moved_by,
            moved_at=self.moved_at,
        )

    def as_dict(self) -> dict[str, str | None]:
        """Return it as JSON values."""
        return {
            "slot": self.slot.isoformat(),
            "start": self.start.isoformat(),
            "end": None if self.end is None else self.end.isoformat(),
            "kind": self.kind.value,
            "by": self.by.value,
            "moved_by": None if self.moved_by is None else self.moved_by.value,
            "moved_at": None if self.moved_at is None else self.moved_at.isoformat(),
            "known_from": self.known_from,
        }


def of_session(session: Session) -> Slot:
    """Return a session as a slot of an agenda."""
    return Slot(
        slot=session.slot,
        start=session.start,
        end=session.end,
        kind=session.kind,
        by=session.initiated_by,
        moved_by=session.moved_by,
        moved_at=session.moved_at,
        known_from=REGISTER if session.source.file == REGISTER else FILES,
    )


def from_dict(given: Mapping[str, Any], zone: ZoneInfo) -> Slot:
    """Return the slot that `as_dict` gave, in the practice's time zone."""
    end, moved_by, moved_at = given["end"], given["moved_by"], given["moved_at"]
    return Slot(
        slot=_moment(given["slot"], zone),
        start=_moment(given["start"], zone),
        end=None if end is None else _moment(end, zone),
        kind=SessionKind(given["kind"]),
        by=Initiator(given["by"]),
        moved_by=None if moved_by is None else Initiator(moved_by),
        moved_at=None if moved_at is None else _moment(moved_at, zone),
        known_from=given["known_from"],
    )


def _moment(text: str, zone: ZoneInfo) -> datetime:
    return datetime.fromisoformat(text).astimezone(zone)


def slots(relationship: Relationship, first: date, last: date, zone: ZoneInfo) -> tuple[Slot, ...]:
    """Return the sessions between two days: those that rows know of, and those that only the frame knows of.

    Args:
        relationship: Whose.
        first: The first day.
        last: The last day.
        zone: The practice's time zone.

    Returns:
        The slots in time order. The frame's own stand only where no file knows of that day or a later one.
    """
    rows = [one for one in map(of_session, relationship.sessions) if _within(one, first, last)]
    rows = [one for one in rows if one.settled or not _in_break(relationship, one.slot.date())]
    taken = {day for one in relationship.sessions for day in (one.slot.date(), one.start.date())}
    framed = (one for one in _framed(relationship, first, last, zone) if one.day not in taken)
    return tuple(sorted([*rows, *framed], key=lambda one: (one.start, one.slot)))


def _within(one: Slot, first: date, last: date) -> bool:
    return first <= one.day <= last or first <= one.slot.date() <= last


def _in_break(relationship: Relationship, day: date) -> bool:
    return any(one.start <= day <= one.end for one in relationship.frame.breaks)


def _framed(relationship: Relationship, first: date, last: date, zone: ZoneInfo) -> Iterator[Slot]:
    """Yield the frame's slots between two days; of a relationship that is to be left in peace, none."""
    if relationship.suppress:
        return
    begun = max(first, relationship.started or first, _after(_filed(relationship)) or first)
    over = min(last, relationship.ended or last, _inferred_end(relationship) or last)
    for ordinal in range(begun.toordinal(), over.toordinal() + 1):
        slot = _agreed(relationship, date.fromordinal(ordinal), zone)
        if slot is not None:
            yield slot


def _agreed(relationship: Relationship, day: date, zone: ZoneInfo) -> Slot | None:
    version = relationship.frame.at(day)
    if version is None or version.weekday != day.weekday() or _in_break(relationship, day):
        return None
    first = version.start + timedelta(days=(version.weekday - version.start.weekday()) % WEEK)
    if (day - first).days % (WEEK * max(version.every_weeks, 1)):
        return None
    start = on_clock(datetime.combine(day, version.starts_at or time.min), zone)
    end = start + timedelta(minutes=version.minutes) if version.minutes and version.starts_at else None
    return Slot(start, start, end, SessionKind.SCHEDULED, known_from=FRAME)


def on_clock(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return a day and a time as a time in a zone; one that is left out when clocks go forward is an hour later."""
    return wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)


def _filed(relationship: Relationship) -> Iterable[date]:
    return (one.start.date() for one in relationship.sessions if one.source.file != REGISTER)


def _after(days: Iterable[date]) -> date | None:
    last = max(days, default=None)
    return None if last is None else last + timedelta(days=1)


def _inferred_end(relationship: Relationship) -> date | None:
    """Return until when a frame that was inferred is taken to go on; None for one that was written down."""
    if not relationship.frame.inferred:
        return None
    last = max((one.start.date() for one in relationship.sessions), default=date.min)
    return last + GOES_ON if last > date.min else date.min
