"""One feed exported on several days, compared: what was moved, cancelled, or is no longer listed.

A feed that stops listing a session does not say why, so "no longer listed" is never read as cancelled.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from reattune.model import Break, Initiator, Session, SessionKind
from reattune.reading.listing import Listing
from reattune.reading.zones import midnight

_Labelled = tuple[str, Session]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a feed listed on one day."""

    day: date
    listing: Listing
    first: date | None = None
    """The first day the whole feed lists anything for, where `listing` holds only one person's part of it."""


def compare(
    snapshots: Sequence[Snapshot], zone: ZoneInfo
) -> tuple[tuple[_Labelled, ...], tuple[tuple[str, Break], ...]]:
    """Return each session once, in its latest form, and the breaks of the latest snapshot.

    Args:
        snapshots: Exports of one feed.
        zone: The practice's time zone, in which a snapshot's day begins.

    Returns:
        Sessions matched by UID and slot. `listed_from` is the day of the snapshot in which a form was first seen, for
        forms that an earlier snapshot did not have.
    """
    ordered = sorted(snapshots, key=lambda snapshot: snapshot.day)
    known: dict[str, _Labelled] = {}
    breaks: dict[str, tuple[str, Break]] = {}
    for number, snapshot in enumerate(ordered):
        listing = snapshot.listing
        listed = {session.source.row: (label, session) for label, session in listing.sessions}
        away = {one.source.row: (label, one) for label, one in listing.breaks}
        first = snapshot.first or _first_day(listing)
        if number == 0:
            known, breaks = listed, away
            continue
        known = _later(known, listed, _Step(ordered[number - 1].day, snapshot.day, first, zone))
        breaks = away | {row: pair for row, pair in breaks.items() if first is None or pair[1].start < first}
    return (
        tuple(sorted(known.values(), key=lambda pair: (pair[1].slot, pair[1].source.row, pair[0]))),
        tuple(sorted(breaks.values(), key=lambda pair: (pair[1].start, pair[1].end, pair[1].source.row))),
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """From one snapshot to the next; `first` is the first day the later one lists anything for."""

    before: date
    day: date
    first: date | None
    zone: ZoneInfo

    def known_at(self, moment: datetime | None) -> datetime:
        """Return when a change became known: as recorded, but not before a snapshot that did not have it yet."""
        if moment is None or moment.date() < self.before:
            return midnight(self.day, self.zone)
        return moment


def _later(known: Mapping[str, _Labelled], listed: Mapping[str, _Labelled], step: _Step) -> dict[str, _Labelled]:
    result: dict[str, _Labelled] = {}
    # A series that was split goes on under a new UID: a slot still listed for the same person is still listed.
    renewed = {(label, session.slot): row for row, (label, session) in listed.items() if row not in known}
    for row, (label, before) in known.items():
        if row in listed:
            result[row] = (label, _changed(before, listed[row][1], step))
        elif (label, before.slot) in renewed:
            new = renewed.pop((label, before.slot))
            result[new] = (label, _changed(before, listed[new][1], step))
        else:
            result[row] = (label, _absent(before, step))
    for row, (label, session) in listed.items():
        if row not in result:
            result[row] = (label, replace(session, listed_from=step.day))
    return result


def _absent(before: Session, step: _Step) -> Session:
    outside = step.first is None or before.slot.date() < step.first
    if outside or before.kind is not SessionKind.SCHEDULED:
        return before
    return replace(
        before,
        kind=SessionKind.NO_LONGER_LISTED,
        original_word="no longer listed",
        listed_from=step.day,
    )


def _changed(before: Session, after: Session, step: _Step) -> Session:
    # A single event that was moved keeps its UID and forgets its slot; the earlier snapshot remembers it.
    slot = before.slot if before.source.row == after.source.row else after.slot
    if _form(before) == _form(replace(after, slot=slot)):
        return before
    moved = after.start != slot
    newly_moved = moved and after.start != before.start
    newly_kind = after.kind is not before.kind and after.kind in {
        SessionKind.CANCELLED,
        SessionKind.SERIES_SLOT_REMOVED,
    }
    return replace(
        after,
        slot=slot,
        moved_by=Initiator.UNKNOWN if moved else None,
        moved_at=step.known_at(after.moved_at or after.changed_at)
        if newly_moved
        else before.moved_at
        if moved
        else None,
        changed_at=step.known_at(after.changed_at) if newly_kind else after.changed_at,
        listed_from=step.day,
    )


def _form(session: Session) -> tuple[object, ...]:
    return session.slot, session.start, session.end, session.kind, session.original_word, session.initiated_by


def _first_day(listing: Listing) -> date | None:
    days = [session.slot.date() for _label, session in listing.sessions]
    days += [one.start for _label, one in listing.breaks]
    return min(days, default=None)
