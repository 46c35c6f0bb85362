"""A desk's episode as the library's records: the full one of `repair`, and the one that `model` knows."""

from reattune.model import Episode
from reattune.practice import models
from reattune.repair.episode import Record, from_dict

OUTSIDE = frozenset({"id", "day"})
"""Kept as the row's own columns; everything else is sealed."""
IN_SIGHT = ("hold_until", "not_yet_until", "closed")
"""Sealed with the rest, and kept as columns too, so that Today can ask for what is due."""


def record_of(row: models.Episode) -> Record:
    """Return the whole record that a row holds."""
    return from_dict({**row.words, "id": str(row.pk), "day": row.day.isoformat()})


def told_episode(row: models.Episode) -> Episode:
    """Return an episode as the rest of the library knows it: the therapist's side alone."""
    return record_of(row).to_model()


def put(row: models.Episode, record: Record) -> None:
    """Write a record into a row, words sealed and dates in step with them; saving is the caller's."""
    row.day = record.day
    row.hold_until, row.not_yet_until, row.closed = record.hold_until, record.not_yet_until, record.closed
    row.words = {name: value for name, value in record.as_dict().items() if name not in OUTSIDE}
