"""The curve gives shares that come true, also for raters it does not know."""

import numpy as np
import pytest

from reattune.speech.larger.calibration import calibrate, unseen_chances


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
