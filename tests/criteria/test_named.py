"""Published criteria as settings."""

import numpy as np
import pytest
from tests.criteria.series_made import SCALE

from reattune.criteria.marked import Scale, State, Status
from reattune.criteria.named import CRITERIA

BY_NAME = {one.name: one for one in CRITERIA}
ITEM_MEAN = Scale(1.0, 7.0)


def marked(name, scores, scale):
    return np.flatnonzero(BY_NAME[name].mark(scores, scale).marked).tolist()


def test_stevens_on_an_item_mean_and_on_a_total():
    mean = np.array([5.0, 6.0, 5.0, 5.5, 5.75, 4.8])
    found = BY_NAME["stevens-2007"].mark(mean, ITEM_MEAN)
    assert np.flatnonzero(found.marked).tolist() == [2]
    assert found.repaired_at[2] == 4
    total = BY_NAME["stevens-2007"].mark(mean * 12.0, Scale(12.0, 84.0, items=12))
    np.testing.assert_array_equal(total.marked, found.marked)
    np.testing.assert_allclose(total.statistic, found.statistic)


def test_stevens_is_unrepaired_after_five_sessions():
    found = BY_NAME["stevens-2007"].mark([6.0, 4.0, 5.0, 5.0, 5.0, 5.0, 5.0, 6.0], ITEM_MEAN)
    assert found.state[1] == State.UNREPAIRED


def test_openfit():
    assert marked("openfit", [30.0, 29.0, 28.1, 28.0, 27.0], SCALE) == [1, 4]


def test_gumz_takes_the_stricter():
    scores = np.array([30.0, 31.0, 30.0, 31.0, 28.0, 30.0])
    assert marked("gumz-2012-1sd-within", scores, SCALE) == [4]
    assert marked("gumz-2012-1sd", scores, SCALE) == marked("gumz-2012-1sd-between", scores, SCALE) == []
    restless = np.array([30.0, 10.0, 30.0, 10.0, 24.0, 10.0])
    assert marked("gumz-2012-1sd-between", restless, SCALE) == [1, 3, 4, 5]
    assert marked("gumz-2012-1sd", restless, SCALE) == [1, 3, 5]


def test_gumz_sees_a_decline_of_several_sessions():
    found = BY_NAME["gumz-2012-2sd-between"].mark([30.0, 27.0, 24.0, 21.0, 30.0], SCALE)
    assert np.flatnonzero(found.marked).tolist() == [3]
    assert found.length[3] == 3


def test_twice_the_threshold_marks_fewer():
    scores = np.random.default_rng(1).integers(20, 41, (50, 20)).astype(float)
    for loose, strict in (("strauss-2006", "stiles-2004"), ("gumz-2012-1sd", "gumz-2012-2sd")):
        one, two = (BY_NAME[name].mark(scores, SCALE).marked for name in (loose, strict))
        assert (two <= one).all()
        assert two.sum() < one.sum()


def test_own_choices_are_said_to_be():
    for one in CRITERIA:
        assert "our own choice" in one.parameters, one.name
    assert BY_NAME["gumz-2012-1sd"].status is Status.VERIFIED


@pytest.mark.parametrize("name", ["stiles-2004", "strauss-2006", "mclaughlin-2014"])
def test_a_quick_return(name):
    found = BY_NAME[name].mark([30.0, 31.0, 30.0, 31.0, 30.0, 20.0, 30.0, 31.0, 30.0], SCALE)
    assert found.state[5] == State.REPAIRED
    assert found.repaired_at[5] == 6
