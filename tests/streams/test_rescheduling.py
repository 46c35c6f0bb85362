"""Whether the client asked to move a session, and how long before."""

import pytest
from tests.streams.streams_made import day, frame, heron, only, row, slot, values

from reattune.model import Initiator, SessionKind
from reattune.streams.rescheduling import LABELS, PATTERN

K = SessionKind
CLIENT = Initiator.CLIENT


def moved(before, kind=K.RESCHEDULED, **more):
    return row(0, kind, before=before, initiated_by=CLIENT, **more)


@pytest.mark.parametrize(
    ("session", "value"),
    [
        (row(0, K.ATTENDED), "kept"),
        (row(0, K.ATTENDED_LATE), "kept"),
        (moved(7 * 24), "moved_early"),
        (moved(7 * 24 - 1), "moved_days"),
        (moved(48), "moved_days"),
        (moved(47), "moved_short"),
        (moved(None), "moved_days"),
        (moved(-3), "moved_days"),
        (moved(None, K.RESCHEDULED_SHORT_NOTICE), "moved_short"),
        (moved(100, K.RESCHEDULED_SHORT_NOTICE), "moved_short"),
        (moved(30, K.ATTENDED, start=slot(0, 2)), "moved_short"),
        (moved(None, K.DID_NOT_ATTEND, start=slot(0, 2), moved_by=CLIENT, moved_at=slot(0, -9)), "moved_early"),
    ],
)
def test_outcomes(session, value):
    found = only(heron(session), "rescheduling")
    assert found.value == value == LABELS[found.code]
    assert found.at == day(0)


@pytest.mark.parametrize("kind", [K.CANCELLED, K.DID_NOT_ATTEND, K.SCHEDULED, K.CONFLICT])
def test_neither_held_nor_moved(kind):
    assert values(heron(row(0, kind)), "rescheduling") == []


def test_without_an_agreed_notice_nothing_but_a_week_is_told_apart():
    bare = frame(notice_hours=None)
    assert values(heron(moved(1), frame=bare), "rescheduling") == ["moved_days"]
    assert values(heron(moved(200), frame=bare), "rescheduling") == ["moved_early"]


def test_nobody_knows_who_asked():
    assert only(heron(row(0, K.ATTENDED, start=slot(0, 1))), "rescheduling").weight == 0.5
    assert only(heron(row(0, K.ATTENDED, start=slot(0, 1), moved_by=CLIENT)), "rescheduling").weight == 1


def test_a_move_is_known_before_the_session_it_led_to():
    session = row(0, K.ATTENDED, start=slot(0, 2), end=slot(0, 2, 1), moved_by=CLIENT, moved_at=slot(0, -3))
    assert only(heron(session), "rescheduling", day(0)).known_at == day(0, -3)
    assert values(heron(session), "attendance", day(0)) == []


def test_a_client_s_move_stays_seen_when_the_therapist_then_cancels():
    session = row(
        0,
        K.CANCELLED,
        start=slot(0, 2),
        moved_by=CLIENT,
        moved_at=slot(0, -3),
        before=24,
        initiated_by=Initiator.THERAPIST,
    )
    assert values(heron(session), "rescheduling") == ["moved_days"]
    assert values(heron(session), "attendance") == []


def test_the_reason_for_a_move_lowers_the_move_alone():
    session = row(0, K.ATTENDED, start=slot(0, 2), moved_by=CLIENT, stated_reason="work trip")
    assert only(heron(session), "rescheduling").weight == 0.5
    assert only(heron(session), "attendance").weight == 1


def test_the_pattern_sums_to_one():
    assert sum(PATTERN.mean[0]) == pytest.approx(1)
