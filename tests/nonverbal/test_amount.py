"""Motion energy on an even grid, and what is told of it."""

import numpy as np
import pytest

from reattune.nonverbal.amount import amount, even, seconds
from reattune.nonverbal.energy import Seen

NONE = np.zeros((0, 2))


def seen(times, energy):
    pairs = np.array([[one, one, np.nan] for one in energy])
    return Seen(np.array(times, float), pairs, pairs, NONE, np.zeros(0), np.zeros((0, 576), np.uint8))


def kept(count):
    return np.zeros((count, 2), bool)


def test_the_rate_of_the_pictures_does_not_matter():
    for rate in (12.5, 24, 25, 29.97, 30, 60):
        times = np.arange(round(10 * rate) + 1) / rate
        # Something that changes 50 percent a second.
        found = even(seen(times, np.full(len(times) - 1, 50 / rate)), kept(len(times) - 1), 10.0)
        assert len(found) == 250
        assert np.allclose(found[1:-1], 2.0)


def test_times_that_vary_are_taken_as_they_are():
    draw = np.random.default_rng(1)
    times = np.concatenate(([0.0], np.cumsum(draw.uniform(0.01, 0.12, 400))))
    found = even(seen(times, np.diff(times) * 50), kept(400), float(times[-1]))
    assert np.allclose(found[1:-1], 2.0)


def test_an_hour_does_not_drift():
    times = np.arange(round(3600 * 29.97)) / 29.97
    energy = np.zeros(len(times) - 1)
    energy[-30] = 10.0
    found = even(seen(times, energy), kept(len(energy)), 3600.0)
    assert np.nanargmax(found[:, 0]) / 25 == pytest.approx(times[-31], abs=0.05)


def test_the_sum_of_movement_is_kept():
    draw = np.random.default_rng(2)
    times = np.arange(301) / 30
    energy = draw.uniform(0, 20, 300)
    assert np.nansum(even(seen(times, energy), kept(300), 10.0)[:, 0]) == pytest.approx(energy.sum())


def test_what_is_left_out_is_missing_and_not_nothing():
    times = np.arange(101) / 25
    lost = kept(100)
    lost[40:60, 0] = True
    found = even(seen(times, np.full(100, 3.0)), lost, 6.0)
    assert np.isnan(found[40:60, 0]).all()
    assert np.allclose(found[:40, 0], 3.0)
    assert np.allclose(found[:100, 1], 3.0)
    assert np.isnan(found[100:]).all()
    assert np.isnan(even(seen([0.0], []), kept(0), 1.0)).all()


def test_amounts_are_counted():
    series = np.zeros(25 * 60)
    for start in (5, 20, 20.5, 40):
        series[round(start * 25) : round(start * 25) + 10] = 4.0
    series[1400:] = np.nan
    found = amount(series, 25.0)
    moving = 40
    assert found.mean == pytest.approx(4 * moving / 1400)
    assert found.active == pytest.approx(100 * moving / 1400)
    # Half a second of quiet does not end a burst.
    assert found.bursts == pytest.approx(3 / (1400 / 25 / 60))
    assert amount(np.full(10, np.nan), 25.0) is None
    assert amount(np.zeros(100), 25.0).bursts == 0


def test_one_mean_a_second():
    series = np.array([1.0] * 4 + [2.0, np.nan, 4.0, np.nan] + [np.nan] * 3 + [5.0])
    assert seconds(series, 4.0) == (1.0, 3.0, None)
    assert seconds(np.zeros(0), 4.0) == ()
