"""Answers on forms: whose, when, which way, and the last of them; two people are never pooled."""

from dataclasses import replace

import pytest
from tests.noticing.telling_made import part, row

from reattune.model import Direction, Shift
from reattune.noticing.answers import same_answer, scores, unanswered
from reattune.noticing.phrases import parse, rows

DAYS = ["2026-02-10", "2026-02-17", "2026-02-24", "2026-03-03", "2026-03-10"]


def rated(stream, *values, **more):
    return part(stream, *(row(day, value, **more) for day, value in zip(DAYS, values, strict=False)), basis="ratings")


def told(one, direction=Direction.AWAY):
    return scores(parse(one.stream), one, direction)


def test_lower_answers_are_told_with_the_last_three():
    lower = replace(rated("rating wai-sr client post", 52.0, 48.0, 46.0, 45.0), shift=Shift.LOWER)
    assert told(lower) == (
        "The client's answers on the WAI-SR after the session have been lower than usual here "
        "(the last three: 48, 46, 45)."
    )


@pytest.mark.parametrize(
    ("shift", "words"),
    [
        (Shift.HIGHER, "higher than usual here"),
        (Shift.LOWER, "lower than usual here"),
        (Shift.NONE, "different from what is usual here"),
    ],
)
def test_scores_have_words_for_each_way_they_moved(shift, words):
    assert words in told(replace(rated("rating srs client pre", 38.0), shift=shift))


@pytest.mark.parametrize(
    ("stream", "answers"),
    [
        ("rating srs client pre", "The client's answers on the SRS before the session"),
        ("rating srs client between", "The client's answers on the SRS between sessions"),
        ("rating srs therapist post", "Your answers on the SRS after the session"),
        ("rating srs therapist pre", "Your answers on the SRS before the session"),
        ("rating our form therapist between", "Your answers on the OUR FORM between sessions"),
        ("gap srs post", "Your answers and the client's on the SRS after the session"),
        ("gap srs pre", "Your answers and the client's on the SRS before the session"),
        ("gap srs between", "Your answers and the client's on the SRS between sessions"),
    ],
)
def test_whose_answers_and_when_is_said(stream, answers):
    assert told(rated(stream, 38.0)).startswith(f"{answers} have been ")


def test_one_answer_is_said_to_be_one():
    assert told(rated("rating srs client post", 38.5)).endswith("(the last one: 38.5).")


@pytest.mark.parametrize(
    ("direction", "words"),
    [
        (Direction.AWAY, "further apart than usual here"),
        (Direction.ATTUNED, "closer together than usual here"),
        (Direction.CHANGED, "have differed in an unusual way here"),
    ],
)
def test_the_distance_between_two_people_is_told_as_such(direction, words):
    text = told(rated("gap wai-sr post", 5.0, -8.0), direction)
    assert words in text
    assert text.endswith("(yours minus the client's, the last two: 5, -8).")


def test_the_same_answer_each_time_is_described_and_nothing_more():
    one = rated("rating srs client post", *[40.0] * 5)
    assert same_answer(one)
    assert told(one) == "The client's answers on the SRS after the session have been the same five times: 40."


def test_three_times_the_same_is_not_yet_remarked_upon():
    assert not same_answer(rated("rating srs client post", 40.0, 40.0, 40.0))


def test_what_is_left_out_is_not_listed():
    one = part("rating srs client post", row(DAYS[0], 31.0), row(DAYS[1], 12.0, weight=0.0), basis="ratings")
    assert told(one).endswith("(the last one: 31).")


def test_forms_left_unanswered_are_counted_of_those_offered():
    one = rated("unanswered phq-9", "answered", "skipped", "skipped")
    assert unanswered(parse(one.stream), rows(one)) == (
        "Of three PHQ-9 forms in these weeks, two were left unanswered."
    )
    all_answered = rated("unanswered phq-9", "answered", "answered")
    assert unanswered(parse(one.stream), rows(all_answered)) == (
        "The PHQ-9 was answered each of the two times it was offered in these weeks."
    )
