from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from reattune.reading.gathered import ColumnMapping, Place
from reattune.reading.rows import read_each, rows_of, settings_for, without_repeats
from reattune.reading.tables import Table

LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def rows(tmp_path):
    def _rows(header, *lines, mapping=None, **names):
        table = Table("a.csv", tuple(header), tuple(enumerate(lines, start=2)))
        return rows_of(table, Place(tmp_path, LONDON), mapping, names)

    return _rows


def test_a_mapping_stands_above_the_names_a_reader_knows_and_may_give_a_word_for_every_row(rows):
    mapping = ColumnMapping(
        "a.csv", "payments", {"amount": "Fee", "status": "= paid ", "method": ""}, {}, day_first=True
    )
    (row,) = rows(("Fee", "Sum", "When"), ("80", "90", "03/04/2026"), mapping=mapping, amount="Sum", due="When")
    assert (row.amount("amount"), row.text("status"), row.text("method")) == (Decimal(80), "paid", "")
    assert row.moment("due") == datetime(2026, 4, 3, tzinfo=LONDON)


def test_a_row_set_aside_is_named_by_the_header_a_person_sees(rows):
    every = rows(("Fee",), ("80",), ("eighty",), ("",), amount="Fee")
    good, (aside,) = read_each(every, lambda row: row.amount("amount"))
    assert [(row.number, amount) for row, amount in good] == [(2, Decimal(80)), (4, None)]
    assert (aside.file, aside.row, aside.field) == ("a.csv", "3", "Fee")


def test_of_rows_that_share_a_key_the_first_is_kept_and_the_others_point_to_it(rows):
    every = rows(("Ref", "Fee"), ("x", "1"), ("y", "2"), ("x", "3"), ("y", "2"), ("", "1"), ("", "4"), id="Ref")
    read, _aside = read_each(every, lambda row: row.text("id"))
    good, aside = without_repeats(read, lambda _row, ref: (("id", ref),) if ref else ())
    assert [row.number for row, _ref in good] == [2, 3, 6, 7]
    assert [(each.row, each.field) for each in aside] == [("4", "Ref"), ("5", "")]
    assert ["row 2" in aside[0].why, "row 3" in aside[1].why] == [True, True]


def test_cells_in_no_known_column_are_kept_as_a_note(rows):
    (row,) = rows(("Ref", "Fee", "Room", "Empty"), ("x", "80", "blue", ""), id="Ref")
    assert row.beyond(frozenset({"id", "fee"})) == "room: blue"


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("visits.csv", {"visits.csv", "heron/visits.csv"}),
        ("heron/visits.csv", {"heron/visits.csv"}),
        ("*/visits.csv", {"visits.csv", "heron/visits.csv"}),
        ("*.csv", {"visits.csv", "heron/visits.csv", "my visits.csv"}),
        ("Visits.csv", set()),
    ],
)
def test_which_files_a_mapping_is_about(tmp_path, pattern, fits):
    place = Place(tmp_path, LONDON, (ColumnMapping(pattern, "appointments", {}, {}),))
    names = ("visits.csv", "heron/visits.csv", "my visits.csv", "visits.xlsx")
    assert {name for name in names if settings_for(name, place) is not None} == fits
