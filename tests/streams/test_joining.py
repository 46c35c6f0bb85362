"""Where a moved session went, in tables that say it in two rows."""

import pytest
from tests.streams.streams_made import day, frame, heron, only, row, seen, values

from reattune.model import Frame, Initiator, SessionKind
from reattune.streams.joining import join

K = SessionKind
CLIENT = Initiator.CLIENT


def chains(*rows, of=None):
    return [[one.slot.date() for one in chain.rows] for chain in join(rows, frame() if of is None else of)]


MOVED = row(1, K.RESCHEDULED, before=60, initiated_by=CLIENT)


def test_the_next_row_off_the_frame_is_where_it_went():
    one = heron(row(0, K.ATTENDED), MOVED, row(1, K.ATTENDED_LATE, days=2), row(2, K.ATTENDED))
    assert seen(one).ticks == (day(0), day(1), day(2))
    assert values(one, "attendance") == ["attended", "late", "attended"]
    assert values(one, "rescheduling") == ["kept", "moved_days", "kept"]
    assert len(seen(one).remarks) == 1


def test_the_outcome_counts_for_the_first_slot_and_is_known_at_the_second():
    found = only(heron(MOVED, row(1, K.DID_NOT_ATTEND, days=2)), "attendance")
    assert (found.at, found.known_at, found.value) == (day(1), day(1, 2), "did_not_attend")
    assert found.source == row(1, K.ATTENDED, days=2).source


@pytest.mark.parametrize(
    "rows",
    [
        [MOVED, row(2, K.ATTENDED)],
        [MOVED, row(2, K.ATTENDED), row(2, K.ATTENDED, days=1)],
        [MOVED, row(3, K.ATTENDED, days=1)],
        [row(1, K.RESCHEDULED, before=-24 * 5), row(1, K.ATTENDED, days=2)],
        [row(1, K.ATTENDED), row(1, K.ATTENDED, days=2)],
        [row(1, K.RESCHEDULED, start=row(1, K.ATTENDED, days=1).slot), row(1, K.ATTENDED, days=2)],
    ],
)
def test_not_joined(rows):
    assert all(len(chain) == 1 for chain in chains(*rows))


def test_moved_twice_is_one_tick():
    again = row(1, K.RESCHEDULED, days=2, before=10, initiated_by=CLIENT)
    one = heron(MOVED, again, row(1, K.ATTENDED, days=4))
    assert chains(*one.sessions) == [[day(1), day(1, 2), day(1, 4)]]
    assert values(one, "rescheduling") == ["moved_days"]
    assert values(one, "attendance") == ["attended"]


def test_one_row_takes_in_one_move():
    assert chains(MOVED, row(1, K.ATTENDED, days=1), row(1, K.ATTENDED, days=3)) == [[day(1), day(1, 1)], [day(1, 3)]]


def test_without_a_frame_the_commonest_earlier_slot_is_the_regular_one():
    rows = [row(week, K.ATTENDED) for week in range(3)]
    moved = row(3, K.RESCHEDULED, before=60)
    for of in (Frame(), frame(inferred=True)):
        assert [day(3), day(3, 1)] in chains(*rows, moved, row(3, K.ATTENDED, days=1), of=of)
        assert all(len(chain) == 1 for chain in chains(*rows, moved, row(4, K.ATTENDED), of=of))


def test_what_the_therapist_moved_leaves_no_tick_and_no_observation():
    one = heron(row(1, K.RESCHEDULED, before=60, initiated_by=Initiator.THERAPIST), row(1, K.DID_NOT_ATTEND, days=1))
    streams = seen(one)
    assert (streams.ticks, streams.series) == ((), ())
    assert [act.kind for act in streams.own] == ["moved"]
