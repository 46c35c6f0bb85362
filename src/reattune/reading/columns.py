"""A person's own column names and words, put into ours."""

from collections.abc import Mapping

from reattune.reading.gathered import ColumnMapping
from reattune.reading.tables import normalised


class Columns:
    """One table's mapping, ready for use.

    A column written as "=word" is that word on every row: `by = "=client"`.
    """

    def __init__(self, mapping: ColumnMapping | None) -> None:
        columns = mapping.columns if mapping else {}
        self._constant = {ours: theirs[1:].strip() for ours, theirs in columns.items() if theirs.startswith("=")}
        self._theirs = {ours: normalised(theirs) for ours, theirs in columns.items() if not theirs.startswith("=")}
        self._words = {word.strip().casefold(): kind for word, kind in (mapping.status if mapping else {}).items()}
        self.day_first = mapping.day_first if mapping else None

    def ours(self, record: Mapping[str, str]) -> dict[str, str]:
        """Return one row's cells under our own column names, stripped."""
        taken = set(self._theirs.values())
        cells = {name: text.strip() for name, text in record.items() if name not in taken}
        cells.update({ours: record.get(theirs, "").strip() for ours, theirs in self._theirs.items()})
        return cells | self._constant

    def word(self, text: str) -> str:
        """Return our own word for a cell: as mapped, else in small letters with underscores for spaces."""
        plain = text.strip().casefold()
        return self._words.get(plain, plain.replace(" ", "_").replace("-", "_"))
