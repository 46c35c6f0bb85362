"""People's names."""

import pytest

from reattune.speech.deidentify.names import INTRODUCED, acts, is_given, name_strength


@pytest.mark.parametrize(
    "before", ["Mrs ", "to Dr. ", "my sister ", "Frau ", "meine Schwester ", "under my old name, "]
)
def test_words_before_a_person(before):
    assert name_strength(("Ottokar",), before, "") >= 3


def test_a_common_name_needs_nothing_beside_it():
    assert name_strength(("Sarah",), "", "") >= 3
    assert name_strength(("Ottokar",), "the ", " of") == 0


@pytest.mark.parametrize(("word", "given"), [("Anna", True), ("Anna-Lena", True), ("Will", False), ("Anna-x", False)])
def test_common_names(word, given):
    assert is_given(word) is given


@pytest.mark.parametrize(
    ("word", "after", "is_name"),
    [
        ("Priyanka", " said no", True),
        ("Priyanka", " was there", True),
        ("Feelings", " was there", False),
        ("Ed", " was there", False),
        ("Priyanka", ", yes", False),
    ],
)
def test_what_is_said_of_a_word_at_the_beginning(word, after, is_name):
    assert acts(word, after) is is_name


def test_a_name_is_said():
    assert INTRODUCED.search("hi, my name is tendai")["only"] == "tendai"
    assert INTRODUCED.search("My name is Dr. Okafor")["only"] == "Okafor"
