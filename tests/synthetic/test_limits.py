"""What is not possible is refused with a sentence that says what to give."""

import math

import pytest

from reattune.errors import ReattuneError
from reattune.synthetic import limits


@pytest.mark.parametrize("value", [-1, 2.5, math.nan, math.inf, True, 11])
def test_whole_numbers(value):
    with pytest.raises(ReattuneError, match=r"^The number of people is .*; give a whole number from 0 to 10\.$"):
        limits.whole("The number of people", value, 0, 10)


@pytest.mark.parametrize("value", [0, 10, 3.0])
def test_possible_whole_numbers(value):
    limits.whole("it", value, 0, 10)


def test_without_an_end():
    limits.whole("it", 10**9, 1)
    with pytest.raises(ReattuneError, match="of 1 or more"):
        limits.whole("it", 0, 1)


@pytest.mark.parametrize("value", [-0.1, math.nan, math.inf])
def test_numbers(value):
    with pytest.raises(ReattuneError, match="give a number of 0 or more"):
        limits.number("it", value, 0.0)


@pytest.mark.parametrize("value", [0.0, -1.0, math.nan])
def test_numbers_above(value):
    with pytest.raises(ReattuneError, match="above 0"):
        limits.above("it", value)


@pytest.mark.parametrize("value", [-0.01, 1.01])
def test_shares(value):
    with pytest.raises(ReattuneError, match="from 0 to 1"):
        limits.share("it", value)


@pytest.mark.parametrize("value", [-0.01, 0.95, 1.0, math.nan])
def test_carry(value):
    with pytest.raises(ReattuneError, match=r"at least 0 and below 0\.95"):
        limits.carry("it", value)


def test_possible_carry():
    limits.carry("it", 0.0)
    limits.carry("it", 0.949)
