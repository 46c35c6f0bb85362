"""What scores are usual: the grid agrees with closed forms, follows what was seen, and knows the answer before."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t

from reattune.model import Direction, Scores
from reattune.noticing.levels import LEVELS, SPREADS, TAIL_DF, ScoresUsual, level_grid, score_prior

SCORES = Scores(0, 10, 1, 8, 2, 1, Direction.AWAY, Direction.ATTUNED)
CARRIED = Scores(0, 10, 1, 8, 2, 1, Direction.AWAY, Direction.ATTUNED, carry=0.5)
YES = np.array([True])
ZERO = np.array([0])


def scores(pattern=SCORES, bank=2):
    return ScoresUsual(pattern, score_prior(pattern)[None], bank)


def chances(usual):
    return np.array([usual.ratios(np.array([code]), ZERO)[0][0] for code in range(usual.pattern.size)])


def go(usual, codes):
    for code in codes:
        usual.freeze(0)
        usual.learn(np.array([code]), ZERO, YES)
    usual.freeze(1)
    return usual


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


def test_a_high_answer_draws_the_next_one_up_if_it_was_the_last_sessions():
    past = [5, 6, 5, 4, 5, 6, 5, 4, 9]
    usual = go(scores(CARRIED), past)
    mean = chances(usual) @ np.arange(11)
    usual.freeze(0)
    later = chances(usual) @ np.arange(11)
    assert mean > later + 0.5
    plain = go(scores(), past)
    before = chances(plain)
    plain.freeze(0)
    np.testing.assert_array_equal(before, chances(plain))


@pytest.mark.parametrize("past", [[], [5, 9], [0, 0, 10, 10]])
def test_with_carry_too_everything_sums_to_one(past):
    usual = go(scores(CARRIED), past)
    chance, ratio = usual.every(ZERO)
    assert chance.sum() == pytest.approx(1, abs=1e-9)
    np.testing.assert_allclose((chance[:, None, :, None] * ratio).sum(axis=0), 1, atol=1e-9)


def test_one_at_a_time_is_the_same_as_everything_at_once():
    usual = go(scores(CARRIED), [7, 8, 6, 3])
    chance, ratio = usual.every(ZERO)
    for code in range(11):
        alone, alone_ratio = usual.ratios(np.array([code]), ZERO)
        assert alone[0] == pytest.approx(chance[code, 0], rel=1e-12)
        np.testing.assert_allclose(alone_ratio, ratio[code], rtol=1e-12)


def test_an_autoregression_is_told_from_a_closed_form():
    """Level and spread known: the next score is Student-t around level + carry (answer - level)."""
    usual = scores(CARRIED)
    belief = np.zeros((LEVELS, len(SPREADS)))
    belief[20, 2] = 1.0
    usual.belief = belief.reshape(1, -1)
    usual.learn(np.array([9]), ZERO, np.array([False]))
    usual._last, usual._since = np.array([9]), np.array([1])
    level = level_grid(CARRIED)[20]
    centre, spread = level + 0.5 * (9 - level), SPREADS[2] * np.sqrt(1 - 0.5**2)
    scale = spread * np.sqrt((TAIL_DF - 2) / TAIL_DF)
    edges = np.arange(10) + 0.5
    expected = np.diff(t.cdf((edges - centre) / scale, TAIL_DF), prepend=0, append=1)
    np.testing.assert_allclose(chances(usual), expected, atol=1e-5)


def test_the_first_answers_only_teach():
    assert scores().teaching == 3
