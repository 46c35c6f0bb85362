"""What is usual: probabilities sum to 1, agree with closed forms, and freezing keeps an earlier belief."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import betabinom, t

from reattune.model import Direction, Outcomes, Scores, Tilt
from reattune.noticing.usual import LEVELS, SPREADS, TAIL_DF, OutcomesUsual, ScoresUsual, level_grid, score_prior

AWAY, ATTUNED = Direction.AWAY, Direction.ATTUNED
THREE = Outcomes(("came", "late", "away"), ((0.7, 0.2, 0.1),), 10.0, ((1, AWAY), (2, AWAY), (0, ATTUNED)))
PAID = Outcomes(("paid", "unpaid"), ((0.6, 0.4),), 5.0, ((0, AWAY),), tilt=Tilt.HAZARD, factors=(2.0, 4.0))
SCORES = Scores(0, 10, 1, 8, 2, 1, AWAY, ATTUNED)
YES = np.array([True])
ZERO = np.array([0])


def outcomes(pattern, bank=2):
    return OutcomesUsual(pattern, np.array([pattern.mean]), np.array([pattern.strength]), bank)


def scores(pattern=SCORES, bank=2):
    return ScoresUsual(pattern, score_prior(pattern)[None], bank)


@pytest.mark.parametrize("usual", [outcomes(THREE), outcomes(PAID), scores()], ids=["odds", "hazard", "scores"])
def test_probabilities_and_changed_probabilities_sum_to_one(usual):
    size = len(usual.pattern.labels) if isinstance(usual, OutcomesUsual) else usual.pattern.size
    for code in [0, 1, 1, 0, 0]:
        usual.freeze(0)
        usual.freeze(1)
        both = [usual.ratios(np.array([value]), ZERO) for value in range(size)]
        chance = np.array([usual_now[0] for usual_now, _ in both])
        assert chance.sum() == pytest.approx(1, abs=1e-9)
        changed = np.array([probability * ratio[:, 0] for (probability, ratio) in both]).sum(axis=0)
        np.testing.assert_allclose(changed, 1, atol=1e-9)
        usual.learn(np.array([code]), ZERO, YES)


def test_outcomes_agree_with_the_beta_binomial():
    pattern = Outcomes(("a", "b"), ((0.3, 0.7),), 4.0, ((0, AWAY),))
    usual = outcomes(pattern)
    joint = 1.0
    for code in [0, 0, 1, 0]:
        chance, _ = usual.ratios(np.array([code]), ZERO)
        joint *= chance[0]
        usual.learn(np.array([code]), ZERO, YES)
    assert joint * 4 == pytest.approx(betabinom(4, 1.2, 2.8).pmf(3))


def test_odds_are_multiplied_and_hazards_divided():
    usual = outcomes(THREE)
    _, ratio = usual.ratios(np.array([2]), ZERO)
    alone = [i for i, joint in enumerate(usual.joint) if not joint]
    odds = [r * 0.1 / (1 - r * 0.1) for r in ratio[0, 0, alone[3:6]]]
    np.testing.assert_allclose(odds, [2 / 9, 4 / 9, 8 / 9])
    _, paid = outcomes(PAID).ratios(ZERO, ZERO)
    np.testing.assert_allclose(paid[0, 0], [0.5, 0.25])


def test_outcomes_tilted_together_keep_their_own_probabilities():
    usual = outcomes(THREE)
    together = usual.joint.index(True)
    late = usual.ratios(np.array([1]), ZERO)[1][0, 0, together]
    away = usual.ratios(np.array([2]), ZERO)[1][0, 0, together]
    assert late == pytest.approx(away) == pytest.approx(2 / (1 + 0.3))


def test_a_frozen_belief_does_not_learn():
    usual = scores()
    usual.freeze(0)
    before = usual.bank[0].copy()
    usual.learn(np.array([3]), ZERO, YES)
    usual.freeze(1)
    np.testing.assert_array_equal(usual.bank[0], before)
    assert not np.allclose(usual.bank[1], before)


def test_the_first_prediction_is_the_prior_integrated_over_the_grid():
    chance = [scores().ratios(np.array([code]), ZERO)[0][0] for code in range(11)]
    levels, spreads = level_grid(SCORES), np.array(SPREADS)
    weights = score_prior(SCORES).reshape(LEVELS, len(SPREADS))
    scale = spreads * np.sqrt((TAIL_DF - 2) / TAIL_DF)
    top = sum(
        weights[i, j] * t.sf((9.5 - level) / scale[j], TAIL_DF)
        for i, level in enumerate(levels)
        for j in range(len(spreads))
    )
    assert chance[10] == pytest.approx(top)


def test_the_level_follows_what_was_seen():
    usual = scores()
    for _ in range(12):
        usual.learn(np.array([3]), ZERO, YES)
    chance = [usual.ratios(np.array([code]), ZERO)[0][0] for code in range(11)]
    assert int(np.argmax(chance)) == 3
    _, ratio = usual.ratios(np.array([3]), ZERO)
    assert ratio.shape == (2, 1, 8)


@given(st.lists(st.integers(0, 10), min_size=1, max_size=12), st.integers(2, 5))
def test_many_at_once_is_the_same_as_one_by_one(codes, copies):
    many = ScoresUsual(SCORES, np.repeat(score_prior(SCORES)[None], copies, axis=0), 2)
    one = scores()
    for code in codes:
        group = np.zeros(copies, dtype=int)
        all_codes = np.array([(code + i) % 11 for i in range(copies)])
        chance, ratio = many.ratios(all_codes, group)
        alone, alone_ratio = one.ratios(np.array([code]), ZERO)
        assert chance[0] == pytest.approx(alone[0], rel=1e-9)
        np.testing.assert_allclose(ratio[:, 0], alone_ratio[:, 0], rtol=1e-9)
        many.learn(all_codes, group, np.ones(copies, dtype=bool))
        one.learn(np.array([code]), ZERO, YES)
