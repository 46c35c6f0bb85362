"""Sudden losses and gains: the rows of the reference package (SUDDENGAINS.md), and what it says of them."""

import csv
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import t as student
from tests.criteria.series_made import NA, SCALE

from reattune.criteria.marked import Scale, State
from reattune.criteria.sudden import CRITICAL, sudden_gains, sudden_losses
from reattune.errors import ReattuneError

DEPRESSION = Scale(0.0, 63.0, higher_is_better=False)
PLAIN = Scale(0.0, 63.0)
with (Path(__file__).parent / "suddengains.csv").open(encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file))


def scores(row):
    given = [row[f"s{session}"] for session in range(1, 13)]
    return np.array([float(one) if one else NA for one in given if one != "-"])


def falls(found):
    """Session numbers before each fall."""
    return np.flatnonzero(found.marked).tolist()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["row"])
@pytest.mark.parametrize(("mark", "scale"), [(sudden_gains, DEPRESSION), (sudden_losses, PLAIN)])
def test_the_rows_of_the_reference_package(row, mark, scale):
    given = scores(row)
    found = mark(given, scale, 7.0)
    assert falls(found) == [int(one) for one in row["falls"].split()]
    at = np.flatnonzero(found.marked)
    assert found.magnitude[at].tolist() == [float(one) for one in row["magnitudes"].split()]
    half = given[at] + found.magnitude[at] / 2.0
    assert half.tolist() == [float(one) for one in row["half_way"].split()]
    assert [one == State.REPAIRED for one in found.state[at]] == [one == "yes" for one in row["reversed"].split()]


def test_first_row_is_reversed_in_its_seventh_session():
    assert sudden_losses(scores(ROWS[0]), PLAIN, 7.0).repaired_at[3] == 6


def test_fourteen_events_of_which_three_are_reversed():
    numbered = np.stack([scores(row) for row in ROWS if row["row"].isdigit()])
    found = sudden_losses(numbered, PLAIN, 7.0)
    assert found.number.sum() == 14
    assert (found.state == State.REPAIRED).sum() == 3


def test_points_of_t():
    np.testing.assert_allclose(CRITICAL[2:], student.ppf(0.975, [2, 3, 4]), atol=5e-4)


def test_the_third_criterion_is_stricter_than_a_t_test():
    # 20.4 against 15.6 with SD 2 on either side: t is 2.94, but the fall of means is under 2.776 SD
    given = np.array([18.4, 20.4, 22.4, 13.6, 15.6, 17.6])
    assert falls(sudden_losses(given, PLAIN, 5.0)) == []
    assert falls(sudden_losses(given - np.array([0, 0, 0, 1, 1, 1]), PLAIN, 5.0)) == [3]


def test_a_rise_is_held_against_a_quarter_too():
    given = np.array([40.0, 40.0, 40.0, 48.0, 48.0, 48.0])
    assert falls(sudden_losses(given, DEPRESSION, 7.0)) == []
    assert falls(sudden_losses(given, DEPRESSION, 7.0, share=None)) == [3]
    assert falls(sudden_gains(given, PLAIN, 7.0, share=None)) == [3]
    assert falls(sudden_losses(given, PLAIN, 7.0, share=None)) == []


def test_half_way_itself_is_not_past_it():
    given = [40.0, 40.0, 40.0, 20.0, 20.0, 20.0, 30.0]
    assert sudden_losses(given, PLAIN, 7.0).state[3] == State.PENDING
    assert sudden_losses([*given, 30.5], PLAIN, 7.0).repaired_at[3] == 7


def test_both_sides_of_the_fall_must_be_there():
    assert falls(sudden_losses([40.0, 40.0, NA, 20.0, 20.0, 20.0], PLAIN, 7.0)) == []
    assert falls(sudden_losses([40.0, 20.0, 20.0, 20.0], PLAIN, 7.0)) == []
    assert falls(sudden_losses([40.0, 40.0, 20.0], PLAIN, 7.0)) == []


@pytest.mark.parametrize(("cutoff", "share"), [(0.0, None), (7.0, 0.0), (7.0, 1.5)])
def test_what_is_no_setting(cutoff, share):
    with pytest.raises(ReattuneError):
        sudden_losses([1.0], SCALE, cutoff, share=share)
