"""Breaks in the mean."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.criteria.series_made import NA, SCALE, WIDE, noise, share

from reattune.criteria.breaks import mean_breaks, partitions
from reattune.criteria.marked import Scale
from reattune.criteria.segments import shortest
from reattune.errors import ReattuneError

NILE = np.loadtxt(Path(__file__).parent / "nile.csv")
FLOW = Scale(0.0, 2000.0)
KNOWN = [
    ((), 2835157, 1318),
    ((28,), 1597457, 1270),
    ((28, 83), 1552924, 1276),
    ((28, 68, 83), 1538097, 1285),
    ((28, 45, 68, 83), 1507888, 1292),
    ((15, 30, 45, 68, 83), 1659994, 1311),
]


def test_the_nile():
    found = partitions(NILE)
    assert [(one.breaks, round(one.rss), round(one.bic)) for one in found] == KNOWN
    assert [round(one.bic, 2) for one in found[:2]] == [1318.24, 1270.08]


def test_the_nile_fell_after_1898():
    found = mean_breaks(NILE, FLOW)
    assert np.flatnonzero(found.marked).tolist() == [28]
    assert found.statistic[28] == pytest.approx(1318.24 - 1270.08, abs=0.01)
    assert found.magnitude[28] == pytest.approx(NILE[:28].mean() - NILE[28:].mean())


def test_a_rise_is_not_marked():
    assert not mean_breaks(2000.0 - NILE, FLOW).marked.any()


def test_gaps_are_passed_over():
    with_gaps = np.full(150, NA)
    places = np.sort(np.random.default_rng(2).permutation(150)[:100])
    with_gaps[places] = NILE
    assert partitions(with_gaps) == partitions(NILE)
    found = mean_breaks(np.stack([with_gaps, np.full(150, NA)]), FLOW)
    assert np.argwhere(found.marked).tolist() == [[0, places[28]]]


@settings(max_examples=20)
@given(st.lists(st.floats(0.0, 40.0), min_size=15, max_size=18))
def test_no_other_division_leaves_less_over(values):
    found = partitions(values)
    least, whole = shortest(len(values)), np.array(values)
    for many in range(1, 3) if found else ():
        left = min(
            sum(((part - part.mean()) ** 2).sum() for part in np.split(whole, breaks))
            for breaks in combinations(range(least, len(values)), many)
            if min(np.diff([0, *breaks, len(values)])) >= least
        )
        np.testing.assert_allclose(found[many].rss, left, atol=1e-6)


def test_too_little_to_say():
    for scores in (NILE[:14], np.full(30, 0.1), [0.0] * 20 + [1e-178], []):
        assert partitions(scores) == ()
        assert (mean_breaks(scores, FLOW).statistic == -np.inf).all()


def test_an_exact_step_is_worth_a_finite_price():
    found = mean_breaks([30.0] * 10 + [20.0] * 10, SCALE)
    assert np.flatnonzero(found.marked).tolist() == [10]
    assert np.isfinite(found.statistic[10])


def test_one_at_a_time():
    with pytest.raises(ReattuneError, match="one series at a time"):
        partitions([[1.0, 2.0]])


def test_noise_is_seldom_divided_in_longer_series():
    assert share(mean_breaks(noise(500, 60), WIDE)) < 15.0
