"""Spending what would be wasted beyond 1: exact, never less than before."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from reattune.noticing.overshoot import boost


def test_a_case_worked_by_hand():
    # half the time 0.1, a tenth of the time 5, else 0: what there was is 0.55; with the 5 counted as 1,
    # 0.1 + 0.5 * 0.1 c = 0.55, so c = 9, and 0.9 is still below 1
    assert boost(np.array([[0.5], [0.1], [0.4]]), np.array([[0.1], [5.0], [0.0]]))[0] == pytest.approx(9.0)


def test_nothing_is_gained_where_nothing_is_wasted():
    assert boost(np.array([[0.5], [0.5]]), np.array([[0.2], [0.4]]))[0] == 1.0


def test_evidence_already_at_one_is_left_alone():
    assert boost(np.array([[0.5], [0.5]]), np.array([[3.0], [0.4]]))[0] == 1.0


@given(st.lists(st.tuples(st.floats(0.01, 1), st.floats(0.0001, 40)), min_size=2, max_size=30))
def test_the_factor_spends_exactly_what_there_was(rows):
    chance = np.array([weight for weight, _ in rows])
    chance /= chance.sum()
    total = np.array([value for _, value in rows])
    total *= 0.9 / max(0.9, float(chance @ total))
    factor = boost(chance[:, None], total[:, None])[0]
    before = float(chance @ total)
    assert factor >= 1.0
    assert float(chance @ np.minimum(factor * total, 1.0)) == pytest.approx(before, rel=1e-6)
    if total.max() > 1.0:
        root = brentq(lambda c: float(chance @ np.minimum(c * total, 1.0)) - before, 1e-9, 1e9, xtol=1e-12, rtol=1e-12)
        assert factor == pytest.approx(root, rel=1e-6)
