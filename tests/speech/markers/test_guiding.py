import pytest
import re2

from reattune.speech.folding import fold
from reattune.speech.markers.guiding import SIGNS

NAMED = {sign.name: sign for sign in SIGNS}


def met(name, text):
    return re2.search(NAMED[name].expression, fold(text)) is not None


@pytest.mark.parametrize(
    ("name", "shown", "other"),
    [
        ("asks_open", "What was it like?", "Was it cold?"),
        ("asks_why", "Why did he go?", "Did he go?"),
        ("asks_feeling", "How did you feel then?", "How did you go home?"),
        ("asks_twice", "Was it cold? Did you wait?", "Was it cold?"),
        ("asks_closed", "Was it cold?", "What was it like?"),
        ("invites_feedback", "How was this session for you?", "How was the weather?"),
        ("asks_leave", "May I ask about your week", "Your week, then"),
        ("anything_else", "Is there anything else", "Is there a garden"),
        ("offers", "How about writing it down", "You wrote it down"),
        ("instructs", "You should write it down", "You wrote it down"),
        ("plans", "What would be a first step", "What was it like"),
        ("apologises_too", "I’m sorry for being late", "You were late"),
        ("concedes_too", "You’re right about that", "You are at home"),
        ("explains_self", "I was hoping to hear more", "You hoped to hear more"),
        ("reassures", "Take your time", "It took an hour"),
        ("calls_time", "The time is almost up", "It was a long time"),
        ("closes", "Take care", "We care for him"),
        ("asks_settings", "How shall I call you", "Who was it"),
        ("digs", "How often was that", "Was that all"),
    ],
)
def test_a_sign_is_met_by_what_it_names_and_not_by_what_lies_near(name, shown, other):
    assert met(name, shown)
    assert not met(name, other)


def test_every_sign_is_named_and_defined_once():
    assert len(NAMED) == len(SIGNS)
    assert all(sign.says().endswith(".") and sign.expression for sign in SIGNS)
