"""Expressions: where a text meets them, in characters, whatever the text is made of."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.speech.expression import Expression, Several, compiled, together

TEXTS = st.text(alphabet="abn 'é–.😀\n", max_size=40)
ASKED = (r"\ban?\b", r"b+", r"(?:^|\.) ?a", r"n'?a{0,3}b", r"é", r"a(?:b|n)*")


def test_a_text_meets_it_or_not() -> None:
    fine = Expression(r"\bfine\b")
    assert fine.meets("i am fine")
    assert not fine.meets("i am finer")
    assert fine.search("fine, fine") == (0, 4)
    assert fine.search("well") is None


def test_every_place_is_told_and_counted() -> None:
    fine = Expression(r"fine")
    assert fine.spans("fine, not fine") == [(0, 4), (10, 14)]
    assert fine.count("fine, not fine") == 2
    assert fine.count("well") == 0


def test_places_are_of_characters_not_bytes() -> None:
    text = "ça va, déjà fine 😀 fine"
    assert [text[start:end] for start, end in Expression("fine").spans(text)] == ["fine", "fine"]


def test_other_words_are_put_in() -> None:
    assert Expression(r"\byou know\b,?").sub("-", "well, you know, you know it") == "well, - - it"
    assert Expression("never").sub("-", "well") == "well"


def test_brackets_only_hold_together() -> None:
    assert Expression(r"(a)(b)?").spans("a ab") == [(0, 1), (2, 4)]


def test_several_are_asked_together() -> None:
    asked = together(["fine", "well", r"\d"])
    assert sorted(asked(b"well, 3 of them")) == [1, 2]
    assert asked(b"none") is None


def test_places_of_several_are_counted_in_one_pass() -> None:
    several = Several("fine", r"\bwell\b", r"\d")
    assert several.counts("well, fine, é, well") == [1, 2, 0]
    assert several.counts("none") == [0, 0, 0]


def test_a_text_that_is_known_to_meet_it_is_not_asked_again() -> None:
    assert Expression("fine").found("é, fine, fine") == Expression("fine").spans("é, fine, fine") == [(3, 7), (9, 13)]


def test_each_is_made_once() -> None:
    assert compiled(r"\bonce\b") is compiled(r"\bonce\b")


@pytest.mark.parametrize("odd", [r"(?=fine)", r"fine(", r"[z-a]"])
def test_one_that_cannot_be_read_is_named(odd: str) -> None:
    with pytest.raises(ReattuneError, match=re.escape(odd)):
        Expression(odd)


@given(TEXTS, st.sampled_from(ASKED))
def test_it_finds_what_python_finds(text: str, asked: str) -> None:
    expected = [found.span() for found in re.finditer(asked, text, re.ASCII)]
    expression = compiled(asked)
    assert expression.spans(text) == expected
    assert expression.meets(text) == bool(expected)
    assert expression.sub("*", text) == re.sub(asked, "*", text, flags=re.ASCII)
