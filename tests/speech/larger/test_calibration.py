"""The curve gives shares that come true, also for raters it does not know."""

import numpy as np
import pytest

from reattune.speech.larger.calibration import LEAST, bands, calibrate, unseen_chances


def test_shares_come_true_on_unseen_groups():
    random = np.random.default_rng(2)
    found = random.normal(60, 12, 4000)
    truth = 1 / (1 + np.exp((found - 50) / 6))
    low = (random.random(4000) < truth).astype(float)
    curve = calibrate(found, low)
    assert curve.steepness == pytest.approx(-1 / 6, abs=0.03)
    chances = unseen_chances(found, low, [str(number % 40) for number in range(4000)])
    assert np.abs(chances - truth).mean() < 0.02
    assert chances.mean() == pytest.approx(low.mean(), abs=0.01)


def test_where_nothing_differs_the_share_is_near_that_of_all():
    low = np.array([1.0, 0, 0, 0])
    assert calibrate(np.full(4, 5.0), low).share(np.array([5.0]))[0] == pytest.approx(low.mean(), abs=0.1)


def test_bands_begin_where_enough_were_rated_low():
    random = np.random.default_rng(4)
    shares = random.random(3000)
    low = (random.random(3000) < shares).astype(float)
    found = bands(shares, low)
    assert [band["name"] for band in found] == ["weak", "moderate", "strong"]
    for band, wanted in zip(found, (0.5, 0.6, 0.7), strict=True):
        assert band["precision"] == pytest.approx(wanted, abs=0.01)
        assert band["precision"] == pytest.approx(low[shares >= band["at"]].mean())
        assert band["sessions"] == (shares >= band["at"]).sum() >= LEAST
    assert [band["at"] for band in found] == sorted(band["at"] for band in found)
    assert bands(np.array([0.9, 0.8]), np.array([1.0, 1.0])) == []
