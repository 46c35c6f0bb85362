"""Stretches of constant mean."""

import numpy as np
from tests.criteria.series_made import NA

from reattune.criteria.marked import State
from reattune.criteria.segments import bic, most, shortest, steps_down


def test_sizes():
    assert [shortest(sessions) for sessions in (15, 20, 30, 100)] == [2, 3, 4, 15]
    assert [most(sessions) for sessions in (15, 20, 30, 100)] == [5, 5, 5, 5]
    assert all(most(sessions) >= 1 for sessions in range(15, 400))
    assert all((most(sessions) + 1) * shortest(sessions) <= sessions for sessions in range(15, 400))


def test_price():
    whole = np.array([2835157.0])
    np.testing.assert_allclose(bic(np.array([2835157.0, 1597457.0]), whole, 100), [1318.24, 1270.08], atol=0.01)
    assert np.isfinite(bic(np.array([4.0, 0.0]), np.array([4.0]), 20)).all()


def test_down_and_up_again():
    values = np.array([30.0, 32.0, NA, 20.0, 22.0, 26.0, 27.0])
    starts = np.array([False, False, False, True, False, True, False])
    found = steps_down(values, starts, np.array([3.0]), ended=False)
    assert np.flatnonzero(found.marked).tolist() == [3]
    assert found.magnitude[3] == 10.0
    assert found.repaired_at[3] == 5
    assert found.began[3] == 3
    less = steps_down(np.where(values > 25, values - 1.0, values), starts, np.array([3.0]), ended=True)
    assert less.state[3] == State.REPAIRED
    assert steps_down(values, starts, np.array([-1.0]), ended=False).marked.sum() == 0
