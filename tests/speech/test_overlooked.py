"""A quiet look: few turns, none near a mark, each far above its own family's other turns; nothing without turns."""

from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.moments import FAINT, moments
from reattune.speech.overlooked import MOST, leanings, overlooked
from reattune.speech.place import prepare
from reattune.speech.reading import Reading, read
from reattune.speech.registry import order
from reattune.speech.rule import Family, Hit, direction

PLAIN = ("We went to the market and bought some apples for the cake.", "Then my cousin drove us home along the river.")
APART = "You never ask. It is rubbish, this sheet, and I will not be doing it, whatever you say."


def session(*odd: int, turns: int = 24) -> Transcript:
    said = []
    for at in range(turns):
        role = Role.CLIENT if at % 2 else Role.THERAPIST
        text = "And what did you do on the day after that?" if role is Role.THERAPIST else PLAIN[at // 2 % 2]
        said.append(Turn(role, role.value, APART if at in odd else text, str(at)))
    return Transcript(date(2026, 1, 1), Source("invented", ""), tuple(said), Times.NONE, "en")


def unmarked(transcript: Transcript, *hits: Hit) -> Reading:
    return Reading(prepare(transcript), hits)


@pytest.mark.parametrize("role", [Role.CLIENT, Role.THERAPIST])
def test_leanings_are_of_one_role_in_order_and_make_no_moment(role):
    reading = unmarked(session(11))
    found = leanings(reading, role)
    assert found
    assert list(found) == sorted(found, key=order)
    assert {reading.context.lines[hit.turn].turn.role for hit in found} == {role}
    assert not {hit.rule for hit in found} & {hit.rule for hit in read(session(11)).hits}
    assert moments(unmarked(session(11))) == ()


def test_the_turn_that_stands_apart_is_offered():
    found = overlooked(unmarked(session(11)))
    assert 11 in {hit.turn for hit in found}
    assert len(found) <= MOST
    assert [hit.turn for hit in found] == sorted({hit.turn for hit in found})
    assert all(direction(hit.family) is not None for hit in found)


@pytest.mark.parametrize("turn", [9, 11, 13])
def test_what_lies_near_a_mark_is_shown_anyway(turn):
    mark = Hit("a", Family.MINIMAL, turn, 0, 4, FAINT, "")
    assert 11 not in {hit.turn for hit in overlooked(unmarked(session(11), mark))}


def test_a_mark_that_only_leans_takes_nothing_away():
    mark = Hit("a", Family.MINIMAL, 11, 0, 4, FAINT - 0.01, "")
    assert 11 in {hit.turn for hit in overlooked(unmarked(session(11), mark))}


@pytest.mark.parametrize("most", [0, 1, 2])
def test_no_more_than_asked_for(most):
    assert len(overlooked(unmarked(session(7, 17)), most)) == most


def test_where_nothing_can_be_compared_nothing_is_offered():
    assert overlooked(unmarked(session(turns=0))) == ()
    assert overlooked(unmarked(session(1, turns=2))) == ()
