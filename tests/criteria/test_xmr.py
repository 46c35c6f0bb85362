"""The control chart for single values."""

import numpy as np
import pytest
from tests.criteria.series_made import NA, SCALE, WIDE, noise, share

from reattune.criteria.marked import Scale
from reattune.criteria.xmr import limits, xmr, xmr_earlier
from reattune.errors import ReattuneError

FLOW = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
DIPS = [(2.0, 3, 27), (3.0, 9, 51), (4.0, 22, 74)]


def test_the_known_answer():
    found = limits(FLOW)
    assert found.centre == pytest.approx(50.81, abs=5e-5)
    assert found.moving_range == pytest.approx(1.8778, abs=5e-5)
    assert found.lower == pytest.approx(45.8159, abs=5e-5)
    assert found.upper == pytest.approx(55.8041, abs=5e-5)
    assert not xmr(FLOW, Scale(0.0, 100.0)).marked.any()


def test_limits_of_too_little_are_not_known():
    found = limits([[1.0, 2.0, 3.0, NA], [1.0, 2.0, 3.0, 4.0]])
    assert np.isnan(found.centre).tolist() == [True, False]
    assert np.isnan(found.lower).tolist() == [True, False]
    with pytest.raises(ReattuneError, match="sigmas"):
        limits(FLOW, sigmas=0.0)


def test_earlier_sessions_only():
    scores = np.array([30.0, 31.0, 30.0, 31.0, 20.0, 31.0])
    found = xmr_earlier(scores, SCALE)
    assert np.flatnonzero(found.marked).tolist() == [4]
    assert found.statistic[4] == pytest.approx((30.5 - 20.0) * 1.128)
    assert found.repaired_at[4] == 5
    # the dip widens its own limits
    assert not xmr(scores, SCALE).marked.any()


def test_two_sigmas():
    assert xmr(noise(50, 20), WIDE, sigmas=2.0).marked.sum() > xmr(noise(50, 20), WIDE).marked.sum()


@pytest.mark.parametrize(
    ("mark", "sigmas", "wanted"),
    [(xmr, 3.0, (1, 1, 2)), (xmr, 2.0, (13, 22, 35)), (xmr_earlier, 3.0, (10, 14, 19))],
)
def test_false_alarms_are_the_known_ones(mark, sigmas, wanted):
    found = [share(mark(noise(2000, sessions), WIDE, sigmas=sigmas)) for sessions in (8, 12, 20)]
    assert found == pytest.approx(wanted, abs=4.0)


@pytest.mark.parametrize(("dip", "with_all", "with_earlier"), DIPS)
def test_hits_are_the_known_ones(dip, with_all, with_earlier):
    scores = noise(2000, 12)
    scores[:, 6] -= dip
    assert 100.0 * xmr(scores, WIDE).marked[:, 6].mean() == pytest.approx(with_all, abs=4.0)
    assert 100.0 * xmr_earlier(scores, WIDE).marked[:, 6].mean() == pytest.approx(with_earlier, abs=4.0)
