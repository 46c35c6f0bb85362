"""A held file is read as one in a folder is, and what cannot be read says why."""

from datetime import date

import pytest

from reattune.errors import UnreadableError
from reattune.practice.importing.held import Held
from reattune.practice.importing.reading import Reading, first_day
from reattune.practice.importing.recognising import Way
from reattune.practice.keeping import Kept
from reattune.reading.layout import FileKind

DAY = date(2026, 6, 30)
CALENDAR = (
    b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nSUMMARY:Heron\nDTSTART:20260302T100000\nRRULE:FREQ=WEEKLY\nEND:VEVENT\n"
    b"BEGIN:VEVENT\nUID:b\nSUMMARY:Easter\nDTSTART;VALUE=DATE:20260403\nDTEND;VALUE=DATE:20260411\nEND:VEVENT\n"
    b"END:VCALENDAR\n"
)


def read(kind, name, content, *, of_one=False, **settings):
    return Reading(Kept(**settings), Way(kind), of_one, DAY).read(Held.of(name, content))


def test_a_calendar_of_several_people_is_labelled_and_one_of_one_person_is_not():
    several = read(FileKind.CALENDAR, "c.ics", CALENDAR)
    assert {label for label, _session in several.sessions} == {"Heron"}
    assert [stretch.end for _label, stretch in several.breaks] == [date(2026, 4, 10)]
    assert {label for label, _session in read(FileKind.CALENDAR, "c.ics", CALENDAR, of_one=True).sessions} == {""}


def test_a_rule_without_an_end_is_followed_for_a_year_after_the_export():
    last = max(session.slot.date() for _label, session in read(FileKind.CALENDAR, "c.ics", CALENDAR).sessions)
    assert date(2027, 7, 25) < last <= date(2027, 8, 4)


def test_the_first_day_is_that_of_anything_listed():
    assert first_day(read(FileKind.CALENDAR, "c.ics", CALENDAR)) == date(2026, 3, 2)
    assert first_day(read(FileKind.CALENDAR, "c.ics", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n")) is None


def test_the_practice_says_zone_and_currency():
    rows = b"session_date,paid,amount\n2026-01-02,2026-01-03,70\n"
    found = read(FileKind.PAYMENTS, "payments.csv", rows, currency="GBP")
    assert found.payments[0][1].currency == "GBP"
    start = read(
        FileKind.APPOINTMENTS, "a.csv", b"start,status\n2026-07-01 10:00,attended\n", time_zone="Europe/Berlin"
    )
    assert start.sessions[0][1].slot.utcoffset().total_seconds() == 7200


def test_one_bad_row_costs_only_itself():
    found = read(FileKind.APPOINTMENTS, "a.csv", b"start,status\nnonsense,attended\n2026-01-02 10:00,attended\n")
    assert len(found.sessions) == 1
    assert found.quarantined[0].row == "2"


def test_a_file_that_cannot_be_read_at_all_says_why():
    with pytest.raises(UnreadableError, match="column start"):
        read(FileKind.APPOINTMENTS, "a.csv", b"Wann,Wer\n1,2\n")


def test_an_unknown_zone_sets_the_entry_aside():
    content = CALENDAR.replace(b"DTSTART:", b"DTSTART;TZID=Nowhere/Land:")
    found = read(FileKind.CALENDAR, "c.ics", content)
    assert found.sessions == ()
    assert "Nowhere/Land" in found.quarantined[0].why


def test_without_a_way_nothing_is_read():
    assert read(None, "x.csv", b"a,b\n1,2\n").sessions == ()
