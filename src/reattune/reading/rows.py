"""One row of a table under our field names, and the loop that sets aside what cannot be read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fnmatch import fnmatchcase
from typing import TypeVar

from reattune.language import _
from reattune.model import Quarantined, Source
from reattune.reading.fields import FieldError, to_date, to_datetime, to_decimal, to_yes_no
from reattune.reading.gathered import ColumnMapping, Place
from reattune.reading.tables import Table, normalised

Value = TypeVar("Value")
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Row:
    """A row's cells by normalised header, and where each of our fields is found.

    `names` gives the header a person sees for each field; "" is a field that is in no column, `=word` one that is that
    word on every row. Every reading method returns None for an empty cell and raises `FieldError`, with that header,
    for one that cannot be read.
    """

    file: str
    number: int
    cells: Mapping[str, str]
    names: Mapping[str, str]
    place: Place
    day_first: bool | None = None

    @property
    def source(self) -> Source:
        """Where this row is."""
        return Source(self.file, str(self.number))

    def header(self, field: str) -> str:
        """Return the header a person sees for `field`."""
        name = self.names.get(field) or field
        return field if name.startswith("=") else name

    def text(self, field: str) -> str:
        """Return the field's text, or "" where the cell or the column is missing."""
        name = self.names.get(field, field)
        return name[1:].strip() if name.startswith("=") else self.cells.get(normalised(name), "")

    def day(self, field: str) -> date | None:
        """Return the field's day."""
        return self._read(field, lambda text: to_date(text, day_first=self.day_first))

    def moment(self, field: str) -> datetime | None:
        """Return the field's moment in the practice's time zone; a day alone is its midnight."""
        return self._read(
            field, lambda text: to_datetime(text, self.place.zone, day_first=self.day_first, day_is_enough=True)
        )

    def amount(self, field: str) -> Decimal | None:
        """Return the field's amount of money."""
        return self._read(field, to_decimal)

    def yes_no(self, field: str) -> bool | None:
        """Return the field's yes or no."""
        return self._read(field, to_yes_no)

    def error(self, field: str, why: str) -> FieldError:
        """Return the error that sets this row aside for what `field` says."""
        return FieldError(why, self.header(field))

    def beyond(self, fields: frozenset[str]) -> str:
        """Return the cells outside `fields` as one note, `header: text` each."""
        known = {normalised(self.names.get(field, field)) for field in fields}
        return "; ".join(f"{name}: {text}" for name, text in self.cells.items() if text and name not in known)

    def _read(self, field: str, convert: Callable[[str], Value]) -> Value | None:
        text = self.text(field)
        if not text:
            return None
        try:
            return convert(text)
        except FieldError as error:
            raise self.error(field, error.why) from None


def rows_of(table: Table, place: Place, mapping: ColumnMapping | None, names: Mapping[str, str]) -> Iterator[Row]:
    """Yield a table's rows under our field names: those given, then those of the mapping."""
    fields = {**names, **(mapping.columns if mapping else {})}
    day_first = mapping.day_first if mapping else None
    for number, cells in table.records():
        yield Row(table.name, number, cells, fields, place, day_first)


def read_each(rows: Iterator[Row], read: Callable[[Row], Record]) -> tuple[list[tuple[Row, Record]], list[Quarantined]]:
    """Return what `read` makes of each row, and the rows that it could not read, each with the reason."""
    good: list[tuple[Row, Record]] = []
    aside: list[Quarantined] = []
    for row in rows:
        try:
            good.append((row, read(row)))
        except FieldError as error:
            aside.append(Quarantined(row.file, str(row.number), error.field, error.why))
    return good, aside


def without_repeats(
    rows: list[tuple[Row, Record]], keys: Callable[[Row, Record], tuple[tuple[str, str], ...]]
) -> tuple[list[tuple[Row, Record]], list[Quarantined]]:
    """Keep the first of the rows that share any of their keys (field, value), and set the others aside."""
    first: dict[tuple[str, str], int] = {}
    whole: dict[tuple[str, ...], int] = {}
    good: list[tuple[Row, Record]] = []
    aside: list[Quarantined] = []
    for row, record in rows:
        cells = tuple(row.cells.values())
        same = next(((key[0], first[key]) for key in keys(row, record) if key in first), None)
        if cells in whole:
            why = _("the same as row {row}; remove one or, if both are meant, give each its own id")
            aside.append(Quarantined(row.file, str(row.number), "", why.format(row=whole[cells])))
        elif same is not None:
            why = _("the same {field} as row {row}; keep the one that is right")
            header = row.header(same[0])
            aside.append(Quarantined(row.file, str(row.number), header, why.format(field=header, row=same[1])))
        else:
            good.append((row, record))
            whole[cells] = row.number
            first.update(dict.fromkeys(keys(row, record), row.number))
    return good, aside


def settings_for(path_name: str, place: Place) -> ColumnMapping | None:
    """Return what practice.toml says about a file of this name, if anything."""
    return next((mapping for mapping in place.mappings if _fits(path_name, mapping.file)), None)


def _fits(name: str, pattern: str) -> bool:
    # Without a folder in the pattern any folder is meant; "*/visits.csv" also means one beside practice.toml.
    return any(fnmatchcase(f"/{name}", f"{before}{pattern}") for before in ("", "/", "*/"))
