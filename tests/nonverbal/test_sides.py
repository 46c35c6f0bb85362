"""A series made ready once, and two of them correlated by transforms."""

import numpy as np
import pytest

from reattune.nonverbal.sides import Shape, Side, correlations


def slow(one, two, starts, shape, undefined=np.nan):
    cells = np.full((len(starts), 2 * shape.lag + 1), undefined)
    for row, start in enumerate(starts):
        for lag in range(-shape.lag, shape.lag + 1):
            x = one[start + max(-lag, 0) :][: shape.width]
            y = two[start + max(lag, 0) :][: shape.width]
            if np.ptp(x) > 0 and np.ptp(y) > 0:
                cells[row, lag + shape.lag] = np.corrcoef(x, y)[0, 1]
    return cells


def test_any_starts_and_any_partner_give_the_correlations_of_the_windows():
    drawn = np.random.default_rng(2)
    shape = Shape(40, 9)
    one, two, three = np.abs(drawn.normal(size=(3, 400)))
    starts = np.array([17, 3, 200, 351])
    sides = [Side(series, starts, shape) for series in (one, two, three)]
    for a, b in ((0, 1), (1, 2), (2, 0)):
        expected = slow((one, two, three)[a], (one, two, three)[b], starts, shape)
        assert np.abs(correlations(sides[a], sides[b]) - expected).max() < 1e-13


def test_each_side_may_begin_elsewhere():
    drawn = np.random.default_rng(3)
    shape = Shape(30, 5)
    one, two = np.abs(drawn.normal(size=(2, 300)))
    here, there = np.array([0, 50]), np.array([120, 170])
    found = correlations(Side(one, here, shape), Side(two, there, shape))
    expected = slow(one, np.roll(two, -120), here, shape)
    assert np.abs(found - expected).max() < 1e-13


@pytest.mark.parametrize("alike", [True, False])
def test_identical_windows_are_missing_only_where_that_is_asked(alike):
    series = np.abs(np.random.default_rng(4).normal(size=200))
    side = Side(series, np.array([0, 60]), Shape(50, 4))
    middle = correlations(side, side, alike=alike)[:, 4]
    assert np.isnan(middle).all() if alike else middle == pytest.approx(1, abs=1e-15)


def test_almost_alike_is_counted_exactly_where_both_are_mostly_still():
    shape, starts = Shape(50, 0), np.array([0])
    one, two = np.zeros(60), np.zeros(60)
    one[[3, 5]], two[5] = 1.0, 1.0
    assert np.isnan(correlations(Side(one, starts, shape), Side(two, starts, shape)))
    two[9] = 1.0
    expected = np.corrcoef(one[:50], two[:50])[0, 1]
    assert correlations(Side(one, starts, shape), Side(two, starts, shape))[0, 0] == pytest.approx(expected, abs=1e-13)


def test_no_lag_that_is_used_wraps_around():
    assert Shape(750, 125).block == 875
    assert Shape(750, 125).size >= 875
