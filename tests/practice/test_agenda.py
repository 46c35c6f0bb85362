"""Which sessions there are: from rows first, and from the frame where no file knows."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from reattune.model import Break, BreakBy, Frame, FrameVersion, Initiator, Relationship, Session, SessionKind, Source
from reattune.practice.agenda import FILES, FRAME, REGISTER, Slot, from_dict, of_session, on_clock, slots

ZONE = ZoneInfo("Europe/London")
FIRST, LAST = date(2026, 6, 29), date(2026, 7, 26)
MONDAYS = [date(2026, 6, 29), date(2026, 7, 6), date(2026, 7, 13), date(2026, 7, 20)]


def version(start=date(2026, 1, 5), weekday=0, every=1, at=time(15)):
    return FrameVersion(start, Source("frame", "1"), weekday=weekday, starts_at=at, minutes=50, every_weeks=every)


def session(day, kind=SessionKind.SCHEDULED, at=15, file="a.csv", moved_to=None):
    slot = datetime.combine(day, time(at), ZONE)
    return Session(slot, moved_to or slot, None, kind, kind.value, Source(file, "2"))


def of(*sessions, frame=None, **fields):
    return Relationship("heron", frame=frame or Frame((version(),)), sessions=sessions, **fields)


def days(relationship):
    return [one.day for one in slots(relationship, FIRST, LAST, ZONE)]


def test_a_frame_alone_gives_its_slots_with_their_times():
    found = slots(of(), FIRST, LAST, ZONE)
    assert [one.day for one in found] == MONDAYS
    assert {(one.known_from, one.kind, one.end - one.start) for one in found} == {
        (FRAME, SessionKind.SCHEDULED, timedelta(minutes=50))
    }
    assert f"{found[0].start:%H:%M}" == "15:00"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"started": date(2026, 7, 1)}, MONDAYS[1:]),
        ({"ended": date(2026, 7, 6)}, MONDAYS[:2]),
        ({"frame": Frame((version(every=2),))}, [MONDAYS[1], MONDAYS[3]]),
        ({"frame": Frame((version(weekday=None),))}, []),
        ({"frame": Frame()}, []),
        ({"suppress": True}, []),
        (
            {"frame": Frame((version(), version(date(2026, 7, 10), weekday=2)))},
            [*MONDAYS[:2], date(2026, 7, 15), date(2026, 7, 22)],
        ),
        (
            {
                "frame": Frame(
                    (version(),), (Break(date(2026, 7, 1), date(2026, 7, 14), BreakBy.THERAPIST, Source("f", "1")),)
                )
            },
            [MONDAYS[0], MONDAYS[3]],
        ),
    ],
)
def test_the_frame_holds_from_its_day_to_the_end_and_not_in_breaks(fields, expected):
    assert days(of(**fields)) == expected


def test_no_frame_slot_stands_where_a_file_knows_of_that_day_or_a_later_one():
    assert days(of(session(MONDAYS[1]))) == MONDAYS[1:]


def test_what_the_register_has_does_not_say_that_there_is_nothing_else():
    assert days(of(session(MONDAYS[1], SessionKind.ATTENDED, file=REGISTER))) == MONDAYS


def test_a_moved_register_session_takes_the_place_of_its_agreed_day():
    moved = session(MONDAYS[1], file=REGISTER, moved_to=datetime(2026, 7, 8, 10, tzinfo=ZONE))
    assert days(of(moved)) == [MONDAYS[0], date(2026, 7, 8), MONDAYS[2], MONDAYS[3]]


def test_a_calendars_repetition_in_a_break_is_no_session():
    away = Frame((version(),), (Break(MONDAYS[1], MONDAYS[1], BreakBy.CLIENT, Source("f", "1")),))
    rows = [session(day) for day in MONDAYS]
    assert days(of(*rows, frame=away)) == [MONDAYS[0], MONDAYS[2], MONDAYS[3]]


def test_an_inferred_frame_goes_on_for_eight_weeks_after_the_last_session():
    inferred = Frame((version(),), inferred=True)
    assert days(of(session(date(2026, 5, 18), SessionKind.ATTENDED), frame=inferred)) == MONDAYS[:3]
    assert days(of(session(date(2026, 1, 5), SessionKind.ATTENDED), frame=inferred)) == []
    assert days(of(frame=inferred)) == []


def test_what_is_kept_in_a_glance_comes_back_the_same():
    moment = datetime(2026, 3, 28, 9, 30, tzinfo=ZONE)
    one = Slot(
        moment,
        moment + timedelta(days=1),
        moment + timedelta(days=1, minutes=50),
        SessionKind.ATTENDED,
        Initiator.CLIENT,
        Initiator.THERAPIST,
        moment,
        REGISTER,
    )
    assert from_dict(one.as_dict(), ZONE) == one
    bare = Slot(moment, moment, None, SessionKind.SCHEDULED)
    assert from_dict(bare.as_dict(), ZONE) == bare


def test_a_session_goes_there_and_back():
    row = session(MONDAYS[0], SessionKind.DID_NOT_ATTEND)
    one = of_session(row)
    assert one.known_from == FILES
    assert one.settled
    assert one.as_session(row.source) == row


def test_a_day_without_a_time_says_so():
    assert not slots(of(frame=Frame((version(at=None),))), FIRST, FIRST, ZONE)[0].timed


def test_a_time_that_the_clocks_leave_out_is_an_hour_later():
    assert f"{on_clock(datetime(2026, 3, 29, 1, 30), ZONE):%H:%M}" == "02:30"  # noqa: DTZ001
    assert f"{on_clock(datetime(2026, 3, 30, 1, 30), ZONE):%H:%M}" == "01:30"  # noqa: DTZ001
