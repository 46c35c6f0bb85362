"""What something said changes by itself: nothing without a row or a day, once only, and a likeness with its moment."""

from datetime import date

import pytest

from reattune.model import Share, Voice
from reattune.practice import models
from reattune.practice.vault import Cost
from reattune.practice.voices import effects, likeness, own, saying, talks
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.side_rows import Author

TODAY = date(2026, 6, 30)
ALIKE = {"wish": True, "response": False, "exception": "", "text": "like with her"}


@pytest.fixture
def heron(new_client):
    return new_client("heron")


@pytest.mark.parametrize("kind", [Kind.CORRECTION, Kind.ORDINARY])
def test_words_about_nothing_change_nothing(heron, kind):
    saying.say(heron, kind, {"text": "so"}, Share.NOW, TODAY)
    assert not models.LeftOut.objects.exists()
    assert not models.Verdict.objects.exists()


def test_begun_twice_it_is_there_once(heron):
    row = saying.say(heron, Kind.ORDINARY, {"noticing": "2026-06-23", "text": ""}, Share.NOW, TODAY)
    effects.begin(row)
    assert models.Verdict.objects.count() == 1


def test_what_is_not_shared_has_no_effect(heron):
    saying.say(heron, Kind.ORDINARY, {"noticing": "2026-06-23", "text": ""}, Share.AFTER_ENDING, TODAY)
    assert not models.Verdict.objects.exists()


def outside(heron):
    talk = talks.begin_by_client(heron, "The quiet half hour", TODAY, shown=True)
    moment = {"role": "parent", "text": "she hung up"}
    likeness.link_outside(talk, Author(Voice.CLIENT), ALIKE, moment, TODAY, shown=True)
    return models.Said.every.get(kind=Kind.OUTSIDE.value)


def test_a_likeness_goes_out_of_sight_with_its_moment(heron):
    key, _code = own.make(heron, "a heron in the reeds", cost=Cost(memory_kib=64, passes=1, lanes=1))
    row = outside(heron)
    assert models.Likeness.objects.count() == 1
    saying.share(row, row.words, Share.ONLY_ME, TODAY)
    assert models.Likeness.objects.count() == 0
    left = models.Likeness.every.get()
    assert left.sealed is None
    assert b"like with her" in key.take(bytes(left.own), left.about)


def test_without_a_key_it_is_gone_with_its_moment(heron):
    row = outside(heron)
    saying.share(row, row.words, Share.ONLY_ME, TODAY)
    assert not models.Likeness.every.exists()
    assert not models.Said.every.exists()
