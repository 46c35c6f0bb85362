"""From a calendar's entries to single occurrences: rules are followed, but never without end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from typing import Final

from dateutil.rrule import rrulestr

from reattune.language import _
from reattune.reading.vevents import Entry, EntryError
from reattune.reading.zones import BROKEN

LONGEST_SERIES: Final = 20_000
"""Occurrences of one series (fifty years of days) after which its rule is taken to be a slip."""

_OFTEN = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_SPARSE = ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence: the slot in its series, when it was to be, and the entry that says so.

    `removed` stands for a date that was taken out of its series (EXDATE).
    """

    entry: Entry
    slot: date
    start: date
    end: date | None
    recurring: bool = False
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """All occurrences of one UID, its slots as its rule gives them, and removed dates that match none of them."""

    uid: str
    occurrences: tuple[Occurrence, ...]
    slots: frozenset[date]
    strays: int = 0


def expand(master: Entry | None, overrides: Sequence[Entry], until: date) -> Series:
    """Return all occurrences of one UID.

    Args:
        master: The entry that carries the rule, or the single event; None where only overrides are listed.
        overrides: The entries that describe one occurrence each (RECURRENCE-ID).
        until: The last day to which a rule is followed; a single event is kept whatever its day.

    Raises:
        EntryError: Where the rule cannot be followed.
    """
    described = {} if master is None else {slot: slot for slot in _slots(master, until)}
    changed = {_slot(entry, master): entry for entry in overrides}
    if master is None:
        return Series(overrides[0].uid, tuple(_one(entry, slot) for slot, entry in _sorted(changed)), frozenset())
    if not (master.rules or master.added):
        alone = [Occurrence(master, master.start, master.start, master.end)] if master.start not in changed else []
        return Series(master.uid, (*alone, *(_one(entry, slot) for slot, entry in _sorted(changed))), frozenset())
    removed, strays = _removed(master, described, until)
    found: dict[date, Occurrence] = {}
    shift, length = timedelta(), _length(master)
    for slot in sorted(described.keys() | changed.keys(), key=_order):
        override = changed.get(slot)
        if override is not None:
            found[slot] = _one(override, slot)
            if override.onwards:
                shift, length = override.start - slot, _length(override)
        elif slot in removed:
            found[slot] = Occurrence(master, slot, slot, _after(slot, length), recurring=True, removed=True)
        else:
            # "This and all following" agrees a new time: the following are at their own slot, not each moved.
            at = slot + shift
            found[slot] = Occurrence(master, at, at, _after(at, length), recurring=True)
    return Series(master.uid, tuple(found.values()), frozenset(described), strays)


def refusal(rule: Mapping[str, Sequence[object]]) -> str:
    """Return why a rule is not followed, "" where it is."""
    often = any(len(rule.get(part, ())) > 1 for part in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    frequency = str(next(iter(rule.get("FREQ", ())), ""))
    if often or frequency.upper() in _OFTEN:
        return _("repeats more often than daily; no sessions do")
    if not frequency:
        return _("has no FREQ; export the calendar again")
    if any(int(str(interval)) < 1 for interval in rule.get("INTERVAL", ())):
        return _("has an INTERVAL below 1; export the calendar again")
    # Such a rule may match no day at all and would be searched up to the year 9999.
    if frequency.upper() in {"DAILY", "WEEKLY"} and any(part in rule for part in _SPARSE):
        return _("picks single days out of days or weeks in a way that is not followed; list the dates instead")
    return ""


def _slots(master: Entry, until: date) -> list[date]:
    found: set[date] = {master.start, *(day for day in master.added if _same_kind(day, master.start))}
    for rule in master.rules:
        found.update(_follow(master, rule, until))
    return sorted(found, key=_order)


def _follow(master: Entry, rule: object, until: date) -> Iterator[date]:
    parts = {str(key).upper(): list(value) for key, value in rule.items()} if isinstance(rule, Mapping) else {}
    try:
        why = refusal(parts)
        last = min(_last(parts, master), datetime.combine(until, time.max))
        text = ";".join(p for p in rule.to_ical().decode().split(";") if not p.upper().startswith("UNTIL="))  # type: ignore[attr-defined]
        # Rules are followed by the wall clock, so that five in the afternoon stays so over both changes of the clock.
        clock = rrulestr(text, dtstart=_clock(master.start)) if not why else ()
        slots = list(islice(takewhile(lambda slot: slot <= last, clock), LONGEST_SERIES + 1))
    except BROKEN as error:
        raise EntryError(master.uid, "RRULE", _("cannot be followed ({why})").format(why=error)) from error
    if not why and len(slots) > LONGEST_SERIES:
        why = _("gives more than {n} sessions; give it an end").format(n=f"{LONGEST_SERIES:,}")
    if why:
        raise EntryError(master.uid, "RRULE", why)
    zone = master.start.tzinfo if isinstance(master.start, datetime) else None
    for slot in slots:
        yield slot.replace(tzinfo=zone) if zone else slot.date()


def _last(parts: Mapping[str, Sequence[object]], master: Entry) -> datetime:
    """Return the rule's UNTIL by the series' own clock."""
    for end in parts.get("UNTIL", ()):
        if isinstance(end, datetime):
            if end.tzinfo is None or end.year not in range(2, 9999):
                return end.replace(tzinfo=None)
            zone = master.start.tzinfo if isinstance(master.start, datetime) else UTC
            return end.astimezone(zone).replace(tzinfo=None)
        if isinstance(end, date):
            return datetime.combine(end, time.max)
    return datetime.combine(date.max, time.max)


def _removed(master: Entry, slots: Mapping[date, date], until: date) -> tuple[set[date], int]:
    removed: set[date] = set()
    strays = 0
    on_day = {_clock(slot).date(): slot for slot in slots}
    for day in master.removed:
        slot = day if _same_kind(day, master.start) else on_day.get(day)
        if slot in slots and slot is not None:
            removed.add(slot)
        elif _clock(day).date() <= until:
            strays += 1
    return removed, strays


def _slot(override: Entry, master: Entry | None) -> date:
    """Return the slot an override stands for; one that names only the day has its series' time."""
    slot = override.replaces
    assert slot is not None
    start = master.start if master is not None else override.start
    if isinstance(start, datetime) and not isinstance(slot, datetime):
        return datetime.combine(slot, start.timetz())
    return slot


def _one(entry: Entry, slot: date) -> Occurrence:
    # An override between a time and a day has no slot it could have been moved from.
    return Occurrence(
        entry, slot if _same_kind(slot, entry.start) else entry.start, entry.start, entry.end, recurring=True
    )


def _length(entry: Entry) -> timedelta | None:
    return None if entry.end is None else entry.end - entry.start


def _after(start: date, length: timedelta | None) -> date | None:
    return None if length is None else start + length


def _same_kind(one: date, other: date) -> bool:
    return isinstance(one, datetime) == isinstance(other, datetime)


def _clock(moment: date) -> datetime:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return datetime.combine(moment, time())


def _order(moment: date) -> datetime:
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(UTC)
    return _clock(moment).replace(tzinfo=UTC)


def _sorted(changed: Mapping[date, Entry]) -> list[tuple[date, Entry]]:
    return sorted(changed.items(), key=lambda pair: _order(pair[0]))
