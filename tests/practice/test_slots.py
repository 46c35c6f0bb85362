"""Sessions in short words, strips in words, and the names of days."""

from datetime import UTC, date, datetime, timedelta

import pytest

from reattune.charts.marks import SYMBOLS, Shape
from reattune.model import Initiator, SessionKind
from reattune.practice.agenda import Slot
from reattune.practice.slots import became, strip_legend, strip_words, weekday, weekday_names

NOON = datetime(2026, 6, 30, 12, tzinfo=UTC)


def slot(kind, by=Initiator.UNKNOWN, moved_by=None):
    start = NOON if moved_by is None else NOON + timedelta(days=1)
    return Slot(NOON, start, None, kind, by, moved_by)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (slot(SessionKind.SCHEDULED), ""),
        (slot(SessionKind.SCHEDULED, moved_by=Initiator.THERAPIST), "moved by you"),
        (slot(SessionKind.CANCELLED, Initiator.CLIENT), "cancelled by the client"),
        (slot(SessionKind.CANCELLED), "cancelled"),
        (slot(SessionKind.CANCELLED_SHORT_NOTICE, Initiator.THIRD_PARTY), "cancelled at short notice by someone else"),
        (slot(SessionKind.DID_NOT_ATTEND), "did not come"),
        (slot(SessionKind.RESCHEDULED, Initiator.CLIENT), "moved by the client"),
    ],
)
def test_what_became_of_a_session_is_said_with_whose_doing_it_was(one, words):
    assert became(one) == words


def test_every_kind_but_the_planned_has_words():
    assert all(became(slot(kind)) for kind in SessionKind if kind is not SessionKind.SCHEDULED)


def test_a_strip_is_told_by_counts():
    assert strip_words("··×○") == "The last 4 sessions: 2 attended, 1 cancelled, 1 did not attend"
    assert strip_words("") == "No session yet."


def test_the_legend_has_every_sign():
    assert {sign for sign, _words in strip_legend()} == set(SYMBOLS.values())
    assert len(strip_legend()) == len(Shape)


def test_days_have_names():
    assert weekday(date(2026, 6, 30)) == "Tuesday"
    assert len(set(weekday_names())) == 7
