"""Invented series for the tests of the criteria."""

import numpy as np
from hypothesis import strategies as st

from reattune.criteria.marked import Scale

SCALE = Scale(0.0, 40.0, sd_between=4.0, reliability=0.8)
WIDE = Scale(-100.0, 100.0, sd_between=1.0, reliability=0.0)
"""For normal numbers whose true standard deviation, 1, is all error."""

NA = np.nan


def noise(series, sessions, seed=7):
    return np.random.default_rng(seed).standard_normal((series, sessions))


def share(marked):
    """The percentage of series with anything marked."""
    return 100.0 * marked.marked.any(axis=-1).mean()


scores = st.one_of(st.just(NA), st.integers(0, 40).map(float))
ratings = st.lists(scores, max_size=30).map(lambda found: np.array(found, dtype=float))
"""Whole numbers, so that a shift is exact."""

anything = st.lists(st.one_of(st.just(NA), st.floats(0.0, 40.0)), max_size=30).map(
    lambda found: np.array(found, dtype=float)
)
