"""What of an answer holds: whatever a program says, nothing but checked marks on stored words comes out."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.speech.second.readings import reading

from reattune.speech.moments import moments
from reattune.speech.rule import Family
from reattune.speech.second.answering import Dropped, parse
from reattune.speech.second.asking import windows
from reattune.speech.second.instruction import MOST_MARKS

ONE = reading(3, turns=8)
(WINDOW,) = windows(ONE, moments(ONE), controls=0)
GOOD = {
    "marker": "denial",
    "speaker": "client",
    "quote": "my words, number 3",
    "benign": "They may simply be well.",
    "confidence": 2,
}


def read(*marks, whole=None):
    return parse(json.dumps({"marks": list(marks)}) if whole is None else whole, WINDOW, ONE.transcript)


def test_a_mark_that_holds_is_on_the_stored_words():
    (mark,) = read(GOOD).marks
    turn = ONE.transcript.turns[mark.turn]
    assert (mark.family, mark.turn, turn.text[mark.start : mark.end]) == (Family.DENIAL, 3, GOOD["quote"])
    assert not read(GOOD).dropped
    assert read().is_readable


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"quote": "words that nobody said"}, Dropped.QUOTE),
        ({"quote": "My words, number 3"}, Dropped.QUOTE),
        ({"quote": "ords, numbe"}, Dropped.QUOTE),
        ({"quote": "number 7"}, Dropped.QUOTE),
        ({"quote": ""}, Dropped.QUOTE),
        ({"quote": ","}, Dropped.QUOTE),
        ({"speaker": "therapist"}, Dropped.SPEAKER),
        ({"speaker": "nobody"}, Dropped.SPEAKER),
        ({"quote": "number 2"}, Dropped.SPEAKER),
        ({"marker": "therapist_away"}, Dropped.SPEAKER),
        ({"marker": "sabotage"}, Dropped.MARKER),
        ({"marker": "validates_defence"}, Dropped.MARKER),
        ({"confidence": 4}, Dropped.FORM),
        ({"confidence": True}, Dropped.FORM),
        ({"confidence": "2"}, Dropped.FORM),
        ({"quote": ["number 3"]}, Dropped.FORM),
        ({"more": 1}, Dropped.FORM),
    ],
)
def test_what_does_not_hold_is_dropped_and_counted(change, why):
    found = read({**GOOD, **change}, GOOD)
    assert len(found.marks) == 1
    assert found.dropped == {why: 1}
    assert found.is_readable


@pytest.mark.parametrize(
    "whole",
    [
        "",
        "Here you are: {}",
        '```json\n{"marks": []}\n```',
        "[]",
        '{"marks": {}}',
        '{"marks": [], "note": "x"}',
        '{"marks": [], "marks": []}',
        '{"marks": [NaN]}',
        '{"marks": ' + "[" * 100_000,
        "<html></html>",
        '{"marks": []}' + " " * 30_000,
    ],
)
def test_an_answer_of_another_form_is_no_answer(whole):
    found = read(whole=whole)
    assert not found.marks
    assert not found.is_readable
    assert found.dropped == {Dropped.ANSWER: 1}


def test_more_than_asked_for_and_the_same_twice_are_dropped():
    found = read(*[GOOD] * (MOST_MARKS + 3))
    assert len(found.marks) == 1
    assert found.dropped == {Dropped.TWICE: MOST_MARKS - 1, Dropped.MANY: 3}


@pytest.mark.parametrize(
    "benign", ["The patient is resistant.", "See https://x.test", "<b>well</b>", "", "a\0b", "x" * 500]
)
def test_a_benign_reading_in_words_not_used_here_is_left_out_and_the_mark_stays(benign):
    found = read({**GOOD, "benign": benign})
    assert found.marks[0].benign == ""
    assert found.dropped == {Dropped.WORDS: 1}


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from([*GOOD, "marks", "x"]), inner, max_size=6)
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(ANY.map(json.dumps), ANY.map(lambda one: json.dumps({"marks": [one]})), st.text(max_size=200)))
def test_whatever_comes_no_mark_without_its_words(whole):
    for mark in read(whole=whole).marks:
        assert ONE.transcript.turns[mark.turn].text[mark.start : mark.end] == mark.quote
