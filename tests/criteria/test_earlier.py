"""What was known before each session, against the plain way of finding it."""

import numpy as np
from hypothesis import given
from tests.criteria.series_made import NA, anything

from reattune.criteria import earlier


def answers(values, end):
    return values[:end][~np.isnan(values[:end])]


@given(values=anything)
def test_before_each_session(values):
    places = range(len(values))
    before = [answers(values, end) for end in places]
    np.testing.assert_array_equal(earlier.counted(values), [len(one) for one in before])
    np.testing.assert_array_equal(earlier.previous(values), [one[-1] if len(one) else NA for one in before])
    np.testing.assert_array_equal(earlier.highest(values), [one.max() if len(one) else NA for one in before])
    np.testing.assert_allclose(earlier.mean(values), [one.mean() if len(one) else NA for one in before], atol=1e-9)
    np.testing.assert_allclose(
        earlier.moving_range(values, 4),
        [np.abs(np.diff(one)).mean() if len(one) > 3 else NA for one in before],
        atol=1e-9,
    )
    found = earlier.sd(values, 4)
    for end in places:
        if len(before[end]) > 3 and before[end].std() > 1e-3:
            np.testing.assert_allclose(found[end], before[end].std(ddof=1), rtol=1e-6)
        elif len(before[end]) < 4 or not np.ptp(before[end]):
            assert np.isnan(found[end])


@given(values=anything)
def test_of_the_whole(values):
    given_ = answers(values, len(values))
    np.testing.assert_allclose(earlier.own_mean(values), [given_.mean() if len(given_) else NA], atol=1e-9)
    known = len(given_) > 2 and np.ptp(given_) > 1e-3
    if known:
        np.testing.assert_allclose(earlier.own_sd(values, 3), [given_.std(ddof=1)], rtol=1e-6)
        np.testing.assert_allclose(earlier.own_moving_range(values, 3), [np.abs(np.diff(given_)).mean()], atol=1e-9)
    elif len(given_) < 3 or not np.ptp(given_):
        assert np.isnan(earlier.own_sd(values, 3)).all()


def test_all_the_same_has_no_spread_whatever_the_rounding():
    assert np.isnan(earlier.own_sd(np.full(9, 0.1), 2)).all()
    assert np.isnan(earlier.sd(np.array([NA, *[0.1] * 9]), 2)).all()


def test_own_units():
    values = np.array([1.0, 2.0, 3.0, 4.0, 10.0, NA])
    found = earlier.standardised(values, 4)
    np.testing.assert_allclose(found[4], 7.5 / np.std([1, 2, 3, 4], ddof=1))
    assert np.isnan(found[[0, 1, 2, 3, 5]]).all()
