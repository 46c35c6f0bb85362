"""What was shared reaches the therapist at once and in its own words; what was not, never."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reattune.model import Share
from reattune.practice import models
from reattune.practice.check_in import reaching
from reattune.practice.voices import saying
from reattune.practice.voices.kinds import Kind

TODAY = date(2026, 6, 30)
OFF = {"question": "felt_off", "when": "after", "choice": "yes", "text": "It went fast."}
RATED = {"instrument": "phq-9", "timing": "post", "items": [0] * 8 + [2], "score": 2, "risk": [9]}


@pytest.fixture
def heron(new_client):
    return new_client("heron")


def said(client, words=OFF, share=Share.NOW, day=TODAY, sitting=None, kind=Kind.ANSWER):
    return saying.say(client, kind, words, share, day, saying.Place(sitting=sitting))


def test_it_is_there_at_once_in_their_words(heron):
    row = said(heron)
    (one,) = reaching.lately(TODAY)
    assert (one.client, one.day, one.is_raised, one.first) == (heron, TODAY, False, row.pk)
    assert one.told == (reaching.Told("Did anything feel off between us?", "It went fast.", ("Yes",)),)


def test_nothing_that_was_not_shared_is(heron):
    said(heron, share=Share.AFTER_ENDING)
    said(heron, share=Share.ONLY_ME)
    assert reaching.lately(TODAY) == ()


def test_what_waited_for_the_end_is_told_for_two_weeks_after_it(heron):
    said(heron, share=Share.AFTER_ENDING, day=TODAY - timedelta(days=300))
    for days, told in ((13, 0), (14, 1), (27, 1), (28, 0)):
        written = TODAY - timedelta(days=days)
        models.Client.objects.update(ended=TODAY - timedelta(days=60), ended_written=written)
        assert len(reaching.lately(TODAY)) == told, days


def test_shared_for_two_weeks_and_to_be_raised_until_it_was_spoken_about(heron):
    long_ago = TODAY - timedelta(days=14)
    said(heron, day=long_ago)
    assert reaching.lately(TODAY) == ()
    row = said(heron, share=Share.RAISE_FOR_ME, day=long_ago)
    assert [one.is_raised for one in reaching.lately(TODAY)] == [True]
    models.Said.objects.filter(pk=row.pk).update(taken_up=TODAY)
    assert reaching.lately(TODAY) == ()


def test_one_check_in_is_told_in_one_piece_and_what_is_to_be_raised_apart(heron, new_client):
    sitting = uuid4()
    said(heron, sitting=sitting)
    said(heron, {"question": "worked", "when": "before", "choice": "no"}, sitting=sitting)
    said(heron, {"question": "felt_good", "when": "after", "choice": "yes"}, Share.RAISE_FOR_ME, sitting=sitting)
    said(new_client("wren"), sitting=uuid4())
    found = sorted((one.client.codename, one.is_raised, len(one.told)) for one in reaching.lately(TODAY))
    assert found == [("heron", False, 2), ("heron", True, 1), ("wren", False, 1)]


def test_other_kinds_stand_where_they_belong_unless_they_are_to_be_raised(heron):
    said(heron, {"text": "A try."}, kind=Kind.TRY)
    said(heron, {"text": "A note."}, kind=Kind.NOTE)
    assert [one.told for one in reaching.lately(TODAY)] == [(reaching.Told("a note", "A note."),)]
    said(heron, {"text": "Ask me."}, Share.RAISE_FOR_ME, kind=Kind.WENT)
    assert len(reaching.lately(TODAY)) == 2


def test_an_answer_without_words_is_told_as_it_was_shown(heron):
    row = said(heron, {**OFF, "choice": "wordless", "text": "", "closeness": -2, "leading": 0, "colour": "dusk"})
    told = reaching.told(row)
    assert told.text == ""
    assert told.shown[0] == "I can’t put it into words"
    assert "−2" in told.shown[1]
    assert told.shown[3] == "colour: dusk"


def test_a_question_that_is_not_asked_any_more_keeps_its_words(heron):
    told = reaching.told(said(heron, {"question": "gone", "when": "after", "text": "Still here."}))
    assert told == reaching.Told("an answer in a check-in", "Still here.")


def test_a_risk_item_is_there_at_once_only_when_shared(heron):
    said(heron, RATED, Share.AFTER_ENDING, kind=Kind.RATING)
    assert list(reaching.risk(TODAY)) == []
    said(heron, RATED, kind=Kind.RATING)
    ((client, one),) = reaching.risk(TODAY)
    assert (client, one.instrument, one.item, one.value, one.session_date) == (heron, "phq-9", 9, 2.0, TODAY)
    assert list(reaching.risk(TODAY + timedelta(weeks=9))) == []


def test_a_form_without_its_wording_is_told_by_the_numbers_of_its_items(heron):
    told = reaching.told(said(heron, {**RATED, "items": [None, 1] + [0] * 7}, kind=Kind.RATING))
    assert told.title == "PHQ-9"
    assert told.shown[0] == "item 2: 1"


@pytest.mark.parametrize(
    ("words", "off"),
    [
        ({"choice": "yes"}, True),
        ({"choice": "wordless"}, True),
        ({"choice": "unsure"}, False),
        ({"choice": "unsure", "text": "Perhaps."}, True),
        ({"text": "It was loud."}, True),
        ({"choice": "no", "text": "All well."}, False),
        ({"question": "worked", "choice": "yes"}, False),
    ],
)
def test_what_says_that_something_felt_off(words, off):
    assert reaching.is_off({"question": "felt_off", **words}) is off


def test_shared_it_opens_something_to_talk_about_once_and_unshared_nothing(heron):
    said(heron, share=Share.AFTER_ENDING)
    said(heron, {**OFF, "choice": "no", "text": ""})
    assert not models.Talk.every.exists()
    row = said(heron)
    saying.share(models.Said.every.get(pk=row.pk), OFF, Share.RAISE_FOR_ME, TODAY)
    assert models.Talk.objects.count() == 1
    assert models.Said.objects.get(pk=row.pk).talk == models.Talk.objects.get()


def test_a_caseload_is_one_question_to_the_store(heron, new_client):
    for name in ("wren", "plover"):
        said(new_client(name))
    for _n in range(10):
        said(heron)
    reaching.lately(TODAY)
    with CaptureQueriesContext(connection) as asked:
        assert len(reaching.lately(TODAY)) == 12
    # One for the words; at most one for each client's key, which is then held.
    assert len(asked) <= 4
