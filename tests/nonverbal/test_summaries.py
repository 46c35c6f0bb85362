"""What is told of the cells, against rMEA's output."""

from pathlib import Path

import numpy as np
import pytest

from reattune.nonverbal.lagged import lagged
from reattune.nonverbal.summaries import Statistic, figures, largest, mean, of_totals, summaries, totals

FILES = Path(__file__).parent / "synchrony"
ROWS = ("all_lags", "lag_zero", "s1_lead", "s2_lead", "s1_lead_0", "s2_lead_0", "best_lag", "max_z")


def read(name, columns=None):
    return np.genfromtxt(
        FILES / f"{name}.csv",
        delimiter=",",
        skip_header=1,
        missing_values="NA",
        filling_values=np.nan,
        usecols=columns,
    )


@pytest.mark.parametrize("case", ["partialNA", "constant", "identical", "doubled"])
def test_summaries_are_those_of_rmea(case):
    found = summaries(lagged(*read(f"edge_in_{case}").T, 25, 2, 10, 5))
    expected = read(f"edge_ccfRes_{case}", (0, 1, 2, *range(5, 10)))
    names = ["all_lags", "lag_zero", "best_lag", "s1_lead", "s2_lead", "s1_lead_0", "s2_lead_0"]
    for column, name in enumerate(names):
        ours, theirs = getattr(found, name), expected[:, column]
        if name == "best_lag" and case == "identical":
            ours, theirs = np.abs(ours), np.abs(theirs)
        np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-12)
    assert found.grand == pytest.approx(expected[0, -1], abs=1e-14)


def test_a_missing_row_has_no_mean_and_no_best_lag():
    found = summaries(lagged(*read("edge_in_majorityNA").T, 25, 2, 10, 5))
    for name in ROWS:
        assert np.flatnonzero(np.isnan(getattr(found, name))).tolist() == list(range(7, 15))
    assert np.isfinite(found.grand)


def test_without_lags_nobody_leads():
    found = summaries(lagged(*read("edge_in_constant").T, 25, 0, 30, 30))
    assert found.s1_lead is None
    assert found.s2_lead is None
    assert np.array_equal(found.all_lags, found.lag_zero)


def test_the_three_figures_are_three_averages_of_the_same_cells():
    cells = np.array([[1.0, -3.0], [np.nan, 0.5], [np.nan, np.nan]])
    found = figures(cells)
    assert found[Statistic.MAX_Z] == 0.75
    assert found[Statistic.MEAN_Z] == -0.5
    assert found[Statistic.MEAN_ABSOLUTE] == 1.5
    assert np.isnan(figures(np.full((2, 3), np.nan))[Statistic.MAX_Z])


def test_means_and_largest_skip_what_is_missing():
    rows = np.array([[1.0, np.nan], [2.0, 4.0], [np.nan, np.nan]])
    assert mean(rows)[:2].tolist() == [1, 3]
    assert largest(rows)[:2].tolist() == [1, 4]
    assert np.isnan([mean(rows)[2], largest(rows)[2]]).all()


def test_totals_of_parts_add_up_to_the_figures_of_the_whole():
    cells = np.random.default_rng(3).normal(size=(9, 5))
    cells[2], cells[4, 1] = np.nan, np.nan
    added = totals(cells[:3]) + totals(cells[3:])
    assert of_totals(added) == pytest.approx(figures(cells))
    assert np.isnan(list(of_totals(totals(cells[2:3])).values())).all()
