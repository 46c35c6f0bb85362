"""A therapist's answer is told apart by classes of words: pressing on, going elsewhere, or staying."""

import pytest

from reattune.speech.leaning.answers import ANSWER, SAID
from reattune.speech.leaning.weights import THERAPIST

ANSWERS = [
    ("don't worry", "soothes"),
    ("anyway", "switches"),
    ("the research", "lectures"),
    ("my wife", "own"),
    ("slowly", "stays"),
    ("you should", "presses"),
    ("maybe", "soft"),
]
BEFORE = [("he died", "hard"), ("with you", "us"), ("not", "no"), ("hay fever", "light")]


@pytest.mark.parametrize(("text", "name"), ANSWERS)
def test_an_answer_is_of_its_class(text, name):
    assert name in ANSWER.tally(f"{text}, then")


@pytest.mark.parametrize(("text", "name"), BEFORE)
def test_what_was_said_before_is_of_its_class(text, name):
    assert name in SAID.tally(f"well, {text}")


def test_what_stays_is_nothing_that_presses():
    assert "presses" not in ANSWER.tally("slowly. let's stay with that")


def test_every_weight_is_of_a_class_that_is_tried_here():
    known = {name for _text, name in (*ANSWERS, *BEFORE)} | {"bites", "echo"}
    assert {name for one in THERAPIST.values() for name in (*one.words, *one.settings)} <= known
