"""The words about what a model says: what is listed, what is left out, and when nothing is said."""

from types import SimpleNamespace

import pytest

from reattune.cli.applied_words import number, opinion_lines, part, resembles_lines, stretch
from reattune.speech.larger.applying import Resembles, Term
from reattune.speech.larger.opinion import Coded, Opinion

ABOUT = {"name": "own", "sessions": 120, "groups": 12, "by": "rater", "licence": "for research", "below": 50.0}
MODEL = SimpleNamespace(about={**ABOUT, "low_share": 0.25})
SCRIPT = SimpleNamespace(name="a.vtt")
TURNS = (SimpleNamespace(text="short", start=None), SimpleNamespace(text="long " * 60, start=75.0))
TRANSCRIPT = SimpleNamespace(source=SimpleNamespace(file="a.vtt"), turns=TURNS)


def text(lines):
    return "\n".join(line.plain for line in lines)


def test_a_session_in_no_band_is_told_with_its_interval_and_the_licence():
    found = Resembles(61.25, 0.2, rated=(40.0, 75.0), usual=60.0, parts=(Term("words", "client 4", 1.25),))
    said = text(resembles_lines(MODEL, SCRIPT, found))
    assert "120 sessions in 12 groups (rater)" in said
    assert "for research" in said
    assert "rated 61.2; four in five of those weighed like it were rated 40 to 75" in said
    assert "about 20 were rated below 50; of all, 25" in said
    assert "in no band" in said
    assert "+1.2  words: the client, quarter 4 of 4" in said
    assert "Named markers" not in said


def test_where_nothing_is_said_the_reason_stands_alone():
    said = text(resembles_lines(MODEL, SCRIPT, Resembles(why="too short")))
    assert said.endswith("Nothing is said of this session: too short.")
    assert "rests on" not in said
    assert "too short" in text(opinion_lines(MODEL, TRANSCRIPT, Opinion(why="too short")))


def test_turns_are_listed_with_time_and_words_and_the_rest_is_counted():
    listed = (Coded(0, "b", 0.4), Coded(1, "b", 0.9))
    said = text(opinion_lines(MODEL, TRANSCRIPT, Opinion(listed, {"a": 7, "b": 3}, "a")))
    assert "a: 7 turns; b: 3 turns" in said
    assert "turn 1  b" in said
    assert "turn 2, 1:15  b" in said
    assert "…”" in said
    assert "1 further turn is not listed" in said


@pytest.mark.parametrize(
    ("term", "said"),
    [
        (Term("numbers", "markers", 1.0), "the named markers"),
        (Term("vectors", "therapist", 1.0), "sentence vectors: the therapist"),
        (Term("numbers", "figures", 1.0), "figures: figures"),
    ],
)
def test_a_block_has_a_name_in_words(term, said):
    assert part(term) == said


def test_numbers_and_stretches_are_short():
    assert (number(50.0), number(37.26)) == ("50", "37.3")
    assert stretch("therapist 1") == "the therapist, quarter 1 of 4"
