import pytest
import re2

from reattune.speech.folding import fold
from reattune.speech.markers.holding import SIGNS

NAMED = {sign.name: sign for sign in SIGNS}


def met(name, text):
    return re2.search(NAMED[name].expression, fold(text)) is not None


@pytest.mark.parametrize(
    ("name", "shown", "other"),
    [
        ("reflects", "It sounds like a long day", "It was a long day"),
        ("takes_in", "I see. And then?", "And then?"),
        ("takes_in_openly", "I see ... that was long", "I see. That was long"),
        ("feels_with", "That must be lonely", "You were at home"),
        ("normalises", "Anyone would be tired", "You were tired"),
        ("glad_with", "I am glad that you asked", "You asked"),
        ("cheers_on", "I’m rooting for you", "You have an exam"),
        ("praises", "You did well done work, that took courage", "You went home"),
        ("sums_up", "Let me check what we have", "Let us look at it"),
        ("exclaims_too", "Oh!", "Oh."),
        ("thanks_client", "Thank you for telling me", "Tell me"),
        ("feeling_words", "So you were angry", "So you were away"),
        ("we", "Shall we look at it together", "Would you look at it"),
    ],
)
def test_a_sign_is_met_by_what_it_names_and_not_by_what_lies_near(name, shown, other):
    assert met(name, shown)
    assert not met(name, other)


def test_every_sign_is_named_and_defined_once():
    assert len(NAMED) == len(SIGNS)
    assert all(sign.says().endswith(".") and sign.expression for sign in SIGNS)
