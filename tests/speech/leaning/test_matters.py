"""What an objection is about: each family has a class of words of its own."""

import pytest

from reattune.speech.leaning.lexicon import Lexicon
from reattune.speech.leaning.matters import MATTERS

ALL = Lexicon(MATTERS)
CASES = [
    ("you don't listen, you just nod", "unmet", "task"),
    ("another worksheet", "task", "frame"),
    ("the fee went up for the waiting room", "frame", "blame"),
    ("it's daylight robbery", "gripe", "owned"),
    ("i'm back where i started, still stuck", "way", "orders"),
    ("it's not my fault, ask anyone", "blame", "closer"),
    ("in hindsight i regret it", "owned", "frame"),
    ("sign it, right now", "orders", "unmet"),
    ("you're gorgeous, let's have dinner", "closer", "task"),
]


@pytest.mark.parametrize(("text", "held", "missing"), CASES)
def test_words_are_about_their_matter(text, held, missing):
    found = ALL.tally(text)
    assert held in found
    assert missing not in found


def test_every_class_is_tried_here():
    assert {held for _text, held, _missing in CASES} == set(MATTERS)
