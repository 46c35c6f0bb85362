"""How replies close, turn against or open up, by classes of words."""

import pytest

from reattune.speech.leaning.lexicon import Lexicon, merged
from reattune.speech.leaning.replies import CLOSES, OPENS, YOU

ALL = Lexicon(merged(CLOSES, OPENS, YOU))
CASES = [
    ("no i won't, it's ridiculous", {"starts_no", "declines", "scorn"}, {"good", "mild"}),
    ("oh great, another waste", {"irony", "waste"}, {"feels"}),
    ("you never ask, do you?", {"you_bad", "you", "asks"}, {"you_good"}),
    ("maybe, i felt better", {"may", "feels", "good"}, {"scorn", "waste", "you_bad"}),
    ("thanks, i see", {"mild"}, {"scorn", "declines"}),
    ("you were right", {"you_good"}, {"you_bad", "declines"}),
]


@pytest.mark.parametrize(("text", "held", "missing"), CASES)
def test_words_are_in_their_classes(text, held, missing):
    found = ALL.tally(text)
    assert held <= found.keys()
    assert not missing & found.keys()


def test_no_class_both_closes_and_opens():
    assert not CLOSES.keys() & OPENS.keys()
    assert not {*CLOSES, *OPENS} & YOU.keys()
