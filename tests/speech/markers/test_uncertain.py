import pytest
import re2

from reattune.speech.folding import fold
from reattune.speech.markers.uncertain import SIGNS

NAMED = {sign.name: sign for sign in SIGNS}


def met(name, text):
    return re2.search(NAMED[name].expression, fold(text)) is not None


@pytest.mark.parametrize(
    ("name", "shown", "other"),
    [
        ("not_knowing", "I don’t really know what it was", "I know that well"),
        ("unsure", "Not really, it was the other way", "It was really good"),
        ("asks_meaning", "What do you mean by distance?", "It means a lot to me."),
        ("asks", "Do I?", "I do."),
        ("asks_way", "What should I tell my boss?", "I should tell my boss."),
        ("asks_you", "Have you seen this in others?", "I have seen you at work."),
        ("seeks_confirmation", "That is selfish, isn’t it?", "That is selfish."),
        ("said_before", "As I said, it was on Monday", "She said it on Monday"),
        ("negates", "I can’t", "I can"),
        ("concedes", "Yes, but then he calls again", "Yes, he called"),
        ("trails_off", "I thought that...", "I thought that."),
        ("hopeless", "There is no point in asking", "The point is that I asked"),
        ("not_helping", "That doesn’t help me", "That helps me"),
        ("steps_out", "This session went by fast", "The week went by fast"),
        ("leaves", "Can we stop here", "The bus stops at my door"),
        ("apologises", "Sorry, I was late", "I was late"),
        ("resigned_yes", "I see.", "That I can see from here"),
    ],
)
def test_a_sign_is_met_by_what_it_names_and_not_by_what_lies_near(name, shown, other):
    assert met(name, shown)
    assert not met(name, other)


def test_every_sign_is_named_and_defined_once():
    assert len(NAMED) == len(SIGNS)
    assert all(sign.says().endswith(".") and sign.expression for sign in SIGNS)
