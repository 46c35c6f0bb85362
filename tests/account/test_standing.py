"""How a noticing stands, in words."""

from dataclasses import replace
from datetime import date

from reattune.account.standing import added_words, direction_words, verdict_words
from reattune.account.told import accounts
from reattune.model import Direction, Verdict


def test_every_direction_has_words_of_its_own():
    assert len({direction_words(one) for one in Direction}) == len(Direction)


def test_every_verdict_has_words_of_its_own_and_none_has_none(hands):
    said = [verdict_words(one) for one in Verdict]
    assert len(set(said)) == len(Verdict)
    assert all(one.startswith("You ") for one in said)
    assert hands.never_said(" ".join(said)) == set()
    assert verdict_words(None) == ""


def test_only_what_adds_to_an_open_one_says_so(whole):
    told = accounts(whole)[0].told[1]
    adding = replace(told, noticing=replace(told.noticing, adds_to=date(2025, 12, 16)))
    assert added_words(told) == ""
    assert added_words(adding) == "This adds to what came up on 16 Dec 2025."
