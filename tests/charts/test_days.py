"""Days in words."""

from datetime import date

from reattune.charts import day, day_and_month, month


def test_a_day_is_written_as_people_write_it():
    assert day(date(2026, 3, 3)) == "3 Mar 2026"
    assert day_and_month(date(2026, 12, 31)) == "31 Dec"


def test_every_month_has_a_name_of_its_own():
    assert len({month(number) for number in range(1, 13)}) == 12
