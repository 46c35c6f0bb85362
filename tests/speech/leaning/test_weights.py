"""Every class that has a weight has words, and what speaks against the therapist's way never speaks for good news."""

import pytest

from reattune.speech.leaning import answers, further, matters, replies, tones
from reattune.speech.leaning.lexicon import merged
from reattune.speech.leaning.setting import Setting
from reattune.speech.leaning.weights import AGAINST, CLIENT, THERAPIST
from reattune.speech.rule import AWAY, Family, direction

OF_CLIENT = merged(replies.CLOSES, replies.OPENS, replies.YOU, tones.TONES, matters.MATTERS, further.FURTHER)


def test_every_weight_of_a_client_has_its_words():
    assert {name for leaning in CLIENT.values() for name in leaning.words} <= set(OF_CLIENT)


@pytest.mark.parametrize("leaning", CLIENT.values(), ids=[family.value for family in CLIENT])
def test_every_setting_that_has_a_weight_can_be_asked(leaning):
    setting = Setting()
    assert all(getattr(setting, name) == 0.0 for name in leaning.settings)


def test_every_family_has_the_common_weights_and_its_own():
    for leaning in CLIENT.values():
        assert set(AGAINST) <= set(leaning.words)
        assert leaning.least > 0
    assert CLIENT[Family.PROGRESS].words["way"] > 0
    assert CLIENT[Family.REJECTS].words["declines"] == pytest.approx(AGAINST["declines"] + 0.5)


def test_what_softens_speaks_against_and_what_closes_for_it():
    assert all(AGAINST[name] < 0 for name in replies.OPENS if name in AGAINST)
    assert all(AGAINST[name] > 0 for name in ("no", "scorn", "declines", "futile"))


def test_the_families_are_those_that_point_against_and_the_therapists_own():
    assert not set(CLIENT) & AWAY
    assert {direction(family) for family in CLIENT} == {direction(Family.REJECTS)}
    assert set(THERAPIST) == {Family.THERAPIST_AWAY, Family.THERAPIST_AGAINST}
    assert {name for leaning in THERAPIST.values() for name in leaning.words} >= {"presses", "stays"}
    assert answers.ANSWER.tally("you should, slowly")
