"""Correlations with missing values, dropped in pairs."""

import numpy as np

from reattune.nonverbal import exact, gapped


def test_pairs_with_something_missing_are_left_out_at_each_lag():
    drawn = np.random.default_rng(5)
    one, two = np.abs(drawn.normal(size=(2, 300))) + 100
    one[drawn.random(300) < 0.1] = np.nan
    two[drawn.random(300) < 0.2] = np.nan
    starts, width, lag = np.array([0, 90, 200]), 60, 12
    found, doubtful = gapped.correlations(one, starts, two, starts, width, lag)
    rows = np.repeat(starts, lag + 1)
    shift = np.tile(np.arange(lag + 1), starts.size)
    expected = exact.pearson(one, two, rows, rows + shift, width).reshape(3, lag + 1)
    assert not doubtful.any()
    assert np.abs(found - expected).max() < 1e-12


def test_it_says_where_two_passes_are_needed():
    drawn = np.random.default_rng(6)
    one, two = np.abs(drawn.normal(size=(2, 100)))
    starts = np.array([0])
    few = one.copy()
    few[:55] = np.nan
    still = two.copy()
    still[:70] = 0.5
    assert gapped.correlations(few, starts, two, starts, 60, 10)[1].all()
    assert gapped.correlations(one, starts, still, starts, 60, 10)[1].all()
    assert gapped.correlations(one, starts, 2 * one, starts, 60, 10)[1][0, 0]


def test_it_says_where_at_most_one_sample_can_differ():
    one, two = np.zeros(60), np.zeros(60)
    one[[3, 5]], two[5] = 1.0, 1.0
    one[40] = np.nan
    assert gapped.correlations(one, np.array([0]), two, np.array([0]), 60, 0)[1].all()


def test_a_few_missing_values_are_taken_out_one_by_one_and_many_by_transforms_with_the_same_result(monkeypatch):
    drawn = np.random.default_rng(7)
    one, two = np.abs(drawn.normal(size=(2, 2000))) + 1000
    for series, gone in ((one, (100, 101, 640, 900, 1999)), (two, (90, 159, 160, 171, 640, 1500))):
        series[list(gone)] = np.nan
    starts, width, lag = np.arange(0, 1800, 40), 120, 30
    few = gapped.correlations(one, starts, two, starts, width, lag)
    monkeypatch.setattr(gapped, "FEW", -1)
    many = gapped.correlations(one, starts, two, starts, width, lag)
    assert np.abs(few[0] - many[0]).max() < 1e-10
    assert (few[1] == many[1]).all()
    rows, shift = np.repeat(starts, lag + 1), np.tile(np.arange(lag + 1), starts.size)
    expected = exact.pearson(one, two, rows, rows + shift, width).reshape(few[0].shape)
    assert np.abs(few[0] - expected).max() < 1e-10
