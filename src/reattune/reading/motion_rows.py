"""Rows of numbers as programs for motion energy write them: any usual separator, a line of names or none."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from reattune.errors import UnreadableError
from reattune.language import _, plural
from reattune.model import Quarantined

Number = float | None

MISSING = frozenset({"", "na", "nan", "n/a", "null", "none", "."})
_SEPARATORS = ("\t", ";", ",")
_COMMA = re.compile(r"^[-+]?\d+,\d+(?:[eE][-+]?\d+)?$")
LOOKED_AT = 20
"""First rows that say what a file is."""
NAMED = 20
"""Rows set aside that are named one by one; more of them are counted."""
LARGEST = 1e12


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a file: names of columns ("" where there are none), values by row, and what was set aside."""

    names: tuple[str, ...]
    values: tuple[tuple[Number, ...], ...]
    quarantined: tuple[Quarantined, ...] = ()

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.names)

    def of(self, columns: Sequence[int]) -> list[tuple[Number, ...]]:
        """Return the values of some columns, row by row."""
        return [tuple(row[column] for column in columns) for row in self.values]


def looks_like_rows(text: str) -> bool:
    """Return whether the first rows of a text are nothing but two and more numbers each."""
    # The last line of a sample may be cut off in the middle.
    lines = [line for line in text.splitlines()[:LOOKED_AT] if line.strip()]
    lines = lines[:-1] if len(lines) > 2 else lines  # noqa: PLR2004
    if not lines:
        return False
    separator = _separator(lines[-1])
    cells = [_cells(line, separator) for line in lines]
    rows = cells[1:] if len(cells) > 1 and _is_names(cells[0]) else cells
    return all(len(row) >= 2 and all(_is_number(one) for one in row) for row in rows)  # noqa: PLR2004


def rows_of(text: str, name: str) -> Rows:
    """Return the rows of a file of motion energy.

    Args:
        text: The file's text.
        name: Its name as a person sees it.

    Returns:
        The rows; one that is not numbers is set aside with its number, and its values are missing.

    Raises:
        UnreadableError: There are no rows, or hardly any is numbers.
    """
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    if not lines:
        raise UnreadableError(_("{file} is empty").format(file=name))
    separator = _separator(lines[len(lines) // 2][1])
    head = _cells(lines[0][1], separator)
    names = tuple(head) if _is_names(head) else ()
    body = lines[1:] if names else lines
    width = len(names) or max((len(_cells(line, separator)) for _number, line in body[:LOOKED_AT]), default=0)
    values, wrong = [], []
    for number, line in body:
        row = _numbers(_cells(line, separator), width)
        if row is None:
            wrong.append(number)
        values.append(row or (None,) * width)
    if width < 2 or not values or 2 * len(wrong) > len(values):  # noqa: PLR2004
        message = _("{file} is not a table of numbers; it needs time_s, client and therapist, or two columns")
        raise UnreadableError(message.format(file=name))
    return Rows(names or ("",) * width, tuple(values), _set_aside(wrong, name))


def _set_aside(wrong: Sequence[int], name: str) -> tuple[Quarantined, ...]:
    why = _("not numbers in every column; its values are taken as missing")
    found = [Quarantined(name, str(number), "", why) for number in wrong[:NAMED]]
    if len(wrong) > NAMED:
        more = plural(
            "{n} further row is not numbers in every column; its values are taken as missing",
            "{n} further rows are not numbers in every column; their values are taken as missing",
            len(wrong) - NAMED,
        )
        found.append(Quarantined(name, "", "", more))
    return tuple(found)


def _separator(line: str) -> str | None:
    """Return what parts a line's cells; None for blanks."""
    found = next((one for one in _SEPARATORS if one in line), None)
    # A comma may also be a decimal comma between blanks.
    blanks = line.split()
    return None if found == "," and len(blanks) > 1 and any(_COMMA.match(one) for one in blanks) else found


def _cells(line: str, separator: str | None) -> list[str]:
    cells = line.split(separator) if separator else line.split()
    return [cell.strip().strip('"').strip() for cell in cells]


def _is_names(cells: Sequence[str]) -> bool:
    return any(cells) and not any(_is_number(one) and one for one in cells)


def _is_number(cell: str) -> bool:
    return cell.casefold() in MISSING or _number(cell) is not None


def _numbers(cells: Sequence[str], width: int) -> tuple[Number, ...] | None:
    # rMEA writes a shorter series without its last cells.
    padded = [*cells, *[""] * (width - len(cells))]
    if len(padded) != width or not any(padded) or not all(_is_number(one) for one in padded):
        return None
    return tuple(None if one.casefold() in MISSING else _number(one) for one in padded)


def _number(cell: str) -> float | None:
    try:
        value = float(cell.replace(",", ".") if _COMMA.match(cell) else cell)
    except ValueError:
        return None
    return value if math.isfinite(value) and abs(value) <= LARGEST else None
