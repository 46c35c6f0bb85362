"""The forms of a talk: what was typed is never lost, and every bad value is told with what to do."""

from datetime import date

import pytest

from reattune.errors import ReattuneError
from reattune.model import Voice
from reattune.practice import models, talk_form
from reattune.practice.voices import side_rows, side_words, talks
from reattune.practice.voices.side_rows import Author
from reattune.repair.holding import State

TODAY = date(2026, 6, 30)
THERAPIST = Author(Voice.THERAPIST)


@pytest.fixture
def talk(new_client):
    return talks.begin_by_therapist(new_client("heron"), "The look", TODAY, shown=True)


def test_a_side_is_kept_as_typed(talk):
    assert talk_form.kept(talk, THERAPIST, {"version": "", "wants": "together", "happened": " x "}) is None
    row = models.Side.objects.get()
    assert (row.words["happened"], row.wants) == ("x", "together")


@pytest.mark.parametrize("bad", [{"view": "9"}, {"wants": "x"}])
def test_a_side_that_cannot_be_kept_comes_back_whole(talk, bad):
    found = talk_form.kept(talk, THERAPIST, {"wants": "", "happened": "x", "mended": "yes", **bad})
    assert found.trouble
    assert (found.words["happened"], found.words["mended"], found.differing) == ("x", True, ())
    assert not models.Side.objects.exists()


def test_two_texts_come_back_to_choose_from(talk):
    talk_form.kept(talk, THERAPIST, {"version": "", "wants": "", "happened": "one"})
    found = talk_form.kept(talk, THERAPIST, {"version": "", "wants": "", "happened": "two", "felt": "cold"})
    assert found.differing == ("happened", "felt")
    offers = talk_form.offers(found, side_rows.NOTHING, TODAY)
    assert offers["version"] == found.meanwhile.version
    assert offers["form"]["happened"] == "two"
    assert set(offers["names"]) == set(side_words.FIELDS)
    picks = {"version": offers["version"], "wants": "", "happened": "two", "felt": "cold", "pick_happened": "other"}
    assert talk_form.kept(talk, THERAPIST, picks) is None
    words = models.Side.objects.get().words
    assert (words["happened"], words["felt"]) == ("one", "cold")


@pytest.mark.parametrize("bad", [{"title": " "}, {"title": "x" * 121}, {"title": "a", "day": "x"}, {"title": "a"}])
def test_a_beginning_needs_a_title_and_a_day(bad):
    with pytest.raises(ReattuneError):
        talk_form.begun(bad, TODAY)
    assert talk_form.begun({"title": " a  b ", "day": "2026-06-30"}, TODAY) == ("a b", TODAY)


@pytest.mark.parametrize("bad", ["", "x", "2026-06-30", "2500-01-01"])
def test_it_comes_back_on_a_day_to_come(bad):
    with pytest.raises(ReattuneError):
        talk_form.until({"until": bad}, TODAY)
    assert talk_form.until({"until": "2026-07-01"}, TODAY) == date(2026, 7, 1)


def test_only_what_can_be_told_is_told():
    assert talk_form.told("time") == "time"
    with pytest.raises(ReattuneError):
        talk_form.told("")


def test_put_away_goes_before_resting():
    resting = side_rows.Mine(side_words.blank(), until=date(2026, 7, 7))
    away = side_rows.Mine(side_words.blank(), until=date(2026, 7, 7), away=TODAY)
    assert talk_form.state(resting, TODAY) is State.RESTING_UNTIL
    assert talk_form.state(away, TODAY) is State.PUT_AWAY
    assert talk_form.state_words(resting, TODAY) == "Resting until 2026-07-07."
