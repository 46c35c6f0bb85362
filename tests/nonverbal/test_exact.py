"""Constant windows, their spread, and single correlations in two passes."""

import numpy as np
import pytest

from reattune.nonverbal import exact


def still_and_rippled() -> np.ndarray:
    """Return movement, long stillness, ripples of 1e-9 on large offsets, and movement again."""
    drawn = np.random.default_rng(1)
    series = np.abs(drawn.normal(size=1200))
    series[200:420] = 0.1
    series[420:600] = 1e3 + 1e-9 * drawn.normal(size=180)
    series[700:900] = 1e6 + 1e-9 * np.round(drawn.normal(size=200) * 3)
    return series


@pytest.mark.parametrize("width", [2, 7, 60])
def test_the_spread_of_every_window_is_that_of_two_passes(width):
    series = still_and_rippled()
    found = exact.spread(series, width)
    for start in range(series.size - width + 1):
        window = series[start : start + width].astype(np.longdouble)
        about = window - window.mean()
        norm = float(np.sqrt((about * about).sum()))
        if np.ptp(window) == 0:
            assert np.isnan(found.norm[start])
            assert found.constant[start]
        else:
            assert found.norm[start] == pytest.approx(norm, rel=1e-9)
            assert found.mean[start] == pytest.approx(float(window.mean()), rel=1e-15, abs=1e-9 * norm)


def test_a_window_with_something_missing_has_no_spread_and_may_still_be_constant():
    found = exact.spread(np.array([1.0, np.nan, 1.0, 1.0, 2.0]), 3)
    assert np.isnan(found.norm).tolist() == [True, True, False]
    assert found.constant.tolist() == [True, True, False]
    assert found.gaps.tolist() == [0, 0, 1, 1, 1, 1]


def test_what_is_missing_takes_the_value_before_it_and_at_the_start_the_one_after():
    assert exact.filled(np.array([np.nan, 3.0, np.nan, 4.0])).tolist() == [3, 3, 3, 4]
    assert exact.filled(np.array([np.nan, np.nan])).tolist() == [0, 0]


def test_constant_knows_no_tolerance():
    series = np.array([0.1, 0.1, 0.1, np.nextafter(0.1, 1), 0.1])
    assert exact.constant(series, 3).tolist() == [True, False, False]


def test_a_pair_of_windows_is_correlated_without_what_is_missing():
    one, two = np.array([1.0, 2.0, np.nan, 4.0, 9.0]), np.array([2.0, 1.0, 5.0, 7.0, np.nan])
    at = np.array([0])
    expected = np.corrcoef([1, 2, 4], [2, 1, 7])[0, 1]
    assert exact.pearson(one, two, at, at, 5)[0] == pytest.approx(expected, abs=1e-15)


def test_fewer_than_two_differing_samples_are_missing_only_where_that_is_asked():
    one = np.array([1.0, 2.0, 5.0, 4.0])
    two = np.array([1.0, 2.0, 6.0, 4.0])
    at = np.array([0])
    assert np.isnan(exact.pearson(one, two, at, at, 4)[0])
    assert exact.pearson(one, two, at, at, 4, alike=False)[0] == pytest.approx(np.corrcoef(one, two)[0, 1])
    assert exact.pearson(one, one, at, at, 4, alike=False)[0] == pytest.approx(1, abs=1e-15)


def test_a_constant_side_gives_nothing_even_with_gaps():
    one, two = np.array([3.0, np.nan, 3.0, 8.0]), np.array([1.0, 2.0, 3.0, np.nan])
    assert np.isnan(exact.pearson(one, two, np.array([0]), np.array([0]), 4)[0])
