"""The strategies: all are offered, those that link to patterns from the next session on."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from reattune.repair.strategies import LATER, Kind, Strategy, hint, kind, kind_words, offered, words

DAY, NEXT = date(2026, 3, 4), date(2026, 3, 11)


def test_every_strategy_has_a_name_and_a_hint_of_its_own():
    assert len({words(one) for one in Strategy}) == len({hint(one) for one in Strategy}) == len(Strategy) == 10


def test_the_kinds_are_those_of_the_list():
    immediate = {one for one in Strategy if kind(one) is Kind.IMMEDIATE}
    assert immediate == {Strategy.CLARIFY, Strategy.CHANGE, Strategy.RATIONALE, Strategy.REFOCUS}
    assert kind_words(Kind.IMMEDIATE) != kind_words(Kind.EXPLORATORY)


def test_on_the_day_links_are_held_back_with_a_reason_and_a_day():
    offer = offered(DAY, DAY, [DAY, NEXT])
    assert [held.strategy for held in offer.held] == [Strategy.LINK_BETWEEN, Strategy.LINK_OUTSIDE]
    assert not LATER & set(offer.strategies)
    assert all(held.from_day == NEXT and "next session" in held.reason for held in offer.held)


def test_from_the_next_session_on_everything_is_offered():
    offer = offered(NEXT, DAY, [DAY, NEXT])
    assert offer.strategies == tuple(Strategy)
    assert offer.held == ()


def test_where_no_next_session_is_known_no_day_is_made_up():
    assert {held.from_day for held in offered(date(2030, 1, 1), DAY, [DAY]).held} == {None}


@given(st.dates(), st.dates(), st.lists(st.dates(), max_size=5))
def test_nothing_is_lost_between_offered_and_held(today, day, sessions):
    offer = offered(today, day, iter(sessions))
    assert sorted([*offer.strategies, *(held.strategy for held in offer.held)]) == sorted(Strategy)


def test_the_words_of_the_example_practice_are_known():
    assert {"acknowledge own contribution", "invite thoughts and feelings"} <= {one.value for one in Strategy}
