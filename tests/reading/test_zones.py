from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from reattune.reading.zones import Zones, day_of, local, midnight

LONDON = ZoneInfo("Europe/London")


def defined(name, offset):
    lines = ("BEGIN:VTIMEZONE", f"TZID:{name}", "BEGIN:STANDARD", "DTSTART:19700101T000000")
    end = (f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}", "END:STANDARD", "END:VTIMEZONE", "")
    return "\r\n".join((*lines, *end))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Europe/London", "Europe/London"),
        (" Europe/London ", "Europe/London"),
        ("GMT Standard Time", "Europe/London"),
        ("/mozilla.org/20070129_1/Europe/London", "Europe/London"),
    ],
)
def test_the_worlds_windows_and_a_vendors_name(name, key):
    assert Zones({}).named(name) == ZoneInfo(key)


@pytest.mark.parametrize("name", ["", "Atlantis", "Europe", "../London", "x/Europe/London", "/", "\x00"])
def test_a_name_nobody_knows_is_no_zone(name):
    assert Zones({}).named(name) is None
    assert Zones({name: "BEGIN:VTIMEZONE\r\nTZID:x\r\n"}).named(name) is None


def test_a_files_own_definition_counts_only_for_a_name_the_world_does_not_know():
    zones = Zones({name: defined(name, "+0330") for name in ("Our room", "Europe/London")})
    noon = datetime(2026, 7, 1, 12)  # noqa: DTZ001 - the zone is what is asked for
    assert noon.replace(tzinfo=zones.named("Our room")).utcoffset() == timedelta(hours=3, minutes=30)
    assert noon.replace(tzinfo=zones.named("Europe/London")).utcoffset() == timedelta(hours=1)


def test_the_day_is_the_one_lived_where_the_practice_is():
    late = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert (day_of(late, LONDON), day_of(late, ZoneInfo("UTC"))) == (date(2026, 7, 2), date(2026, 7, 1))
    assert day_of(date(2026, 7, 1), LONDON) == date(2026, 7, 1)


def test_a_time_the_spring_change_skips_becomes_the_next_that_exists():
    skipped = local(datetime(2026, 3, 29, 1, 30, tzinfo=LONDON), LONDON)
    assert (skipped.hour, skipped.minute) == (2, 30)
    # In Beirut the clocks skip midnight itself.
    assert midnight(date(2026, 3, 29), ZoneInfo("Asia/Beirut")).hour == 1
    assert midnight(date(2026, 3, 29), LONDON).utcoffset() == timedelta(0)
