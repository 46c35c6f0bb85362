"""Phrases are found by class, whatever apostrophes and marks a recogniser left out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reattune.speech.leaning.lexicon import Lexicon, merged, tokens

KNOWN = Lexicon({"no": "not, don't, no one", "you": "you, you don't, the end of the day", "both": "not"})


def test_a_word_counts_for_each_of_its_classes_and_each_time():
    assert KNOWN.tally("not you, not them") == {"no": 2, "both": 2, "you": 1}


def test_apostrophes_make_no_difference():
    assert KNOWN.tally("you dont") == KNOWN.tally("you don't") == {"you": 2, "no": 1}


def test_longer_phrases_are_found_and_half_of_one_is_not():
    assert KNOWN.tally("at the end of the day") == {"you": 1}
    assert KNOWN.tally("at the end of the") == {}


def test_marks_that_ask_or_cost_are_kept():
    assert tokens("£20, is it? no!") == ("£", "20", "is", "it", "?", "no", "!")


def test_classes_are_put_together():
    assert merged({"a": "one"}, {"a": "two", "b": "three"}) == {"a": "one,two", "b": "three"}


@given(st.lists(st.sampled_from(["you", "don't", "dont", "no", "one", "x", ","]), max_size=12))
def test_every_phrase_is_counted_as_often_as_it_stands_there(words):
    found = tokens(" ".join(words))
    pairs = list(pairwise(found))
    expected = found.count("dont") + pairs.count(("no", "one"))
    assert KNOWN.tally(" ".join(words)).get("no", 0) == expected
