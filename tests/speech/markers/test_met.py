import pytest
import re2

from reattune.speech.folding import fold
from reattune.speech.markers.met import SIGNS

NAMED = {sign.name: sign for sign in SIGNS}


def met(name, text):
    return re2.search(NAMED[name].expression, fold(text)) is not None


@pytest.mark.parametrize(
    ("name", "shown", "other"),
    [
        ("thanks", "Thank you", "You are welcome"),
        ("warm_thanks", "Thank you for staying with it", "Thank you"),
        ("relief", "I feel a bit lighter now", "It is heavy"),
        ("glad", "I’m really glad that we looked at it", "I looked at it"),
        ("emphatic_yes", "Exactly, that is it", "It may be"),
        ("plain_yes", "Yes, on Monday", "On Monday, yes"),
        ("takes_up", "I’ll try it with my brother", "My brother tried it"),
        ("insight", "I realised that I do it, too", "I do it, too"),
        ("future", "From now on it is mine", "It was mine"),
        ("own_feeling", "I often feel that", "She is like that"),
        ("painful_feeling", "I was so lonely", "I was alone at home"),
        ("burdened", "I am struggling with it", "I am working with it"),
        ("wishes", "I want to sing again", "She sings again"),
        ("weighs", "Maybe it was me", "It was me"),
        ("tells_past", "When I was ten", "I am ten"),
        ("people", "My older sister", "The neighbour"),
        ("exclaims", "Oh!", "Oh."),
        ("self_kindness", "I managed to ask him", "I asked him"),
        ("felt_heard", "It was good to talk about it", "It was good weather"),
    ],
)
def test_a_sign_is_met_by_what_it_names_and_not_by_what_lies_near(name, shown, other):
    assert met(name, shown)
    assert not met(name, other)


def test_every_sign_is_named_and_defined_once():
    assert len(NAMED) == len(SIGNS)
    assert all(sign.says().endswith(".") and sign.expression for sign in SIGNS)
