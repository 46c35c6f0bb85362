"""The frame and your own changes, in words."""

from dataclasses import replace
from datetime import date

import pytest

from reattune.account.framing import frame_lines, own_words, weekday
from reattune.model import OwnAct, Relationship, Source

SOURCE = Source("heron/frame.toml", "1")


def test_the_newest_version_comes_first_and_breaks_last(whole):
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    assert frame_lines(heron) == (
        "From 6 Jan 2026: Tuesdays, 17:00, every week, 50 minutes, fee 65, 48 hours’ notice",
        "From 3 Jun 2025: Tuesdays, 17:00, every week, 50 minutes, fee 60, 48 hours’ notice",
        "Break: 20 Dec 2025 to 4 Jan 2026",
        "Your break: 4 Aug 2025 to 24 Aug 2025",
    )


def test_when_a_break_was_agreed_is_said_where_it_is_known(whole):
    heron = next(one for one in whole.practice.relationships if one.codename == "heron")
    known = replace(heron.frame.breaks[0], agreed=date(2025, 7, 1))
    (line,) = frame_lines(replace(heron, frame=replace(heron.frame, versions=(), breaks=(known,))))
    assert line.endswith(", agreed on 1 Jul 2025")


def test_no_frame_has_no_lines():
    assert frame_lines(Relationship("wren")) == ()


@pytest.mark.parametrize("kind", ["moved", "cancelled", "break", "late", "unavailable"])
def test_each_change_of_your_own_is_said_in_words(kind):
    act = OwnAct(date(2026, 1, 6), date(2026, 1, 5), kind, SOURCE)
    assert own_words(act).startswith("you")
    assert own_words(replace(act, until=date(2026, 1, 9))).endswith("until 9 Jan 2026")


def test_every_day_of_the_week_has_a_name():
    assert len({weekday(number) for number in range(7)}) == 7
