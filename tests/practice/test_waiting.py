"""Waiting after tries that did not fit: by name and by address, growing, and forgotten after a while."""

import pytest

from reattune.practice.waiting import FORGOTTEN, MOST, WaitError, Waits

NAME, ADDRESS = ("name", "alder"), ("address", "10.0.0.7")


@pytest.fixture
def clock():
    return [1000.0]


@pytest.fixture
def waits(clock):
    return Waits(lambda: clock[0])


def tried(waits, times, *what):
    for _time in range(times):
        waits.begin(*what)


def test_five_tries_are_free_and_then_the_wait_grows(waits, clock):
    tried(waits, 5, NAME)
    seconds = []
    for _round in range(9):
        with pytest.raises(WaitError) as found:
            waits.begin(NAME)
        seconds.append(int("".join(filter(str.isdigit, str(found.value)))))
        clock[0] += seconds[-1]
        waits.begin(NAME)
    assert seconds == [2, 4, 8, 16, 32, 64, 128, 256, 300]


def test_a_try_that_must_wait_counts_for_nothing(waits):
    tried(waits, 5, NAME)
    for _time in range(10):
        with pytest.raises(WaitError):
            waits.begin(NAME, ADDRESS)
    tried(waits, 15, ADDRESS)


def test_an_address_waits_later_than_a_name_and_one_that_fits_is_taken_back(waits):
    for _time in range(100):
        waits.begin(ADDRESS)
        waits.take_back(ADDRESS)
    tried(waits, 20, ADDRESS)
    with pytest.raises(WaitError):
        waits.begin(ADDRESS)


def test_what_fitted_is_forgotten_and_so_is_what_was_long_ago(waits, clock):
    tried(waits, 5, NAME)
    waits.clear(NAME)
    tried(waits, 5, NAME)
    clock[0] += FORGOTTEN + 1
    tried(waits, 5, NAME)


def test_memory_is_bounded(waits):
    for number in range(MOST + 10):
        waits.begin(("name", str(number)))
    assert len(waits._tried) == MOST
