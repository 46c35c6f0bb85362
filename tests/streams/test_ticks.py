"""Which slots are ticks."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from tests.streams.streams_made import FIRST, LATE, day, frame, heron, rated, row, slot, values

from reattune.model import Break, BreakBy, Frame, FrameVersion, Initiator, SessionKind, Source
from reattune.streams import ticks

K = SessionKind
THERAPIST, CLIENT, THIRD = Initiator.THERAPIST, Initiator.CLIENT, Initiator.THIRD_PARTY


def off(start, end, by, agreed=None):
    return Break(start, end, by, Source("frame.toml", "2"), agreed)


def test_each_slot_is_a_tick_once_in_order():
    twice = replace(row(1, K.ATTENDED), start=slot(1, 2))
    assert ticks(heron(row(2, K.CANCELLED), row(0, K.ATTENDED), twice), LATE) == (day(0), day(1), day(2))


def test_two_slots_of_one_day_are_one_tick():
    assert ticks(heron(row(0, K.ATTENDED), row(0, K.ATTENDED, hours=-4)), LATE) == (day(0),)


def test_no_tick_after_the_day_of_asking_or_the_end_or_before_the_start():
    rows = [row(week, K.ATTENDED) for week in range(6)]
    assert ticks(heron(*rows), day(3)) == tuple(day(week) for week in range(4))
    assert ticks(heron(*rows, ended=day(2), started=day(1)), LATE) == (day(1), day(2))


@pytest.mark.parametrize("kind", [K.CONFLICT, K.UNMAPPED, K.NO_LONGER_LISTED, K.SCHEDULED, K.LEFT_EARLY])
def test_a_row_that_says_little_is_still_a_tick(kind):
    assert ticks(heron(row(0, kind)), LATE) == (day(0),)


@pytest.mark.parametrize(
    "taken",
    [
        row(0, K.CANCELLED, initiated_by=THERAPIST),
        row(0, K.CANCELLED_SHORT_NOTICE, initiated_by=THIRD, before=3),
        row(0, K.RESCHEDULED, initiated_by=THERAPIST, before=50),
        row(0, K.THERAPIST_UNAVAILABLE),
        row(0, K.SERIES_SLOT_REMOVED),
        row(0, K.ATTENDED, start=slot(0, 1), moved_by=THERAPIST),
        row(0, K.ATTENDED, start=slot(0, 1), moved_by=THIRD, moved_at=slot(0, -1)),
    ],
)
def test_what_the_client_could_not_have_done_otherwise_is_no_tick(taken):
    assert ticks(heron(taken), LATE) == ()
    assert values(heron(taken), "attendance") == []
    assert values(heron(taken), "rescheduling") == []


@pytest.mark.parametrize(
    "noted_later",
    [
        row(0, K.CANCELLED, initiated_by=THERAPIST, before=-48),
        row(0, K.RESCHEDULED, initiated_by=THERAPIST, before=-48),
        row(0, K.THERAPIST_UNAVAILABLE, before=-48),
        row(0, K.SERIES_SLOT_REMOVED, listed_from=day(2)),
        row(0, K.ATTENDED, start=slot(0, 5), moved_by=THERAPIST, moved_at=slot(0, 3)),
    ],
)
def test_noted_only_after_the_slot_it_stays_a_tick_without_observation(noted_later):
    assert ticks(heron(noted_later), LATE) == (day(0),)
    assert values(heron(noted_later), "attendance") == []
    assert values(heron(noted_later), "rescheduling") == []


@pytest.mark.parametrize(
    ("by", "agreed", "expected"),
    [
        (BreakBy.THERAPIST, None, 0),
        (BreakBy.THERAPIST, day(0), 0),
        (BreakBy.THERAPIST, day(0, -1), 0),
        (BreakBy.THERAPIST, day(0, 1), 1),
        (BreakBy.BOTH, None, 0),
        (BreakBy.CLIENT, None, 0),
        (BreakBy.CLIENT, day(0, -10), 0),
        (BreakBy.CLIENT, day(0, -2), 0),
        (BreakBy.CLIENT, day(0, -1), 1),
        (BreakBy.CLIENT, day(0, 2), 1),
    ],
)
def test_breaks(by, agreed, expected):
    one = heron(row(0, K.CANCELLED), frame=frame(off(day(0), day(0, 6), by, agreed)))
    assert len(ticks(one, LATE)) == expected
    assert len(values(one, "attendance")) == expected


def test_without_an_agreed_notice_a_client_s_break_counts_as_planned_from_the_day_it_was_agreed():
    break_ = off(day(0), day(1), BreakBy.CLIENT, day(1))
    one = heron(row(0, K.CANCELLED), row(1, K.CANCELLED), frame=frame(break_, notice_hours=None))
    assert ticks(one, LATE) == (day(0),)


def test_a_cancellation_known_before_a_later_break_was_agreed_stays_seen():
    break_ = off(day(2), day(4), BreakBy.CLIENT, day(2, -8))
    one = heron(row(0, K.ATTENDED), row(3, K.CANCELLED, before=24 * 20), frame=frame(break_))
    assert values(one, "attendance", day(1, 3)) == ["attended", "cancelled"]
    assert values(one, "attendance") == ["attended", "cancelled"]
    assert ticks(one, LATE) == (day(0),)


def test_without_rows_the_frame_gives_the_slots():
    weekly = FrameVersion(date(2025, 1, 1), Source("f", "1"), weekday=1, starts_at=time(17))
    fortnightly = FrameVersion(date(2025, 2, 1), Source("f", "2"), weekday=3, starts_at=time(9), every_weeks=2)
    away = off(date(2025, 1, 13), date(2025, 1, 19), BreakBy.THERAPIST)
    one = heron(frame=Frame((weekly, fortnightly), (away,)))
    expected = ["2025-01-07", "2025-01-21", "2025-01-28", "2025-02-06", "2025-02-20"]
    assert [tick.isoformat() for tick in ticks(one, date(2025, 3, 1))] == expected
    later = replace(one, started=date(2025, 2, 7))
    assert [tick.isoformat() for tick in ticks(later, date(2025, 3, 1))] == ["2025-02-20"]


def test_with_rows_a_missing_row_says_nothing():
    assert ticks(heron(row(0, K.ATTENDED), row(5, K.ATTENDED)), LATE) == (day(0), day(5))


def test_with_neither_the_days_of_ratings_are_the_ticks():
    ratings = (rated(1, 30.0), rated(3, None), rated(1, 20.0, "phq-9"))
    assert ticks(heron(ratings=ratings, frame=Frame()), LATE) == (day(1), day(3))


def test_the_ends_of_the_calendar_do_no_harm():
    first = FrameVersion(date.min, Source("f", "1"), weekday=0)
    last = FrameVersion(date.max, Source("f", "2"), weekday=0)
    away = off(date.min, date.max, BreakBy.CLIENT, date.min)
    one = heron(row(0, K.ATTENDED), frame=Frame((first, last)))
    assert ticks(one, date.max) == (day(0),)
    assert ticks(replace(one, frame=Frame((first,), (away,))), date.max) == ()
    assert len(ticks(heron(frame=Frame((last,))), date.max)) == 0
    assert FIRST.date() - timedelta(days=1) < day(0)
