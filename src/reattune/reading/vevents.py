"""One entry of a calendar (a VEVENT): what it says, with every time in a zone, or why it was set aside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.reading.zones import BROKEN, PLAUSIBLE_YEARS, Zones

_NEEDED = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID", "STATUS"})
_HELPFUL = frozenset({"UID", "SUMMARY", "LAST-MODIFIED", "CREATED", "ATTENDEE", "ORGANIZER", "COMMENT"})
KEPT = _NEEDED | _HELPFUL
"""The lines of an entry that are read; all others are none of our business and are not even parsed."""

_TEXTS = frozenset({"UID", "SUMMARY", "STATUS", "COMMENT"})
_ESCAPED = re.compile(r"\\([\\;,nN])")
_ZONE = re.compile(r';TZID=("[^"]*"|[^;:"]*)', re.IGNORECASE)
_PEOPLE = frozenset({"", "INDIVIDUAL", "UNKNOWN", "GROUP"})


class EntryError(ReattuneError):
    """One entry cannot be read: its row, its field, and in a sentence why."""

    def __init__(self, row: str, field: str, why: str) -> None:
        super().__init__(f"{row}, {field}: {why}")
        self.row = row
        self.field = field
        self.why = why


@dataclass(frozen=True, slots=True)
class Block:
    """An entry's lines, the zone its calendar gives to times without one (X-WR-TIMEZONE), and its place in the file."""

    lines: tuple[str, ...]
    floating: str
    number: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What one entry says; times are in the entry's own zone, all-day entries carry days (end exclusive)."""

    uid: str
    start: date
    end: date | None
    summary: str = ""
    status: str = ""
    rules: tuple[object, ...] = ()
    added: tuple[date, ...] = ()
    removed: tuple[date, ...] = ()
    replaces: date | None = None
    """RECURRENCE-ID: the slot of its series that this entry describes."""
    onwards: bool = False
    """Whether it describes all following slots too."""
    declined: bool = False
    client_declined: bool = False
    """Whether the one person invited by somebody else declined."""
    comment: str = ""
    modified: datetime | None = None
    created: datetime | None = None

    @property
    def cancelled(self) -> bool:
        """Whether it says of itself that it was cancelled."""
        return self.status == "CANCELLED"


def read_entry(block: Block, zones: Zones, zone: ZoneInfo) -> tuple[Entry, tuple[tuple[str, str], ...]]:
    """Read one entry.

    Args:
        block: Its lines.
        zones: The time zones its file knows.
        zone: The practice's own zone, for times without one.

    Returns:
        The entry, and each field that was left out with the reason.

    Raises:
        EntryError: Where what it says cannot be known.
    """
    fields = _Fields(block, zones, zone)
    start = fields.day("DTSTART")
    if start is None:
        raise EntryError(fields.row, "DTSTART", _("is missing, so it is not known when this was"))
    if fields.values("EXRULE"):
        raise EntryError(fields.row, "EXRULE", _("is an old kind of rule that is not followed; list the dates instead"))
    declined, client_declined = _declined(fields)
    entry = Entry(
        uid=fields.row,
        start=start,
        end=_end(fields, start),
        summary=fields.text("SUMMARY"),
        status=fields.text("STATUS").upper(),
        rules=tuple(value for value, _zone in fields.values("RRULE")),
        added=fields.days("RDATE"),
        removed=fields.days("EXDATE"),
        replaces=fields.day("RECURRENCE-ID"),
        onwards=_parameter(fields.values("RECURRENCE-ID"), "RANGE") == "THISANDFUTURE",
        declined=declined,
        client_declined=client_declined,
        comment=fields.text("COMMENT"),
        modified=fields.moment("LAST-MODIFIED"),
        created=fields.moment("CREATED"),
    )
    return entry, tuple(fields.odd)


