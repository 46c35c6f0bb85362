"""The rows of a check-in file, each read by itself.

Elsewhere encoding, delimiter and quotation marks are judged from a whole file. Here that would let a row that is not
shared change how a shared one is read, so each is judged from the header, or from the row alone.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from reattune.reading.raw import read_bytes
from reattune.reading.workbooks import sheet_rows

_DELIMITERS = b",;\t|"
_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_FIRST_HALVES = (b"\xc2", b"\xc3")
_LONGEST = 400
"""Lines that one row may go over."""
_MAX_ROWS = 1_000_000


def check_in_rows(path: Path, name: str) -> tuple[tuple[str, ...], Iterator[tuple[str, ...]]]:
    """Return the header and the rows below it, empty rows left out.

    Raises:
        UnreadableError: Where the file cannot be opened, is empty or is a broken workbook.
    """
    data = read_bytes(path, name)
    if path.suffix.lower() in {".xlsx", ".xlsm"}:
        rows = [cells for _number, cells in sheet_rows(data, name, _MAX_ROWS)[0]]
        return (rows[0] if rows else ()), iter(rows[1:])
    lines = [line for line in _utf8(data).splitlines() if line.strip()]
    if lines and lines[0].lower().startswith(b"sep="):
        lines = lines[1:]
    if not lines:
        return (), iter(())
    delimiter = chr(max(_DELIMITERS, key=lines[0].count))
    header = _cells(lines[0], delimiter, strict=False)
    return header, _rows(lines[1:], delimiter, len(header))


def _utf8(data: bytes) -> bytes:
    """Turn marked UTF-16 into UTF-8; leave all else as it is, to be judged cell by cell."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").encode("utf-8", "replace")
    if data[1:2] == b"\x00":
        return data.decode("utf-16-le", "replace").encode("utf-8", "replace")
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"")


def _rows(lines: list[bytes], delimiter: str, width: int) -> Iterator[tuple[str, ...]]:
    at = 0
    while at < len(lines):
        cells, used = _row(lines, at, delimiter, width)
        at += used
        if any(cell.strip() for cell in cells):
            yield cells


def _row(lines: list[bytes], at: int, delimiter: str, width: int) -> tuple[tuple[str, ...], int]:
    """Return one row and how many lines it goes over.

    Where quotation marks are not closed properly the first line stands alone: the slip spoils one row and no other.
    """
    marks = lines[at].count(b'"')
    if marks % 2 == 0:
        return _cells(lines[at], delimiter, strict=False), 1
    for used in range(2, min(_LONGEST, len(lines) - at) + 1):
        marks += lines[at + used - 1].count(b'"')
        if marks % 2 == 0:
            cells = _cells(b"\n".join(lines[at : at + used]), delimiter, strict=True)
            if 0 < len(cells) <= width:
                return cells, used
    return _cells(lines[at], delimiter, strict=False), 1


def _cells(record: bytes, delimiter: str, *, strict: bool) -> tuple[str, ...]:
    # Latin-1 gives every byte a letter and back, so that each cell can be decoded for itself afterwards.
    lines = record.decode("latin-1").split("\n")
    ended = [f"{line}\n" for line in lines[:-1]] + lines[-1:]
    try:
        rows = list(csv.reader(ended, delimiter=delimiter, strict=strict))
    except csv.Error:
        rows = [] if strict else [record.decode("latin-1").split(delimiter)]
    return _decoded([cell.encode("latin-1") for cell in rows[0]]) if len(rows) == 1 else ()


def _decoded(cells: list[bytes]) -> tuple[str, ...]:
    """Decode one row's cells: UTF-8, also with a few bytes broken or cut off, else Windows-1252.

    What is broken is judged from this row alone. A cell that is UTF-8 as a whole is read so in any case.
    """
    broken = [cell for cell in cells if not _is_utf8(cell)]
    letters = "".join(cell.decode("utf-8", "ignore") for cell in cells)
    damaged = not letters.isascii() or all(_cut_off(cell) for cell in broken)
    encoding = "utf-8" if damaged else "cp1252"
    return tuple(cell.decode("utf-8" if _is_utf8(cell) else encoding, "replace") for cell in cells)


def _is_utf8(cell: bytes) -> bool:
    try:
        cell.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _cut_off(cell: bytes) -> bool:
    """Tell whether the only broken bytes of a cell are the beginning of a letter at its end.

    One byte alone is as well a Western letter ("café" in Windows-1252), but for the two that begin nearly all accented
    letters in UTF-8 and hardly ever end a word.
    """
    try:
        cell.decode("utf-8")
    except UnicodeDecodeError as error:
        tail = cell[error.start :]
        return error.reason == "unexpected end of data" and (len(tail) > 1 or tail in _FIRST_HALVES)
    return False
