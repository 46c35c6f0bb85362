"""Marks, and the way back."""

import numpy as np
from tests.criteria.series_made import NA

from reattune.criteria.marked import State
from reattune.criteria.recorded import Return, half_way, nothing, record


def marks(values, reference, cutoff=5.0, *, ended=False, **back):
    values, reference = np.array(values), np.array(reference)
    wanted = back.pop("wanted", reference)
    return record(values, reference, reference - values, cutoff, Return(np.asarray(wanted, dtype=float), **back), ended)


def test_states():
    values = [10.0, 4.0, 6.0, 10.0, 4.0, 4.0]
    found = marks(values, [10.0] * 6, window=2)
    assert found.state.tolist() == [0, State.REPAIRED, 0, 0, State.PENDING, State.PENDING]
    assert found.repaired_at.tolist() == [-1, 3, -1, -1, -1, -1]
    found = marks(values, [10.0] * 6, window=1, ended=True)
    assert found.state.tolist() == [0, State.UNREPAIRED, 0, 0, State.UNREPAIRED, State.CENSORED]


def test_the_window_runs_as_far_as_something_was_answered():
    found = marks([10.0, 4.0, NA, NA], [10.0] * 4, window=1)
    assert found.state[1] == State.PENDING
    assert marks([10.0, 4.0, NA, 5.0], [10.0] * 4, window=1).state[1] == State.UNREPAIRED


def test_a_fall_of_exactly_the_cut_off_is_one():
    assert 2.3 - 1.3 < 1.0
    assert marks([2.3, 1.3], [NA, 2.3], 1.0).marked.tolist() == [False, True]


def test_beyond_and_at():
    values, reference = np.array([10.0, 4.0, 7.0]), np.array([NA, 10.0, 4.0])
    back = half_way(values, reference)
    assert record(values, reference, reference - values, 5.0, back).state[1] == State.REPAIRED
    assert marks(values, reference, wanted=back.wanted, beyond=True).state[1] == State.PENDING


def test_nothing():
    found = nothing(np.array([[1.0, 2.0]]), 3.0)
    assert not found.marked.any()
    assert found.cutoff == 3.0


def test_a_decline_began_where_it_was_unbroken():
    found = marks([9.0, 8.0, NA, 7.0, 3.0, 3.0, 2.0], [20.0] * 7, 1.0)
    assert found.began.tolist() == [0, 1, -1, 1, 1, 5, 6]
