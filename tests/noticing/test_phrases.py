"""What one row is called."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.noticing.telling_made import row

from reattune.model import Payment, PaymentKind, Relationship, Source, Timing, Voice
from reattune.noticing.phrases import StreamName, observed, parse, stated_reason, unconfirmed, unrecorded
from reattune.streams import attendance, observe, rescheduling, unanswered
from reattune.streams.reasons import weigh


@pytest.mark.parametrize(
    ("stream", "value", "words"),
    [
        ("attendance", "attended", "attended"),
        ("attendance", "did_not_attend", "did not attend"),
        ("attendance", "cancelled", "cancelled"),
        ("attendance", "left_early", "recorded as “left early”"),
        ("rescheduling", "kept", "kept at its time"),
        ("payment", "paid_9_days_late", "paid nine days after it was due"),
        ("payment", "paid_1_day_late", "paid one day after it was due"),
        ("payment", "paid_on_time", "paid on time"),
        ("payment", "unpaid_after_14_days", "not yet paid 14 days after the due date"),
        ("payment", "unpaid_after_0_days", "not paid by the day it was due"),
        ("rating srs client post", 38.0, "the client's answer: 38"),
        ("rating srs therapist post", 38.5, "your answer: 38.5"),
        ("gap srs post", -3.0, "therapist's answer minus client's: -3"),
        ("unanswered phq-9", "skipped", "left unanswered"),
        ("speech away", 0.25, "0.25"),
    ],
)
def test_an_observation_is_named(stream, value, words):
    assert observed(stream, row("2026-03-10", value).observation) == words


def test_a_move_says_how_long_before_it_was_known():
    moved = row("2026-03-10", "moved_days", known="2026-03-08").observation
    assert observed("rescheduling", moved) == "moved at the client's request; known two days before"


def test_a_move_known_on_the_day_or_later_says_nothing_of_that():
    moved = row("2026-03-10", "moved_short", known="2026-03-12").observation
    assert observed("rescheduling", moved) == "moved at short notice, at the client's request"


def test_who_asked_is_said_to_be_unknown():
    cancelled = row("2026-03-10", "cancelled", reason="who asked is not recorded").observation
    assert observed("attendance", cancelled) == "cancelled (it is not recorded by whom)"
    moved = row("2026-03-10", "moved_early", reason="who asked is not recorded").observation
    assert "client" not in observed("rescheduling", moved)


@pytest.mark.parametrize("stated", [None, "illness", "work; and the train"])
@pytest.mark.parametrize("holiday", [None, "Easter Monday"])
@pytest.mark.parametrize("unknown", [True, False])
@pytest.mark.parametrize("default", [True, False])
@pytest.mark.parametrize("left_out", [{}, {Source("a", "2"): 0.0}])
def test_what_streams_say_of_a_reason_is_understood(stated, holiday, unknown, default, left_out):
    day = date(2026, 3, 10)
    weight = weigh(
        [Source("a", "2")],
        left_out,
        day=day,
        holidays={day: holiday} if holiday else {},
        stated=stated,
        asked_by_unknown=unknown,
        unconfirmed=default,
    )
    seen = row("2026-03-10", "cancelled", reason=weight.reason, foreseen=weight.foreseen).observation
    assert stated_reason(seen, holiday or "") == (stated or "")
    assert unrecorded(seen) is unknown
    assert unconfirmed(seen) is default


def test_the_parts_of_a_stream_name():
    assert parse("rating wai-sr client post") == StreamName("rating", "WAI-SR", Voice.CLIENT, Timing.POST)
    assert parse("gap our own form pre") == StreamName("gap", "OUR OWN FORM", None, Timing.PRE)
    assert parse("unanswered gad-7") == StreamName("unanswered", "GAD-7")
    assert parse("attendance") == StreamName("attendance")


@given(st.text())
def test_any_name_is_taken(name):
    assert parse(name).kind in {name, *name.split()[:1]}


def test_every_outcome_that_streams_know_has_its_words():
    day = date(2026, 1, 5)
    paid = [None, *(day + timedelta(days=late) for late in (0, 1, 9, 100))]
    bills = tuple(
        Payment(PaymentKind.PAID if on else PaymentKind.DUE, "", Source("payments.csv", str(number)), due=day, paid=on)
        for number, on in enumerate(paid, 2)
    )
    (found,) = observe(Relationship("heron", payments=bills), {}, {}, date(2026, 6, 30)).series
    named = {("payment", one.value) for one in found.observations}
    named |= {(one.NAME, label) for one in (attendance, rescheduling) for label in one.LABELS}
    named |= {("unanswered phq-9", label) for label in unanswered.LABELS}
    assert len(named) > 15
    for stream, value in named:
        assert "recorded as" not in observed(stream, row("2026-03-10", value).observation)
