"""All patterns at once: those met are named by number, and found by place without white space around them."""

import pytest

from reattune.errors import ReattuneError
from reattune.speech.matching import Matcher, names
from reattune.speech.rule import Pattern


def test_patterns_met_and_where() -> None:
    matcher = Matcher([Pattern("a", r"\bfine\b"), Pattern("b", r"\s+cold\s*"), Pattern("c", r"never")])
    text = "fine, very cold , fine"
    assert matcher.met(text) == (0, 1)
    assert [text[start:end] for start, end in matcher.spans(0, text)] == ["fine", "fine"]
    assert [text[start:end] for start, end in matcher.spans(1, text)] == ["cold"]
    assert names(matcher.patterns) == ("a", "b", "c")


def test_spans_are_of_characters_not_bytes() -> None:
    text = "ça va, déjà fine"
    (span,) = Matcher([Pattern("a", "fine")]).spans(0, text)
    assert text[slice(*span)] == "fine"


def test_no_patterns_meet_nothing() -> None:
    assert Matcher([]).met("fine") == ()


def test_a_broken_pattern_is_named() -> None:
    with pytest.raises(ReattuneError, match="odd"):
        Matcher([Pattern("odd", r"(?=fine)")])
