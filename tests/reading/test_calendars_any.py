from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.reading.calendars import read_calendars, read_feed
from reattune.reading.gathered import Place

LONDON = ZoneInfo("Europe/London")
UNTIL = date(2026, 12, 31)


def write(folder: Path, *lines: str, name: str) -> Path:
    path = folder / name
    path.write_bytes("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]).encode())
    return path


def event(*lines: str) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", *lines, "END:VEVENT")


_LINE = st.sampled_from(
    [
        b"BEGIN:VEVENT", b"END:VEVENT", b"BEGIN:VTIMEZONE", b"END:VTIMEZONE", b"TZID:X", b"BEGIN:VALARM", b"UID:a", b"UID:b",
        b"DTSTART:20260303T170000Z", b"DTSTART;TZID=X:20260303T170000", b"DTSTART;VALUE=DATE:20260303", b"DTEND:20260304",
        b"DTEND:20260303T175000Z", b"DURATION:P99999999999D", b"DURATION:-PT1H", b"RRULE:FREQ=WEEKLY", b"RRULE:FREQ=YEARLY;COUNT=3",
        b"RRULE:FREQ=DAILY;UNTIL=20260601", b"RRULE:X", b"RDATE:20260404T100000Z", b"RDATE;VALUE=PERIOD:20260404T100000Z/PT1H",
        b"EXDATE:20260310T170000Z", b"EXDATE;VALUE=DATE:20260310", b"RECURRENCE-ID:20260310T170000Z",
        b"RECURRENCE-ID;RANGE=THISANDFUTURE:20260310", b"STATUS:CANCELLED", b"ATTENDEE;PARTSTAT=DECLINED:mailto:a", b"SUMMARY;X=:\\",
        b"X-WR-TIMEZONE:Nowhere", b"LAST-MODIFIED:20260101", b"CREATED:00000000T000000Z", b" folded", b"\xc3", b"END:VCALENDAR",
    ]
)  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(
    st.one_of(st.binary(max_size=200), st.lists(st.one_of(_LINE, st.binary(max_size=20)), max_size=25).map(b"\n".join))
)
def test_no_bytes_raise_anything_but_unreadable(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("any") / "calendar.ics"
    path.write_bytes(b"BEGIN:VCALENDAR\n" + content)
    place = Place(path.parent, LONDON)
    first = read_calendars([path], place, until=UNTIL)
    assert first == read_calendars([path], place, until=UNTIL)
    read_feed(path, place, UNTIL)
    path.write_bytes(content)
    try:
        read_calendars([path], place, until=UNTIL)
    except UnreadableError:
        assert not content.upper().startswith(b"BEGIN:VCALENDAR")


def _series(weeks: int, moved: int, removed: int) -> tuple[str, ...]:
    def stamp(week: int, hour: int = 17) -> str:
        return f"{datetime(2026, 1, 6, hour, tzinfo=LONDON) + timedelta(weeks=week + weeks):%Y%m%dT%H%M%S}"

    zone = ";TZID=Europe/London"
    return (
        *event("UID:a", f"DTSTART{zone}:{stamp(0)}", f"DTEND{zone}:{stamp(0, 18)}", "RRULE:FREQ=WEEKLY;COUNT=12", f"EXDATE{zone}:{stamp(removed)}"),
        *event("UID:a", f"RECURRENCE-ID{zone}:{stamp(moved)}", f"DTSTART{zone}:{stamp(moved, 9)}"),
    )  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 200), st.integers(0, 11), st.integers(0, 11))
def test_shifting_a_calendar_by_weeks_shifts_its_sessions(tmp_path_factory, weeks, moved, removed):
    folder = tmp_path_factory.mktemp("shift")
    place = Place(folder, LONDON)
    until = date(2031, 1, 1)
    plain = read_calendars([write(folder, *_series(0, moved, removed), name="a.ics")], place, until=until).sessions
    later = read_calendars([write(folder, *_series(weeks, moved, removed), name="b.ics")], place, until=until).sessions
    shift = timedelta(weeks=weeks)
    assert len(plain) == 12
    # Both in London: adding to a zoned time moves the clock, not the instant.
    assert [(one.slot + shift, one.start + shift, one.kind) for _label, one in plain] == [
        (one.slot, one.start, one.kind) for _label, one in later
    ]
