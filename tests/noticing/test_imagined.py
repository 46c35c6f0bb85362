"""Imagined courses have the frequencies that the model says, and bills are seen only while they are unpaid."""

import numpy as np
import pytest

from reattune.model import Direction, Outcomes, Scores, Tilt
from reattune.noticing.imagined import NOTHING, begin, imagine, sightings

AWAY, ATTUNED = Direction.AWAY, Direction.ATTUNED
COMING = Outcomes(("came", "late", "away"), ((0.8, 0.1, 0.1),), 10.0, ((1, AWAY), (2, AWAY), (0, ATTUNED)))
CLOSE = Scores(0, 10, 1, 7, 1.5, 1, AWAY, ATTUNED, 0.2)
PAYING = Outcomes(("paid", "unpaid"), ((0.6, 0.4), (0.5, 0.5)), 6.0, ((0, AWAY),), Tilt.HAZARD, (2.0, 4.0))
PEOPLE, TICKS = 4000, 5


def drawn(*patterns, people=PEOPLE, seed=1):
    return imagine(patterns, people, TICKS, np.random.default_rng(seed))


def test_outcomes_are_as_common_as_the_prior_says_and_people_differ():
    (codes,) = drawn(COMING)
    assert codes.shape == (PEOPLE, TICKS, 1)
    often = np.bincount(codes.ravel(), minlength=3) / codes.size
    np.testing.assert_allclose(often, COMING.mean[0], atol=0.01)
    together = np.mean((codes[:, 0] == 2) & (codes[:, 1] == 2))
    # Dirichlet: the chance of the same again is (a + 1) / (A + 1).
    assert together == pytest.approx(0.1 * (1 + 1) / (10 + 1), abs=0.006)


def test_scores_follow_the_predictive_distribution_of_the_model():
    (codes,) = drawn(CLOSE)
    chance, _ = begin(CLOSE, 1).every(np.zeros(1, dtype=int))
    first = np.bincount(codes[:, 0, 0], minlength=CLOSE.size) / PEOPLE
    np.testing.assert_allclose(first, chance[:, 0], atol=0.03)
    assert np.corrcoef(codes[:, 0, 0], codes[:, 1, 0])[0, 1] > 0.4
    assert codes.min() >= 0
    assert codes.max() < CLOSE.size


def test_the_chances_are_those_of_everything_that_could_be_seen():
    usual, group = begin(CLOSE, 3), np.zeros(3, dtype=int)
    for code in (7, 2, 9):
        usual.freeze(0)
        usual.learn(np.array([code, 5, 5]), group, np.array([True, True, False]))
        np.testing.assert_allclose(usual.chances(), usual.every(group)[0])


def test_a_later_stretch_is_seen_one_session_later_and_only_while_unpaid():
    (codes,) = drawn(PAYING)
    assert codes.shape == (PEOPLE, TICKS, 2)
    assert (codes[:, 0, 1] == NOTHING).all()
    unpaid = codes[:, :-1, 0] == 1
    np.testing.assert_array_equal(codes[:, 1:, 1] != NOTHING, unpaid)
    assert (codes[:, :, 0] == 1).mean() == pytest.approx(0.4, abs=0.01)
    assert codes[:, 1:, 1][unpaid].mean() == pytest.approx(0.5, abs=0.02)


def test_the_same_chance_draws_the_same():
    for one, other in zip(
        drawn(COMING, CLOSE, PAYING, people=20), drawn(COMING, CLOSE, PAYING, people=20), strict=True
    ):
        np.testing.assert_array_equal(one, other)
    assert (drawn(CLOSE, people=20)[0] != drawn(CLOSE, people=20, seed=2)[0]).any()


def test_what_arrives_at_a_session_comes_in_the_order_of_its_groups():
    codes = np.array([[[0, NOTHING]], [[1, 1]]])
    first, second = sightings(codes, 0)
    assert (first.group.tolist(), second.group.tolist()) == ([0, 0], [1, 1])
    assert (first.seen.tolist(), second.seen.tolist()) == ([True, True], [False, True])
    assert sightings(np.full((2, 1, 1), NOTHING), 0) == []
