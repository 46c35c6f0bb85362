from datetime import date

import pytest

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.frames import Frame, between, frame, lately, strained
from reattune.speech.place import Place, prepare

ROLES = {"T": Role.THERAPIST, "C": Role.CLIENT}


def place(*lines: tuple[str, str], at: int = 1) -> Place:
    said = tuple(Turn(ROLES[who], who, text, "") for who, text in lines)
    return Place(prepare(Transcript(date(2025, 3, 4), Source("s.txt", ""), said, Times.NONE)), at)


def after(words: str) -> Place:
    return place(("C", words), ("T", "I see."))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("You never asked me.", Frame.BETWEEN),
        ("He never asked me.", Frame.ELSEWHERE),
        ("My manager never asked me.", Frame.ELSEWHERE),
        ("It was cold, you know.", Frame.OPEN),
        ("Is there any use in these exercises?", Frame.BETWEEN),
        ("Hm.", Frame.OPEN),
    ],
)
def test_whom_the_talk_is_about(words, expected):
    assert frame(after(words)) is expected


def test_a_short_answer_tells_whom_a_question_was_about():
    question = ("T", "What was it like to hear that?")
    assert frame(place(("C", "It was odd."), question, ("C", "From you, you mean?"))) is Frame.BETWEEN
    assert frame(place(("C", "It was odd."), question, ("C", "From her, I suppose."))) is Frame.ELSEWHERE


def test_idioms_speak_to_nobody():
    assert not between("you know what i mean, it rained")
    assert between("you know what i mean, you were there")


def test_a_no_a_doubt_and_few_words_may_be_strained():
    assert strained(after("Yes."))
    assert strained(after("I don't see what that should do for my sleep in the end."))
    assert not strained(after("We went to the lake and the children swam all day."))
    assert not strained(place(("T", "Hello."), at=0))


def test_at_the_beginning_nothing_was_said_lately():
    assert lately(place(("T", "Hello."), at=0)) == ""
    assert lately(after("Yes, It Was.")) == "yes, it was."
