"""The weighted average of recent sessions."""

import numpy as np
import pytest
from tests.criteria.series_made import NA, SCALE, WIDE, noise

from reattune.criteria.earlier import standardised
from reattune.criteria.ewma import ewma
from reattune.errors import ReattuneError

START = [30.0, 31.0, 30.0, 31.0]


def test_by_hand():
    scores = np.array([*START, 29.0, NA, 28.0])
    first, _, second = standardised(scores, 4)[4:]
    found = ewma(scores, SCALE).statistic
    spread = np.sqrt(0.2 / 1.8 * (1.0 - 0.8 ** np.array([2, 4])))
    np.testing.assert_allclose(found[[4, 6]], [-0.2 * first / spread[0], -(0.2 * second + 0.16 * first) / spread[1]])
    assert (found[[0, 1, 2, 3, 5]] == -np.inf).all()


def test_with_full_weight_it_is_the_newest_session():
    scores = noise(5, 20)
    np.testing.assert_allclose(
        ewma(scores, WIDE, weight=1.0).statistic[:, 4:], -standardised(scores, 4)[:, 4:], atol=1e-8
    )


def test_many_small_falls_add_up():
    slow = np.array([30.0, 31.0, 30.0, 31.0, 30.0, 31.0, 30.0, 31.0, *[29.4] * 8])
    one = ewma(slow[:9], SCALE)
    assert not one.marked.any()
    assert ewma(slow, SCALE).statistic.max() > one.statistic.max()


@pytest.mark.parametrize("setting", [{"weight": 0.0}, {"weight": 1.1}, {"sigmas": 0.0}])
def test_what_is_no_setting(setting):
    with pytest.raises(ReattuneError):
        ewma(START, SCALE, **setting)
