"""What a fall is measured in."""

import numpy as np
import pytest
from tests.criteria.series_made import NA, SCALE

from reattune.criteria.marked import Scale
from reattune.criteria.spread import Spread, between_people, difference_error, is_causal, needs, standard_error, unit
from reattune.errors import ReattuneError

VALUES = np.array([[20.0, 22.0, 24.0, 26.0, NA], [20.0, 20.0, 20.0, 20.0, 20.0], [1.0, 40.0, NA, NA, 20.0]])


@pytest.mark.parametrize("spread", Spread)
def test_units(spread):
    own = np.std([20, 22, 24, 26], ddof=1)
    wanted = {
        Spread.POINTS: [1.0] * 3,
        Spread.ITEM_STEP: [40.0 / 6.0] * 3,
        Spread.SD_WITHIN: [own, NA, NA],
        Spread.SD_BETWEEN: [4.0] * 3,
        Spread.SE_DIFFERENCE: [np.sqrt(2 * 0.2) * 4.0] * 3,
        Spread.STRICTER: [4.0, NA, NA],
    }
    found = unit(VALUES, SCALE, spread)
    assert found.shape == (3, 1)
    np.testing.assert_allclose(found[:, 0], wanted[spread])
    assert is_causal(spread) == (spread not in {Spread.SD_WITHIN, Spread.STRICTER})
    if needs(spread):
        with pytest.raises(ReattuneError, match=needs(spread)[0]):
            unit(VALUES, Scale(0.0, 40.0), spread)


def test_the_stricter_is_the_larger():
    wide = np.array([0.0, 40.0, 0.0, 40.0])
    assert unit(wide, SCALE, Spread.STRICTER)[0] == pytest.approx(np.std(wide, ddof=1))


def test_errors_of_measurement():
    assert standard_error(10.5, 0.961) == pytest.approx(2.073584, abs=1e-6)
    assert difference_error(10.5, 0.961) == pytest.approx(2.93249, abs=1e-5)


def test_between_people():
    assert between_people([[1.0, 3.0], [4.0, NA], [NA, NA]]) == pytest.approx(np.std([2, 4], ddof=1))
    for few in ([[1.0, 2.0]], [[2.0, 2.0], [2.0, NA]], np.zeros((0, 3))):
        with pytest.raises(ReattuneError, match="two people"):
            between_people(few)
