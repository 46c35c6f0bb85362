"""A leaning gives a mark that is weaker than anything that is counted, and grows with what it rests on."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.leaning.faint import ALONE, LEAST, MOST, faintly, graded
from reattune.speech.place import Place, prepare
from reattune.speech.rule import Family


def place(*said: str) -> Place:
    roles = (Role.THERAPIST, Role.CLIENT)
    turns = tuple(Turn(roles[at % 2], "", text, str(at)) for at, text in enumerate(said))
    return Place(prepare(Transcript(date(2026, 3, 2), Source("own.txt", "1"), turns, Times.NONE)), len(said) - 1)


@given(st.floats(-5, 8), st.floats(0, 1))
def test_a_mark_stays_within_its_bounds(leaning: float, near: float) -> None:
    assert 0 <= graded(leaning, near) <= MOST < 0.5


def test_it_grows_with_words_and_with_their_place() -> None:
    assert graded(0, 1) < graded(1, 1) < graded(4, 1)
    assert graded(1, 0.2) < graded(1, 0.9)
    assert graded(1, 1) < ALONE < 0.3
    assert graded(9, 0) == 0


def test_a_rule_marks_the_first_sentence_where_enough_leans() -> None:
    here = place("How was it?", " Fine. It was fine.")
    rule = faintly("own.lean", Family.DENIAL, lambda _place: (0.5, 1.0), lambda: ("It may be so.",))
    (hit,) = rule.find(here, {})
    assert (rule.role, hit.turn, here.text[hit.start : hit.end]) == (Role.CLIENT, 1, "Fine.".lower())
    assert LEAST <= hit.strength < 0.3
    assert rule.shape is not None
    assert rule.shape(here)


def test_nothing_is_marked_where_little_leans_or_nothing_was_said() -> None:
    low = faintly("own.lean", Family.DENIAL, lambda _place: (-4.0, 0.5), lambda: ("It may be so.",))
    high = faintly("own.lean", Family.DENIAL, lambda _place: (4.0, 1.0), lambda: ("It may be so.",))
    assert list(low.find(place("How was it?", "Fine."), {})) == []
    assert list(high.find(place("How was it?", " "), {})) == []
