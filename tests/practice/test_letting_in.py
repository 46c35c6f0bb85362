"""A token lets one browser in, once, for a quarter of an hour."""

import time

from reattune.practice.letting_in import LASTS, offer, take


def token():
    return offer().split("/")[2]


def test_a_token_lets_in_once():
    one = token()
    assert len(one) >= 43, "256 bits"
    assert take(one)
    assert not take(one)


def test_no_other_token_lets_in_and_trying_costs_nothing():
    one = token()
    assert not take("")
    assert not take("ü")
    assert not take(one[:-1])
    assert take(one)


def test_a_later_offer_ends_the_former():
    former = token()
    token()
    assert not take(former)


def test_it_does_not_last(monkeypatch):
    one = token()
    later = time.monotonic() + LASTS + 1
    monkeypatch.setattr("time.monotonic", lambda: later)
    assert not take(one)
