"""One definition's fields, read one at a time, each mistake named by file and field."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reattune.errors import ReattuneError
from reattune.language import _


class DefinitionError(ReattuneError):
    """An instrument's definition that cannot be meant; `field` names where."""

    def __init__(self, file: str, field: str, why: str) -> None:
        self.file = file
        self.field = field
        self.why = why
        super().__init__(f"{file}, {field}: {why}.")


@dataclass(frozen=True, slots=True)
class Cells:
    """The fields of one table in a definition; `prefix` is where the table stands in the file."""

    content: Mapping[str, object]
    file: str
    prefix: str = ""

    def error(self, field: str, why: str) -> DefinitionError:
        """Return the error to raise about `field`."""
        return DefinitionError(self.file, f"{self.prefix}{field}", why)

    def text(self, field: str, *, required: bool = False) -> str:
        """Return a text, or "" where there is none."""
        value = self.content.get(field)
        if value is None and not required:
            return ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str) or (required and not value.strip()):
            raise self.error(field, _("is missing; write it as text"))
        return " ".join(value.split())

    def choice(self, field: str, allowed: Sequence[str], *, default: str | None) -> str:
        """Return one of `allowed`; with `default` None the field is required."""
        value = self.content.get(field, default)
        if not isinstance(value, str) or value not in allowed:
            raise self.error(field, _("must be one of: {words}").format(words=", ".join(allowed)))
        return value

    def yes_no(self, field: str) -> bool | None:
        """Return true, false, or None where it is not known."""
        value = self.content.get(field)
        if value is None or isinstance(value, bool):
            return value
        raise self.error(field, _("must be true or false, or left out where it is not known"))

    def number(self, field: str) -> float:
        """Return a finite number."""
        value = self.content.get(field)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.error(field, _("must be a number"))
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise self.error(field, _("must be a number that can be written out"))
        return number

    def whole(self, field: str, *, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number between `low` and `high`; with `default` None the field is required."""
        value = self.content.get(field, default)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.error(field, _("must be a whole number from {low} to {high}").format(low=low, high=high))
        return value

    def numbers_of_items(self, field: str, count: int) -> tuple[int, ...]:
        """Return item numbers, counted from 1, each once and none above `count`."""
        value = self.content.get(field)
        if value is None:
            return ()
        why = _("must be a list of item numbers from 1 to {count}, each once").format(count=count)
        if not isinstance(value, list):
            raise self.error(field, why)
        numbers = tuple(each for each in value if isinstance(each, int) and not isinstance(each, bool))
        if len(numbers) != len(value) or len(set(numbers)) != len(numbers):
            raise self.error(field, why)
        if any(not 1 <= each <= count for each in numbers):
            raise self.error(field, why)
        return tuple(sorted(numbers))

    def table(self, field: str) -> "Cells | None":
        """Return the table under `field`, or None."""
        value = self.content.get(field)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.error(field, _("must be a group of fields"))
        return Cells({str(key): each for key, each in value.items()}, self.file, f"{self.prefix}{field}.")

    def tables(self, field: str) -> "tuple[Cells, ...]":
        """Return the tables listed under `field`."""
        value = self.content.get(field)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            raise self.error(field, _("must be a list of groups of fields"))
        return tuple(
            Cells({str(key): part for key, part in each.items()}, self.file, f"{self.prefix}{field}[{number}].")
            for number, each in enumerate(value, start=1)
        )
