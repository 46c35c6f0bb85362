"""Further wordings only add to the classes there are, and every phrase can be found in a sentence."""

import pytest

from reattune.speech.leaning.further import FURTHER
from reattune.speech.leaning.lexicon import Lexicon, merged
from reattune.speech.leaning.matters import MATTERS
from reattune.speech.leaning.replies import CLOSES, OPENS, YOU
from reattune.speech.leaning.tones import TONES

OF_CLIENT = merged(CLOSES, OPENS, YOU, TONES, MATTERS, FURTHER)
ALL = Lexicon(OF_CLIENT)
PHRASES = sorted({" ".join(one.split()) for phrases in OF_CLIENT.values() for one in phrases.split(",")} - {""})


def test_it_adds_to_classes_that_are_there():
    assert set(FURTHER) <= set(MATTERS)


@pytest.mark.parametrize("name", FURTHER)
def test_it_adds_something_new(name):
    known = {one.strip() for one in MATTERS[name].split(",")}
    assert {one.strip() for one in FURTHER[name].split(",")} - known


@pytest.mark.parametrize("phrase", PHRASES[::40])
def test_a_phrase_is_found_in_a_sentence(phrase):
    assert ALL.tally(f"well, {phrase}, she said")
