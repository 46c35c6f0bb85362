"""The therapist's rating above the client's."""

import numpy as np
import pytest
from hypothesis import given
from tests.criteria.series_made import NA, SCALE, ratings

from reattune.criteria.gap import rating_gap
from reattune.criteria.marked import Scale, State
from reattune.errors import ReattuneError

CLIENT = np.array([30.0, 31.0, 30.0, 31.0, 20.0, 30.0])
THERAPIST = np.array([31.0, 31.0, 30.0, 32.0, 30.0, 31.0])


def test_the_therapist_higher():
    found = rating_gap(CLIENT, THERAPIST, SCALE)
    assert np.flatnonzero(found.marked).tolist() == [4]
    assert found.magnitude[4] == 10.0
    assert found.statistic[4] == pytest.approx(10.0 / np.std([1, 0, 0, 1], ddof=1))
    assert found.state[4] == State.REPAIRED


def test_the_client_higher_is_not_marked():
    assert not rating_gap(THERAPIST, CLIENT, SCALE).marked.any()


def test_where_lower_is_better():
    lower = Scale(0.0, 40.0, higher_is_better=False)
    np.testing.assert_array_equal(
        rating_gap(40.0 - CLIENT, 40.0 - THERAPIST, lower).statistic, rating_gap(CLIENT, THERAPIST, SCALE).statistic
    )


@given(client=ratings)
def test_whatever_was_answered(client):
    found = rating_gap(client, client[::-1], SCALE)
    np.testing.assert_array_equal(found.marked, found.statistic >= found.cutoff)
    assert not rating_gap(client, client, SCALE).marked.any()


def test_what_is_no_gap():
    assert not rating_gap(CLIENT[:4], THERAPIST[:4], SCALE).marked.any()
    assert not rating_gap(np.full(6, NA), THERAPIST, SCALE).marked.any()
    for client, cutoff in ((CLIENT[:3], 2.0), (CLIENT, 0.0)):
        with pytest.raises(ReattuneError):
            rating_gap(client, THERAPIST, SCALE, cutoff=cutoff)
