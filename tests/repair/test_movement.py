"""What places a moment is a closed set with words of its own."""

import re

import pytest

from reattune.repair.movement import Felt, Movement, Noticer, Place, With, words

SETS = (Felt, Movement, Noticer, Place, With)


@pytest.mark.parametrize("members", SETS)
def test_every_member_has_words_of_its_own(members):
    assert len({words(one) for one in members}) == len(members)


@pytest.mark.parametrize("members", SETS)
def test_words_are_short_and_calm(members):
    for one in members:
        assert 0 < len(words(one)) <= 70
        assert not re.search(r"[!.]$|withdraw|confront|rupture|resist", words(one))


def test_being_met_comes_first():
    assert [words(one) for one in Felt] == ["something met", "something off", "not sure"]


def test_the_same_word_in_two_sets_is_told_by_its_set():
    assert words(Movement.BOTH) != words(Noticer.BOTH)
    assert words(With.THERAPIST) != words(Noticer.THERAPIST)


def test_places_are_those_of_the_contract_and_some_more():
    assert {"in_session", "between_sessions", "outside"} <= {one.value for one in Place}
