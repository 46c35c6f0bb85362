"""Figures against shifts of one series: what is found, what is not, and how often for nothing."""

import numpy as np
import pytest

from reattune.errors import ReattuneError
from reattune.nonverbal.lagged import lagged
from reattune.nonverbal.null import shifted
from reattune.nonverbal.summaries import Statistic, figures

RATE, SETTINGS = 4, (2, 20, 10)


def slow_movement(drawn, samples):
    """Return movement that hangs together over about two seconds, never below 0."""
    return np.abs(np.convolve(drawn.normal(size=samples + 8), np.ones(9) / 3, "valid"))


def dyad(seed, coupling, samples=4 * 240, delay=3):
    drawn = np.random.default_rng(seed)
    one, other = slow_movement(drawn, samples), slow_movement(drawn, samples)
    return one, np.sqrt(coupling) * np.roll(one, delay) + np.sqrt(1 - coupling) * other


def test_what_moves_together_lies_above_chance_in_each_figure():
    found = shifted(*dyad(1, 0.5), RATE, *SETTINGS)
    for name in (Statistic.MAX_Z, Statistic.MEAN_ABSOLUTE):
        each = found.of(name)
        assert each.z > 3
        assert each.p == pytest.approx(1 / 101)
        assert each.beyond
        assert each.above


def test_the_observed_is_the_figure_of_the_pair_itself():
    one, two = dyad(2, 0.2)
    one[50:60] = np.nan
    expected = figures(lagged(one, two, RATE, *SETTINGS).cells)
    found = shifted(one, two, RATE, *SETTINGS)
    assert {each.statistic: each.observed for each in found.against} == pytest.approx(expected, abs=1e-12)


def test_a_shift_is_the_figure_of_the_series_turned_round():
    one, two = dyad(3, 0.0)
    two[100:110] = np.nan
    found = shifted(one, two, RATE, *SETTINGS, seed=5)
    turned = [
        figures(lagged(one, np.roll(two, -round(turn * RATE)), RATE, *SETTINGS).cells)[Statistic.MEAN_Z]
        for turn in found.shifts
    ]
    each = found.of(Statistic.MEAN_Z)
    assert each.mean == pytest.approx(np.mean(turned), abs=1e-12)
    assert each.deviation == pytest.approx(np.std(turned, ddof=1), abs=1e-12)
    as_far = np.abs(np.array(turned) - np.mean(turned)) >= abs(each.observed - np.mean(turned))
    assert each.p == pytest.approx((1 + as_far.sum()) / 101)


def test_shifts_are_at_least_half_a_minute_in_both_directions_differ_and_come_from_the_seed():
    pair = dyad(4, 0.0)
    found = shifted(*pair, RATE, *SETTINGS, shifts=200, seed=9)
    assert min(found.shifts) >= 30
    assert max(found.shifts) <= 240 - 30
    assert len(set(found.shifts)) == 200
    assert shifted(*pair, RATE, *SETTINGS, shifts=200, seed=9) == found
    assert found.named(Statistic.MAX_Z) == "max Z, 20/10 s, lag 2 s"


@pytest.mark.parametrize("kind", ["independent", "shifted"])
def test_chance_is_told_as_chance(kind):
    """At most one in twenty with room for chance: of 24, more than 4 would come up less than once in a hundred.

    `bench recordings synchrony` measures it on more.
    """
    beyond = dict.fromkeys(Statistic, 0)
    for seed in range(24):
        one, two = dyad(100 + seed, 0.6 if kind == "shifted" else 0.0, 4 * 150)
        turn = int(np.random.default_rng(seed).integers(150, 450)) if kind == "shifted" else 0
        for each in shifted(one, np.roll(two, turn), RATE, *SETTINGS, seed=seed).against:
            beyond[each.statistic] += each.beyond
    assert max(beyond.values()) <= 4


def test_nothing_that_moves_is_no_figure_and_not_zero():
    still = np.zeros(4 * 240)
    each = shifted(still, dyad(6, 0.0)[1], RATE, *SETTINGS).of(Statistic.MAX_Z)
    assert np.isnan([each.observed, each.mean, each.z, each.p]).all()
    assert each.beyond is None
    assert each.above is None


def test_too_short_for_so_many_shifts_is_said():
    with pytest.raises(ReattuneError, match="different shifts"):
        shifted(*dyad(7, 0.0, samples=4 * 70), RATE, *SETTINGS)
    with pytest.raises(ReattuneError, match="100 shifts are the fewest"):
        shifted(*dyad(7, 0.0), RATE, *SETTINGS, shifts=50)


def test_windows_with_too_many_holes_are_left_out_as_observed_and_in_every_shift():
    one, two = dyad(6, 0.4)
    one[100:150], two[600:640] = np.nan, np.nan
    cells = lagged(one, two, RATE, *SETTINGS).cells
    starts, width = np.arange(len(cells)) * 40, 80
    holes = np.array([max(np.isnan(each[at : at + width]).sum() for each in (one, two)) for at in starts])
    assert 0 < (holes > 8).sum() < len(cells)
    found = shifted(one, two, RATE, *SETTINGS, holes=0.1)
    expected = figures(cells[holes <= 8])
    assert {each.statistic: each.observed for each in found.against} == pytest.approx(expected, abs=1e-12)
    assert found.of(Statistic.MAX_Z).mean != shifted(one, two, RATE, *SETTINGS).of(Statistic.MAX_Z).mean


def test_in_parts_it_finds_what_it_finds_at_once(monkeypatch):
    pair = dyad(7, 0.2)
    whole = shifted(*pair, RATE, *SETTINGS)
    monkeypatch.setattr("reattune.nonverbal.lagged.AT_ONCE", 500)
    for each, other in zip(shifted(*pair, RATE, *SETTINGS).against, whole.against, strict=True):
        assert (each.observed, each.z, each.p) == pytest.approx((other.observed, other.z, other.p), abs=1e-9)