class _Fields:
    """The fields of one parsed entry; those that only help are noted as odd and left out when broken."""

    def __init__(self, block: Block, zones: Zones, zone: ZoneInfo) -> None:
        texts, rest = _texts(block.lines)
        lines, self._zone_names = _without_zones(rest)
        from icalendar import Event  # noqa: PLC0415  (slow to import, and only calendars need it)

        try:
            event = Event.from_ical("\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""]))
        except BROKEN as error:
            raise EntryError(str(block.number), "VEVENT", _("cannot be read; export the calendar again")) from error
        self._parsed = dict(event.items())
        self._texts = texts
        self._zones = zones
        self._floating = block.floating
        self._place = zone
        self.odd: list[tuple[str, str]] = []
        self.row = self.text("UID") or f"no UID, {_raw(block.lines, 'DTSTART') or block.number}"
        for field, why in event.errors:
            if field is None or str(field).upper() in _NEEDED:
                raise EntryError(self.row, str(field or "VEVENT"), _("cannot be read ({why})").format(why=why))
            self.odd.append((str(field), _("cannot be read ({why}); it was left out").format(why=why)))

    def values(self, name: str) -> list[tuple[object, str]]:
        """Return a field's values as parsed, each with the zone its line names."""
        found = self._parsed.get(name)
        if found is None:
            return []
        from icalendar.prop import vBroken  # noqa: PLC0415  (slow to import, and only calendars need it)

        listed = found if isinstance(found, list) else [found]
        zones = self._zone_names.get(name, [])
        return [
            (value, zone)
            for value, zone in zip(listed, [*zones, *[""] * len(listed)], strict=False)
            if not isinstance(value, vBroken)
        ]

    def text(self, name: str) -> str:
        """Return a text field, "" where there is none."""
        text = self._texts.get(name) or next((str(value) for value, _zone in self.values(name)), "")
        return " ".join(text.split())

    def day(self, name: str) -> date | None:
        """Return the one day or moment a field gives."""
        given = {found for value, zone in self.values(name) for found in self._read(name, value, zone)}
        if len(given) > 1:
            raise EntryError(self.row, name, _("is given more than once; keep one"))
        return next(iter(given), None)

    def days(self, name: str) -> tuple[date, ...]:
        """Return all days or moments a field lists, in order; an implausible one is left out and noted."""
        found: set[date] = set()
        for value, zone in self.values(name):
            for each in getattr(value, "dts", [value]):
                try:
                    found.update(self._read(name, each, zone))
                except EntryError as error:
                    self.odd.append((name, error.why))
        return tuple(sorted(found, key=str))

    def moment(self, name: str) -> datetime | None:
        """Return a moment that only helps, or None where there is none or it cannot be understood."""
        try:
            found = self.day(name)
        except EntryError as error:
            self.odd.append((name, error.why))
            return None
        return found if isinstance(found, datetime) else None

    def span(self, name: str) -> timedelta | None:
        """Return a length of time."""
        for value, _zone in self.values(name):
            length = getattr(value, "dt", None)
            if not isinstance(length, timedelta):
                raise EntryError(self.row, name, _("is not a length of time such as PT50M"))
            return length
        return None

    def _read(self, name: str, value: object, zone: str) -> Iterator[date]:
        given = getattr(value, "dt", None)
        given = given[0] if isinstance(given, tuple) else given
        if not isinstance(given, date):
            raise EntryError(self.row, name, _("is not a date; export the calendar again"))
        if given.year not in PLAUSIBLE_YEARS:
            why = _("{value} lies in the year {year}; a session is expected between 1900 and 2200")
            raise EntryError(self.row, name, why.format(value=given.isoformat(), year=f"{given.year:04}"))
        yield self._placed(name, given, zone)

    def _placed(self, name: str, given: date, zone: str) -> date:
        if not isinstance(given, datetime):
            return given
        if given.tzinfo is not None:
            calendar = self._zones.named(self._floating) if self._floating else None
            # A feed that names its zone once (X-WR-TIMEZONE) repeats by that zone's clock, not by UTC's.
            return given.astimezone(calendar or UTC)
        return given.replace(tzinfo=self._zone(name, zone or self._floating))

    def _zone(self, name: str, zone: str) -> tzinfo:
        if not zone:
            return self._place
        found = self._zones.named(zone)
        if found is None:
            why = _('the time zone "{zone}" is not known and the file does not define it; export the calendar again')
            raise EntryError(self.row, name, why.format(zone=zone))
        return found


def _texts(lines: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Take plain texts out of the lines: half of a large calendar need not go through the parser."""
    texts: dict[str, str] = {}
    rest: list[str] = []
    for line in lines:
        name, colon, value = line.partition(":")
        if colon and name.upper() in _TEXTS:
            text = _ESCAPED.sub(_unescaped, value)
            before = texts.get(name.upper())
            if before is None:
                texts[name.upper()] = text
            elif name.upper() == "COMMENT":
                texts["COMMENT"] = f"{before}; {text}"
        else:
            rest.append(line)
    return texts, rest


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


def _without_zones(lines: Sequence[str]) -> tuple[list[str], dict[str, list[str]]]:
    """Take the zone names out of the lines: the parser looks them up in memory it shares between files."""
    bare: list[str] = []
    names: dict[str, list[str]] = {}
    for line in lines:
        name = re.split("[;:]", line, maxsplit=1)[0].upper()
        zone = _ZONE.search(line) if name in _NEEDED else None
        names.setdefault(name, []).append(zone.group(1).strip('"') if zone else "")
        bare.append(line[: zone.start()] + line[zone.end() :] if zone else line)
    return bare, names


def _raw(lines: Sequence[str], name: str) -> str:
    return next((line.rpartition(":")[2].strip() for line in lines if line.upper().startswith(name)), "")


def _end(fields: _Fields, start: date) -> date | None:
    end, length = fields.day("DTEND"), fields.span("DURATION")
    name = "DTEND" if end is not None else "DURATION"
    try:
        end = start + length if end is None and length is not None else end
    except OverflowError as error:
        raise EntryError(fields.row, name, _("lasts longer than a calendar can hold")) from error
    if end is None:
        return None
    if isinstance(end, datetime) != isinstance(start, datetime):
        raise EntryError(fields.row, name, _("is a day where the start is a time, or the other way round"))
    if end < start:
        raise EntryError(fields.row, name, _("lies before the start; put one of the two right"))
    if end.year not in PLAUSIBLE_YEARS:
        raise EntryError(fields.row, name, _("lies in the year {year}").format(year=end.year))
    return end


def _parameter(values: Sequence[tuple[object, str]], name: str) -> str:
    for value, _zone in values:
        return str(getattr(value, "params", {}).get(name, "")).upper()
    return ""


def _declined(fields: _Fields) -> tuple[bool, bool]:
    """Return whether somebody invited declined, and whether that was the one person invited by somebody else."""
    organizers = {str(value).casefold() for value, _zone in fields.values("ORGANIZER")}
    guests = [
        pair
        for pair in fields.values("ATTENDEE")
        if str(pair[0]).casefold() not in organizers and _parameter([pair], "CUTYPE") in _PEOPLE
    ]
    answers = [_parameter([guest], "PARTSTAT") for guest in guests]
    return "DECLINED" in answers, answers == ["DECLINED"]
