"""The rule of the next session."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reattune.repair.timing import is_later, next_session

DAY = date(2026, 3, 4)
WEEK = timedelta(weeks=1)


def test_the_next_session_is_the_first_after_the_day():
    assert next_session(DAY, [DAY + 2 * WEEK, DAY, DAY + WEEK, DAY - WEEK]) == DAY + WEEK


def test_a_session_on_the_day_itself_is_not_the_next():
    assert next_session(DAY, [DAY]) is None
    assert not is_later(DAY + WEEK, DAY, [DAY, DAY - WEEK])


def test_it_is_later_on_the_day_of_the_next_session_and_not_before():
    sessions = [DAY, DAY + WEEK]
    assert not is_later(DAY + WEEK - timedelta(days=1), DAY, sessions)
    assert is_later(DAY + WEEK, DAY, sessions)


@given(st.dates(), st.dates(), st.lists(st.dates()), st.timedeltas(timedelta(0), timedelta(days=9999)))
def test_what_is_later_stays_later(today, day, sessions, more):
    if is_later(today, day, sessions) and date.max - today > more:
        assert is_later(today + more, day, iter(sessions))
