"""What is usual: probabilities sum to 1, agree with closed forms, and freezing keeps an earlier belief."""

import numpy as np
import pytest
from scipy.stats import betabinom

from reattune.model import Direction, Outcomes, Scores, Tilt
from reattune.noticing.levels import ScoresUsual, score_prior
from reattune.noticing.usual import OutcomesUsual

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
