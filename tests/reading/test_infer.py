from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Break, BreakBy, Frame, FrameVersion, Session, SessionKind, Source
from reattune.reading.infer import infer_frame, inferred_remarks

LONDON = ZoneInfo("Europe/London")


def at(month: int, day: int, hour: int) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=LONDON)


def weekly(first: datetime, count: int, weeks: int = 1, minutes: int = 50, prefix: str = "r") -> list[Session]:
    found = []
    for n in range(count):
        slot = first + timedelta(weeks=weeks * n)
        end = slot + timedelta(minutes=minutes)
        found.append(Session(slot, slot, end, SessionKind.SCHEDULED, "", Source("f", f"{prefix}{n}")))
    return found


TUESDAYS = weekly(at(3, 3, 17), 10)


def test_a_weekly_habit_is_one_version_from_its_first_slot():
    expected = FrameVersion(date(2026, 3, 3), Source("f", "r0"), 1, time(17), 50, 1)
    assert infer_frame(TUESDAYS) == Frame(versions=(expected,), inferred=True)


def test_a_fortnightly_habit_is_every_two_weeks():
    assert infer_frame(weekly(at(3, 3, 17), 6, weeks=2)).versions[0].every_weeks == 2


def test_a_new_habit_of_four_slots_begins_a_version():
    thursdays = weekly(at(5, 14, 9), 4, minutes=60, prefix="t")
    versions = infer_frame([*TUESDAYS, *thursdays]).versions
    assert [(each.start, each.weekday, each.minutes, each.source.row) for each in versions] == [
        (date(2026, 3, 3), 1, 50, "r0"),
        (date(2026, 5, 14), 3, 60, "t0"),
    ]


def test_three_slots_elsewhere_change_nothing():
    elsewhere = weekly(at(3, 18, 9), 3, prefix="e")
    assert infer_frame([*TUESDAYS, *elsewhere]) == infer_frame(TUESDAYS)


def test_fewer_than_four_slots_make_no_habit():
    assert infer_frame(TUESDAYS[:3]) == Frame(inferred=True)
    assert infer_frame([]) == Frame(inferred=True)


def test_the_commonest_slot_stands_where_none_came_four_in_a_row():
    thursdays = weekly(at(3, 5, 9), 9, prefix="t")
    (version,) = infer_frame([*TUESDAYS, *thursdays]).versions
    assert (version.weekday, version.start) == (1, date(2026, 3, 3))


@given(st.permutations(TUESDAYS))
def test_the_order_of_sessions_is_of_no_matter(sessions):
    assert infer_frame(sessions) == infer_frame(TUESDAYS)


@given(st.integers(4, 10))
def test_later_sessions_do_not_move_the_beginning(count):
    assert infer_frame(TUESDAYS[:count]).versions[0].start == infer_frame(TUESDAYS).versions[0].start


def _said(sessions, *breaks):
    return inferred_remarks(replace(infer_frame(sessions), breaks=breaks), sessions)


def test_what_it_was_read_off_is_said():
    feed = [replace(each, source=Source("c.ICS", each.source.row)) for each in TUESDAYS]
    assert [line.split(";")[0] for line in _said(feed)] == ["the frame was inferred from the calendar"]
    assert [line.split(";")[0] for line in _said(TUESDAYS)] == ["the frame was inferred from the appointments"]
    assert "from the calendar and the appointments;" in _said([*feed[:5], *TUESDAYS[5:]])[0]
    assert inferred_remarks(Frame(inferred=True), TUESDAYS[:3]) == ()


def test_weeks_without_any_row_are_counted_and_nothing_is_concluded():
    (_from, said) = _said([*TUESDAYS[:4], *TUESDAYS[6:]])
    assert said == (
        "2 weeks have no session in the appointments; a deleted entry leaves no trace, and nothing is concluded from it."
    )
    assert _said([*TUESDAYS[:4], *TUESDAYS[5:]])[1].startswith("1 week has no session in")
    moved = replace(TUESDAYS[4], slot=TUESDAYS[4].slot + timedelta(days=2), start=TUESDAYS[4].start + timedelta(days=2))
    assert len(_said([*TUESDAYS[:4], moved, *TUESDAYS[5:]])) == 1


def test_weeks_in_a_break_are_not_among_them():
    away = Break(date(2026, 3, 30), date(2026, 4, 10), BreakBy.BOTH, Source("frame.toml", "break 1"))
    assert len(_said([*TUESDAYS[:4], *TUESDAYS[6:]], away)) == 1


def test_of_fortnights_the_weeks_between_are_as_agreed():
    slots = weekly(at(3, 3, 17), 9, weeks=2)
    assert len(_said(slots)) == 1
    assert _said([*slots[:5], *slots[7:]])[1].startswith("2 fortnights have no session in")
