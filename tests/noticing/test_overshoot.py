"""Spending what would be wasted beyond 1: exact, never less than before, and nothing comes from nowhere."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq

from reattune.noticing.overshoot import AT_ONCE, FULLEST, MOST, spendable

NOTHING = np.zeros(1)


def columns(*values):
    return np.array(values)[:, None]


def test_a_case_worked_by_hand():
    # half the time 0.4, a tenth of the time 3.5, else 0: what there was is 0.55; with the 3.5 counted as 1,
    # 0.1 + 0.5 * 0.4 c = 0.55, so c = 2.25, and 0.9 is still below 1
    factor, left = spendable(columns(0.5, 0.1, 0.4), np.zeros((3, 1)), columns(0.4, 3.5, 0.0), NOTHING)
    assert factor[0] == pytest.approx(2.25)
    assert left[0] == pytest.approx(0.0, abs=1e-12)


def test_only_what_is_fresh_is_multiplied():
    # 0.4 is held whatever is seen, and 0.2 or 0.8 is fresh: 1.2 counts as 1, and 0.5 * (0.4 + 0.2 c) + 0.5 = 0.9
    factor, _ = spendable(columns(0.5, 0.5), columns(0.4, 0.4), columns(0.2, 0.8), NOTHING)
    assert factor[0] == pytest.approx(2.0)


def test_nothing_is_gained_where_nothing_is_wasted():
    factor, left = spendable(columns(0.5, 0.5), columns(0.1, 0.1), columns(0.1, 0.3), NOTHING)
    assert factor[0] == pytest.approx(1.0)
    assert left[0] == pytest.approx(0.0, abs=1e-12)


def test_a_part_of_the_reserve_is_spent_and_the_rest_is_kept():
    factor, left = spendable(columns(0.5, 0.5), columns(0.1, 0.1), columns(0.1, 0.3), np.array([0.2]))
    assert factor[0] == pytest.approx(1.0 + AT_ONCE * 0.2 / 0.2)
    assert left[0] == pytest.approx(0.2 * (1.0 - AT_ONCE))


def test_evidence_already_at_one_is_left_alone():
    assert spendable(columns(0.5, 0.5), columns(3.0, 0.4), columns(0.1, 0.1), NOTHING)[0][0] == 1.0


def test_the_factor_and_the_reserve_have_a_limit():
    factor, left = spendable(columns(1e-9, 1.0), columns(0.0, 0.0), columns(1e6, 1e-4), np.array([5.0]))
    assert factor[0] == MOST
    assert left[0] == FULLEST


OUTCOMES = st.lists(st.tuples(st.floats(0.01, 1), st.floats(0, 2), st.floats(0.0001, 40)), min_size=2, max_size=30)


@given(OUTCOMES, st.floats(0, 0.5))
def test_evidence_and_reserve_together_gain_nothing(rows, reserve):
    chance, held, fresh = np.array(rows).T
    chance = chance / chance.sum()
    there_was = float(chance @ (held + fresh))
    scale = 0.9 / max(0.9, there_was)
    held, fresh, there_was = held * scale, fresh * scale, there_was * scale
    factor, left = spendable(chance[:, None], held[:, None], fresh[:, None], np.array([reserve]))
    assert 1.0 <= factor[0] <= MOST
    bought = float(chance @ np.minimum(held + factor[0] * fresh, 1.0))
    assert bought + left[0] <= there_was + reserve + 1e-9
    assert bought <= there_was + AT_ONCE * reserve + 1e-9


@given(OUTCOMES)
def test_the_factor_is_the_root_that_another_solver_finds(rows):
    chance, held, fresh = np.array(rows).T
    chance = chance / chance.sum()
    scale = 0.9 / max(0.9, float(chance @ (held + fresh)))
    held, fresh = held * scale, fresh * scale
    there_was = float(chance @ (held + fresh))
    factor = spendable(chance[:, None], held[:, None], fresh[:, None], NOTHING)[0][0]

    def beyond(c):
        return float(chance @ np.minimum(held + c * fresh, 1.0)) - there_was

    if beyond(1.0) < -1e-6 and beyond(MOST) > 0:
        assert factor == pytest.approx(brentq(beyond, 1.0, MOST, xtol=1e-12, rtol=1e-12), rel=1e-6)
