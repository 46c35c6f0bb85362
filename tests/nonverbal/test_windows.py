"""Windows: inside speech, and every hundredth of a second given to somebody."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Role, Span, Spoke
from reattune.nonverbal.windows import around, scaled, smoothed, voted, windows

C, T = Role.CLIENT, Role.THERAPIST


@given(st.lists(st.floats(0.1, 20), min_size=1, max_size=8), st.integers(0, 1000))
def test_speech_is_given_away_whole(lengths, seed):
    speech, at = [], 0.0
    for length in lengths:
        speech.append(Span(at, at + length))
        at += length + 0.3
    starts, ends, which = windows(speech)
    for start, end, number in zip(starts, ends, which, strict=True):
        assert speech[number].start <= start < end <= speech[number].end
        assert end - start <= 1 + 1e-9
    chances = np.random.default_rng(seed).random((len(starts), 2))
    spoke = voted(speech, starts, ends, which, chances, (C, T))
    assert sum(one.seconds for one in spoke) == pytest.approx(sum(lengths))
    for before, after in pairwise(spoke):
        assert before.end <= after.start


def test_a_change_of_voice_is_found_where_it_is():
    speech = [Span(0, 20)]
    starts, ends, which = windows(speech)
    first = (starts + ends) / 2 < 10
    chances = np.column_stack((first, ~first)).astype(float)
    spoke = voted(speech, starts, ends, which, chances, (C, T))
    assert [one.role for one in spoke] == [C, T]
    assert spoke[0].end == pytest.approx(10, abs=0.15)


def test_a_short_run_goes_to_its_neighbours():
    speech = [Span(0, 0.4)]
    assert voted(speech, *windows(speech), np.array([[0.2, 0.8]]), (C, T)) == (Spoke(0, 0.4, T),)


def test_neighbours_are_those_of_the_same_run():
    which = np.array([0, 0, 1, 1, 1])
    np.testing.assert_allclose(around(np.array([1.0, 3, 5, 7, 9]), which), [2, 2, 7, 7, 7])
    np.testing.assert_allclose(smoothed(np.array([[1.0], [3], [5], [7], [9]]), which)[:, 0], [2, 2, 6, 7, 8])


def test_columns_vary_alike_and_what_is_missing_lies_in_the_middle():
    found = scaled(np.array([[1.0, np.nan, 4], [3, 5, 4], [5, 9, 4]]), np.array([1.0, 3, 1]))
    np.testing.assert_allclose(found[:, 0], [-1.2247449, 0, 1.2247449])
    np.testing.assert_allclose(found[:, 1], [0, -3, 3])
    np.testing.assert_allclose(found[:, 2], 0)
