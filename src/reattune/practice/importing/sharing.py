"""Whose each row is: by the file that was said to be one client's, or by a link a person made. Never by a name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from reattune.model import Session
from reattune.practice import keys, models
from reattune.reading.gathered import Gathered

Kind = models.Record.Kind


class Whose(StrEnum):
    """What becomes of a row that is no one client's."""

    WAITING = "waiting"
    """Its label is linked to nobody yet."""
    OUT = "out"
    """Its label is nobody's who is seen here, or somebody else's than the file's."""
    EVERYBODY = "everybody"
    """The therapist's own time away."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: the label it came with, what it holds, and its place among those of its label and kind."""

    label: str
    kind: str
    number: int
    record: Any

    @property
    def day(self) -> date | None:
        """Return the day it is about."""
        return day_of(self.record)


def day_of(record: Any) -> date | None:
    """Return the day a record of the library is about."""
    if isinstance(record, Session):
        return record.slot.date()
    names = ("session_date", "due", "paid", "day", "start")
    return next((found for name in names if (found := getattr(record, name, None)) is not None), None)


def rows_of(gathered: Gathered, *, calendar: bool) -> Iterator[Row]:
    """Yield every row of what was read, numbered so that the same file gives the same numbers again.

    Args:
        gathered: What was read.
        calendar: Whether it is one export of a calendar, to be compared with others.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for kind, pairs in (
        (Kind.LISTED if calendar else Kind.SESSION, gathered.sessions),
        (Kind.PAYMENT, gathered.payments),
        (Kind.RATING, gathered.ratings),
        (Kind.CHECK_IN, gathered.check_ins),
        (Kind.LEAVE if calendar else Kind.BREAK, gathered.breaks),
        (Kind.EPISODE, gathered.episodes),
    ):
        for label, record in pairs:
            yield Row(label, kind.value, seen[label, kind.value], record)
            seen[label, kind.value] += 1


def label_digest(label: str) -> str:
    """Return what a label is found again by; it says nothing to anybody without the key."""
    return keys.vault().digest("label", label)


def row_id(imported: UUID, owner: str, kind: str, number: int) -> UUID:
    """Return a row's identity: the same each time the same file is kept, so that nothing is ever doubled.

    Args:
        imported: The import.
        owner: The digest of its label; the client, for what is everybody's.
        kind: The record's kind.
        number: Its place among those of its label and kind.
    """
    return uuid5(imported, f"{owner}|{kind}|{number}")


class Links:
    """Every label that was linked, and every codename: who writes a codename has said whose it is."""

    def __init__(self) -> None:
        self._by_digest = dict(models.Label.objects.values_list("digest", "client_id"))
        self._by_codename = dict(models.Client.objects.values_list("codename", "id"))
        self._found: dict[str, UUID | Whose] = {}

    def of(self, label: str) -> UUID | Whose:
        """Return the client a label is linked to, or what becomes of its rows."""
        if label not in self._found:
            self._found[label] = self._look_up(label)
        return self._found[label]

    def _look_up(self, label: str) -> UUID | Whose:
        digest = label_digest(label)
        if digest in self._by_digest:
            return self._by_digest[digest] or Whose.OUT
        return self._by_codename.get(label, Whose.WAITING)


class Sharing:
    """Says whose each row of one file is."""

    def __init__(self, labels: Iterable[str], client: UUID | None, links: Links) -> None:
        self._client = client
        named = [label for label in labels if label]
        self._whose: Mapping[str, UUID | Whose] = {label: self._of(links.of(label), len(named) == 1) for label in named}

    def _of(self, linked: UUID | Whose, alone: bool) -> UUID | Whose:
        # A link made by hand stands above all. The only person that a client's own file names is that client.
        return self._client if self._client is not None and alone and linked is Whose.WAITING else linked

    def whose(self, label: str, kind: str) -> UUID | Whose:
        """Return whose a row is.

        Args:
            label: The label it came with, "" where it names nobody.
            kind: The record's kind.
        """
        if label:
            return self._whose[label]
        if self._client is not None:
            return self._client
        return Whose.EVERYBODY if kind in {Kind.LEAVE, Kind.BREAK} else Whose.WAITING
