"""What became of sessions: counted by outcome, dates and moves together, nothing pooled."""

from itertools import permutations

from tests.noticing.telling_made import attendance, noticing, part, row

from reattune.model import Direction, Noticing
from reattune.noticing.sentences import sentences

UNKNOWN = "who asked is not recorded"


def test_outcomes_are_counted_apart_in_the_words_of_the_design():
    one = noticing(
        attendance("attended", "attended", "cancelled", "attended", "did_not_attend", share=0.6),
        part("rescheduling", row("2026-02-17", "moved_days"), row("2026-03-10", "kept"), share=0.4),
    )
    assert sentences(one) == [
        (
            "Of the last five sessions, one was moved at the client's request, "
            "one was cancelled, and the client did not attend one."
        )
    ]


def test_no_outcome_is_pooled_with_another():
    values = ["late", "cancelled", "cancelled", "cancelled_short_notice", "did_not_attend", "did_not_attend"]
    expected = (
        "Of the last six sessions, the client came late to one, two were cancelled, "
        "one was cancelled at short notice, and the client did not attend two."
    )
    for order in list(permutations(values))[::90]:
        assert sentences(noticing(attendance(*order))) == [expected]


def test_where_it_is_not_recorded_who_asked_that_is_said():
    told = sentences(noticing(attendance("attended", "cancelled", "cancelled", reason=UNKNOWN)))
    assert told == ["Of the last three sessions, two were cancelled (it is not recorded by whom)."]


def test_known_and_unknown_initiators_are_counted_apart():
    one = noticing(
        part(
            "rescheduling",
            row("2026-03-03", "moved_short", reason=UNKNOWN),
            row("2026-03-10", "moved_short"),
        )
    )
    assert sentences(one) == [
        (
            "Of the last two sessions, one was moved at short notice at the client's request "
            "and one was moved at short notice (it is not recorded by whom)."
        )
    ]


def test_one_session_is_named_by_its_day():
    assert sentences(noticing(attendance("did_not_attend"))) == ["The session of 2026-03-10: did not attend."]


def test_one_session_both_moved_and_missed_is_told_once():
    one = noticing(attendance("did_not_attend"), part("rescheduling", row("2026-03-10", "moved_short")))
    assert sentences(one) == [
        "The session of 2026-03-10: did not attend; moved at short notice, at the client's request."
    ]


def test_a_stretch_that_does_not_reach_the_day_has_its_dates():
    one = noticing(part("attendance", row("2026-02-03", "attended"), row("2026-02-17", "did_not_attend")))
    assert sentences(one) == ["Of the two sessions from 2026-02-03 to 2026-02-17, the client did not attend one."]


def test_a_good_stretch_is_told_as_readily():
    one = noticing(attendance(*["attended"] * 6), direction=Direction.ATTUNED)
    assert sentences(one) == ["The last six sessions were all attended."]
    nearly = noticing(attendance("late", *["attended"] * 5), direction=Direction.ATTUNED)
    assert sentences(nearly) == ["Of the last six sessions, five were attended and the client came late to one."]


def test_sessions_that_all_stayed_at_their_time():
    kept = part("rescheduling", row("2026-03-03", "kept"), row("2026-03-10", "kept"))
    assert sentences(noticing(kept)) == ["The last two sessions all stayed at their times."]
    earlier = part("rescheduling", row("2026-02-03", "kept"), row("2026-02-10", "kept"))
    assert sentences(noticing(earlier)) == ["The two sessions from 2026-02-03 to 2026-02-10 all stayed at their times."]


def test_what_is_left_out_for_a_known_reason_is_not_counted_with_the_rest():
    one = noticing(
        part(
            "attendance",
            row("2026-02-24", "cancelled", weight=0.0, reason="bereavement"),
            row("2026-03-03", "attended"),
            row("2026-03-10", "cancelled"),
        )
    )
    assert sentences(one) == ["Of the last three sessions, one was cancelled and one is left out for a known reason."]


def test_more_than_twelve_are_said_in_figures():
    one = noticing(attendance(*["attended"] * 12, "late"))
    assert sentences(one) == ["Of the last 13 sessions, the client came late to 1."]


def test_a_word_nobody_foresaw_is_quoted():
    assert sentences(noticing(attendance("left_early", "attended"))) == [
        "Of the last two sessions, one is recorded as “left early”."
    ]


def test_a_stream_nobody_foresaw_is_told_too():
    one: Noticing = noticing(part("pauses", row("2026-03-03", 0.25), row("2026-03-10", 0.5)))
    assert sentences(one) == ["Seen in “pauses”: 0.25; 0.5."]


def test_streams_follow_in_the_order_of_their_part():
    bill = part("payment", row("2026-03-03", "paid_on_time"), share=0.8)
    first, second = sentences(noticing(bill, attendance("late", "late", share=0.2)))
    assert first.startswith("One bill")
    assert second.startswith("Of the last two sessions")
