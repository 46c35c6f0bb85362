"""The classes of words hold phrases that can be found, and every class that has a weight has words."""

import pytest

from reattune.speech.leaning import answers, further, matters, replies, tones
from reattune.speech.leaning.lexicon import Lexicon, merged
from reattune.speech.leaning.weights import CLIENT, THERAPIST

OF_CLIENT = merged(replies.CLOSES, replies.OPENS, replies.YOU, tones.TONES, matters.MATTERS, further.FURTHER)
PHRASES = sorted({" ".join(one.split()) for phrases in OF_CLIENT.values() for one in phrases.split(",")} - {""})


def test_every_weight_of_a_client_has_its_words():
    weighed = {name for leaning in CLIENT.values() for name in leaning.words}
    assert weighed <= set(OF_CLIENT)
    assert set(further.FURTHER) <= set(matters.MATTERS)


def test_every_weight_of_a_therapist_finds_words():
    lines = {
        "soothes": "don't worry",
        "switches": "anyway",
        "lectures": "research",
        "own": "my wife",
        "stays": "slowly",
    }
    lines |= {"presses": "you should", "bites": "you", "soft": "maybe"}
    for leaning in THERAPIST.values():
        for name in set(leaning.words) - {"echo"}:
            assert name in answers.ANSWER.tally(lines[name])
        for name in leaning.settings:
            said = {"hard": "he died", "us": "with you", "no": "not", "light": "hay fever"}[name]
            assert name in answers.SAID.tally(said)


@pytest.mark.parametrize("phrase", PHRASES[::40])
def test_a_phrase_is_found_in_a_sentence(phrase):
    assert Lexicon(OF_CLIENT).tally(f"well, {phrase}, she said")
