"""What came up, told to two people: the therapist's changes first, benign readings, no number and no label."""

import re
from datetime import date

import pytest

from reattune.model import Direction, Noticing, Observation, OwnAct, Part, Seen, Source
from reattune.practice.together import shared

JUNE = [date(2026, 6, number) for number in (2, 9, 16)]


def part(stream, *pairs, reason=""):
    source = Source("a.csv", "2")
    seen = tuple(Seen(Observation(at, at, 0, value, source, reason=reason), 0.1) for at, value in pairs)
    return Part(stream, "dates", 1.0, seen)


def mine(at, kind, until=None):
    return OwnAct(at, at, kind, Source("frame", "1"), until)


def noticing(*parts, direction=Direction.AWAY, own=()):
    return Noticing(JUNE[-1], direction, 250, parts, own)


def test_my_changes_come_first_and_speak_as_me():
    own = (mine(JUNE[1], "moved"), mine(JUNE[0], "break", JUNE[1]))
    told = shared(noticing(part("attendance", (JUNE[2], "cancelled")), own=own), {})
    assert [(one.said, one.when) for one in told.mine] == [
        ("I was away", "2 Jun 2026 to 9 Jun 2026"),
        ("I moved the session", "9 Jun 2026"),
    ]
    assert "It may have to do with what I changed." in told.readings


def test_each_kind_of_thing_is_said_once_with_its_days_and_reasons():
    told = shared(
        noticing(
            part("attendance", (JUNE[0], "cancelled"), (JUNE[1], "attended"), (JUNE[2], "cancelled"), reason="flu"),
            part("rescheduling", (JUNE[1], "moved_short"), (JUNE[2], "kept")),
        ),
        {},
    )
    assert [(one.said, one.when) for one in told.seen] == [
        ("the session was cancelled", "2 Jun 2026 (flu), 16 Jun 2026 (flu)"),
        ("the session was moved at short notice", "9 Jun 2026"),
    ]


def test_forms_are_told_by_their_weeks_and_without_their_numbers():
    told = shared(noticing(part("rating srs client post", (JUNE[0], 20.5), (JUNE[2], 12.25))), {})
    assert [(one.said, one.when) for one in told.seen] == [("what you filled in", "between 2 Jun 2026 and 16 Jun 2026")]


def test_a_bill_that_was_paid_in_the_end_is_told_once():
    bills = part(
        "payment", (JUNE[0], "unpaid_after_7_days"), (JUNE[0], "paid_9_days_late"), (JUNE[1], "unpaid_after_7_days")
    )
    told = shared(noticing(bills), {})
    assert [(one.said, one.when) for one in told.seen] == [
        ("the bill was paid after its day", "2 Jun 2026"),
        ("the bill was still open, as far as is known", "9 Jun 2026"),
    ]


def test_readings_begin_benign_and_end_with_the_sessions():
    holidays = {date(2026, 6, 4): "Corpus Christi", date(2026, 8, 31): "Summer"}
    told = shared(noticing(part("attendance", (JUNE[0], "did_not_attend"))), holidays)
    assert told.readings[0] == "There was a public holiday around then: Corpus Christi."
    assert told.readings[-1] == "It may also have to do with how our sessions have felt."
    assert not any("Summer" in one for one in told.readings)


def test_a_good_stretch_is_asked_about_as_one():
    told = shared(noticing(part("rating srs client post", (JUNE[0], 39)), direction=Direction.ATTUNED), {})
    assert "good" in told.opening
    assert told.readings == ("It may be a good stretch, or a quieter time elsewhere.",)


@pytest.mark.parametrize(
    ("stream", "value"),
    [
        ("attendance", "late"),
        ("attendance", "cancelled_short_notice"),
        ("attendance", "did_not_attend"),
        ("attendance", "something new"),
        ("rescheduling", "moved_early"),
        ("payment", "failed"),
        ("gap srs post", 4.0),
        ("unanswered srs", "skipped"),
        ("some stream of tomorrow", "x"),
    ],
)
def test_no_number_and_no_label_is_on_the_page(stream, value):
    told = shared(noticing(part(stream, (JUNE[0], value)), own=(mine(JUNE[0], "unheard of"),)), {})
    said = " ".join((*(one.said for one in (*told.mine, *told.seen)), *told.readings, told.opening))
    assert told.seen
    assert not re.search(r"\d|client|failed|%", said)
