"""Smoothing, scaling and outliers, against rMEA's output."""

from pathlib import Path

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.nonverbal.smoothing import outlier, scale, smooth, unknown

FILES = Path(__file__).parent / "synchrony"


def read(name):
    return np.genfromtxt(
        FILES / f"{name}.csv", delimiter=",", skip_header=1, missing_values="NA", filling_values=np.nan
    )


def plain():
    return np.column_stack([read("edge_in_identical")[:, 0], read("edge_in_constant")[:, 1]])


@pytest.mark.parametrize(("name", "seconds", "zeros"), [("0.2", 0.2, 2), ("0.5", 0.5, 5), ("1", 1.0, 12)])
def test_smoothing_is_that_of_rmea(name, seconds, zeros):
    expected = read(f"edge_smooth_{name}")
    for column in (0, 1):
        series = plain()[:, column]
        found = smooth(series, 25, seconds)
        assert np.abs(found - expected[:, column]).max() <= 1e-12
        assert np.flatnonzero(unknown(series, 25, seconds)).tolist() == list(range(3000 - zeros, 3000))
        assert (found[3000 - zeros :] == 0).all()


def test_gaps_stay_missing_and_their_neighbours_are_zero_and_marked():
    series = read("edge_in_partialNA")[:, 0]
    expected = read("edge_smooth_partialNA")[:, 0]
    found = smooth(series, 25)
    assert np.array_equal(np.isnan(found), np.isnan(expected))
    assert np.nanmax(np.abs(found - expected)) <= 1e-12
    marked = unknown(series, 25)
    assert np.array_equal(marked, (found == 0) | np.isnan(found))
    assert np.flatnonzero(marked).tolist() == [*range(294, 426), *range(2995, 3000)]


def test_stillness_stays_exactly_still():
    series = np.abs(np.random.default_rng(0).normal(size=400))
    series[100:300] = 0.1
    assert np.unique(smooth(series, 25)[110:290]).size == 1


def test_scaling_divides_and_does_not_centre():
    series = np.array([1.0, np.nan, 3.0, 8.0])
    np.testing.assert_allclose(scale(series), series / np.std([1, 3, 8], ddof=1), rtol=1e-15)
    assert np.isnan(scale([2.0, 2.0])).all()


def test_outliers_are_those_of_both_series_together():
    one, two = np.ones(1000), np.zeros(1000)
    one[3] = 50.0
    first, second = outlier(one, two)
    assert np.flatnonzero(np.isnan(first)).tolist() == [3]
    assert not np.isnan(second).any()


def test_a_window_shorter_than_a_value_is_said():
    with pytest.raises(ReattuneError, match="less than one value"):
        smooth([1.0, 2.0], 1, 0.5)
