"""Sour and sweet, shut and curious: the tone of words, whatever they are about."""

import pytest

from reattune.speech.leaning.lexicon import Lexicon
from reattune.speech.leaning.tones import TONES

ALL = Lexicon(TONES)
CASES = [
    ("it was a toxic travesty, frankly", "sour", "sweet"),
    ("i feel settled, it was worthwhile", "sweet", "sour"),
    ("end of. next question", "shut", "curious"),
    ("it struck me that i keep turning it over", "curious", "shut"),
]


@pytest.mark.parametrize(("text", "held", "missing"), CASES)
def test_words_have_their_tone(text, held, missing):
    found = ALL.tally(text)
    assert held in found
    assert missing not in found


def test_hardly_any_word_is_both_sour_and_sweet():
    sour, sweet = ({one.strip() for one in TONES[name].split(",")} for name in ("sour", "sweet"))
    assert len(sour & sweet) <= 2
