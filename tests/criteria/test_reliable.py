"""Reliable change."""

import pytest
from tests.criteria.series_made import SCALE, WIDE, noise, share

from reattune.criteria.reliable import CRITERION, reliable_change, reliable_falls
from reattune.errors import ReattuneError


def test_the_known_answer():
    assert reliable_change(10.5, 0.961) == pytest.approx(5.747681, abs=1e-6)
    assert reliable_change(10.5, 0.961, z=1.0) == pytest.approx(2.93249, abs=1e-5)


@pytest.mark.parametrize(("sd", "reliability", "z"), [(0.0, 0.9, 1.96), (1.0, 1.0, 1.96), (1.0, 0.9, 0.0)])
def test_what_is_no_setting(sd, reliability, z):
    with pytest.raises(ReattuneError):
        reliable_change(sd, reliability, z=z)


def test_from_session_to_session():
    smallest = reliable_change(4.0, 0.8)
    found = reliable_falls([30.0, 30.0 - smallest, 29.0, 29.0 - smallest + 0.01], SCALE)
    assert found.marked.tolist() == [False, True, False, False]
    assert found.cutoff == 1.96
    assert "extension" in CRITERION.note


@pytest.mark.parametrize(("sessions", "wanted"), [(8, 16), (12, 25), (20, 39)])
def test_false_alarms_are_the_known_ones(sessions, wanted):
    assert share(reliable_falls(noise(2000, sessions), WIDE)) == pytest.approx(wanted, abs=4.0)


@pytest.mark.parametrize(("dip", "wanted"), [(2.0, 29), (3.0, 57), (4.0, 81)])
def test_hits_are_the_known_ones(dip, wanted):
    scores = noise(2000, 12)
    scores[:, 6] -= dip
    assert 100.0 * reliable_falls(scores, WIDE).marked[:, 6].mean() == pytest.approx(wanted, abs=4.0)
