"""The frame: its slots, its breaks, and what cannot be agreed."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.instruments import find
from reattune.model import BreakBy
from reattune.synthetic.setting import Setting, agreed_days, breaks_of, frame_of, slot_of, weeks_for


def breaks(setting, weeks=60, chance=(0.5, 0.5)):
    return breaks_of("egret", setting, weeks, chance)


def test_the_breaks_of_a_year():
    found = breaks(Setting())
    assert [(one.start, one.end, one.by) for one in found] == [
        (date(2025, 5, 31), date(2025, 6, 9), BreakBy.CLIENT),
        (date(2025, 8, 4), date(2025, 8, 24), BreakBy.THERAPIST),
        (date(2025, 12, 22), date(2026, 1, 4), BreakBy.THERAPIST),
    ]
    assert all(one.agreed == one.start - timedelta(days=60) for one in found)
    assert breaks(Setting(breaks=False)) == ()


@given(st.dates(date(2000, 1, 1), date(2060, 1, 1)), st.integers(1, 4), st.integers(1, 300), st.floats(0, 0.999))
def test_so_many_slots_a_week_apart_and_never_in_a_break(start, every, sessions, chance):
    setting = Setting(start=start, every_weeks=every)
    found = breaks(setting, weeks_for(setting, sessions), (chance, chance))
    assert all(one.end < other.start for one, other in pairwise(found))
    days = agreed_days(setting, found, sessions)
    assert len(days) == sessions
    assert {(one - start).days % (7 * every) for one in days} == {0}
    assert not any(one.start <= day <= one.end for one in found for day in days)


def test_slots_end_where_they_are_to_end():
    setting = Setting()
    assert agreed_days(setting, (), 40, until=date(2025, 1, 26)) == [
        date(2025, 1, 6),
        date(2025, 1, 13),
        date(2025, 1, 20),
    ]


def test_the_frame_says_what_was_agreed():
    setting = Setting(every_weeks=2, notice_hours=24)
    frame = frame_of("egret", setting, breaks(setting))
    version = frame.at(date(2025, 3, 1))
    assert (version.weekday, version.starts_at, version.minutes) == (0, setting.at, 50)
    assert (version.every_weeks, version.fee, version.notice_hours) == (2, 70, 24.0)
    assert len(frame.breaks) == 3
    assert version.source.file == "egret/frame.toml"
    assert slot_of(setting, date(2025, 7, 7)).isoformat() == "2025-07-07T10:00:00+01:00"


def test_instruments_by_id_or_as_they_are():
    assert Setting().defined() == find("wai-sr", {})
    own = replace(find("srs", {}), id="own")
    assert Setting(instrument=own).defined() is own
    with pytest.raises(ReattuneError, match="No instrument called tea-leaves is shipped; give a definition"):
        Setting(instrument="tea-leaves").defined()


@pytest.mark.parametrize(
    "how",
    [{"every_weeks": 0}, {"every_weeks": 5}, {"minutes": 0}, {"notice_hours": 1}, {"notice_hours": 168}, {"fee": -1}],
)
def test_what_cannot_be_agreed_is_refused(how):
    with pytest.raises(ReattuneError, match="; give"):
        Setting(**how).check()
