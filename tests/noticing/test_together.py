"""Several streams at once: silent until two speak, and the product finds what each alone would not."""

import numpy as np
import pytest

from reattune.model import Direction, Outcomes
from reattune.noticing.together import Together
from reattune.noticing.usual import OutcomesUsual
from reattune.noticing.weights import AVERAGE, BET, ORDER, PRODUCT, SIZES

AWAY = ORDER.index(Direction.AWAY)
PATTERN = Outcomes(("came", "away"), ((0.9, 0.1),), 10.0, ((1, Direction.AWAY),), factors=(2.0, 4.0, 8.0))


def begin(streams=2):
    usuals = [OutcomesUsual(PATTERN, np.array([PATTERN.mean]), np.array([10.0]), 2) for _ in range(streams)]
    return Together(usuals, 1, 2)


def speaking(streams, who):
    speaks = np.zeros((len(ORDER), streams, 1), dtype=bool)
    speaks[AWAY, list(who)] = True
    return speaks


def test_one_stream_alone_spends_nothing_here():
    one = begin()
    one.begin(0, np.full((len(ORDER), 1), 0.02), speaking(2, [0]), np.ones((2, 1), dtype=bool))
    assert one.total()[0] == 0


def test_two_streams_are_averaged_and_multiplied():
    one = begin()
    one.begin(0, np.full((len(ORDER), 1), 0.02), speaking(2, [0, 1]), np.ones((2, 1), dtype=bool))
    assert one.total()[0] == pytest.approx(0.02 * (AVERAGE + PRODUCT))
    ratio = np.full((2, 1, 3), 3.0)
    one.take_in(0, 0, ratio)
    assert one.mass[AWAY, 0].sum() == pytest.approx(0.02 * AVERAGE * 2)
    assert one.mass[AWAY, 1:].sum() == pytest.approx(0.02 * PRODUCT * (1 + 2 * BET))
    one.take_in(1, 0, ratio)
    assert one.mass[AWAY, 0].sum() == pytest.approx(0.02 * AVERAGE * 3)
    assert one.mass[AWAY, 1:].sum() == pytest.approx(0.02 * PRODUCT * (1 + 2 * BET) ** 2)
    np.testing.assert_allclose(one.by_stream()[AWAY, :, 0], one.total()[0] / 2)


def test_what_would_be_is_what_becomes():
    one = begin()
    one.begin(0, np.full((len(ORDER), 1), 0.02), speaking(2, [0, 1]), np.ones((2, 1), dtype=bool))
    one.take_in(1, 0, np.full((2, 1, 3), 2.5))
    ratio = np.array([[[0.5, 0.25, 0.1]], [[0.6, 0.3, 0.2]]])
    expected = one.would_be(0, ratio[None])[0].sum(axis=0)
    np.testing.assert_allclose(one.spoken(0), one.total())
    one.take_in(0, 0, ratio)
    np.testing.assert_allclose(one.total(), expected)


def test_sizes_beyond_a_streams_own_use_its_largest():
    mix = begin()._mixes[0][AWAY]
    assert mix.shape == (3, SIZES)
    np.testing.assert_array_equal(mix[:, 3], mix[:, 2])
    np.testing.assert_allclose(mix.sum(axis=0), 1)


def test_half_goes_to_outcomes_that_change_together():
    pattern = Outcomes(("came", "late", "away"), ((0.8, 0.1, 0.1),), 10.0, ((1, Direction.AWAY), (2, Direction.AWAY)))
    usual = OutcomesUsual(pattern, np.array([pattern.mean]), np.array([10.0]), 1)
    mix = Together([usual], 1, 1)._mixes[0][AWAY]
    assert mix[usual.joint.index(True), 0] == pytest.approx(0.5)
    np.testing.assert_allclose(mix.sum(axis=0), 1)
