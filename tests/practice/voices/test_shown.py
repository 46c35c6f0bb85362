"""What a client said, shown to them: all kinds, who reads each, and nothing of theirs alone while their key is shut."""

from datetime import date

import pytest

from reattune.model import Share
from reattune.practice import models
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.shown import PRIVATE, felt_words, readers, shown
from reattune.repair.movement import Felt

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
TODAY = date(2026, 6, 30)


@pytest.fixture
def heron(new_client):
    return new_client("heron")


def said(client, kind, words, share=Share.NOW):
    saying.say(client, kind, words, share, TODAY)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_is_shown_with_its_name_and_words(heron, kind):
    said(heron, kind, {"text": "you looked at the clock", "noticing": "2026-06-23"})
    (one,) = shown(models.Said.every.all(), None)
    assert one.text == "you looked at the clock"
    assert one.kind
    assert one.readers == "Your therapist can read this."


@pytest.mark.parametrize(
    ("kind", "words", "lead"),
    [
        (
            Kind.ANSWER,
            {"question": "felt_off", "choice": "wordless", "colour": "moss"},
            "Did anything feel off between us? I can’t put it into words · colour: moss",
        ),
        (
            Kind.ANSWER,
            {"question": "felt_off", "choice": "yes", "when": "after"},
            "Did anything feel off between us? Yes",
        ),
        (Kind.ANSWER, {"question": "felt_off", "when": "after"}, "Did anything feel off between us?"),
        (Kind.ANSWER, {"question": "no longer asked"}, ""),
        (Kind.MOMENT, {"felt": "met"}, "I felt met"),
        (Kind.MOMENT, {"felt": "something else"}, ""),
        (Kind.RATING, {"instrument": "srs", "items": [1]}, "SRS"),
        (Kind.RATING, {"instrument": "none of ours"}, ""),
        (Kind.NOTE, {}, ""),
    ],
)
def test_what_was_asked_or_tapped_stands_before_the_words(heron, kind, words, lead):
    said(heron, kind, words)
    (one,) = shown(models.Said.every.all(), None)
    assert one.lead == lead


def test_before_a_session_it_is_the_question_of_before(heron):
    said(heron, Kind.ANSWER, {"question": "felt_off", "choice": "no", "when": "before"})
    (one,) = shown(models.Said.every.all(), None)
    assert one.lead.startswith("Since last time")


def test_while_the_key_is_shut_only_what_the_therapist_reads_is_shown(heron):
    key, _code = own.make(heron, "blue kettle moon", cost=CHEAP)
    for share in Share:
        said(heron, Kind.NOTE, {"text": share.value, PRIVATE: share is Share.ONLY_ME}, share)
    rows = models.Said.every.order_by("made")
    assert {one.text for one in shown(rows, None)} == {"now", "raise_for_me"}
    every = shown(rows, key)
    assert {one.text for one in every} == {one.value for one in Share}
    assert [one.text for one in every if one.is_private] == ["only_me"]


def test_each_reader_and_each_feeling_has_words_of_its_own():
    assert len({readers(one) for one in Share}) == len(Share)
    assert len({felt_words(one) for one in Felt}) == len(Felt)
