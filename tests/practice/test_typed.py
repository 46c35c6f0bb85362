"""What was typed, as values; what cannot be meant is refused in words, with its field."""

from contextlib import suppress
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.practice import typed

READERS = (
    typed.day,
    typed.clock,
    typed.amount,
    typed.hours,
    lambda given, name, label: typed.whole(given, name, 52, label),
    lambda given, name, label: typed.choice(given, name, ("a", "b"), label),
    lambda given, name, label: typed.words(given, name, 20, label),
)


def test_what_can_be_meant_is_read():
    given_ = {"d": " 2026-03-17 ", "t": "17.30", "n": "50", "f": "80,5", "h": "24", "c": "a", "w": "  x "}
    assert typed.day(given_, "d", "Day") == date(2026, 3, 17)
    assert typed.clock(given_, "t", "Time") == time(17, 30)
    assert typed.whole(given_, "n", 60, "Minutes") == 50
    assert typed.amount(given_, "f", "Fee") == Decimal("80.50")
    assert typed.hours(given_, "h", "Notice") == 24
    assert typed.choice(given_, "c", ("a", "b"), "Which") == "a"
    assert typed.words(given_, "w", 5, "Why") == "x"


@pytest.mark.parametrize("read", READERS)
def test_an_empty_field_says_nothing(read):
    assert read({"x": "  "}, "x", "Field") in {None, ""}
    assert read({}, "x", "Field") in {None, ""}


@pytest.mark.parametrize("text", ["", "x", "-1", "00000000-0000-0000-0000-00000000000g", "\x00"])
def test_what_is_no_identity_is_one_that_no_row_has(text):
    assert typed.as_identity(text) == typed.NOBODYS
    assert typed.as_day(text) is None


def test_a_day_that_is_needed_is_asked_for():
    with pytest.raises(ReattuneError, match="“From” is empty"):
        typed.needed_day({}, "start", "From")


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (typed.day, "17.3.2026"),
        (typed.day, "0001-01-01"),
        (typed.day, "9999-12-31"),
        (typed.clock, "25:00"),
        (typed.clock, "noon"),
        (typed.amount, "-1"),
        (typed.amount, "1e99"),
        (typed.amount, "NaN"),
        (typed.hours, "inf"),
        (READERS[4], "53"),
        (READERS[4], "0"),
        (READERS[4], "²"),
        (READERS[5], "c"),
        (READERS[6], "y" * 21),
    ],
)
def test_what_cannot_be_meant_names_its_field(read, value):
    with pytest.raises(ReattuneError, match=r"“Field” .*Nothing was changed"):
        read({"x": value}, "x", "Field")


@given(st.sampled_from(READERS), st.text(max_size=30))
def test_nothing_typed_ever_breaks_a_page(read, value):
    with suppress(ReattuneError):
        assert isinstance(read({"x": value}, "x", "Field"), date | time | Decimal | float | int | str | None)
