import numpy as np
import pytest

from reattune.model import Role, Spoke
from reattune.nonverbal.edges import fine

P = Role.CLIENT


def level(*spans, floor=-80.0):
    found = np.full(1000, floor)
    for start, end in spans:
        found[start:end] = -20
    return {P: found}


def test_edges_move_to_where_the_channel_is_loud():
    (one,) = fine([Spoke(1.04, 3.05, P)], level((100, 300)))
    assert (one.start, one.end) == (pytest.approx(1.0), pytest.approx(3.0))


def test_an_edge_without_quiet_beside_it_stays():
    assert fine([Spoke(2.0, 3.05, P)], level((100, 500))) == (Spoke(2.0, 3.05, P),)


def test_nothing_moves_further_than_a_tenth_of_a_second_or_without_a_channel():
    assert fine([Spoke(1.2, 2.8, P)], level((100, 300))) == (Spoke(1.2, 2.8, P),)
    assert fine([Spoke(1.04, 3.05, Role.THERAPIST), Spoke(5, 6)], level((100, 300)))[0].start == 1.04
    assert fine([Spoke(1.04, 3.05, P)], {P: np.zeros(0)}) == (Spoke(1.04, 3.05, P),)
    assert fine([Spoke(1.04, 3.05, P)], {P: np.full(1000, -50.0)}) == (Spoke(1.04, 3.05, P),)
