import pytest

from reattune.speech.leaning.grounds import GROUNDS
from reattune.speech.leaning.lexicon import Lexicon

CASES = [
    ("you said i was hard work, in here", {"you", "here"}, {"things", "social"}),
    ("the kettle and my brother's oven", {"things", "third"}, {"you", "here"}),
    ("did you ever go sailing?", {"social", "you", "asks"}, {"here"}),
    ("why do i have to do this worksheet", {"doubts", "task"}, {"things", "drifts"}),
    ("i cant stand it, its stupid", {"balks"}, {"drifts", "you"}),
    ("i just go quiet and hide it", {"guards"}, {"here"}),
    ("anyway, by the way, the roadworks", {"drifts"}, {"guards", "you"}),
    ("where was i", {"returns"}, {"things"}),
]


@pytest.mark.parametrize(("text", "held", "missing"), CASES)
def test_words_are_in_their_classes(text, held, missing):
    found = Lexicon(GROUNDS).tally(text)
    assert held <= found.keys()
    assert not missing & found.keys()
