"""What would have been said at the time."""

from dataclasses import replace

import numpy as np
import pytest
from tests.criteria.series_made import NA, WIDE, noise

from reattune.criteria import CRITERIA, find
from reattune.criteria.live import first_alarm, statistics


def scores():
    found = noise(20, 22)
    found[::2, 12:] -= 3.0
    found[np.random.default_rng(5).random(found.shape) < 0.1] = NA
    return found


@pytest.mark.parametrize("criterion", CRITERIA, ids=lambda one: one.name)
def test_each_session_by_what_was_known(criterion):
    given = scores()
    found = statistics(criterion, given, WIDE)
    for session in (0, 3, 9, 15, 21):
        then = criterion.mark(given[:, : session + 1], WIDE).statistic.max(axis=-1)
        np.testing.assert_array_equal(found[:, session], then)
    np.testing.assert_array_equal(found, statistics(replace(criterion, causal=False), given, WIDE))
    np.testing.assert_array_equal(found, statistics(criterion.mark, given, WIDE))
    np.testing.assert_array_equal(found[3], statistics(criterion, given[3], WIDE))


def test_the_first_alarm():
    given = np.array([[0.0, 0.5, -0.6, 0.0], [0.0, 0.0, 0.0, 0.0], [0.0, -1.5, 2.0, 0.0]])
    openfit = find("openfit")
    assert first_alarm(openfit, given, WIDE).tolist() == [2, -1, 1]
    assert first_alarm(openfit, given, WIDE, cutoff=1.3).tolist() == [-1, -1, 1]
    assert first_alarm(openfit.mark, given, WIDE).tolist() == [2, -1, 1]
    assert first_alarm(openfit, given[0], WIDE) == 2
    assert first_alarm(openfit, np.zeros((3, 0)), WIDE).tolist() == [-1, -1, -1]


def test_what_looks_ahead_has_to_wait():
    given = np.array([4.0, 4.2, 4.0, -4.0, -4.2, -4.0, -4.1])
    loss = find("sudden-loss")
    assert np.flatnonzero(loss.mark(given, WIDE).marked).tolist() == [3]
    assert first_alarm(loss, given, WIDE) == 4
