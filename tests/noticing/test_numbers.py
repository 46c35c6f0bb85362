"""Numbers and lists in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.language import plural
from reattune.noticing.numbers import Spelled, alike, clauses, figure, figures


@pytest.mark.parametrize(("number", "word"), [(0, "none"), (1, "one"), (12, "twelve"), (13, "13"), (1000, "1000")])
def test_small_numbers_are_words(number, word):
    assert f"{Spelled(number)}" == word


@given(st.integers(0, 10_000))
def test_a_spelled_number_counts_as_itself(number):
    assert Spelled(number) == number
    assert plural("{n} day", "{n} days", Spelled(number)).endswith("day" if number == 1 else "days")


def test_beside_a_number_without_a_word_all_are_figures():
    with alike([2, 13]):
        assert f"{Spelled(2)}" == "2"
        with alike([2]):
            assert f"{Spelled(2)}" == "2"
    with alike([2, 12]):
        assert f"{Spelled(2)}" == "two"
    assert f"{Spelled(2)}" == "two"


@pytest.mark.parametrize(
    ("parts", "joined"),
    [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b, and c"), (["a", "b", "c", "d"], "a, b, c, and d")],
)
def test_clauses_are_joined_as_in_a_sentence(parts, joined):
    assert clauses(parts) == joined


@given(st.lists(st.text(), min_size=1))
def test_no_clause_is_lost(parts):
    assert all(part in clauses(parts) for part in parts)


def test_scores_are_written_as_people_write_them():
    assert figure(48.0) == "48"
    assert figure(7.5) == "7.5"
    assert figures([48.0, -3.0, 7.25]) == "48, -3, 7.25"
