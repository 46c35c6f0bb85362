"""What it could also be: several readings, a benign one first; and the therapist's own part."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.noticing.telling_made import attendance, noticing, noticings, part, row

from reattune.model import Direction, OwnAct, Source
from reattune.noticing.readings import readings, yours

EVERYDAY = (
    "A reason was given",
    "There was a public holiday",
    "This may be holidays or work.",
    "Payment can have practical reasons",
    "Answers move with the day",
    "Two people often see",
    "A form may be left unanswered",
    "This may be chance",
    "Some sessions are harder",
    "Good stretches can also be habit",
)
ASKING = "It may also be worth "
FILE = Source("heron/frame.toml", "9")


@given(noticings(), st.booleans())
def test_there_are_several_and_a_benign_one_comes_first(one, in_a_holiday):
    told = readings(one, {one.at: "Easter Monday"} if in_a_holiday else {})
    assert len(told) >= 2
    assert told[0].startswith(EVERYDAY)
    assert told[-1].startswith(ASKING)
    assert len(set(told)) == len(told)


def test_the_words_of_the_contract():
    assert readings(noticing(attendance("did_not_attend", "did_not_attend"))) == (
        "This may be holidays or work.",
        "It may also be worth asking how the sessions have felt.",
    )


def test_payment_may_be_poverty_and_is_said_kindly():
    told = readings(noticing(part("payment", row("2026-03-03", "paid_9_days_late"), basis="payments")))
    assert told[0] == (
        "Payment can have practical reasons: a replaced card, a late salary; or money may simply be short."
    )


def test_a_stated_reason_comes_first_and_is_not_doubted():
    told = readings(noticing(attendance("cancelled", "cancelled", reason="illness; a\x1b[2Jcold\n")))
    assert told[0] == (
        "A reason was given for some of the sessions (illness; a [2Jcold), and it may be all there is to it."
    )


def test_a_reason_names_what_it_was_given_for():
    (told, *_rest) = readings(noticing(attendance("cancelled", reason="illness")))
    assert told == "A reason was given for the session of 2026-03-10 (illness), and it may be all there is to it."
    bill = part("payment", row("2026-03-03", "paid_9_days_late", reason="travel"), basis="payments")
    (told, *_rest) = readings(noticing(bill))
    assert told == "A reason was given for some of this (travel), and it may be all there is to it."


def test_many_and_long_reasons_are_cut():
    seen = [row(f"2026-03-0{day}", "cancelled", reason=f"reason {day} " + "x" * 100) for day in range(1, 6)]
    (told, *_rest) = readings(noticing(part("attendance", *seen)))
    assert told.count("reason ") == 4
    assert told.count("…") == 4


def test_a_missing_initiator_is_no_reason():
    told = readings(noticing(attendance("cancelled", reason="who asked is not recorded")))
    assert told[0] == "This may be holidays or work."
    assert "It is not recorded who asked for some of these changes; it may not have been the client." in told


def test_a_status_nobody_confirmed_is_said_to_be_one():
    told = readings(noticing(attendance("late", reason="the status may be a default nobody has confirmed")))
    assert told[0] == "This may be holidays or work."
    assert "Some of this may be a status that was never confirmed; the rows tell which." in told


def test_a_public_holiday_is_no_reason_that_was_given():
    one = noticing(attendance("cancelled", reason="Easter Monday; who asked is not recorded"))
    assert not any("A reason was given" in text for text in readings(one, {one.at: "Easter Monday"}))


@pytest.mark.parametrize(("day", "said"), [("2026-03-07", True), ("2026-03-06", False)])
def test_a_public_holiday_within_three_days_is_named(day, said):
    told = readings(noticing(attendance("cancelled")), {date.fromisoformat(day): "Spring Day"})
    assert (told[0] == f"There was a public holiday around then (Spring Day, {day}).") is said


def test_a_holiday_says_nothing_of_sessions_that_took_place_nor_of_bills():
    bill = part("payment", row("2026-03-10", "paid_9_days_late"), basis="payments")
    for one in (noticing(attendance("attended", "attended"), direction=Direction.ATTUNED), noticing(bill)):
        assert not any("public holiday" in text for text in readings(one, {one.at: "Spring Day"}))


def test_a_day_at_the_end_of_the_calendar_does_no_harm():
    one = noticing(part("attendance", row("0001-01-01", "late"), row("9999-12-31", "late")))
    assert len(readings(one, {date.max: "The last day"})) >= 2


def test_being_met_has_several_readings_too():
    assert readings(noticing(attendance("attended", "attended"), direction=Direction.ATTUNED)) == (
        "Good stretches can also be habit, or a quieter time at work.",
        "It may also be worth saying what has been good.",
    )


def test_the_same_answer_each_time_is_read_in_several_ways():
    same = part("rating srs client post", *(row(f"2026-02-0{day}", 40.0) for day in range(1, 6)), basis="ratings")
    assert any("has become a habit" in text for text in readings(noticing(same)))


@given(noticings())
def test_the_therapists_part_is_always_there(one):
    assert yours(one)
    assert all(text.endswith(".") for text in yours(one))


@pytest.mark.parametrize(
    ("kind", "until", "words"),
    [
        ("moved", None, "You moved the session of 2026-02-24."),
        ("cancelled", None, "You cancelled the session of 2026-02-24."),
        ("late", None, "You began the session of 2026-02-24 late."),
        ("break", date(2026, 3, 2), "You were away from 2026-02-24 to 2026-03-02."),
        ("break", None, "You were away on 2026-02-24."),
        ("break", date(2026, 2, 24), "You were away on 2026-02-24."),
        ("unavailable", None, "You were not available on 2026-02-24."),
    ],
)
def test_what_the_therapist_did_is_said_to_them(kind, until, words):
    act = OwnAct(at=date(2026, 2, 24), known_at=date(2026, 2, 24), kind=kind, source=FILE, until=until)
    one = noticing(attendance("late"), own=(act, act))
    assert yours(one) == (words,)
    away = kind in {"break", "unavailable"}
    assert ("Your own changes in these weeks may be part of it." in readings(one)) is not away
    assert ("Your time away in these weeks may be part of it." in readings(one)) is away


def test_time_away_beside_a_change_is_told_as_changes():
    day = date(2026, 2, 24)
    acts = tuple(OwnAct(at=day, known_at=day, kind=kind, source=FILE) for kind in ("break", "moved"))
    assert "Your own changes in these weeks may be part of it." in readings(noticing(attendance("late"), own=acts))


def test_nothing_is_invented_where_nothing_is_recorded():
    one = noticing(attendance("late"))
    assert yours(one) == ("Nothing of yours is recorded in these weeks; the calendar may not know.",)
    assert not any("Your own" in text for text in readings(one))
