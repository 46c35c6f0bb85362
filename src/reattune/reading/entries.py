"""One object of a JSON file, read field by field."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from reattune.model import Quarantined, Source
from reattune.reading.fields import FieldError, to_datetime
from reattune.reading.gathered import Place


def as_object(value: object) -> Mapping[str, object]:
    """Return a JSON object as it is, and an empty one for anything else."""
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def whole_text(value: object) -> str:
    """Return a text or number as text, and "" for anything else; half a character becomes a question mark."""
    plain = str(value).strip() if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
    return plain.encode("utf-8", "replace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Entry:
    """A JSON object with its id (or its place in the list, `#3`) as its row; errors name the field."""

    file: str
    row: str
    values: Mapping[str, object]
    place: Place

    @property
    def source(self) -> Source:
        """Where this object is."""
        return Source(self.file, self.row)

    def text(self, field: str) -> str:
        """Return a text or number as text, and "" for anything else."""
        return whole_text(self.values.get(field))

    def is_true(self, field: str) -> bool:
        """Return whether the field says true."""
        return self.values.get(field) in (True, "true")

    def moment(self, field: str) -> datetime | None:
        """Return the field's moment in the practice's time zone, or None where it is empty."""
        if not self.text(field):
            return None
        try:
            return to_datetime(self.text(field), self.place.zone, day_is_enough=True)
        except FieldError as error:
            raise FieldError(error.why, field) from None

    def day(self, field: str) -> date | None:
        """Return the day of a date, or of a moment in the practice's time zone, or None where it is empty."""
        moment = self.moment(field)
        return None if moment is None else moment.date()

    def linked(self, field: str) -> str:
        """Return the id at the end of a link such as `{"links": {"self": ".../patients/12"}}`, or ""."""
        address = as_object(as_object(self.values.get(field)).get("links")).get("self")
        return address.rstrip("/").rsplit("/", 1)[-1] if isinstance(address, str) else ""

    def quarantined(self, error: FieldError) -> Quarantined:
        """Return this object as set aside for `error`."""
        return Quarantined(self.file, self.row, error.field, error.why)
