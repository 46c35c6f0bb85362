"""The lists: small, each word once, and no word in two that contradict each other."""

from reattune.speech.deidentify import lists


def test_a_name_is_no_word_that_sentences_begin_with():
    assert not {name.casefold() for name in lists.GIVEN} & lists.STARTERS


def test_a_name_or_place_is_not_among_what_is_neither():
    assert not lists.GIVEN & (lists.NEITHER - {"Christian"})
    assert not (lists.CITIES | lists.COUNTRIES) & lists.NEITHER


def test_a_city_is_no_given_name():
    assert not lists.CITIES & lists.GIVEN


def test_words_that_are_names_too_are_kept_in_small_letters():
    assert all(word.islower() for word in lists.ALSO_WORDS)
    assert {"will", "mark", "rose"} <= lists.ALSO_WORDS


def test_words_are_split_at_spaces():
    assert lists.words("a b  a") == {"a", "b"}
