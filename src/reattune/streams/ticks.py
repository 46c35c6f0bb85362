"""Ticks: the agreed slots, each once however often it was moved, and what may be said about each.

A slot in a planned break is no tick, nor one that the therapist or a third party took away, as far as that was known on
the day of the slot. Where it became known only afterwards the slot stays a tick, without an observation.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from reattune.model import (
    Break,
    BreakBy,
    Frame,
    FrameVersion,
    Instrument,
    MovementFigures,
    Relationship,
    Session,
    SessionKind,
    SoundFigures,
)
from reattune.streams.joining import Chain, join
from reattune.streams.known import CANCELLATIONS, NOT_THE_CLIENT, move_known, mover, outcome_known, was_moved

WEEK = 7


@dataclass(frozen=True, slots=True)
class Tick:
    """An agreed slot.

    `session` is the row of the slot as agreed and `outcome` the row that says what became of it (another one where it
    was moved and joined); both are None where a slot is known from the frame or from a rating alone. `counts` is False
    for a slot that is no tick: something about it may still have been known, and used, before that was settled.
    """

    day: date
    slot: datetime | None = None
    session: Session | None = None
    outcome: Session | None = None
    counts: bool = True
    moved_by_other: bool = False
    """Whether the therapist or a third party moved it at any time."""
    planned_off: tuple[date | None, ...] = ()
    """For each planned break over it, the day it was agreed (None: not recorded)."""

    def open_at(self, day: date) -> bool:
        """Return whether no planned break over the slot was known on `day`."""
        return not any(agreed is None or agreed <= day for agreed in self.planned_off)


@dataclass(frozen=True, slots=True)
class View:
    """What a stream is given: one relationship, its agreed slots, and the last day that may be used."""

    relationship: Relationship
    slots: tuple[Tick, ...]
    holidays: Mapping[date, str]
    instruments: Mapping[str, Instrument]
    until: date
    """The day of asking, or the end of the relationship where that is earlier."""


def horizon(relationship: Relationship, as_of: date) -> date:
    """Return the last day of which anything may be used: `as_of`, or the relationship's end if earlier."""
    return as_of if relationship.ended is None else min(as_of, relationship.ended)


def ticks(relationship: Relationship, as_of: date) -> tuple[date, ...]:
    """Return the days of the ticks up to `as_of`, in order, each once."""
    return days(agreed(relationship, as_of), horizon(relationship, as_of))


def days(slots: tuple[Tick, ...], until: date) -> tuple[date, ...]:
    """Return the days of those slots that are ticks, up to and with `until`, in order, each once."""
    return tuple(sorted({tick.day for tick in slots if tick.counts and tick.day <= until}))


def agreed(relationship: Relationship, as_of: date) -> tuple[Tick, ...]:
    """Return every agreed slot in order, those that are no ticks and future ones in the calendar included.

    Args:
        relationship: whose slots.
        as_of: how far slots are taken from the frame or from ratings, where there are no rows of sessions at all.

    Returns:
        The slots from the rows of sessions; without any, from the frame; without one, from the days of ratings, of
        transcripts and of recordings.
    """
    if relationship.sessions:
        chains = join(relationship.sessions, relationship.frame)
        found = tuple(_from_rows(chain, relationship.frame) for chain in chains)
    else:
        until = horizon(relationship, as_of)
        framed = tuple(_from_frame(relationship.frame, relationship.started, until))
        found = framed if _has_slots(relationship.frame) else tuple(Tick(day) for day in sorted(_met(relationship)))
    started = relationship.started
    return tuple(tick for tick in found if started is None or tick.day >= started)


def _met(relationship: Relationship) -> set[date]:
    """Return the days of which ratings or, unless switched off, transcripts and recordings tell."""
    rated = {rating.session_date for rating in relationship.ratings}
    # One that came in later was known of from then on.
    rated |= {max(each.day, each.known_at) for each in _recorded(relationship)}
    if "speech" in {name.strip().casefold() for name in relationship.off}:
        return rated
    spoken = {max(each.day, each.known_at or each.day) for each in relationship.transcripts}
    return rated | spoken | {max(each.day, each.known_at) for each in relationship.speech}


def _recorded(relationship: Relationship) -> tuple[SoundFigures | MovementFigures, ...]:
    """Return the figures of recordings, those of what is switched off left out."""
    off = {name.strip().casefold().removesuffix("s") for name in relationship.off}
    sound = () if {"silence", "turn", "voice"} <= off else relationship.listened
    return (*sound, *(() if "movement" in off else relationship.watched))


def _from_rows(chain: Chain, frame: Frame) -> Tick:
    row = chain.agreed
    day = row.slot.date()
    planned = _planned_breaks(row.slot, frame)
    return Tick(
        day=day,
        slot=row.slot,
        session=row,
        outcome=chain.final,
        counts=not planned and not _taken_away(row),
        moved_by_other=any(was_moved(one) and mover(one) in NOT_THE_CLIENT for one in chain.rows),
        planned_off=tuple(each.agreed for each in planned),
    )


def _taken_away(row: Session) -> bool:
    """Whether, as known on the day of the slot, it was not the client's to come or not to come."""
    day = row.slot.date()
    if was_moved(row) and mover(row) in NOT_THE_CLIENT and move_known(row) <= day:
        return True
    removed = row.kind in {SessionKind.THERAPIST_UNAVAILABLE, SessionKind.SERIES_SLOT_REMOVED}
    cancelled = row.kind in CANCELLATIONS and row.initiated_by in NOT_THE_CLIENT
    return (removed or cancelled) and outcome_known(row) <= day


def _planned_breaks(slot: datetime, frame: Frame) -> tuple[Break, ...]:
    day = slot.date()
    version = frame.at(day)
    over = (each for each in frame.breaks if each.start <= day <= each.end)
    return tuple(each for each in over if _planned(each, slot, version))


def _planned(each: Break, slot: datetime, version: FrameVersion | None) -> bool:
    """Whether a break was agreed in time for this slot."""
    if each.agreed is None:
        return True
    match each.by:
        case BreakBy.THERAPIST | BreakBy.BOTH:
            return each.agreed <= slot.date()
        case BreakBy.CLIENT:
            hours = None if version is None else version.notice_hours
            if hours is None:
                return each.agreed <= slot.date()
            # Only the day is known, so the whole of it counts as notice.
            told = datetime.combine(each.agreed, time.min, slot.tzinfo)
            return told <= slot and slot - told >= timedelta(hours=hours)


def _has_slots(frame: Frame) -> bool:
    return any(version.weekday is not None for version in frame.versions)


def _from_frame(frame: Frame, started: date | None, until: date) -> Iterator[Tick]:
    """Yield the frame's own slots, for a relationship of which no rows of sessions are known."""
    versions = sorted(frame.versions, key=lambda version: version.start)
    for index, version in enumerate(versions):
        if version.weekday is None:
            continue
        last = until.toordinal()
        if index + 1 < len(versions):
            last = min(last, versions[index + 1].start.toordinal() - 1)
        first = version.start.toordinal() + (version.weekday - version.start.weekday()) % WEEK
        step = WEEK * max(version.every_weeks, 1)
        if started is not None and started.toordinal() > first:
            first += -((first - started.toordinal()) // step) * step
        for ordinal in range(first, last + 1, step):
            slot = datetime.combine(date.fromordinal(ordinal), version.starts_at or time.min)
            planned = _planned_breaks(slot, frame)
            yield Tick(
                day=slot.date(), slot=slot, counts=not planned, planned_off=tuple(each.agreed for each in planned)
            )
