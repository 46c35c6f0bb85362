from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from reattune.reading import listing
from reattune.reading.gathered import Place
from reattune.reading.listing import read_listing

LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def read(tmp_path):
    def _read(*events, labelled=False):
        lines = [line for event in events for line in ("BEGIN:VEVENT", *event, "END:VEVENT")]
        path = tmp_path / "c.ics"
        path.write_text("\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]))
        return read_listing(path, Place(tmp_path, LONDON), date(2026, 4, 30), labelled=labelled)

    return _read


OLD = ("UID:a", "DTSTART:20260310T170000", "LAST-MODIFIED:20260101T090000Z")
NEW = ("UID:a", "DTSTART:20260311T170000", "LAST-MODIFIED:20260201T090000Z")


@pytest.mark.parametrize("events", [(OLD, NEW), (NEW, OLD)])
def test_of_an_entry_listed_twice_the_one_changed_later_is_taken_and_that_is_said(read, events):
    found = read(*events)
    assert [session.slot for _label, session in found.sessions] == [datetime(2026, 3, 11, 17, tzinfo=LONDON)]
    assert [(each.row, each.field) for each in found.quarantined] == [("a", "UID")]


def test_a_feeds_session_is_labelled_by_its_title_or_where_that_names_nobody_by_its_uid(read):
    events = (
        ("UID:x", "DTSTART:20260310T170000", "SUMMARY:Bird 5"),
        ("UID:y", "DTSTART:20260311T170000", "SUMMARY:BUSY"),
    )
    assert [label for label, _session in read(*events, labelled=True).sessions] == ["Bird 5", "y"]
    assert [label for label, _session in read(*events).sessions] == ["", ""]


def test_a_row_names_the_slot_only_where_there_is_a_series(read):
    found = read(
        ("UID:z", "DTSTART:20260310T170000", "RRULE:FREQ=WEEKLY;COUNT=2"), ("UID:a", "DTSTART:20260316T090000")
    )
    rows = [session.source.row for _label, session in found.sessions]
    assert rows == ["z|20260310T170000", "a", "z|20260317T170000"]


def test_a_series_that_would_list_too_much_is_set_aside_and_the_others_stay(read, monkeypatch):
    monkeypatch.setattr(listing, "MOST_OCCURRENCES", 3)
    found = read(
        ("UID:a", "DTSTART:20260310T170000"),
        ("UID:many", "DTSTART:20260310T090000", "RRULE:FREQ=DAILY;COUNT=9"),
        ("UID:b", "DTSTART:20260312T170000"),
    )
    assert [session.source.row for _label, session in found.sessions] == ["a", "b"]
    assert [(each.row, each.field) for each in found.quarantined] == [("many", "RRULE")]


def test_a_cancelled_day_away_is_no_break(read):
    day = ("DTSTART;VALUE=DATE:20260310", "DTEND;VALUE=DATE:20260312")
    found = read(("UID:a", *day), ("UID:b", *day, "STATUS:CANCELLED"))
    assert [(one.source.row, one.start, one.end) for _label, one in found.breaks] == [
        ("a", date(2026, 3, 10), date(2026, 3, 11))
    ]
