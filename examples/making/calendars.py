"""Calendar feeds: a weekly series with its exceptions, as they stood on a given day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from making.coming import THERAPIST_CANCELLED
from making.effects import CANCELLED, SHORT_NOTICE
from making.person import END, Away, Life, Slot

LONDON = ZoneInfo("Europe/London")
ZONE = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19700329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE""".splitlines()


def calendar(life: Life, seen: date, extra: date | None = None) -> bytes:
    """Return the feed as it stood on the day it was `seen`, with one extra single session if there was one.

    Even slots that were cancelled have STATUS:CANCELLED, odd ones vanish by EXDATE, as both happen.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//An invented practice//EN",
        "X-WR-TIMEZONE:Europe/London",
        *ZONE,
    ]
    known = [(number, slot) for number, slot in enumerate(life.slots) if _known(slot, seen)]
    lines += _series(life, known)
    for number, slot in known:
        lines += _exception(life, number, slot)
    if extra:
        start = datetime.combine(extra, time(8, 0))
        uid = f"{life.person.codename}-extra@example.invalid"
        lines += [
            "BEGIN:VEVENT",
            f"UID:{uid}",
            *_times(start, life.person.minutes),
            f"SUMMARY:{life.person.codename}",
            "END:VEVENT",
        ]
    for number, away in enumerate(away for away in life.breaks if away.by != "client" and away.agreed <= seen):
        lines += _leave(number, away)
    lines.append("END:VCALENDAR")
    return "".join(f"{line}\r\n" for line in lines).encode()


def _known(slot: Slot, seen: date) -> bool:
    return slot.changed is not None and slot.changed.date() < seen


def _series(life: Life, known: Sequence[tuple[int, Slot]]) -> list[str]:
    person = life.person
    first = datetime.combine(person.started, person.at)
    lines = ["BEGIN:VEVENT", f"UID:{_uid(life)}", *_times(first, person.minutes), f"SUMMARY:{person.codename}"]
    until = "" if life.slots[-1].slot.date() > END - timedelta(days=8) else f";UNTIL={_utc(life.slots[-1].slot)}"
    lines.append(f"RRULE:FREQ=WEEKLY;INTERVAL={person.every_weeks}{until}")
    gone = [slot.slot for number, slot in known if _vanishes(number, slot)]
    gone += [day for away in life.breaks if away.by == "client" for day in _inside(life, away)]
    lines += [f"EXDATE;TZID=Europe/London:{moment:%Y%m%dT%H%M%S}" for moment in sorted(gone)]
    return [*lines, "END:VEVENT"]


def _inside(life: Life, away: Away) -> list[datetime]:
    step = timedelta(weeks=life.person.every_weeks)
    day = life.person.started
    days = []
    while day <= away.end:
        if day >= away.start:
            days.append(datetime.combine(day, life.person.at))
        day += step
    return days


def _vanishes(number: int, slot: Slot) -> bool:
    return slot.outcome == THERAPIST_CANCELLED or (slot.outcome in {CANCELLED, SHORT_NOTICE} and number % 2 == 1)


def _exception(life: Life, number: int, slot: Slot) -> list[str]:
    cancelled = slot.outcome in {CANCELLED, SHORT_NOTICE} and not _vanishes(number, slot)
    if not cancelled and not slot.moved:
        return []
    lines = ["BEGIN:VEVENT", f"UID:{_uid(life)}", f"RECURRENCE-ID;TZID=Europe/London:{slot.slot:%Y%m%dT%H%M%S}"]
    lines += [*_times(slot.start, life.person.minutes), f"SUMMARY:{life.person.codename}"]
    if slot.changed:
        lines.append(f"LAST-MODIFIED:{_utc(slot.changed)}")
    if cancelled:
        lines.append("STATUS:CANCELLED")
    return [*lines, "END:VEVENT"]


def _leave(number: int, away: Away) -> list[str]:
    after = away.end + timedelta(days=1)
    stamp = _utc(datetime.combine(away.agreed, time(9, 0)))
    return [
        "BEGIN:VEVENT",
        f"UID:leave-{number}-{away.start:%Y%m%d}@example.invalid",
        f"DTSTAMP:{stamp}",
        f"CREATED:{stamp}",
        f"DTSTART;VALUE=DATE:{away.start:%Y%m%d}",
        f"DTEND;VALUE=DATE:{after:%Y%m%d}",
        f"SUMMARY:Leave ({away.note})",
        "TRANSP:OPAQUE",
        "END:VEVENT",
    ]


def _times(start: datetime, minutes: int) -> list[str]:
    end = start + timedelta(minutes=minutes)
    return [
        "DTSTAMP:20250101T090000Z",
        f"DTSTART;TZID=Europe/London:{start:%Y%m%dT%H%M%S}",
        f"DTEND;TZID=Europe/London:{end:%Y%m%dT%H%M%S}",
    ]


def _uid(life: Life) -> str:
    return f"{life.person.codename}-series@example.invalid"


def _utc(local: datetime) -> str:
    return f"{local.replace(tzinfo=LONDON).astimezone(UTC):%Y%m%dT%H%M%SZ}"
