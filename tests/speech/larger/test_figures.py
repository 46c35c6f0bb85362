"""Figures are those of scikit-learn, and intervals are drawn over groups."""

import numpy as np
import pytest
from sklearn.metrics import f1_score, roc_auc_score

from reattune.speech.larger.figures import interval, macro, order, together, within


@pytest.fixture
def drawn():
    random = np.random.default_rng(8)
    said = random.normal(size=200)
    return said, said + random.normal(size=200).round(1), [str(number // 20) for number in range(200)]


def test_auc_and_macro_f1_are_scikit_learns(drawn):
    said, found, _groups = drawn
    low = (said < 0).astype(float)
    assert order(low, -found) == pytest.approx(roc_auc_score(low, -found))
    codes, chosen = (said > 0).astype(int) + (said > 1), (found > 0).astype(int) + (found > 1)
    assert macro(codes, chosen, 3) == pytest.approx(f1_score(codes, chosen, average="macro"))


def test_what_does_not_vary_says_nothing(drawn):
    said, found, _groups = drawn
    assert together(said, np.ones(200)) == 0
    assert order(np.zeros(200), found) == 0.5


def test_within_raters_their_own_level_is_taken_off(drawn):
    said, found, groups = drawn
    level = np.array([int(group) * 100.0 for group in groups])
    assert within(said + level, found, groups) == pytest.approx(within(said, found, groups))


def test_few_groups_widen_an_interval(drawn):
    said, found, groups = drawn
    by_group = interval(lambda at: together(said[at], found[at]), groups)
    assert by_group.low < by_group.value < by_group.high
    assert by_group == interval(lambda at: together(said[at], found[at]), groups)
    shared = np.repeat(np.random.default_rng(1).normal(size=10), 20) * 3
    wide = interval(lambda at: float(shared[at].mean()), groups)
    narrow = interval(lambda at: float(shared[at].mean()), [str(number) for number in range(200)])
    assert wide.high - wide.low > 2 * (narrow.high - narrow.low)
