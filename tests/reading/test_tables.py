"""Tables in any form people have them."""

import csv
import io
import os
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.reading import raw, tables
from reattune.reading.tables import Table, normalised, read_columns, read_table


def table_of(tmp_path, content, name="t.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read_table(path, name)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_finds_the_delimiter(tmp_path, delimiter):
    rows = [["id", "amount", "note"], ["1", "80,00", "a; b"], ["2", "1.000,50", "c"]]
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    table = table_of(tmp_path, out.getvalue())
    assert table.header == ("id", "amount", "note")
    assert table.rows == ((2, ("1", "80,00", "a; b")), (3, ("2", "1.000,50", "c")))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_finds_the_encoding(tmp_path, encoding):
    text = "name,note\nJosé,“très bien” – £80\nÅse,gut für mich\n"
    table = table_of(tmp_path, text.encode(encoding))
    assert table.header == ("name", "note")
    assert table.rows[0][1] == ("José", "“très bien” – £80")
    assert bool(table.remarks) == (encoding == "cp1252")


def test_other_scripts_are_not_taken_for_western(tmp_path):
    line = "Занятие перенесено по просьбе клиента, следующая встреча во вторник"
    table = table_of(tmp_path, f"id;note\n1;{line}\n".encode("cp1251"))
    assert table.rows[0][1][1] == line


def test_half_a_character_is_replaced_and_said(tmp_path):
    whole = "id,note\n1,très bien\n2,café".encode()
    table = table_of(tmp_path, whole[:-1])
    assert table.rows[0][1] == ("1", "très bien")
    assert table.rows[1][1] == ("2", "caf\ufffd")
    assert "could not be read" in table.remarks[0]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\n\n , ,\n", "is empty"),
        (b"id,start\n\x00\x01\x02\x03", "no text"),
        (bytes(range(32)) * 50, "no text"),
        (b"PK\x03\x04rest", "workbook"),
        (b"\xd0\xcf\x11\xe0rest", "old workbook"),
        (b"%PDF-1.7", "PDF"),
        (b"a," * 20_000, "more than 16384 cells"),
        (b"x" * 200_000, "too long"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(tmp_path, content, says):
    with pytest.raises(UnreadableError, match=says):
        table_of(tmp_path, content)


def test_a_gigabyte_of_noise_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "noise.csv"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 1024**3)
    monkeypatch.setattr(type(path), "open", lambda *_args, **_kwargs: pytest.fail("it was opened"))
    with pytest.raises(UnreadableError, match="200 MB"):
        read_table(path, "noise.csv")


def test_too_many_rows_are_said_to_be_too_many(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MAX_ROWS", 10)
    assert len(table_of(tmp_path, "a,b\n" + "1,2\n" * 10).rows) == 10
    with pytest.raises(UnreadableError, match="1,000,000 rows"):
        table_of(tmp_path, "a,b\n" + "1,2\n" * 11)


def test_a_folder_or_a_missing_file_is_unreadable(tmp_path):
    with pytest.raises(UnreadableError, match="not a file"):
        read_table(tmp_path, "folder")
    with pytest.raises(UnreadableError, match="could not be opened"):
        read_table(tmp_path / "gone.csv", "gone.csv")


def test_rows_keep_their_numbers_past_blank_ones_and_line_breaks(tmp_path):
    table = table_of(tmp_path, 'a,b\n1,"two\nlines"\n\n,\n3,4\n')
    assert table.rows == ((2, ("1", "two\nlines")), (5, ("3", "4")))


def test_short_rows_are_padded_and_long_ones_said(tmp_path):
    table = table_of(tmp_path, "a,b,c\n1\n1,2,3,,\n1,2,3,4\n")
    assert [row for _number, row in table.rows] == [("1", "", ""), ("1", "2", "3"), ("1", "2", "3", "4")]
    assert "row 4" in table.remarks[0]
    assert dict(list(table.records())[2][1])["column_4"] == "4"


def test_an_open_quotation_mark_spoils_one_row_only(tmp_path):
    table = table_of(tmp_path, 'a,b,c\n1,"open,x\n2,3,4\n3,4,5\n')
    assert table.rows[1:] == ((3, ("2", "3", "4")), (4, ("3", "4", "5")))
    assert "never closed" in table.remarks[0]
    twice = table_of(tmp_path, 'a,b,c\n1,"open,x\n2,3,4\n3,4,"open\n')
    assert len(twice.rows) == 3


def test_a_line_that_names_the_delimiter_is_left_out(tmp_path):
    table = table_of(tmp_path, "sep=;\na;b\n1;2\n")
    assert table.header == ("a", "b")
    assert table.rows == ((3, ("1", "2")),)


def test_headers_are_matched_whatever_their_case_and_spaces(tmp_path):
    assert normalised(" Changed  on ") == normalised("changed-on") == "changed_on"
    table = table_of(tmp_path, "Changed On,paid,Paid,\n1,2,3,4\n")
    assert list(table.records()) == [(2, {"changed_on": "1", "paid": "2", "paid_2": "3", "column_4": "4"})]


def test_the_header_may_stand_below_other_lines(tmp_path):
    table = table_of(tmp_path, "Account;1\n;\nDate;Details;Amount\n2026-01-01;x;1\n").headed_by(["date", "AMOUNT"])
    assert table.header == ("Date", "Details", "Amount")
    assert table.rows == ((4, ("2026-01-01", "x", "1")),)
    assert table.remarks == ()
    assert table.headed_by(["nowhere"]) is table


def test_reads_the_first_filled_sheet(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Visits")
    sheet.append(["Start", "Day", "Fee", "Came", "Text"])
    sheet.append([datetime.fromisoformat("2026-01-06T17:00"), date(2026, 1, 6), 80.0, True, "x"])
    sheet.append([])
    sheet.append([None, None, 80.5, False, None])
    book.save(tmp_path / "book.xlsx")
    table = read_table(tmp_path / "book.xlsx", "book.xlsx")
    assert table.header == ("Start", "Day", "Fee", "Came", "Text")
    assert table.rows[0] == (2, ("2026-01-06 17:00:00", "2026-01-06", "80", "yes", "x"))
    assert table.rows[1] == (4, ("", "", "80.5", "no", ""))
    assert "Visits" in table.remarks[0]
    assert "start" in read_columns(tmp_path / "book.xlsx", "book.xlsx")


def test_a_damaged_workbook_is_unreadable(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["a"])
    book.save(tmp_path / "book.xlsx")
    whole = (tmp_path / "book.xlsx").read_bytes()
    for content in (b"no zip", whole[: len(whole) // 2], b"PK\x03\x04"):
        with pytest.raises(UnreadableError, match="workbook"):
            table_of(tmp_path, content, "broken.xlsx")


def test_json_that_is_cut_off_is_unreadable(tmp_path):
    path = tmp_path / "x.json"
    for content in (b'{"a": ', b"[" * 100_000, b"\xff\xfe"):
        path.write_bytes(content)
        with pytest.raises(UnreadableError, match="no complete JSON"):
            raw.read_json(path, "x.json")


@given(content=st.binary(max_size=400) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_table_or_unreadable(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    try:
        table = read_table(path, "any.csv")
    except UnreadableError:
        return
    assert isinstance(table, Table)
    assert all(len(row) >= len(table.header) for _number, row in table.rows)
    assert len(set(table.columns)) == len(table.columns)


CELL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\x85\u2028\u2029"),
    max_size=8,
)


@given(rows=st.lists(st.lists(CELL, min_size=3, max_size=3), max_size=8), delimiter=st.sampled_from(",;\t|"))
@settings(deadline=None)
def test_nothing_a_table_holds_is_lost(tmp_path_factory, rows, delimiter):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([["a", "b", "c"], *rows])
    path = tmp_path_factory.getbasetemp() / "kept.csv"
    path.write_bytes(out.getvalue().encode())
    table = read_table(path, "kept.csv")
    expected = [(number, tuple(row)) for number, row in enumerate(rows, start=2) if any(cell.strip() for cell in row)]
    assert list(table.rows) == expected


def test_rows_that_hold_nothing_say_nothing_about_the_delimiter(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("start,status\n;\n;\n;\n2026-01-02 10:00,attended\n")
    assert read_table(path, "a.csv").columns == ("start", "status")
