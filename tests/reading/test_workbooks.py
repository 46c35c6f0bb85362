import io
from datetime import date, datetime, time

import openpyxl
import pytest

from reattune.errors import UnreadableError
from reattune.reading import workbooks
from reattune.reading.workbooks import sheet_rows


def saved(*rows, formats=None):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cell, shown in (formats or {}).items():
        book.active[cell].number_format = shown
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_midnight_is_written_only_where_the_cell_shows_a_time():
    night, evening = datetime.fromisoformat("2026-01-06T00:00"), datetime.fromisoformat("2026-01-06T17:00")
    day = "yyyy-mm-dd"
    data = saved([night, night, evening], formats={"A1": day, "B1": "yyyy-mm-dd hh:mm", "C1": day})
    assert sheet_rows(data, "a.xlsx", 9)[0] == [(1, ("2026-01-06", "2026-01-06 00:00:00", "2026-01-06 17:00:00"))]


def test_every_other_cell_is_the_text_a_person_would_type():
    data = saved([80.0, 80.5, 3, True, False, None, " a ", time(17, 0), date(2026, 1, 6)])
    expected = ("80", "80.5", "3", "yes", "no", "", " a ", "17:00:00", "2026-01-06")
    assert sheet_rows(data, "a.xlsx", 9) == ([(1, expected)], ())


def test_rows_are_counted_as_in_the_sheet_and_no_more_are_read_than_wanted():
    data = saved(["a"], [], ["b"], ["c"])
    assert sheet_rows(data, "a.xlsx", 2)[0] == [(1, ("a",)), (3, ("b",))]
    assert sheet_rows(saved(), "a.xlsx", 2) == ([], ())


def test_a_workbook_that_unpacks_too_large_is_not_unpacked(monkeypatch):
    monkeypatch.setattr(workbooks, "_MAX_UNPACKED", 100)
    monkeypatch.setattr(openpyxl, "load_workbook", lambda *_args, **_more: pytest.fail("it was unpacked"))
    with pytest.raises(UnreadableError, match=r"a\.xlsx unpacks to more than 1 GB"):
        sheet_rows(saved(["a"]), "a.xlsx", 9)


def test_a_small_file_that_asks_for_very_many_cells_is_not_read(monkeypatch):
    monkeypatch.setattr(workbooks, "_MAX_CELLS", 100)
    book = openpyxl.Workbook()
    for row in range(1, 4):
        book.active.cell(row, 60, 1)
    data = io.BytesIO()
    book.save(data)
    with pytest.raises(UnreadableError, match="unpacks"):
        sheet_rows(data.getvalue(), "a.xlsx", 9)


def test_what_is_no_workbook_says_what_to_do():
    with pytest.raises(UnreadableError, match=r"save it again as \.xlsx or as CSV"):
        sheet_rows(b"a,b\n1,2\n", "a.xlsx", 9)
