import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Pause
from reattune.reading.transcripts.pauses import NUMBERED, apart, between, together


@pytest.mark.parametrize(
    ("text", "words", "pauses"),
    [
        ("Well (.) yes.", "Well yes.", [Pause(4, "(.)")]),
        ("Well (...), yes.", "Well, yes.", [Pause(4, "(...)")]),
        ("Long [Pause, 12 Sekunden] day", "Long day", [Pause(4, "[Pause, 12 Sekunden]", 12.0)]),
        ("(2,5) Yes (3 sec) no", "Yes no", [Pause(0, "(2,5)", 2.5), Pause(3, "(3 sec)", 3.0)]),
        ("(silence)", "(silence)", [Pause(0, "(silence)")]),
        ("... (5 s) ...", "... (5 s) ...", [Pause(0, "(5 s)", 5.0)]),
        ("...", "...", []),
        ("Note (4) stays, (laughs) too", "Note (4) stays, (laughs) too", []),
    ],
)
def test_marks_of_silence_leave_the_words_and_keep_their_place(text, words, pauses):
    assert apart(text) == (words, tuple(pauses))


def test_a_bare_number_is_seconds_only_where_that_is_the_rule():
    assert apart("ja (4) gut", NUMBERED) == ("ja gut", (Pause(2, "(4)", 4.0),))


def test_words_are_put_together_with_one_space_and_their_lengths_are_told():
    assert together(["", " a ", " ", "b", ", c"]) == ("a b, c", [0, 1, 1, 3, 6])


def test_a_closing_sign_alone_is_nothing_said():
    assert between(["", "."], [("(3.0)", 3.0)]) == ("(3.0)", (Pause(0, "(3.0)", 3.0),))
    assert between(["."], []) == ("", ())


@given(st.text(alphabet="ab (.)…[]2s,", max_size=60))
def test_every_place_lies_within_the_words_and_no_letter_is_lost(text):
    words, pauses = apart(text)
    assert all(0 <= pause.after <= len(words) for pause in pauses)
    assert words.count("a") >= text.count("a") - sum(pause.mark.count("a") for pause in pauses)
