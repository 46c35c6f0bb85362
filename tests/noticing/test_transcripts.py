"""What was said, in words."""

import pytest
from tests.noticing.telling_made import noticing, part, row

from reattune.model import Direction
from reattune.noticing.phrases import observed
from reattune.noticing.sentences import sentences
from reattune.noticing.telling import basis, basis_note, readings
from reattune.noticing.transcripts import reads


def spoken(stream, *values, **more):
    days = [f"2026-03-{10 - len(values) + 1 + place:02}" for place in range(len(values))]
    seen = (row(at, value, **more) for at, value in zip(days, values, strict=True))
    return part(stream, *seen, basis="transcripts")


@pytest.mark.parametrize(
    ("stream", "value", "words"),
    [
        ("speech away", "9_of_62", "9 of 62 things the client said read like moving away"),
        ("speech away", "1_of_62", "1 of 62 things the client said reads like moving away"),
        ("speech against", "0_of_20", "0 of 20 things the client said read like moving against"),
        ("speech attuned", "4_of_62", "4 of 62 things the client said read like being met"),
        ("speech engagement", 8.4, "8.4 words each time the client spoke, on average"),
        ("speech engagement", 21.7, "21.7 words each time the client spoke, on average"),
    ],
)
def test_one_session_in_words(stream, value, words):
    assert observed(stream, row("2026-03-10", value).observation) == words


def test_what_is_no_figure_of_what_was_said_is_told_as_before():
    assert reads("attendance", "9_of_62") == ""
    assert reads("speech away", "attended") == ""
    assert reads("gap srs post", 2.0) == ""


def test_the_last_three_are_listed_and_what_marks_are_worth_is_said():
    assert sentences(noticing(spoken("speech away", "1_of_40", "2_of_60", "5_of_48", "9_of_62"))) == [
        (
            "More of what the client said than usual here reads like moving away (2 of 60, 5 of 48, and 9 of 62). "
            "Based on a transcript; such marks are often nothing."
        )
    ]
    assert sentences(noticing(spoken("speech engagement", 14.0, 9.2))) == [
        "The client said less at a time than usual here (words, on average, in the last two sessions: 14; 9.2)."
    ]


def test_what_was_left_out_is_not_listed():
    one = noticing(spoken("speech away", "9_of_62", weight=0.0), direction=Direction.AWAY)
    assert "9 of 62" in sentences(one)[0], "nothing else is there to be told"
    both = part("speech away", row("2026-03-03", "9_of_62", weight=0.0), row("2026-03-10", "4_of_40"))
    assert "9 of 62" not in sentences(noticing(both))[0]


def test_what_it_rests_on_and_a_benign_reading_first():
    one = noticing(spoken("speech away", "9_of_62"))
    assert basis(one) == "transcripts only"
    assert basis_note(one) == "Based on transcripts only.", "a session was read"
    assert readings(one)[0].startswith("Some sessions are harder to talk in than others")
