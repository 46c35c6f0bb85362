"""What a letter says is read with care: the page is in other hands, and whoever has it can write what they like."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Share
from reattune.practice.check_in import letter_words, wording
from reattune.practice.check_in.letter import LetterError
from reattune.practice.voices.kinds import Kind

HEAD = {"version": 1, "sending": "0" * 32, "to": "a" * 32, "when": "after", "day": "2026-06-30"}


def read(**said: object) -> letter_words.Words:
    return letter_words.read(json.dumps({**HEAD, **said}).encode())


def answers(*rows: object) -> list[dict[str, object]]:
    return [dict(one.words) for one in read(answers=list(rows)).said]


def test_an_answer_is_read_with_all_it_has(store):
    row = {
        "question": "hard_to_say",
        "choice": "wordless",
        "text": " so ",
        "closeness": 0,
        "leading": -3,
        "colour": "sea",
    }
    found = read(answers=[{**row, "share": "raise_for_me"}]).said[0]
    assert (found.kind, found.share) == (Kind.ANSWER, Share.RAISE_FOR_ME)
    assert found.words == {**row, "text": "so", "when": "after"}


def test_a_text_cut_within_a_sign_is_read(store):
    found = answers({"question": "worked", "text": "so \ud83d", "share": "now"})
    assert [one["text"] for one in found] == ["so ?"]


def test_a_place_or_a_colour_alone_is_an_answer_without_words(store):
    assert answers({"question": "worked", "leading": 2, "share": "now"}) == [
        {"question": "worked", "choice": "wordless", "text": "", "leading": 2, "when": "after"}
    ]


@pytest.mark.parametrize("empty", [{}, {"choice": ""}, {"text": "  "}, {"closeness": None, "colour": ""}])
def test_what_was_left_out_is_nothing_and_is_not_counted(store, empty):
    found = read(answers=[{"question": "worked", "share": "now", **empty}])
    assert found.said == ()
    assert found.left_out == 0


STRANGE = [
    {"question": "weight", "choice": "yes"},
    {"question": "worked", "choice": "perhaps"},
    {"question": "worked", "choice": ["yes"]},
    {"question": "worked", "text": {"a": 1}},
    {"question": "worked", "text": "x" * 8001},
    {"question": "worked", "closeness": 4},
    {"question": "worked", "closeness": True},
    {"question": "worked", "closeness": 1.0},
    {"question": "worked", "closeness": "1"},
    {"question": "worked", "colour": "red"},
    {"question": "worked", "colour": ["sea"]},
    {"question": ["worked"], "choice": "yes"},
    {"choice": "yes"},
]


@pytest.mark.parametrize("row", STRANGE, ids=str)
def test_what_cannot_be_meant_is_left_out_and_counted_only_where_it_was_shared(store, row):
    shared = read(answers=[{**row, "share": "now"}])
    assert (shared.said, shared.left_out) == ((), 1)
    waits = read(answers=[{**row, "share": "after_ending"}])
    assert (waits.said, waits.left_out) == ((), 0)


@pytest.mark.parametrize("share", ["only_me", "everybody", None, 1, ["now"], {}])
def test_what_is_not_shared_is_not_read_at_all(store, share):
    found = read(answers=[{"question": "worked", "choice": "yes", "share": share}])
    assert (found.said, found.left_out) == ((), 0)


def test_of_two_answers_to_a_question_the_first_is_read(store):
    rows = ({"question": "worked", "choice": one, "share": "now"} for one in ("yes", "no"))
    assert [one["choice"] for one in answers(*rows)] == ["yes"]


def test_a_form_is_read_where_the_practice_has_its_wording(store):
    row = {"instrument": "gad-7", "items": [0, 1, 2, 3, None, 1, 1], "share": "now"}
    assert read(forms=[row]).left_out == 1
    words = wording.Wording("", tuple("abcdefg"), (), True, ("after",))
    wording.word("gad-7", words)
    found = read(forms=[row]).said[0]
    assert found.kind is Kind.RATING
    assert found.words["items"] == row["items"]
    for strange in ([0] * 6, [9] * 7, ["0"] * 7, [True] * 7, [0.0] * 7, "0000000", None):
        assert read(forms=[{**row, "items": strange}]).left_out == 1
    assert read(forms=[{**row, "items": [None] * 7}]).left_out == 0


@pytest.mark.parametrize(
    "plain",
    [
        b"",
        b"words",
        b"[]",
        b"\xff\xfe",
        b"[" * 5000,
        b'{"version": 1' + b"0" * 5000 + b"}",
        json.dumps({**HEAD, "version": 2}).encode(),
        json.dumps({**HEAD, "sending": "0" * 31}).encode(),
        json.dumps({**HEAD, "sending": 5}).encode(),
        json.dumps({**HEAD, "when": "during"}).encode(),
        json.dumps({**HEAD, "when": ["after"]}).encode(),
    ],
)
def test_what_is_not_written_as_a_letter_is_not_read(store, plain):
    with pytest.raises(LetterError, match="not written as letters are here"):
        letter_words.read(plain)


@pytest.mark.parametrize("rows", [None, "yes", 5, {"a": 1}, [None, 5, "x", []]])
def test_answers_that_are_no_list_of_answers_are_nothing(store, rows):
    assert read(answers=rows, forms=rows).said == ()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["now", "worked", "yes"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["question", "share", "choice", "text", "items", "leading"]), inner, max_size=5
        )
    ),
    max_leaves=12,
)


@pytest.mark.usefixtures("store")
@given(VALUES, VALUES)
def test_whatever_stands_in_it_it_is_read_or_left_out(answers, forms):
    found = read(answers=answers, forms=forms)
    assert all(one.words["question"] == "worked" for one in found.said)
