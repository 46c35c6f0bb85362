"""All patterns at once: those met are named by number, and found by place without white space around them."""

import re

import pytest

from reattune.errors import ReattuneError
from reattune.speech.matching import Matched, Matcher, names
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


def test_many_texts_are_asked_at_once_as_one_by_one() -> None:
    matcher = Matcher([Pattern(f"word-{at}", rf"\bword{at}\b") for at in range(50)])
    texts = ["word3 word49", "", "word17 é", "nothing", "word49, word3, word16"]
    assert matcher.met_each(texts) == [(3, 49), (), (17,), (), (3, 16, 49)]
    assert matcher.met_each(texts) == [matcher.met(text) for text in texts]


def test_where_a_pattern_was_met_is_looked_for_when_it_is_asked() -> None:
    matcher = Matcher([Pattern("a", "fine"), Pattern("b", r"cold\s")])
    matched = Matched(matcher, "fine, cold and fine")
    assert (len(matched), list(matched)) == (0, [])
    matched.add("b", 1)
    matched.add("a", 0)
    assert list(matched) == ["b", "a"]
    assert dict(matched) == {"b": ((6, 10),), "a": ((0, 4), (15, 19))}
    assert ("a" in matched, "c" in matched, matched.get("c", ())) == (True, False, ())
    with pytest.raises(KeyError):
        matched["c"]


def test_no_patterns_meet_nothing() -> None:
    assert Matcher([]).met("fine") == ()


def test_a_broken_pattern_is_named() -> None:
    with pytest.raises(ReattuneError, match=re.escape("(?=fine)")):
        Matcher([Pattern("odd", r"(?=fine)")])
