"""Days by sessions."""

from datetime import UTC, date, datetime, timedelta

import pytest

from reattune.model import Session, SessionKind, Source
from reattune.practice.supervision.ordinals import Ordinals, ordinals

DAYS = Ordinals((date(2026, 6, 2), date(2026, 6, 9), date(2026, 6, 16)))


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 6, 9), "session 2"),
        (date(2026, 6, 10), "between sessions 2 and 3"),
        (date(2026, 6, 1), "before session 1"),
        (date(2026, 7, 1), "after session 3"),
    ],
)
def test_a_day_lies_at_between_before_or_after_sessions(day, said):
    assert DAYS.of(day) == said


def test_on_a_day_is_in_its_session():
    assert DAYS.on(date(2026, 6, 9)) == "in session 2"
    assert DAYS.on(date(2026, 6, 1)) == "before session 1"


def test_without_sessions_nothing_is_counted():
    assert Ordinals().of(date(2026, 6, 9)) == "on one day"


@pytest.mark.parametrize(
    ("day", "earlier", "said"),
    [
        (date(2026, 6, 16), date(2026, 6, 2), "two sessions later"),
        (date(2026, 6, 9), date(2026, 6, 2), "one session later"),
        (date(2026, 6, 9), date(2026, 6, 9), "the same session"),
        (date(2026, 6, 10), date(2026, 6, 10), "the same day"),
        (date(2026, 6, 10), date(2026, 6, 2), "between sessions 2 and 3"),
        (date(2026, 6, 2), date(2026, 6, 9), "session 1"),
    ],
)
def test_later_ones_are_told_from_the_first(day, earlier, said):
    assert DAYS.since(day, earlier) == said


def test_only_sessions_that_took_place_are_counted_and_each_day_once():
    def session(day, kind):
        start = datetime(2026, 6, day, 17, 0, tzinfo=UTC)
        return Session(start, start, start + timedelta(minutes=50), kind, kind.value, Source("a.csv", str(day)))

    kinds = [(2, SessionKind.ATTENDED), (2, SessionKind.ATTENDED), (9, SessionKind.CANCELLED_SHORT_NOTICE)]
    assert ordinals(session(*one) for one in kinds).days == (date(2026, 6, 2),)
