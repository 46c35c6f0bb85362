import pytest

from reattune.model import Direction
from reattune.speech.markers import Kind, windows
from reattune.speech.markers.windows import TURNS, kind
from reattune.speech.moments import FAINT
from reattune.speech.place import prepare
from reattune.speech.reading import Reading, read
from reattune.speech.rule import Family, Hit, direction


def test_windows_of_five_minutes_hold_every_turn_once(session):
    found = windows(read(session(times=30)))
    assert [one.begin for one in found] == [0, 15, 30, 45]
    assert [one.end for one in found] == [15, 30, 45, 60]
    assert [one.start for one in found] == [0, 300, 600, 900]


def test_without_times_a_window_is_a_number_of_turns(session):
    found = windows(read(session(times=35, seconds=0)))
    assert [(one.begin, one.end) for one in found] == [(0, TURNS), (TURNS, 2 * TURNS), (2 * TURNS, 70)]
    assert found[0].start is None


def test_a_stretch_is_held_against_its_own_session(session):
    found = windows(read(session(session.warm[24:27] * 10 + session.cool[24:27] * 10, times=60)))
    assert found[0].points > 0 > found[-1].points
    assert found[0].points == pytest.approx(sum(points for _marker, points in found[0].parts))


def test_a_session_that_is_alike_throughout_has_nothing_apart(session):
    (only,) = windows(read(session(times=7)))
    assert only.points == 0


def test_the_kind_is_that_of_the_marks(session):
    context = prepare(session(times=30))
    hits = [
        Hit("a", Family.MINIMAL, 1, 0, 1, 0.5, ""),
        Hit("b", Family.THERAPIST, 17, 0, 1, 0.5, ""),
        Hit("c", Family.MET, 33, 0, 1, 0.5, ""),
        Hit("d", Family.OWNS_PART, 34, 0, 1, 0.5, ""),
        Hit("a", Family.MINIMAL, 47, 0, 1, 0.5, ""),
        Hit("b", Family.THERAPIST, 49, 0, 1, 0.5, ""),
    ]
    found = windows(Reading(context, tuple(hits)))
    assert [one.kind for one in found] == [Kind.AWAY, Kind.AGAINST, Kind.NONE, Kind.MIXED]
    assert (found[2].attuned, found[2].repair) == (1, 1)
    assert direction(Family.MINIMAL) is Direction.AWAY


def test_a_mark_that_only_leans_one_way_is_not_counted(session):
    weak, clear = FAINT - 0.01, FAINT
    hits = [
        Hit("a", Family.MINIMAL, 1, 0, 1, weak, ""),
        Hit("b", Family.THERAPIST, 3, 0, 1, clear, ""),
        Hit("d", Family.OWNS_PART, 4, 0, 1, weak, ""),
    ]
    (only,) = windows(Reading(prepare(session(times=7)), tuple(hits)))
    assert (only.kind, only.away, only.against, only.repair) == (Kind.AGAINST, 0, 1, 0)


def test_kinds():
    assert [kind(0, 0), kind(2, 0), kind(0, 1), kind(1, 1)] == [Kind.NONE, Kind.AWAY, Kind.AGAINST, Kind.MIXED]


def test_no_turns_no_windows(session):
    assert windows(read(session(times=0))) == ()
