"""Places."""

import pytest

from reattune.speech.deidentify.places import addresses, is_known, place_strength


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("at 27 Marlow Street, upstairs", "27 Marlow Street"),
        ("off Old Fenwick Road", "Old Fenwick Road"),
        ("near 5 Windmill Hill", "5 Windmill Hill"),
        ("in der Lindenstraße 14", "Lindenstraße 14"),
        ("am Kirchweg 3", "Kirchweg 3"),
        ("in 93047 Regensburg", "93047 Regensburg"),
        ("it is CB1 7QT now", "CB1 7QT"),
        ("Austin, TX 78701", "TX 78701"),
        ("in the Rue de Lyon", "Rue de Lyon"),
    ],
)
def test_addresses_by_their_form(text, said):
    assert [text[one.start : one.end] for one in addresses(text)] == [said]


@pytest.mark.parametrize("text", ["down the street", "in my way", "The Way he said it", "a long road", "the Heimweg"])
def test_ordinary_words_are_no_address(text):
    assert list(addresses(text)) == []


@pytest.mark.parametrize("before", ["I live in ", "we moved to ", "back from ", "near ", "I am from ", "the train to "])
def test_words_before_a_place(before):
    assert place_strength("Athlone", before) > 1


@pytest.mark.parametrize("before", ["I told ", "a letter from ", "I believe in ", "I shouted at ", "I talked to "])
def test_words_before_a_person(before):
    assert place_strength("Athlone", before) < 1


def test_a_known_place_needs_no_words_before_it():
    assert is_known("Leeds")
    assert place_strength("Leeds", "") > 1
    assert not is_known("Tara")


def test_where_every_noun_has_a_capital_an_ending_is_needed():
    assert place_strength("Therapie", "in ", german=True) == 0
    assert place_strength("Vilsingen", "in ", german=True) > 1
