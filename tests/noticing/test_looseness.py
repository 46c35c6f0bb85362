"""The simulated threshold: about what is spent comes up under the model, never much more; the same for the same input."""

import numpy as np
import pytest

from reattune.model import Direction, Outcomes, Scores, Threshold, Tilt
from reattune.noticing import looseness
from reattune.noticing.evidence import Detectors
from reattune.noticing.imagined import begin, imagine, sightings
from reattune.noticing.looseness import LARGEST, TICKS, Copied, Used, coarser, factor, pooled, share_used

AWAY, ATTUNED = Direction.AWAY, Direction.ATTUNED
COMING = Outcomes(("came", "late", "away"), ((0.8, 0.1, 0.1),), 10.0, ((1, AWAY), (2, AWAY), (0, ATTUNED)))
PAYING = Outcomes(("paid", "unpaid"), ((0.6, 0.4), (0.5, 0.5)), 6.0, ((0, AWAY),), Tilt.HAZARD, (2.0, 4.0))
CLOSE = Scores(0, 40, 1, 32, 5, 3, AWAY, ATTUNED, 0.2)
SETS = [(COMING,), (CLOSE,), (COMING, PAYING)]
PEOPLE = 400


@pytest.mark.parametrize("patterns", SETS)
@pytest.mark.parametrize("spend", [0.02, 0.01])
def test_about_what_is_spent_comes_up_in_fresh_courses_and_never_much_more(patterns, spend):
    used = share_used(patterns, spend, Threshold.SIMULATED, people=PEOPLE, seed=71)
    assert used.sessions == PEOPLE * TICKS
    assert used.share <= 1.0 + 3.0 * used.error
    # The courses that the factor was found from vary too, and one of their standard errors is kept back.
    assert used.share >= 1.0 - 3.0 * np.hypot(used.error, used.error * np.sqrt(PEOPLE / looseness.PEOPLE)) - 0.1


@pytest.mark.parametrize("patterns", SETS[:1])
def test_the_guaranteed_threshold_keeps_its_promise_and_uses_less(patterns):
    kept = share_used(patterns, 0.02, people=100)
    assert 0.0 < kept.share <= 1.0 + 3.0 * kept.error
    assert kept.share < share_used(patterns, 0.02, Threshold.SIMULATED, people=100).share


@pytest.mark.parametrize("patterns", SETS)
def test_a_factor_is_never_below_one_nor_above_the_largest_and_the_same_twice(patterns):
    before = [factor(patterns, spend) for spend in (1e-6, 0.004, 0.02, 0.3, 0.9)]
    assert all(1.0 <= one <= LARGEST for one in before)
    assert before[2] > 1.3
    looseness._factor.cache_clear()
    looseness._rates.cache_clear()
    assert [factor(patterns, spend) for spend in (1e-6, 0.004, 0.02, 0.3, 0.9)] == before


def test_nothing_known_or_nothing_spent_multiplies_nothing():
    assert factor([], 0.02) == 1.0
    assert factor([COMING], 0.0) == 1.0


def test_what_is_multiplied_never_spends_less_where_more_is_spent():
    spends = np.geomspace(0.002, 0.02, 12)
    tried = [spend * factor((COMING,), float(spend)) for spend in spends]
    assert tried == sorted(tried)


def test_copies_are_the_same_as_one_by_one():
    people, copies, ticks = 6, 3, 12
    patterns = (COMING, CLOSE, PAYING)
    codes = imagine(patterns, people, ticks, np.random.default_rng(4))
    spends = np.array([0.01, 0.02, 0.3])
    many = Detectors([Copied(begin(one, people), copies) for one in patterns], people * copies)
    alone = [Detectors([begin(one, people) for one in patterns], people) for _ in spends]
    for tick in range(ticks):
        every = [sightings(np.tile(one, (copies, 1, 1)), tick) for one in codes]
        together = many.tick(np.repeat(spends, people), every).total
        singly = [
            one.tick(np.full(people, spend), [sightings(code, tick) for code in codes]).total
            for one, spend in zip(alone, spends, strict=True)
        ]
        np.testing.assert_allclose(together, np.concatenate(singly), rtol=1e-9)


def test_copies_know_everything_that_could_be_seen():
    alone, copied = begin(CLOSE, 2), Copied(begin(CLOSE, 2), 2)
    group = np.zeros(4, dtype=int)
    chance, ratio = copied.every(group)
    expected_chance, expected = alone.every(group[:2])
    np.testing.assert_array_equal(chance, np.tile(expected_chance, 2))
    np.testing.assert_array_equal(ratio[:, :, 2:], expected)
    code = np.array([3, 30, 3, 30])
    np.testing.assert_array_equal(copied.common(chance, code)[2:], alone.common(expected_chance, code[:2]))


@pytest.mark.parametrize(("size", "step", "expected"), [(11, 1, 11), (41, 1, 21), (401, 0.1, 21), (28, 1, 15)])
def test_fine_scales_are_cut_into_fewer_steps_over_the_same_range(size, step, expected):
    pattern = Scores(0, (size - 1) * step, step, 3, 1, 1, AWAY, ATTUNED)
    cut = coarser(pattern)
    assert (cut.size, cut.minimum, cut.maximum) == (expected, pattern.minimum, pattern.maximum)
    assert coarser(COMING) is COMING


def test_several_shares_are_one_by_their_weights():
    both = pooled([(3, Used(0.4, 0.1, 100)), (1, Used(0.8, 0.2, 50))])
    assert both.share == pytest.approx(0.5)
    assert both.error == pytest.approx(np.hypot(0.3, 0.2) / 4)
    assert both.sessions == 150
