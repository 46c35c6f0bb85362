"""Tables as people have them: delimited text in any usual encoding, or the first filled sheet of a workbook."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reattune.errors import UnreadableError
from reattune.language import _, plural
from reattune.reading.raw import decode, read_bytes
from reattune.reading.workbooks import sheet_rows

MAX_ROWS = 1_000_000
MAX_COLUMNS = 16_384
_DELIMITERS = (",", ";", "\t", "|")
_GLIMPSE = 256 * 1024
_END = "\x1e"
_ARCHIVE = b"PK\x03\x04"

Rows = Iterable[tuple[int, tuple[str, ...]]]


@lru_cache(maxsize=4096)
def normalised(header: str) -> str:
    """Return a header in the form it is matched in: lower case, with spaces, hyphens and points as `_`."""
    return re.sub(r"[\s\-.]+", "_", header.strip().casefold())


@dataclass(frozen=True, slots=True)
class Table:
    """A header and its rows, each with its number as a person sees it (the header of a plain file is row 1).

    Numbers count records, not lines: a record whose cell holds line breaks is one row, as in a spreadsheet.
    A row has at least as many cells as the header (short rows are padded); further cells are kept.
    `name` is the file's name as a person sees it; `remarks` say what had to be assumed.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    remarks: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The normalised headers, made unique: a repeated `paid` becomes `paid_2`, an empty one `column_4`."""
        return _unique(self.header)

    def records(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Yield each row's number and its cells, stripped, by normalised header."""
        columns = self.columns
        for number, row in self.rows:
            names = columns + tuple(f"column_{place}" for place in range(len(columns) + 1, len(row) + 1))
            yield number, {name: cell.strip() for name, cell in zip(names, row, strict=True)}

    def headed_by(self, wanted: Iterable[str]) -> "Table":
        """Return the table as headed by the first of its top rows that has all `wanted` columns.

        Bank statements often begin with lines about the account. Without such a row the table stays as it is.
        """
        names = {normalised(name) for name in wanted}
        if names <= set(self.columns):
            return self
        for index, (_place, row) in enumerate(self.rows[:50]):
            if names <= set(_unique(row)):
                plain = set(self.remarks) - set(_longer_rows(self.name, self.header, self.rows))
                kept = tuple(remark for remark in self.remarks if remark in plain)
                return _table(self.rows[index:], kept, self.name)
        return self


def read_table(path: Path, name: str) -> Table:
    """Read a .csv, .tsv, .txt or .xlsx file.

    Args:
        path: The file.
        name: Its name as a person sees it.

    Returns:
        The table; wholly empty rows are left out, and their numbers with them.

    Raises:
        UnreadableError: If it is empty, no table, or has more than 200 MB or 1,000,000 rows.

    """
    data = read_bytes(path, name)
    if path.suffix.lower() in {".xlsx", ".xlsm"}:
        return _table(*sheet_rows(data, name, MAX_ROWS + 2), name)
    return _text_table(data, name)


def table_of(data: bytes, name: str) -> Table:
    """Return the table in a file's bytes: a workbook where they are one, else delimited text.

    Raises:
        UnreadableError: As `read_table` does.

    """
    if data.startswith(_ARCHIVE):
        return _table(*sheet_rows(data, name, MAX_ROWS + 2), name)
    return _text_table(data, name)


def columns_of(data: bytes, name: str) -> frozenset[str]:
    """Return the normalised headers of the table in a file's bytes, of text in its first 256 KB.

    Raises:
        UnreadableError: If there is no table in them.

    """
    if data.startswith(_ARCHIVE):
        return frozenset(_table(*sheet_rows(data, name, 20), name).columns)
    return frozenset(_text_table(data[:_GLIMPSE], name).columns)


def _text_table(data: bytes, name: str) -> Table:
    text, remarks = decode(data, name)
    rows, further = _text_rows(text, name)
    return _table(rows, remarks + further, name)


def read_columns(path: Path, name: str) -> frozenset[str]:
    """Return the normalised headers of a table from its first 256 KB, without reading the rest.

    Raises:
        UnreadableError: If there is no table in it.

    """
    if path.suffix.lower() in {".xlsx", ".xlsm"}:
        return frozenset(_table(*sheet_rows(read_bytes(path, name), name, 20), name).columns)
    return frozenset(_text_table(read_bytes(path, name, at_most=_GLIMPSE), name).columns)


def _table(rows: Rows, remarks: tuple[str, ...], name: str) -> Table:
    filled = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    if not filled:
        raise UnreadableError(_("{file} is empty").format(file=name))
    if len(filled) - 1 > MAX_ROWS:
        message = _("{file} has more than 1,000,000 rows and was not read; split it")
        raise UnreadableError(message.format(file=name))
    header = _trimmed(filled[0][1])
    if max(len(cells) for _number, cells in filled) > MAX_COLUMNS:
        message = _("{file} has rows of more than {columns} cells, which no table of ours has; export it again")
        raise UnreadableError(message.format(file=name, columns=MAX_COLUMNS))
    body = tuple((number, _padded(cells, len(header))) for number, cells in filled[1:])
    return Table(name, header, body, remarks + _longer_rows(name, header, body))


def _longer_rows(name: str, header: tuple[str, ...], rows: Rows) -> tuple[str, ...]:
    longer = [number for number, cells in rows if any(cell.strip() for cell in cells[len(header) :])]
    if not longer:
        return ()
    counted = plural("{n} row has more cells", "{n} rows have more cells", len(longer))
    message = _("in {file}, {counted} than the header (first: row {row}); a comma may be missing its quotation marks")
    return (message.format(file=name, counted=counted, row=longer[0]),)


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    size = max((place for place, cell in enumerate(cells, start=1) if cell.strip()), default=0)
    return tuple(cell.strip() for cell in cells[:size])


def _padded(cells: tuple[str, ...], size: int) -> tuple[str, ...]:
    kept = cells[: max(size, len(_trimmed(cells)))]
    return kept + ("",) * (size - len(kept))


def _unique(header: tuple[str, ...]) -> tuple[str, ...]:
    names: list[str] = []
    seen: Counter[str] = Counter()
    for place, title in enumerate(header, start=1):
        name = normalised(title) or f"column_{place}"
        seen[name] += 1
        candidate = name if seen[name] == 1 else f"{name}_{seen[name]}"
        while candidate in names:
            seen[name] += 1
            candidate = f"{name}_{seen[name]}"
        names.append(candidate)
    return tuple(names)


def _text_rows(text: str, name: str) -> tuple[Rows, tuple[str, ...]]:
    delimiter = _delimiter(text)
    with suppress(csv.Error):
        rows = _parsed(text, delimiter)
        if rows is not None:
            return _without_separator_line(rows), ()
    try:
        # A quotation mark is never closed: read line by line, so that it spoils one row and not all that follow.
        lines = text.splitlines()
        single = [next(csv.reader([line], delimiter=delimiter), []) for line in lines[: MAX_ROWS + 2]]
    except csv.Error as error:
        message = _("{file} has a cell or line that is too long for a table ({error})")
        raise UnreadableError(message.format(file=name, error=error)) from error
    remark = _("a quotation mark in {file} is never closed; its rows were read line by line")
    return _without_separator_line(single), (remark.format(file=name),)


def _without_separator_line(rows: list[list[str]]) -> Rows:
    """Number the rows, and empty the line `sep=;` that tells Excel its delimiter."""
    numbered = ((number, tuple(cells)) for number, cells in enumerate(rows, start=1))
    if rows and re.fullmatch(r"sep=.?", "".join(rows[0]).strip(), re.IGNORECASE):
        next(numbered)
    return numbered


def _parsed(text: str, delimiter: str) -> list[list[str]] | None:
    """Return all records, or None where a quotation mark swallows what are plainly further rows."""
    # The mark at the end comes out as a record of its own unless an open quotation mark has swallowed it.
    reader = csv.reader(io.StringIO(f"{text}\n{_END}\n", newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    line = 0
    for row in reader:
        if reader.line_num - line > 1 and _swallows(row, delimiter, len(rows[0]) if rows else 0):
            return None
        line = reader.line_num
        rows.append(row)
        if len(rows) > MAX_ROWS + 5:
            break
    return rows[:-1] if rows[-1] == [_END] or len(rows) > MAX_ROWS else None


def _swallows(row: list[str], delimiter: str, width: int) -> bool:
    inner = (line for cell in row if "\n" in cell or "\r" in cell for line in cell.splitlines()[1:])
    return width > 2 and any(line.count(delimiter) >= width - 1 for line in inner)  # noqa: PLR2004 - two columns say little


def _delimiter(text: str) -> str:
    """Return the delimiter that cuts the first lines into equally many cells, more than one of them."""
    sample = text[:_GLIMPSE].splitlines(keepends=True)[:50]
    first = sample[0].strip() if sample else ""
    if re.fullmatch(r"sep=[,;\t|]", first, re.IGNORECASE):
        return first[-1]
    scored = [(_consistency(sample, delimiter), -place) for place, delimiter in enumerate(_DELIMITERS)]
    return _DELIMITERS[-max(scored)[1]]


def _consistency(lines: list[str], delimiter: str) -> tuple[float, int]:
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if any(row)]
    except csv.Error:
        return (0.0, 0)
    usual, count = Counter(widths).most_common(1)[0] if widths else (0, 0)
    return (count / len(widths), usual) if usual > 1 else (0.0, 0)
