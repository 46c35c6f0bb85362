from zoneinfo import ZoneInfo

import pytest

from reattune.reading import ics
from reattune.reading.gathered import Place
from reattune.reading.ics import read_ics


@pytest.fixture
def read(tmp_path):
    def _read(*lines, end="\r\n"):
        path = tmp_path / "c.ics"
        path.write_bytes(end.join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""]).encode())
        return read_ics(path, Place(tmp_path, ZoneInfo("Europe/London")))

    return _read


def event(*lines):
    return ("BEGIN:VEVENT", *lines, "END:VEVENT")


def test_entries_come_in_the_files_own_order_whatever_ends_its_lines(read):
    lines = (*event("UID:b", "DTSTART:20260310T170000"), *event("UID:a", "DTSTART:20260303T170000"))
    for end in ("\r\n", "\n", "\r"):
        assert [entry.uid for entry in read(*lines, end=end).entries] == ["b", "a"]


def test_what_an_alarm_says_is_not_what_its_entry_says(read):
    alarm = ("BEGIN:VALARM", "UID:ring", "SUMMARY:ring", "DURATION:PT5M", "END:VALARM")
    (entry,) = read(*event("UID:a", *alarm, "DTSTART:20260310T170000", "SUMMARY:Heron")).entries
    assert (entry.uid, entry.summary, entry.end) == ("a", "Heron", None)


def test_an_entry_without_an_end_is_set_aside_by_its_uid_and_the_next_is_read(read):
    file = read("BEGIN:VEVENT", "UID:cut", "DTSTART:20260310T170000", *event("UID:a", "DTSTART:20260310T170000"))
    assert [entry.uid for entry in file.entries] == ["a"]
    assert [(each.file, each.row, each.field) for each in file.quarantined] == [("c.ics", "cut", "END")]


def test_a_zone_named_for_one_calendar_ends_where_the_next_calendar_begins(read):
    second = ("END:VCALENDAR", "BEGIN:VCALENDAR", *event("UID:b", "DTSTART:20260310T170000"))
    file = read("X-WR-TIMEZONE:Europe/Berlin", *event("UID:a", "DTSTART:20260310T170000"), *second)
    assert [str(entry.start.tzinfo) for entry in file.entries] == ["Europe/Berlin", "Europe/London"]


def test_a_line_too_long_to_be_meant_costs_its_own_entry_at_most(read, monkeypatch):
    monkeypatch.setattr(ics, "_LONGEST_LINE", 60)
    file = read(
        *event("UID:a", "DTSTART:20260310T170000", "SUMMARY:" + "x" * 99),
        *event("UID:b", "DTSTART:20260310T170000", "EXDATE:" + "20260310T170000," * 9),
    )
    assert [(entry.uid, entry.summary) for entry in file.entries] == [("a", "")]
    assert [(each.row, each.field) for each in file.quarantined] == [("b", "EXDATE")]


def test_an_alarm_that_is_never_closed_or_never_begun_loses_nothing_silently(tmp_path):
    def event(*middle):
        lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", "DTSTART:20260310T170000", *middle, "STATUS:CANCELLED"]
        file = tmp_path / "calendar.ics"
        file.write_text("\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""]), "utf-8")
        return read_ics(file, Place(tmp_path, ZoneInfo("Europe/London")))

    closed = event("END:VALARM")
    assert len(closed.entries) == 1
    assert "CANCELLED" in repr(closed.entries[0]).upper()
    cut = event("BEGIN:VALARM")
    assert cut.entries == ()
    assert "END" in cut.quarantined[0].why
