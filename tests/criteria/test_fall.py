"""The one detector."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.criteria.series_made import NA, SCALE, WIDE, noise, ratings, share

from reattune.criteria.fall import Fall, Reference, causal, fall, fewest, reference
from reattune.criteria.marked import State
from reattune.criteria.spread import Spread
from reattune.errors import ReattuneError

POINTS = Fall(Reference.PREVIOUS, Spread.POINTS, 5.0, window=2, delta=1.0)
rules = st.builds(
    Fall,
    st.sampled_from(Reference),
    st.sampled_from(Spread),
    st.sampled_from([0.5, 1.0, 2.0]),
    proportion=st.sampled_from([None, 0.25]),
    window=st.sampled_from([None, 1, 4]),
    fraction=st.sampled_from([0.5, 1.0]),
)


def test_references():
    values = np.array([30.0, NA, 34.0, 20.0, 26.0])
    wanted = {
        Reference.PREVIOUS: [NA, 30.0, 30.0, 34.0, 20.0],
        Reference.RUNNING_MAX: [NA, 30.0, 30.0, 34.0, 34.0],
        Reference.MEAN_BEFORE: [NA, 30.0, 30.0, 32.0, 28.0],
        Reference.PERSON_MEAN: [80 / 3, NA, 76 / 3, 90 / 3, 84 / 3],
        Reference.LINE: np.where(
            np.isnan(values), NA, np.polyval(np.polyfit([0, 2, 3, 4], values[[0, 2, 3, 4]], 1), range(5))
        ),
    }
    for which, expected in wanted.items():
        np.testing.assert_allclose(reference(values, which), expected, err_msg=which)


def test_down_and_back():
    found = fall([30.0, 24.0, 29.0, 24.0, 25.0, 24.0, 19.0], SCALE, POINTS)
    assert found.marked.tolist() == [False, True, False, True, False, False, True]
    assert found.state[[1, 3, 6]].tolist() == [State.REPAIRED, State.UNREPAIRED, State.PENDING]
    assert found.repaired_at[1] == 2
    assert found.magnitude[[1, 3, 6]].tolist() == [6.0, 5.0, 5.0]
    assert fall([30.0, 24.0], SCALE, POINTS, ended=True).state[1] == State.CENSORED


def test_a_gap_is_passed_over():
    found = fall([30.0, NA, 24.0, NA, 29.0], SCALE, POINTS)
    assert np.flatnonzero(found.marked).tolist() == [2]
    assert found.repaired_at[2] == 4


def test_a_proportion_is_asked_for_besides():
    rule = replace(POINTS, proportion=0.25)
    assert fall([20.0, 15.0], SCALE, rule).marked[1]
    assert not fall([24.0, 19.0], SCALE, rule).marked[1]


def test_the_share_made_good():
    rule = Fall(Reference.PREVIOUS, Spread.POINTS, 5.0, fraction=0.5)
    assert fall([30.0, 20.0, 24.9, 25.0], SCALE, rule).repaired_at[1] == 3


def test_delta_is_in_units_of_the_spread():
    rule = Fall(Reference.PREVIOUS, Spread.SD_BETWEEN, 1.0, delta=0.5)
    assert fall([30.0, 26.0, 27.0, 28.0], SCALE, rule).repaired_at[1] == 3


@given(scores=ratings, rule=rules)
def test_every_setting_can_be_run(scores, rule):
    found = fall(scores, SCALE, rule)
    np.testing.assert_array_equal(found.marked, found.statistic >= found.cutoff)
    if (~np.isnan(scores)).sum() < fewest(rule):
        assert not found.marked.any()
    if causal(rule):
        np.testing.assert_array_equal(fall(scores[:10], SCALE, rule).statistic, found.statistic[:10])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"k": 0.0}, "k is"),
        ({"delta": None}, "one way back"),
        ({"fraction": 0.5}, "one way back"),
        ({"delta": -1.0}, "delta is"),
        ({"proportion": 1.5}, "proportion is"),
        ({"delta": None, "fraction": 0.0}, "fraction is"),
        ({"window": 0}, "window"),
    ],
)
def test_what_is_no_rule(change, said):
    with pytest.raises(ReattuneError, match=said):
        fall([1.0, 2.0], SCALE, replace(POINTS, **change))


@pytest.mark.parametrize(
    ("k", "sessions", "wanted"),
    [(1.0, 8, 97), (1.0, 12, 100), (1.0, 20, 100), (2.0, 8, 56), (2.0, 12, 73), (2.0, 20, 88)],
)
def test_false_alarms_of_own_sd_rules_are_the_known_ones(k, sessions, wanted):
    rule = Fall(Reference.PREVIOUS, Spread.SD_WITHIN, k, fraction=0.5)
    assert share(fall(noise(2000, sessions), WIDE, rule)) == pytest.approx(wanted, abs=4.0)


@pytest.mark.parametrize(("dip", "wanted"), [(2.0, 46), (3.0, 65), (4.0, 81)])
def test_hits_of_the_two_sd_rule_are_the_known_ones(dip, wanted):
    scores = noise(2000, 12)
    scores[:, 6] -= dip
    rule = Fall(Reference.PREVIOUS, Spread.SD_WITHIN, 2.0, fraction=0.5)
    assert 100.0 * fall(scores, WIDE, rule).marked[:, 6].mean() == pytest.approx(wanted, abs=4.0)
