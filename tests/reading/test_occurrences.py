from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.reading import occurrences
from reattune.reading.occurrences import expand
from reattune.reading.vevents import Block, Entry, EntryError, read_entry
from reattune.reading.zones import Zones

LONDON = ZoneInfo("Europe/London")
UNTIL = date(2026, 12, 31)


def entry(*lines: str) -> Entry:
    found, odd = read_entry(Block(("UID:a", *lines), "", 1), Zones({}), LONDON)
    assert odd == ()
    return found


def starts(*lines: str, until: date = UNTIL) -> list[date]:
    return [each.start for each in expand(entry(*lines), [], until).occurrences]


def at(month: int, day: int, hour: int = 17) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=LONDON)


def test_a_rule_is_followed_up_to_the_day_asked_for():
    assert starts("DTSTART:20260303T170000", "RRULE:FREQ=WEEKLY", until=date(2026, 3, 17)) == [
        at(3, 3),
        at(3, 10),
        at(3, 17),
    ]


@pytest.mark.parametrize("end", ["20260317T170000", "20260317", "20260317T170000Z"])
def test_until_is_included_however_it_is_written(end):
    assert len(starts("DTSTART:20260303T170000", f"RRULE:FREQ=WEEKLY;UNTIL={end}")) == 3


def test_until_in_utc_is_read_by_the_clock_of_the_series():
    # 16:30 UTC is 17:30 in summer: the session at 17:00 is still within.
    assert len(starts("DTSTART:20260602T170000", "RRULE:FREQ=WEEKLY;UNTIL=20260616T163000Z")) == 3


def test_single_dates_are_added_and_single_events_kept_whatever_their_day():
    assert starts("DTSTART:20260303T170000", "RDATE:20260305T170000") == [at(3, 3), at(3, 5)]
    assert starts("DTSTART:20300303T170000", until=date(2026, 1, 1)) == [datetime(2030, 3, 3, 17, tzinfo=LONDON)]


def test_days_repeat_as_days():
    assert starts("DTSTART;VALUE=DATE:20260303", "RRULE:FREQ=YEARLY;COUNT=1") == [date(2026, 3, 3)]


def test_removed_dates_that_match_nothing_are_counted():
    series = expand(
        entry(
            "DTSTART:20260303T170000",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "EXDATE:20260304T170000",
            "EXDATE;VALUE=DATE:20260310",
        ),
        [],
        UNTIL,
    )
    assert series.strays == 1
    assert [each.slot for each in series.occurrences if each.removed] == [at(3, 10)]


def test_this_and_all_following_agrees_a_new_time():
    override = entry(
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20260310T170000", "DTSTART:20260311T100000", "DTEND:20260311T110000"
    )
    found = expand(entry("DTSTART:20260303T170000", "RRULE:FREQ=WEEKLY;COUNT=3"), [override], UNTIL).occurrences
    assert [(each.slot, each.start) for each in found] == [
        (at(3, 3), at(3, 3)),
        (at(3, 10), at(3, 11, 10)),
        (at(3, 18, 10), at(3, 18, 10)),
    ]
    assert found[2].end == at(3, 18, 11)


def test_overrides_without_their_series_are_kept():
    override = entry("RECURRENCE-ID:20260310T170000", "DTSTART:20260311T100000")
    ((found),) = expand(None, [override], UNTIL).occurrences
    assert (found.slot, found.start) == (at(3, 10), at(3, 11, 10))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYMINUTE=1,2",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=DAILY;BYSETPOS=4",
        "COUNT=3",
    ],
)
def test_rules_that_no_practice_has_are_set_aside(rule):
    with pytest.raises(EntryError) as caught:
        starts("DTSTART:20260303T170000", f"RRULE:{rule}")
    assert caught.value.field == "RRULE"


def test_a_series_without_end_is_set_aside(monkeypatch):
    monkeypatch.setattr(occurrences, "LONGEST_SERIES", 5)
    with pytest.raises(EntryError, match="give it an end"):
        starts("DTSTART:20260303T170000", "RRULE:FREQ=WEEKLY")


_RULES = st.sampled_from(
    [
        "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=WEEKLY;COUNT=9", "FREQ=DAILY;INTERVAL=3", "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYDAY=1TU", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", "FREQ=WEEKLY;UNTIL=20260601T160000Z", "FREQ=YEARLY",
    ]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(_RULES, st.integers(0, 300), st.integers(0, 23))
def test_occurrences_are_those_of_another_library(rule, days, hour):
    begin = datetime(2025, 6, 3, hour, tzinfo=LONDON) + timedelta(days=days)
    lines = (f"DTSTART;TZID=Europe/London:{begin:%Y%m%dT%H%M%S}", f"RRULE:{rule}")
    ours = {each.start for each in expand(entry(*lines), [], UNTIL).occurrences}
    text = "\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", *lines, "END:VEVENT", "END:VCALENDAR", ""])
    first, last = datetime(2025, 1, 1, tzinfo=LONDON), datetime(2027, 1, 1, tzinfo=LONDON)
    theirs = recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(first, last)
    assert ours == {each["DTSTART"].dt for each in theirs}
