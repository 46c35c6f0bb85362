"""One person, one key."""

from reattune.speech.deidentify.naming import key_of, people, plain
from reattune.speech.deidentify.piece import Kind


def test_words_are_compared_in_one_spelling():
    assert plain("Zoe\u0308  O’Brien") == plain("ZOË O'Brien")


def test_a_single_name_belongs_to_the_one_longer_name():
    shared = people(["Tara Quinn", "Tara", "Quinn", "Ola"])
    assert shared == {"tara quinn": "tara quinn", "tara": "tara quinn", "quinn": "tara quinn", "ola": "ola"}


def test_a_name_that_several_have_stands_for_itself():
    assert people(["Tara Quinn", "Joe Quinn", "Quinn"])["quinn"] == "quinn"


def test_keys_tell_kinds_apart_and_dates_without_their_article():
    shared = people(["Tara Quinn", "Tara"])
    assert key_of(Kind.NAME, "Tara", shared) == key_of(Kind.NAME, "TARA QUINN", shared)
    assert key_of(Kind.PLACE, "Tara", shared) != key_of(Kind.NAME, "Tara", shared)
    assert key_of(Kind.DATE, "the 3rd of May", {}) == key_of(Kind.DATE, "3rd of May", {})
