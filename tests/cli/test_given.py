"""Days and budgets as they are typed."""

from datetime import date

import pytest
import typer

from reattune.cli.given import budget, day


def test_what_is_a_day_or_a_number_is_taken():
    assert day("2026-03-31") == date(2026, 3, 31)
    assert budget("0.5") == 0.5


@pytest.mark.parametrize("text", ["soon", "2026-02-30", "1899-12-31", "2200-01-01", ""])
def test_other_days_are_refused_with_a_sentence(text):
    with pytest.raises(typer.BadParameter):
        day(text)


@pytest.mark.parametrize("text", ["0", "-1", "nan", "inf", "much"])
def test_other_budgets_are_refused_with_a_sentence(text):
    with pytest.raises(typer.BadParameter):
        budget(text)
