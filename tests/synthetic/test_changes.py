"""Planted shapes are what they are called."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.errors import ReattuneError
from reattune.synthetic.changes import SLIDING, Shape, planted


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        (Shape.DIP, [0, 0, -2, 0, 0, 0, 0, 0]),
        (Shape.V, [0, 0, -1, -2, -1, 0, 0, 0]),
        (Shape.LASTING, [0, 0, -2, -2, -2, -2, -2, -2]),
        (Shape.SLIDE, [0, 0, -0.25, -0.5, -0.75, -1, -1.25, -1.5]),
        (Shape.REPAIRED, [0, 0, -2, -2, -2, 0, 0, 0]),
        (Shape.DEEPENED, [0, 0, -2, -2, -2, 1, 1, 1]),
    ],
)
def test_shapes(shape, expected):
    assert planted(shape, 2.0, 2, 8, 3).tolist() == expected


def test_a_slide_goes_all_the_way_and_stays():
    assert planted(Shape.SLIDE, 1.5, 0, 12)[SLIDING - 1 :].tolist() == [-1.5] * 5


def test_a_negative_size_is_a_rise():
    assert planted(Shape.LASTING, -1.5, 1, 3).tolist() == [0, 1.5, 1.5]


@given(st.sampled_from(Shape), st.floats(0.1, 5), st.integers(1, 60), st.data())
def test_nothing_before_the_onset_and_never_more_than_the_size(shape, size, sessions, data):
    onset = data.draw(st.integers(0, sessions - 1))
    added = planted(shape, size, onset, sessions, data.draw(st.integers(1, 20)))
    assert added.shape == (sessions,)
    assert not added[:onset].any()
    assert np.all(np.abs(added) <= size)
    assert added[onset] < 0


@pytest.mark.parametrize(("onset", "sessions", "length"), [(-1, 8, 4), (8, 8, 4), (0, 0, 4), (0, -3, 4), (1, 8, 0)])
def test_what_is_not_possible_is_refused(onset, sessions, length):
    with pytest.raises(ReattuneError, match="give a whole number"):
        planted(Shape.LASTING, 1.0, onset, sessions, length)
