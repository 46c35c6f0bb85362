"""Attention: shares are fixed beforehand and never sum to more than 1."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.model import Direction
from reattune.noticing.weights import (
    AVERAGE,
    DIRECTIONS,
    LASTING,
    ONE_SESSION,
    ORDER,
    PRODUCT,
    direction_shares,
    single_share,
)


def test_every_direction_has_a_share():
    assert set(DIRECTIONS) == set(Direction) == set(ORDER)
    assert pytest.approx(1) == LASTING + ONE_SESSION
    assert DIRECTIONS[Direction.AWAY] == DIRECTIONS[Direction.ATTUNED]


@given(st.lists(st.integers(0, 6), min_size=4, max_size=4))
def test_all_that_is_spent_sums_to_at_most_one(speaking):
    count = np.array(speaking)[:, None]
    shares = direction_shares(count > 0, ORDER)
    together = np.where(count >= 2, AVERAGE + PRODUCT, 0.0)
    spent = (shares * (single_share(count) * count + together)).sum()
    assert spent == pytest.approx(1.0 if any(speaking) else 0.0)


def test_directions_without_streams_leave_theirs_to_the_others():
    only_away = np.array([[direction is Direction.AWAY] for direction in ORDER])
    assert direction_shares(only_away, ORDER)[ORDER.index(Direction.AWAY), 0] == 1.0
