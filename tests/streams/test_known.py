"""When a fact about a session could first have been known."""

from datetime import timedelta

import pytest
from tests.streams.streams_made import day, row, slot

from reattune.model import Initiator, SessionKind
from reattune.streams.known import move_known, mover, notice, outcome_known

K = SessionKind


@pytest.mark.parametrize(
    ("session", "known"),
    [
        (row(0, K.ATTENDED), day(0)),
        (row(0, K.ATTENDED, end=None), day(0)),
        (row(0, K.ATTENDED, end=slot(0, hours=8)), day(0, 1)),
        (row(0, K.DID_NOT_ATTEND, before=-30), day(0, 1)),
        (row(0, K.DID_NOT_ATTEND, before=30), day(0)),
        (row(0, K.CANCELLED, before=48), day(0, -2)),
        (row(0, K.CANCELLED), day(0)),
        (row(0, K.CANCELLED, before=48, listed_from=day(1)), day(1)),
        (row(0, K.RESCHEDULED, before=24), day(0, -1)),
        (row(0, K.ATTENDED, start=slot(0, 3), end=slot(0, 3, 1)), day(0, 3)),
        (row(0, K.CANCELLED, start=slot(0, 3), before=48, moved_at=slot(0, -4)), day(0, -2)),
        (row(0, K.CANCELLED, start=slot(0, 3)), day(0, 3)),
    ],
)
def test_outcome(session, known):
    assert outcome_known(session) == known


def test_a_move_is_known_when_it_was_noted_else_at_the_earlier_time():
    assert move_known(row(0, K.ATTENDED, start=slot(0, 3), moved_at=slot(0, -2))) == day(0, -2)
    assert move_known(row(0, K.ATTENDED, start=slot(0, 3), before=24)) == day(0, -1)
    assert move_known(row(0, K.CANCELLED, start=slot(0, 3), before=24)) == day(0)
    assert move_known(row(0, K.ATTENDED, start=slot(0, -1))) == day(0, -1)


def test_who_moved_it():
    assert mover(row(0, K.RESCHEDULED, initiated_by=Initiator.CLIENT)) is Initiator.CLIENT
    assert mover(row(0, K.ATTENDED, start=slot(0, 1))) is Initiator.UNKNOWN
    # Who cancelled says nothing about who had moved it before.
    assert mover(row(0, K.CANCELLED, start=slot(0, 1), initiated_by=Initiator.THERAPIST)) is Initiator.UNKNOWN


def test_notice_written_down_afterwards_is_none():
    assert notice(slot(0), slot(0, -1)) == timedelta(days=1)
    assert notice(slot(0), slot(0, 1)) is None
    assert notice(slot(0), None) is None
