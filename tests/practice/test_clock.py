"""The clock: the present in the practice's zone, or the present time of a day that was chosen to be shown."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reattune.practice import clock

AUCKLAND, HONOLULU = ZoneInfo("Pacific/Auckland"), ZoneInfo("Pacific/Honolulu")


@pytest.fixture
def plain(monkeypatch):
    monkeypatch.delenv(clock.DAY, raising=False)


def test_it_is_now(plain):
    assert abs(clock.now(AUCKLAND) - datetime.now(UTC)) < timedelta(seconds=5)
    assert clock.now(AUCKLAND).tzinfo is AUCKLAND
    assert clock.shown_day() is None


def test_the_day_is_that_of_the_zone(plain):
    assert clock.today(AUCKLAND) - clock.today(HONOLULU) in {timedelta(days=0), timedelta(days=1)}
    assert clock.today(HONOLULU) == datetime.now(HONOLULU).date()


@pytest.mark.parametrize("zone", [AUCKLAND, HONOLULU], ids=str)
@pytest.mark.parametrize("day", [date(2026, 6, 30), date(1999, 12, 31), date(2060, 2, 29)])
def test_a_chosen_day_is_shown_at_the_present_time_everywhere(monkeypatch, zone, day):
    monkeypatch.setenv(clock.DAY, day.isoformat())
    assert clock.shown_day() == day
    assert clock.today(zone) == day
    present = datetime.now(zone)
    minutes = abs((clock.now(zone).hour - present.hour) * 60 + clock.now(zone).minute - present.minute)
    assert min(minutes, 24 * 60 - minutes) <= 1


@pytest.mark.parametrize("given", ["", "tomorrow", "2026-13-01", "30.06.2026"])
def test_what_is_no_day_is_not_shown(monkeypatch, given):
    monkeypatch.setenv(clock.DAY, given)
    assert clock.shown_day() is None
    assert clock.today(HONOLULU) == datetime.now(HONOLULU).date()


def test_a_week_begins_on_monday():
    assert clock.monday_of(date(2026, 6, 30)) == clock.monday_of(date(2026, 6, 29)) == date(2026, 6, 29)
    assert clock.monday_of(date(2026, 7, 5)) == date(2026, 6, 29)
