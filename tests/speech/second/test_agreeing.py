"""How three answers agree, whether that says more than chance, and that no moment is added or made stronger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact
from tests.speech.second.readings import MARKED, reading

from reattune.speech.moments import moments
from reattune.speech.rule import Family
from reattune.speech.second.agreeing import CHANCE, LOSES, Opinion, Rates, lowered, opinions, rates
from reattune.speech.second.answering import Answered, Dropped, Mark
from reattune.speech.second.asking import windows

ONE = reading(*MARKED)
FOUND = moments(ONE)
ASKED = windows(ONE, FOUND, controls=6)
NOTHING = Answered((), {})
UNREADABLE = Answered((), {Dropped.ANSWER: 1})


def marked(window, family=Family.DENIAL, turn=None):
    at = window.first if turn is None else turn
    return Answered((Mark(family, at, 0, 5, ONE.transcript.turns[at].text[:5], "Perhaps well.", 1),), {})


def answers(moment, drawn):
    return {window.id: [(moment if window.moment else drawn)(window)] * 3 for window in ASKED}


def nothing(_window):
    return NOTHING


def test_marks_on_moments_alone_are_clear():
    found = rates(ASKED, answers(marked, nothing))
    assert (found.marked, found.moments, found.marked_drawn, found.drawn) == (6, 6, 0, 6)
    assert found.is_clear


@pytest.mark.parametrize(("moment", "drawn"), [(marked, marked), (nothing, nothing), (nothing, marked)])
def test_marks_on_just_anything_or_nothing_are_not(moment, drawn):
    assert not rates(ASKED, answers(moment, drawn)).is_clear


def test_what_it_says_of_turns_around_is_not_asked():
    around = {window.id: [marked(window, turn=window.first - 1)] * 3 for window in ASKED if window.first}
    assert rates(ASKED, around).marked == 0


def test_a_passage_is_marked_where_most_answers_mark_it():
    split = {window.id: [marked(window), marked(window), NOTHING] for window in ASKED}
    assert rates(ASKED, split).marked == 6
    weak = {window.id: [marked(window), NOTHING, NOTHING] for window in ASKED}
    assert rates(ASKED, weak).marked == 0


def test_what_was_not_answered_in_full_does_not_count():
    partly = answers(marked, nothing)
    first = next(window for window in ASKED if window.moment)
    partly[first.id] = [marked(first), UNREADABLE, marked(first)]
    second = next(window for window in ASKED if not window.moment)
    partly[second.id] = [NOTHING]
    found = rates(ASKED, partly)
    assert (found.moments, found.drawn) == (5, 5)
    assert first.moment not in {one.moment for one in opinions(ASKED, partly, FOUND)}


@given(*[st.integers(0, 9)] * 4)
def test_the_chance_is_fishers(marked_ones, moment, drawn_ones, drawn):
    a, b = min(marked_ones, moment), min(drawn_ones, drawn)
    expected = fisher_exact([[a, moment - a], [b, drawn - b]], alternative="greater")[1]
    assert Rates(a, moment, b, drawn).chance == pytest.approx(expected)


def test_too_few_passages_are_never_clear():
    assert not Rates(3, 3, 0, 3).is_clear
    assert Rates(4, 4, 0, 4).chance <= CHANCE


def test_agreement_is_of_answers_that_point_the_same_way():
    (first, *_rest) = [window for window in ASKED if window.moment]
    given_ones = {first.id: [marked(first), marked(first, Family.REJECTS), NOTHING]}
    (made,) = opinions(ASKED, given_ones, FOUND)
    assert (made.moment, made.agreed, made.of) == (first.moment, 1, 3)
    assert made.mark.family is Family.DENIAL


def test_a_moment_that_is_not_there_is_never_spoken_of():
    assert opinions(ASKED, answers(marked, marked), FOUND[:1])[0].moment == FOUND[0].id
    assert opinions(ASKED, answers(marked, marked), ()) == ()


@given(st.lists(st.tuples(st.sampled_from([*(one.id for one in FOUND), "another"]), st.integers(0, 3))))
def test_no_moment_is_added_or_made_stronger(said):
    made = [Opinion(moment, agreed, 3, None) for moment, agreed in said]
    after = lowered(FOUND, made)
    assert [one.id for one in after] == [one.id for one in FOUND]
    for before, now in zip(FOUND, after, strict=True):
        assert before.strength * (1 - LOSES) - 1e-9 <= now.strength <= before.strength
        assert now.hits == before.hits
