"""Held open: back on the day that was chosen, and not before."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reattune.repair.holding import State, back_on, due, words

DAY = date(2026, 5, 6)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
MAYBE = st.none() | st.dates()


def test_it_rests_until_the_day_and_not_longer():
    assert [due(today, DAY, None, None) for today in (BEFORE, DAY, AFTER)] == [
        State.RESTING_UNTIL,
        State.BACK_TODAY,
        State.OPEN,
    ]


def test_without_a_day_it_is_open():
    assert due(DAY, None, None, None) is State.OPEN


def test_neither_wish_cuts_the_other_short():
    assert due(DAY, DAY, AFTER, None) is due(DAY, AFTER, DAY, None) is State.RESTING_UNTIL
    assert due(AFTER, DAY, AFTER, None) is State.BACK_TODAY


def test_what_was_put_away_does_not_come_back_by_itself():
    assert [due(today, DAY, None, DAY) for today in (DAY, AFTER)] == [State.PUT_AWAY] * 2


def test_putting_away_holds_from_its_day_on():
    assert due(BEFORE, None, None, DAY) is State.OPEN


@given(st.dates(), MAYBE, MAYBE, MAYBE)
def test_it_is_back_on_exactly_one_day(today, hold, not_yet, closed):
    state = due(today, hold, not_yet, closed)
    back = back_on(hold, not_yet)
    put_away = closed is not None and closed <= today
    assert (state is State.PUT_AWAY) == put_away
    if not put_away:
        assert (state is State.BACK_TODAY) == (back == today)
        assert (state is State.RESTING_UNTIL) == (back is not None and today < back)


def test_each_state_has_words_and_the_day_is_named_where_it_rests():
    assert len({words(state) for state in State}) == len(State)
    assert words(State.RESTING_UNTIL, DAY) == "Resting until 2026-05-06."
    assert "2026" not in words(State.OPEN, DAY)
