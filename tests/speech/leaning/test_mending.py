from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.leaning.mending import Leaning, Leanings
from reattune.speech.place import Place, prepare
from reattune.speech.rule import Family

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}
FAMILY = Family.OWNS_PART


def place(*lines: tuple[str, str]) -> Place:
    turns = tuple(Turn(ROLES[who], who, text, str(at)) for at, (who, text) in enumerate(lines))
    return Place(prepare(Transcript(date(2026, 1, 1), Source("invented", ""), turns, Times.NONE, "en")), len(turns) - 1)


def points(words: dict[str, float], before: dict[str, float], *lines: tuple[str, str]) -> float:
    return Leanings({FAMILY: Leaning(words, before)}, client=False).points(place(*lines))[FAMILY]


def test_more_words_of_a_class_say_more_but_each_less_than_the_one_before():
    said = ("C", "You talked over me.")
    once = points({"fault": 1.0}, {}, said, ("T", "A clumsy moment."))
    twice = points({"fault": 1.0}, {}, said, ("T", "A clumsy, careless moment."))
    assert 0 < once < twice < 2 * once


def test_the_words_before_count_for_themselves():
    answer = ("T", "Hm.")
    assert points({}, {"things": -1.0}, ("C", "The oven and the kettle."), answer) < 0
    assert points({}, {"here": 1.0}, ("C", "It is odd in here, with you."), answer) > 0


def test_a_short_question_back_carries_on_what_came_before_it():
    lines = (("C", "It is odd in here, with you."), ("T", "It has been so before."), ("C", "How so?"), ("T", "Hm."))
    assert points({}, {"here": 1.0}, *lines) > 0


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("own", "I did, I know I did.", 1.0),
        ("own", "You did, and you know it.", -1.0),
        ("ends", "Shall I?", 1.0),
        ("ends", "I shall.", 0.0),
        ("echo", "The kitchen ceiling.", 1.0),
        ("earlier", "Your hospital letter.", 1.0),
    ],
)
def test_how_it_is_said_counts_too(name, text, value):
    lines = (("C", "I had the hospital letter."), ("T", "Yes."), ("C", "Well, the kitchen ceiling came down."))
    assert points({name: 1.0}, {}, *lines, ("T", text)) == pytest.approx(value)


def test_what_answers_nothing_leans_nowhere():
    assert points({"fault": 1.0, "own": 1.0}, {}, ("T", "I was careless.")) < -9
    assert points({}, {"here": 1.0}, ("C", "It is odd in here."), ("T", "  ")) < -9
