import pytest

from reattune.speech.leaning.lexicon import Lexicon
from reattune.speech.leaning.repairs import REPAIRS

CASES = [
    ("i was careless and i'm sorry", {"me", "fault"}, {"you", "third", "asks"}),
    ("i'm rather sad, as i sit with you", {"felt", "now"}, {"solves", "third"}),
    ("that isn't what i meant", {"meant", "not"}, {"presses"}),
    ("let's drop it and try something else", {"offers"}, {"third", "fault"}),
    ("because then you see a pattern", {"because"}, {"asks", "third"}),
    ("no wonder, it kept you alive", {"honours"}, {"asks", "third"}),
    ("could you try to open up?", {"solves", "asks"}, {"honours"}),
    ("we've been here before, you and i", {"again", "us"}, {"presses"}),
    ("just like your dad", {"likens", "third"}, {"presses"}),
    ("can we go back to sunday", {"leads"}, {"third"}),
    ("how much was it? who paid?", {"follows", "asks"}, {"honours"}),
]


@pytest.mark.parametrize(("text", "held", "missing"), CASES)
def test_words_are_in_their_classes(text, held, missing):
    found = Lexicon(REPAIRS).tally(text)
    assert held <= found.keys()
    assert not missing & found.keys()
