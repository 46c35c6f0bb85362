"""The budget: from the past only, never above 1/50."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.noticing.budget import MOST, Budget

START = date(2025, 1, 6)
WEEKLY = [START + timedelta(weeks=week) for week in range(60)]


def test_a_month_of_ticks_spends_the_monthly_budget():
    ticks = WEEKLY * 40
    day = START + timedelta(weeks=40)
    assert Budget(2.0, ticks).at(day) == pytest.approx(2.0 / (40 * 365.25 / 12 / 7), rel=1e-3)


def test_small_caseloads_and_short_pasts_never_spend_more_than_one_in_fifty():
    assert Budget(2.0, WEEKLY).at(START + timedelta(weeks=40)) == MOST
    assert Budget(2.0, WEEKLY * 40).at(START + timedelta(days=27)) == MOST
    assert Budget(2.0, []).at(START) == MOST
    assert Budget(0.1, WEEKLY * 400, known=False).at(START + timedelta(weeks=40)) == MOST


@given(st.integers(0, 400), st.lists(st.integers(0, 200), max_size=40))
def test_nothing_after_the_day_matters(day, later):
    asked = START + timedelta(days=day)
    more = [asked + timedelta(days=extra) for extra in later]
    assert Budget(2.0, WEEKLY * 30).at(asked) == Budget(2.0, WEEKLY * 30 + more).at(asked)
