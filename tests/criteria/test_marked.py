"""What is counted of marks."""

import numpy as np
from tests.criteria.series_made import SCALE

from reattune.criteria.fall import Fall, Reference, fall
from reattune.criteria.spread import Spread

RULE = Fall(Reference.RUNNING_MAX, Spread.POINTS, 5.0, fraction=1.0)


def test_number_and_length():
    found = fall([[30.0, 24.0, 30.0, 28.0, 20.0, 30.0], [30.0] * 6], SCALE, RULE)
    assert found.number.tolist() == [2, 0]
    # the first fell and came back in one session; the second declined for two before it came back
    assert found.length[0].tolist() == [-1, 1, -1, -1, 2, -1]
    assert (found.length[1] == -1).all()


def test_no_length_without_a_repair():
    found = fall([30.0, 24.0, 24.0], SCALE, RULE)
    assert found.marked.tolist() == [False, True, True]
    assert (found.length == -1).all()
    assert found.began.tolist() == [-1, 1, 2]
    assert np.nansum(found.magnitude) == 12.0
