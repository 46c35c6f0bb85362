"""What is said beside it."""

from tests.speech.deidentify.invented import transcript

from reattune.speech.deidentify.finding import find
from reattune.speech.deidentify.piece import Kind
from reattune.speech.deidentify.telling import cannot, counted, heading

WORDS = "so i went to see her and it was fine and she rang my mother and we had a long talk about it all day "


def told(*lines):
    return " ".join(cannot(find(transcript(*lines))))


def test_it_says_what_no_rule_finds():
    said = told("C: Hello there.")
    assert "No program can promise" in said
    assert "nickname" in said
    assert "by their story" in said
    assert "without capitals" not in said


def test_it_says_what_this_transcript_does_not_allow():
    assert "without capitals" in told(f"C: {WORDS * 3}")
    assert "In German every noun" in told("C: Ich habe das nicht gesagt, und die Woche war auch gut.")
    assert "no capitals" in told("C: שלום, אני דנה ואני גרה בחיפה כבר שלוש שנים")
    assert "“Will”" in told("T=Will: hi")


def test_counts_leave_out_what_is_not_there():
    assert counted({Kind.NAME: 1, Kind.DATE: 2, Kind.AGE: 0}) == ("1 name", "2 dates")
    assert heading()
