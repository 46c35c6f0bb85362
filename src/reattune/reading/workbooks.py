"""Rows of a workbook's first filled sheet, as text."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Protocol

from reattune.errors import UnreadableError
from reattune.language import _

_MAX_UNPACKED = 1024 * 1024 * 1024
_MAX_PHYSICAL_ROWS = 1_048_576
_MAX_CELLS = 30_000_000
"""Empty ones between two filled ones count: a small file can ask for billions of them."""


class _Cell(Protocol):
    @property
    def value(self) -> object: ...


def sheet_rows(data: bytes, name: str, at_most: int) -> tuple[list[tuple[int, tuple[str, ...]]], tuple[str, ...]]:
    """Return up to `at_most` filled rows of the first sheet that has any, numbered as in the sheet, and remarks.

    Dates become year-month-day (with the time, where the cell shows one), whole numbers lose their point.

    Raises:
        UnreadableError: If the bytes are no workbook, or one that unpacks to more than 1 GB.

    """
    try:
        _check_size(data, name)
        with warnings.catch_warnings():
            # openpyxl remarks on styles and extensions that do not matter for the cells' values.
            warnings.simplefilter("ignore")
            return _first_filled(data, name, at_most)
    except UnreadableError:
        raise
    except Exception as error:  # a damaged workbook makes openpyxl raise nearly anything
        message = _("{file} could not be read as a workbook; save it again as .xlsx or as CSV")
        raise UnreadableError(message.format(file=name)) from error


def _check_size(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    if unpacked > _MAX_UNPACKED:
        raise UnreadableError(_("{file} unpacks to more than 1 GB and was not read").format(file=name))


def _first_filled(data: bytes, name: str, at_most: int) -> tuple[list[tuple[int, tuple[str, ...]]], tuple[str, ...]]:
    import openpyxl  # noqa: PLC0415  (slow to import, and most folders hold no workbook)

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            # Some programs write a wrong size into the sheet; without it every row is read as it is.
            sheet.reset_dimensions()
            rows = list(_filled(sheet.iter_rows(), name, at_most))
            if rows:
                return rows, _remarks(name, sheet.title, len(book.worksheets))
    finally:
        book.close()
    return [], ()


def _remarks(name: str, sheet: str, sheets: int) -> tuple[str, ...]:
    if sheets == 1:
        return ()
    return (_("{file} has several sheets; only “{sheet}” was read").format(file=name, sheet=sheet),)


def _filled(rows: object, name: str, at_most: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    found = room = 0
    assert isinstance(rows, Iterator)
    for number, row in enumerate(rows, start=1):
        if number > _MAX_PHYSICAL_ROWS:
            raise UnreadableError(_("{file} has more rows than a sheet can hold").format(file=name))
        room += len(row)
        if room > _MAX_CELLS:
            raise UnreadableError(_("{file} unpacks to more than 1 GB and was not read").format(file=name))
        cells = tuple(_text(cell) for cell in row)
        if any(cells):
            yield number, cells
            found += 1
        if found >= at_most:
            return


def _text(cell: _Cell) -> str:
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case datetime():
            shows_time = "h" in str(getattr(cell, "number_format", "h")).lower() or value.time() != time(0)
            return value.isoformat(" ", "seconds") if shows_time else value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
