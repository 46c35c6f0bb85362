import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Direction, Role
from reattune.speech.moments import Moment
from reattune.speech.rule import Family, Hit
from reattune.speech.worth import Answer, Count, Said, answer, counts, trust


def test_a_few_answers_change_little():
    assert Count().trust == 1
    assert Count(no=1).trust > 0.95
    assert 0.75 < Count(no=5).trust < 0.85
    assert Count(no=40).trust < 0.4


def test_yes_brings_trust_back():
    assert Count(yes=10, no=5).trust > Count(no=5).trust


def test_not_sure_never_counts_against():
    assert Count(unsure=50).trust == 1
    assert Count(no=5, unsure=3).trust >= Count(no=5).trust
    assert Count(no=5, unsure=2).trust == pytest.approx(Count(no=5, yes=1).trust)


def test_an_answer_keeps_the_rules_of_its_moment():
    hits = tuple(Hit(rule, Family.DENIAL, 3, 0, 2, 0.6, "seen") for rule in ("b", "a", "b"))
    one = answer(Moment("id", Direction.AWAY, Role.CLIENT, 3, 3, hits, 0.6), Said.NO)
    assert one == Answer("id", ("b", "a"), Said.NO)


def test_counts_are_by_rule():
    given_ = [Answer("1", ("a", "b"), Said.YES), Answer("2", ("a",), Said.NO), Answer("3", ("a",), Said.UNSURE)]
    assert counts(given_) == {"a": Count(1, 1, 1), "b": Count(1, 0, 0)}
    assert trust(counts(given_))["b"] == 1
    assert trust({}) == {}


@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500))
def test_trust_is_a_share_and_only_no_lowers_it(yes, no, unsure):
    now = Count(yes, no, unsure).trust
    assert 0 < now <= 1
    assert Count(yes + 1, no, unsure).trust >= now
    assert Count(yes, no, unsure + 1).trust >= now
    assert Count(yes, no + 1, unsure).trust < now
