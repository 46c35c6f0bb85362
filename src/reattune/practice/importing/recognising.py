"""What a file is: known by its beginning, its columns, a preset or its name; else a person says it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from reattune.errors import ReattuneError, UnreadableError
from reattune.practice import keys, models
from reattune.practice.importing.held import Held
from reattune.reading.gathered import ColumnMapping
from reattune.reading.known import recognise
from reattune.reading.layout import FileKind
from reattune.reading.tables import Table, read_table

_CALENDAR = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*BEGIN:VCALENDAR", re.IGNORECASE)
_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
EVERY_FILE = "*"
_DIGITS = re.compile(r"\d.*\d")
_GLIMPSE = 256 * 1024
_TOP = 20
_OWN: tuple[tuple[FileKind, frozenset[str]], ...] = (
    (FileKind.CHECK_INS, frozenset({"date", "by", "share"})),
    (FileKind.CHECK_INS, frozenset({"date", "by", "felt_off"})),
    (FileKind.RATINGS, frozenset({"session_date", "instrument"})),
    (FileKind.PAYMENTS, frozenset({"session_date", "paid"})),
    (FileKind.PAYMENTS, frozenset({"due", "paid"})),
    (FileKind.APPOINTMENTS, frozenset({"start", "status"})),
    (FileKind.APPOINTMENTS, frozenset({"date", "time", "status"})),
)
"""The plain-folder contract's own columns say what a table is, whatever it is called."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a file is to be read; without a kind, a person has to say what its columns are."""

    kind: FileKind | None
    mapping: ColumnMapping | None = None
    reader: str = ""
    """The program whose export it is, where it is known by its content."""


def way_of(file: Held) -> Way:
    """Return how a file is read.

    Args:
        file: The file.

    Raises:
        UnreadableError: It holds nothing, or is damaged.
    """
    name = file.name.casefold()
    if name == FileKind.EPISODES.value:
        return Way(FileKind.EPISODES)
    if _CALENDAR.search(file.content) or name.endswith(".ics"):
        return Way(FileKind.CALENDAR)
    if is_check_ins(file):
        # What people say to each other is never read as anything else.
        return Way(FileKind.CHECK_INS, _preset(file, only=FileKind.CHECK_INS))
    mapping = _preset(file)
    if mapping is not None and mapping.columns:
        return Way(FileKind(mapping.kind), mapping)
    known = _known(file)
    if known:
        return Way(FileKind.KNOWN, mapping, known)
    return Way(_by_columns(file), mapping)


def columns_of(file: Held) -> frozenset[str]:
    """Return a table's columns, none where it is no table.

    Raises:
        UnreadableError: It is a table's file, and cannot be read.
    """
    return frozenset(head_of(file).columns) if is_table(file) else frozenset()


def is_table(file: Held) -> bool:
    """Say whether a file's name is that of a table."""
    return file.name.casefold().endswith(_TABLES)


def is_check_ins(file: Held) -> bool:
    """Say whether a table's name says that it holds what people said to each other."""
    return is_table(file) and file.name.casefold().startswith(FileKind.CHECK_INS.value)


def head_of(file: Held) -> Table:
    """Return a table's first rows, below the row that holds its columns' names.

    Statements often begin with lines about the account: the names are in the first row that is as full as any.

    Raises:
        UnreadableError: It is no table, or empty.
    """
    text = not file.name.casefold().endswith((".xlsx", ".xlsm"))
    first = Held.of(
        file.name, file.content[:_GLIMPSE].rpartition(b"\n")[0] if text and _is_long(file) else file.content
    )
    table = read_table(first, file.name)
    if is_check_ins(file) or any(own <= set(table.columns) for _kind, own in _OWN):
        return table
    named = [table.header, *(row for _number, row in table.rows[:_TOP] if _is_names(row))]
    fullest = max(named, key=_filled)
    return table if fullest is table.header else table.headed_by(cell for cell in fullest if cell.strip())


def _is_names(row: tuple[str, ...]) -> bool:
    """Say whether a row's cells can be the names of columns: words, and no day or amount."""
    return all(any(letter.isalpha() for letter in cell) and not _DIGITS.search(cell) for cell in row if cell.strip())


def _is_long(file: Held) -> bool:
    return len(file.content) > _GLIMPSE and b"\x00" not in file.content[:_GLIMPSE]


def _filled(row: tuple[str, ...]) -> int:
    return sum(1 for cell in row if cell.strip())


def headers_digest(columns: frozenset[str]) -> str:
    """Return what the same export's columns are found again by."""
    return keys.vault().digest("headers", "\n".join(sorted(columns)))


def mapping_of(kind: str, words: Mapping[str, Any]) -> ColumnMapping:
    """Return a mapping as it is kept in a row's words."""
    return ColumnMapping(
        file=EVERY_FILE,
        kind=kind,
        columns=dict(words.get("columns") or {}),
        status=dict(words.get("status") or {}),
        day_first=words.get("day_first"),
    )


def preset_for(columns: frozenset[str]) -> models.Preset | None:
    """Return the preset that a person saved for these columns, if there is one."""
    return models.Preset.objects.filter(headers=headers_digest(columns)).first() if columns else None


def _preset(file: Held, only: FileKind | None = None) -> ColumnMapping | None:
    found = preset_for(_columns_or_none(file))
    if found is None or (only is not None and found.kind != only):
        return None
    return mapping_of(found.kind, found.words)


def _columns_or_none(file: Held) -> frozenset[str]:
    try:
        return columns_of(file)
    except UnreadableError:
        return frozenset()


def _known(file: Held) -> str:
    try:
        return recognise(file) or ""
    # Where an installed package offers something that is no reader; ours were asked first.
    except UnreadableError:
        raise
    except ReattuneError:
        return ""


def _by_columns(file: Held) -> FileKind | None:
    columns = columns_of(file)
    by_own = next((kind for kind, own in _OWN if own <= columns), None)
    if by_own is not None:
        return by_own
    stems = (FileKind.APPOINTMENTS, FileKind.PAYMENTS, FileKind.RATINGS)
    named = next((kind for kind in stems if file.name.casefold().startswith(kind)), None)
    needed = {FileKind.APPOINTMENTS: {"start", "date"}, FileKind.PAYMENTS: {"session_date", "due", "paid"}}
    # A table with the right name and none of the columns it needs is asked about rather than set aside whole.
    return named if named and needed.get(named, {"session_date"}) & columns else None
