import codecs
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from reattune.errors import UnreadableError
from reattune.model import Break, BreakBy, Initiator, Session, SessionKind
from reattune.reading import ics
from reattune.reading.calendars import read_calendars, read_feed, read_feeds
from reattune.reading.gathered import Gathered, Place

HERE = Path(__file__).parent / "calendars"
LONDON = ZoneInfo("Europe/London")
UNTIL = date(2026, 12, 31)


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


def read(name: str) -> Gathered:
    return read_calendars([HERE / name], Place(HERE, LONDON), until=UNTIL)


def by_row(gathered: Gathered) -> dict[str, Session]:
    return {session.source.row: session for _label, session in gathered.sessions}


def write(folder: Path, *lines: str, name: str = "calendar.ics") -> Path:
    path = folder / name
    path.write_bytes("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]).encode())
    return path


def event(*lines: str) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", *lines, "END:VEVENT")


def test_a_weekly_series_stays_at_its_clock_time_over_both_changes_of_the_clock(tmp_path):
    path = write(tmp_path, *event("UID:h", "DTSTART;TZID=Europe/London:20260106T170000", "RRULE:FREQ=WEEKLY"))
    gathered = read_calendars([path], Place(tmp_path, LONDON), until=UNTIL)
    starts = [session.start for _label, session in gathered.sessions]
    assert len(starts) == 52
    assert {start.hour for start in starts} == {17}
    assert {start.utcoffset() for start in starts} == {timedelta(0), timedelta(hours=1)}
    assert starts[-1] == at(29, 17, month=12)


def test_a_time_that_the_spring_change_skips_becomes_one_that_exists(tmp_path):
    path = write(tmp_path, *event("UID:h", "DTSTART;TZID=Europe/London:20260329T013000"))
    ((_label, session),) = read_calendars([path], Place(tmp_path, LONDON), until=UNTIL).sessions
    assert (session.start.hour, session.start.minute) == (2, 30)


def test_a_moved_session_keeps_its_slot_and_is_moved_when_it_was_last_modified():
    moved = by_row(read("series.ics"))["h1|20260310T170000"]
    assert (moved.slot, moved.start, moved.end) == (at(10, 17), at(11, 10), at(11, 10, 50))
    assert (moved.kind, moved.moved_by) == (SessionKind.SCHEDULED, Initiator.UNKNOWN)
    assert moved.moved_at == datetime(2026, 3, 8, 9, tzinfo=UTC)
    assert moved.changed_at is None


def test_a_cancelled_override_says_who_only_where_one_guest_declined():
    cancelled = by_row(read("series.ics"))["h1|20260317T170000"]
    assert (cancelled.kind, cancelled.original_word) == (SessionKind.CANCELLED, "CANCELLED; DECLINED")
    assert cancelled.initiated_by is Initiator.CLIENT
    assert cancelled.changed_at == datetime(2026, 3, 16, 12, tzinfo=UTC)
    assert cancelled.stated_reason == "A cold, sorry"
    assert not cancelled.moved


@pytest.mark.parametrize("guests", [(), ("DECLINED", "ACCEPTED"), ("ACCEPTED",)])
def test_a_cancellation_without_one_declining_guest_is_nobodys(tmp_path, guests):
    people = [f"ATTENDEE;PARTSTAT={answer}:mailto:{n}@example.org" for n, answer in enumerate(guests)]
    path = write(tmp_path, *event("UID:c", "DTSTART:20260303T170000Z", "STATUS:CANCELLED", *people))
    ((_label, session),) = read_calendars([path], Place(tmp_path, LONDON), until=UNTIL).sessions
    assert (session.kind, session.initiated_by) == (SessionKind.CANCELLED, Initiator.UNKNOWN)


def test_declined_alone_is_no_cancellation():
    declined = by_row(read("series.ics"))["h1|20260331T170000"]
    assert (declined.kind, declined.original_word) == (SessionKind.SCHEDULED, "DECLINED")
    assert declined.initiated_by is Initiator.UNKNOWN


def test_a_removed_date_is_read_from_the_master():
    gathered = read("series.ics")
    removed = by_row(gathered)["h1|20260324T170000"]
    assert (removed.kind, removed.original_word) == (SessionKind.SERIES_SLOT_REMOVED, "EXDATE")
    assert (removed.slot, removed.end) == (at(24, 17), at(24, 17, 50))
    assert len(gathered.sessions) == 6
    assert gathered.quarantined == ()
    assert gathered.remarks == ("series.ics: a calendar does not say who came.",)


def test_a_session_taken_out_and_made_anew_is_one_moved_session():
    gathered = read("recreated.ics")
    rows = by_row(gathered)
    joined = rows["h1|20260310T170000"]
    assert (joined.kind, joined.slot, joined.start) == (SessionKind.SCHEDULED, at(10, 17), at(12, 9))
    assert joined.moved_at == datetime(2026, 3, 9, 8, tzinfo=UTC)
    assert joined.note == "listed again as new"
    assert "new" not in rows
    # Another length: not the same session, however near.
    assert rows["h1|20260317T170000"].kind is SessionKind.SERIES_SLOT_REMOVED
    assert rows["longer"].kind is SessionKind.SCHEDULED
    assert any("was read as moved" in remark for remark in gathered.remarks)


def test_days_and_blocks_are_the_therapists_time_away():
    breaks = [one for _label, one in read("leave.ics").breaks]
    spans = [(one.start, one.end, one.source.row, one.agreed) for one in breaks]
    assert spans == [
        (date(2026, 1, 5), date(2026, 1, 5), "l2", None),
        (date(2026, 8, 3), date(2026, 8, 14), "l1", date(2026, 5, 1)),
        (date(2026, 12, 21), date(2026, 12, 23), "l3", None),
    ]
    assert all(isinstance(one, Break) and one.by is BreakBy.THERAPIST for one in breaks)
    assert read("leave.ics").sessions == ()


def test_every_way_of_naming_a_zone():
    gathered = read("zones.ics")
    starts = {row: session.start for row, session in by_row(gathered).items()}
    assert starts == {
        "floating": at(3, 17),
        "utc": at(2, 17, month=7),
        "berlin": at(3, 17),
        "windows": at(3, 17),
        "vendor": at(3, 17),
        "own": at(3, 17, month=7),
    }
    assert [(each.row, each.field) for each in gathered.quarantined] == [("nowhere", "DTSTART")]
    assert "Atlantis" in gathered.quarantined[0].why


def test_zones_of_one_file_are_not_remembered_in_the_next(tmp_path):
    read("zones.ics")
    path = write(tmp_path, *event("UID:x", "DTSTART;TZID=Consulting room:20260703T180000"))
    gathered = read_calendars([path], Place(tmp_path, LONDON), until=UNTIL)
    assert gathered.sessions == ()
    assert [each.row for each in gathered.quarantined] == ["x"]


def test_a_feed_that_names_its_zone_once_repeats_by_that_clock():
    hours = {session.start.hour for _label, session in read("wr_zone.ics").sessions}
    assert hours == {17}


def test_broken_entries_are_set_aside_one_by_one():
    gathered = read("broken.ics")
    assert sorted((each.row, each.field) for each in gathered.quarantined) == [
        ("backwards", "DTEND"),
        ("first", "DTSTART"),
        ("huge", "RRULE"),
        ("last", "DTSTART"),
        ("month13", "DTSTART"),
        ("never", "RRULE"),
        ("none", "DTSTART"),
        ("often", "RRULE"),
        ("oftener", "RRULE"),
        ("same", "UID"),
        ("stamp", "LAST-MODIFIED"),
        ("still", "RRULE"),
        ("two", "DTSTART"),
    ]
    rows = by_row(gathered)
    assert rows["same"].start == at(3, 13)
    assert {"ok", "stamp", "no UID, 20260303T140000Z"} <= rows.keys()
    assert sum(row.startswith("endless|") for row in rows) == 44
    often = next(each for each in gathered.quarantined if each.row == "often")
    assert "repeats more often than daily" in often.why


def test_a_file_that_stops_in_the_middle_keeps_what_came_before(tmp_path):
    whole = write(tmp_path, *event("UID:a", "DTSTART:20260303T170000Z"), *event("UID:b", "DTSTART:20260310T170000Z"))
    whole.write_bytes(whole.read_bytes()[:-30])
    gathered = read_calendars([whole], Place(tmp_path, LONDON), until=UNTIL)
    assert list(by_row(gathered)) == ["a"]
    assert [(each.row, each.field) for each in gathered.quarantined] == [("b", "END")]


def test_a_character_folded_in_two_is_whole_and_half_a_character_is_said(tmp_path):
    path = write(tmp_path, *event("UID:é", "DTSTART:20260303T170000Z"))
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xc3\r\n \xa9"))
    assert list(by_row(read_calendars([path], Place(tmp_path, LONDON), until=UNTIL))) == ["é"]
    path.write_bytes(path.read_bytes().replace(b"\xc3\r\n \xa9", b"\xc3"))
    gathered = read_calendars([path], Place(tmp_path, LONDON), until=UNTIL)
    assert list(by_row(gathered)) == ["\N{REPLACEMENT CHARACTER}"]
    assert any("not UTF-8" in remark for remark in gathered.remarks)


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_marks_at_the_start_of_a_file_are_understood(tmp_path, mark):
    path = write(tmp_path, *event("UID:a", "DTSTART:20260303T170000Z"))
    text = path.read_text()
    path.write_bytes(mark + text.encode("utf-8" if mark == codecs.BOM_UTF8 else "utf-16-le"))
    assert list(by_row(read_calendars([path], Place(tmp_path, LONDON), until=UNTIL))) == ["a"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04binary", b"id,start\n1,2026-03-03\n"])
def test_what_is_no_calendar_says_so(tmp_path, content):
    path = tmp_path / "calendar.ics"
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match=r"calendar\.ics is not a calendar"):
        read_calendars([path], Place(tmp_path, LONDON), until=UNTIL)


def test_a_missing_file_and_one_too_large_say_so(tmp_path, monkeypatch):
    with pytest.raises(UnreadableError, match="could not be opened"):
        read_calendars([tmp_path / "calendar.ics"], Place(tmp_path, LONDON), until=UNTIL)
    monkeypatch.setattr(ics, "_LARGEST", 10)
    with pytest.raises(UnreadableError, match="larger than"):
        read_calendars([write(tmp_path)], Place(tmp_path, LONDON), until=UNTIL)


def test_one_unreadable_file_does_not_cost_the_other(tmp_path):
    good = write(tmp_path, *event("UID:a", "DTSTART:20260303T170000Z"))
    bad = tmp_path / "other.ics"
    bad.write_bytes(b"")
    gathered = read_calendars([bad, good], Place(tmp_path, LONDON), until=UNTIL)
    assert list(by_row(gathered)) == ["a"]
    assert [each.file for each in gathered.quarantined] == ["other.ics"]


def test_two_files_that_list_the_same_session_give_it_once(tmp_path):
    lines = event("UID:a", "DTSTART:20260303T170000Z")
    paths = [write(tmp_path, *lines, name=name) for name in ("a.ics", "b.ics")]
    gathered = read_calendars(paths, Place(tmp_path, LONDON), until=UNTIL)
    assert [session.source.file for _label, session in gathered.sessions] == ["a.ics"]
    assert [(each.file, each.row) for each in gathered.quarantined] == [("b.ics", "a")]


def test_a_file_without_its_day_beside_dated_exports_is_not_analysed(tmp_path):
    lines = event("UID:a", "DTSTART:20260303T170000Z")
    names = ("feed@2026-03-01.ics", "feed.ics", "feed@2026-13-01.ics")
    gathered = read_calendars(
        [write(tmp_path, *lines, name=name) for name in names], Place(tmp_path, LONDON), until=UNTIL
    )
    assert len(gathered.sessions) == 1
    assert sorted(each.what for each in gathered.not_analysed) == ["feed.ics", "feed@2026-13-01.ics"]


def test_a_feed_is_labelled_with_what_the_calendar_says(tmp_path):
    path = write(
        tmp_path,
        *event("UID:1", "DTSTART:20260303T170000Z", "SUMMARY:heron"),
        *event("UID:2", "DTSTART:20260303T180000Z", "SUMMARY:Busy"),
        *event("UID:3", "DTSTART:20260303T190000Z"),
        *event("UID:4", "DTSTART;VALUE=DATE:20260303", "SUMMARY:Away"),
    )
    gathered = read_feed(path, Place(tmp_path, LONDON), UNTIL)
    assert [label for label, _session in gathered.sessions] == ["heron", "2", "3"]
    assert [label for label, _one in gathered.breaks] == [""]
    assert read_feeds([path], Place(tmp_path, LONDON), UNTIL) == gathered


def test_nameless_events_of_a_feed_are_never_joined(tmp_path):
    path = write(
        tmp_path,
        *event(
            "UID:1", "DTSTART:20260303T170000Z", "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20260310T170000Z", "SUMMARY:Busy"
        ),
        *event("UID:2", "DTSTART:20260311T170000Z", "SUMMARY:Busy"),
    )
    place = Place(tmp_path, LONDON)
    assert "2" in by_row(read_feed(path, place, UNTIL))
    assert "2" not in by_row(read_calendars([path], place, until=UNTIL))
