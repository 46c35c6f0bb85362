"""Pairs that never met."""

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.nonverbal.lagged import Settings, lagged
from reattune.nonverbal.pseudo import Whose, pairings, shuffle, shuffle_segments

SETTINGS = Settings(5, 1, 10, 5)


def dyads(count=3):
    drawn = np.random.default_rng(0)
    return [tuple(np.abs(drawn.normal(size=(2, 300 + 20 * index)))) for index in range(count)]


def test_all_pairs_but_the_real_ones():
    assert len(pairings(20)) == 760
    assert len(pairings(20, keep_roles=True)) == 380
    assert all(one.dyad != two.dyad for one, two in pairings(4))
    assert {(one.side, two.side) for one, two in pairings(4, keep_roles=True)} == {(0, 1)}
    assert len({frozenset(each) for each in pairings(20)}) == 760


def test_a_subset_is_drawn_from_a_seed():
    assert len(pairings(20, subset=200, seed=3)) == 200
    assert pairings(20, subset=200, seed=3) == pairings(20, subset=200, seed=3)
    assert set(pairings(20, subset=200, seed=4)) < set(pairings(20))
    assert pairings(2, subset=99) == pairings(2)


def test_each_pair_is_trimmed_to_the_shorter_and_held_as_any_other():
    found = dict(shuffle(dyads(), SETTINGS))
    assert list(found) == list(pairings(3))
    one, two = Whose(0, 1), Whose(2, 0)
    series = dyads()
    expected = lagged(series[0][1], series[2][0][:300], 5, 1, 10, 5).cells
    np.testing.assert_allclose(found[one, two], expected, rtol=0, atol=1e-12)


def test_stretches_of_each_series_come_in_another_order_without_the_remainder():
    one, two = np.arange(103.0), np.arange(103.0) + 1000
    first, second = shuffle_segments(one, two, 5, 2, seed=1)
    assert len(first) == len(second) == 100
    assert sorted(first) == list(range(100))
    stretches = np.reshape(first, (10, 10))
    assert (np.diff(stretches, axis=1) == 1).all()
    assert not np.array_equal(np.asarray(first), np.asarray(second) - 1000)


def test_too_little_is_said():
    with pytest.raises(ReattuneError, match="two stretches"):
        shuffle_segments(np.ones(15), np.ones(15), 5, 2)
