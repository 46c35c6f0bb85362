"""Tries in a row: the first few are free, later ones wait, one that fits is forgotten, and each client has their own."""

import uuid

import pytest

from reattune.practice.voices import tries
from reattune.practice.voices.tries import OwnKeyError, Tries

HERON, WREN = uuid.uuid4(), uuid.uuid4()


@pytest.fixture
def now(monkeypatch):
    """A clock that stands still until it is moved."""
    at = [1000.0]
    monkeypatch.setattr(tries, "since_start", lambda: at[0])
    return at


def until_it_waits(kept, client):
    """Try until it has to be waited, and return how often that was."""
    for count in range(100):
        try:
            kept.begin(client)
        except OwnKeyError:
            return count
    return 0


def test_after_several_it_waits_and_then_goes_on(now):
    kept = Tries()
    assert 0 < until_it_waits(kept, HERON) < 20
    with pytest.raises(OwnKeyError, match="second"):
        kept.begin(HERON)
    now[0] += 24 * 3600
    kept.begin(HERON)


def test_one_that_fits_is_the_end_of_waiting(now):
    kept = Tries()
    until_it_waits(kept, HERON)
    kept.clear(HERON)
    kept.begin(HERON)


def test_nobody_waits_for_somebody_else(now):
    kept = Tries()
    until_it_waits(kept, HERON)
    kept.begin(WREN)
