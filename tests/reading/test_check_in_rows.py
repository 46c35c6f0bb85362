import pytest
from openpyxl import Workbook

from reattune.errors import UnreadableError
from reattune.reading.check_in_rows import check_in_rows


@pytest.fixture
def rows(tmp_path):
    def _rows(data):
        path = tmp_path / "check_ins.csv"
        path.write_bytes(data)
        header, below = check_in_rows(path, "check_ins.csv")
        return header, list(below)

    return _rows


def test_the_delimiter_is_the_headers_own_whatever_the_rows_hold(rows):
    header, below = rows(b"date;words\n2026-03-10;one, two, three, four\n")
    assert header == ("date", "words")
    assert below == [("2026-03-10", "one, two, three, four")]


def test_a_line_for_spreadsheets_and_empty_rows_are_left_out(rows):
    assert rows(b"\xef\xbb\xbfsep=;\ndate;words\n\n;\n2026-03-10;a\n") == (("date", "words"), [("2026-03-10", "a")])


def test_each_cell_is_decoded_by_itself(rows):
    _header, below = rows(b"date,words\n2026-03-10,caf\xe9\n2026-03-17,caf\xc3\xa9\n")
    assert [words for _day, words in below] == ["café", "café"]


def test_a_closed_quotation_goes_over_lines_and_an_open_one_spoils_its_own_only(rows):
    header, below = rows(b'date,words\n2026-03-10,"two\nlines"\n2026-03-17,"open\n2026-03-24,after\n')
    assert below[0] == ("2026-03-10", "two\nlines")
    assert below[-1] == ("2026-03-24", "after")
    assert (len(header), len(below)) == (2, 3)
    # Closed further down, but into more cells than the header has: a slip, and no row over two lines.
    assert rows(b'date,words\nd,"open\ne",x,y\n')[1] == [("d", "open"), ('e"', "x", "y")]


def test_an_empty_file_is_unreadable_and_an_empty_sheet_has_no_header(rows, tmp_path):
    with pytest.raises(UnreadableError, match=r"check_ins\.csv is empty"):
        rows(b"")
    Workbook().save(tmp_path / "check_ins.xlsx")
    header, below = check_in_rows(tmp_path / "check_ins.xlsx", "check_ins.xlsx")
    assert (header, list(below)) == ((), [])


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (b"caf\xc3\xa9 na\xef", "caf\u00e9 na\ufffd"),
        (b"so\xe2\x80", "so\ufffd"),
        (b"caf\xc3", "caf\ufffd"),
        (b"caf\xe9", "caf\u00e9"),
        (b"na\xefve", "na\u00efve"),
    ],
)
def test_a_row_in_utf8_with_a_broken_tail_is_not_read_as_another_encoding(rows, row, expected):
    assert rows(b"date,words\nd," + row + b"\n")[1] == [("d", expected)]


def test_how_a_row_is_decoded_is_no_matter_of_the_rows_around_it(rows):
    broken, other = b"d,caf\xe9\n", "d,\u00e9\u00e8\n".encode()
    _header, below = rows(b"date,words\n" + other + broken + other)
    assert [below[1]] == rows(b"date,words\n" + broken)[1]
