"""Neighbours are those of the same session, and edges stand for the session's mean."""

import numpy as np

from reattune.speech.larger.around import AROUND, around, smoothed
from reattune.speech.larger.ridge import Line

SCORES = np.array([[1.0, 0], [0, 1], [1, 0], [0.5, 0.5]])
SESSIONS = np.array([0, 0, 0, 1])


def test_before_and_after_stay_within_a_session():
    found = around(SCORES, SESSIONS)
    own, before, after, _near, others = np.split(found, 5, axis=1)
    np.testing.assert_array_equal(own, SCORES)
    np.testing.assert_array_equal(before[1], SCORES[0])
    np.testing.assert_array_equal(after[1], SCORES[2])
    np.testing.assert_allclose(before[0], SCORES[:3].mean(axis=0))
    np.testing.assert_allclose(after[2], SCORES[:3].mean(axis=0))
    np.testing.assert_allclose(others[0], SCORES[1:3].mean(axis=0))
    np.testing.assert_allclose(found[3], np.tile([0.5, 0.5], 5))


def test_a_line_that_only_takes_a_turns_own_scores_changes_nothing():
    weight = np.vstack([np.eye(2), np.zeros((8, 2))])
    np.testing.assert_allclose(smoothed(Line({AROUND: weight}, np.zeros(2)), SCORES, SESSIONS), SCORES)
