from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reattune.reading.vevents import Block, EntryError, read_entry
from reattune.reading.zones import Zones

LONDON = ZoneInfo("Europe/London")
START = "DTSTART:20260310T170000"


def read(*lines, floating=""):
    return read_entry(Block(lines, floating, 4), Zones({}), LONDON)


def test_an_end_may_be_given_as_a_length():
    begun = datetime(2026, 3, 10, 17, tzinfo=LONDON)
    for line in ("DURATION:PT50M", "DTEND:20260310T175000", "DTEND;TZID=Europe/London:20260310T175000"):
        entry, odd = read("UID:a", START, line)
        assert (entry.start, entry.end, odd) == (begun, begun + timedelta(minutes=50), ())


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ((), "DTSTART"),
        ((START, "DTSTART:20260311T170000"), "DTSTART"),
        (("DTSTART:00260310T170000",), "DTSTART"),
        ((START, "DTEND;VALUE=DATE:20260311"), "DTEND"),
        ((START, "DURATION:-PT50M"), "DURATION"),
        ((START, "EXRULE:FREQ=WEEKLY"), "EXRULE"),
    ],
)
def test_what_cannot_be_known_sets_the_entry_aside_by_row_and_field(lines, field):
    with pytest.raises(EntryError) as raised:
        read("UID:a", *lines)
    assert (raised.value.row, raised.value.field) == ("a", field)


def test_an_entry_without_a_uid_is_called_by_its_start():
    assert read(START)[0].uid == "no UID, 20260310T170000"
    with pytest.raises(EntryError) as raised:
        read("SUMMARY:Heron")
    assert raised.value.row == "no UID, 4"


def test_a_field_that_only_helps_is_left_out_and_said():
    entry, ((field, _why),) = read("UID:a", START, "CREATED:yesterday", "SUMMARY:Heron\\, \\nand Wren")
    assert (entry.created, field, entry.summary) == (None, "CREATED", "Heron, and Wren")
    entry, ((field, why),) = read("UID:a", START, "EXDATE:20260317T170000,99990324T170000")
    assert (entry.removed, field) == ((datetime(2026, 3, 17, 17, tzinfo=LONDON),), "EXDATE")
    assert "9999" in why


def test_a_time_is_placed_by_its_own_zone_then_the_calendars_then_the_practices():
    berlin = ZoneInfo("Europe/Berlin")
    own, _odd = read("UID:a", "DTSTART;TZID=America/New_York:20260310T170000", floating="Europe/Berlin")
    calendars, _odd = read("UID:a", START, floating="Europe/Berlin")
    universal, _odd = read("UID:a", f"{START}Z", floating="Europe/Berlin")
    assert own.start == datetime(2026, 3, 10, 21, tzinfo=UTC)
    assert calendars.start == datetime(2026, 3, 10, 17, tzinfo=berlin)
    assert (universal.start.hour, universal.start.tzinfo) == (18, berlin)
    assert read("UID:a", "DTSTART;VALUE=DATE:20260310")[0].start == date(2026, 3, 10)
