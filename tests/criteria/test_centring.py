"""Scores taken apart."""

import numpy as np
from hypothesis import given
from hypothesis.extra.numpy import arrays
from tests.criteria.series_made import NA
from tests.criteria.series_made import scores as answers

from reattune.criteria.centring import centred


def test_two_people():
    found = centred([[10.0, 14.0, NA], [20.0, NA, 24.0], [NA, NA, NA]])
    assert found.grand_mean == 17.0
    np.testing.assert_array_equal(found.within, [[-2.0, 2.0, NA], [-2.0, NA, 2.0], [NA] * 3])
    np.testing.assert_array_equal(found.between, [[-5.0, -5.0, NA], [5.0, NA, 5.0], [NA] * 3])
    np.testing.assert_array_equal(found.within_before, [[NA, -2.0, 2.0], [NA, -2.0, NA], [NA] * 3])
    np.testing.assert_array_equal(found.score_before, [[NA, 10.0, 14.0], [NA, 20.0, NA], [NA] * 3])


@given(arrays(float, (3, 6), elements=answers))
def test_the_parts_add_up(scores):
    found = centred(scores)
    np.testing.assert_allclose(found.grand_mean + found.between + found.within, scores, atol=1e-9)
    np.testing.assert_allclose(np.nansum(found.within, axis=-1), 0.0, atol=1e-9)


def test_one_person_and_nobody():
    assert np.all(centred([1.0, 2.0, 6.0]).between == 0.0)
    assert np.isnan(centred(np.zeros((0, 3))).grand_mean)
    assert centred([]).within.shape == (0,)
