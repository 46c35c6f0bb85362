"""Shortfalls that add up."""

import numpy as np
import pytest
from tests.criteria.series_made import NA, SCALE, WIDE, noise

from reattune.criteria.cusum import cusum
from reattune.criteria.earlier import standardised
from reattune.errors import ReattuneError


def test_by_hand():
    scores = noise(1, 30)[0]
    scores[[9, 17]] = NA
    scores[20:] -= 1.5
    total, wanted = 0.0, []
    for new in standardised(scores, 4):
        total = total if np.isnan(new) else max(0.0, total - new - 0.5)
        wanted.append(-np.inf if np.isnan(new) else total)
    np.testing.assert_allclose(cusum(scores, WIDE).statistic, wanted, atol=1e-8)
    assert max(wanted) > 0.0


def test_rises_do_not_add_up():
    found = cusum([30.0, 31.0, 30.0, 31.0, 33.0, 35.0, 37.0, 39.0], SCALE)
    assert (found.statistic[4:] == 0.0).all()


@pytest.mark.parametrize("setting", [{"allowance": -0.1}, {"allowance": np.nan}, {"limit": 0.0}])
def test_what_is_no_setting(setting):
    with pytest.raises(ReattuneError):
        cusum([1.0, 2.0], SCALE, **setting)
