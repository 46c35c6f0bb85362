"""How much would have come up, as sentences and rows that any face can set."""

from dataclasses import replace
from datetime import date

import pytest

from reattune.account.calibrated import calibrated
from reattune.model import Threshold


def test_a_row_stands_for_each_budget_and_a_cell_for_each_column(gone_through):
    told = calibrated(gone_through)
    assert told.columns == (
        "budget a month",
        "came up",
        "away",
        "being met",
        "changed",
        "added",
        "at most",
        "a month",
        "people",
        "longest without",
    )
    assert told.rows[2] == ("2, yours", "9", "6", "2", "1", "2", "about 14", "0.5", "3", "12 weeks")
    assert told.own == (False, False, True, False)
    assert {len(row) for row in told.rows} == {len(told.columns)}


def test_above_the_table_stands_what_was_gone_through(gone_through):
    told = calibrated(gone_through)
    assert told.title == "How much would have come up"
    assert told.covers == "6 Jan 2025 to 30 Jun 2026, 3 relationships, 160 agreed sessions"
    assert "nobody can know" in told.opening[0]
    assert told.opening[-1].startswith("At your budget of 2 a month 9 noticings came up")


@pytest.mark.parametrize("threshold", list(Threshold))
def test_no_word_of_it_judges(threshold, gone_through, hands):
    told = calibrated(replace(gone_through, threshold=threshold))
    assert hands.never_said(" ".join((*told.opening, *told.columns, *told.closing))) == set()


def test_the_simulated_threshold_calls_its_budget_spent(gone_through):
    told = calibrated(replace(gone_through, threshold=Threshold.SIMULATED))
    assert "spent" in told.columns
    assert "at most" not in told.columns


@pytest.mark.parametrize(("ticks", "end"), [(0, date(2026, 6, 30)), (40, date(2025, 3, 1))])
def test_where_there_is_too_little_that_alone_is_said(ticks, end, gone_through):
    told = calibrated(replace(gone_through, ticks=ticks, end=end))
    assert told.too_little.startswith("Too little to say")
    assert (told.opening, told.columns, told.rows, told.own, told.closing) == ((), (), (), (), ())
    assert bool(told.covers) == bool(ticks)


def test_a_direction_nobody_went_in_has_no_column(gone_through, hands):
    told = calibrated(replace(gone_through, budgets=(hands.line(2.0, 2, own=True, away=2),)))
    assert "away" in told.columns
    assert "against" not in told.columns
