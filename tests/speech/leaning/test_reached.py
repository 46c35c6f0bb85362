import pytest

from reattune.speech.leaning.lexicon import Lexicon
from reattune.speech.leaning.reached import OFFERED, REACHED


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("oh, exactly", "lands"),
        ("nobody ever asked me", "opens"),
        ("okay, thanks, i suppose", "passes"),
    ],
)
def test_an_answer_lands_opens_or_passes(text, held):
    found = Lexicon(REACHED).tally(text)
    assert max(found, key=lambda name: found[name]) == held


def test_an_understanding_is_no_plain_question():
    assert "sees" in Lexicon(OFFERED).tally("you were all alone with it")
    assert "plain" not in Lexicon(OFFERED).tally("you were all alone with it")
    assert "plain" in Lexicon(OFFERED).tally("shall i shut the window?")
