"""What the container of a recording says of itself, kept in its row's words."""

from typing import Any
from zoneinfo import ZoneInfo

from reattune.model import Recording
from reattune.practice import models
from reattune.practice.mapping.codec import dump, load
from reattune.practice.recorded import kept
from reattune.reading.recordings.probe import probe

UTC = ZoneInfo("UTC")


def looked_at(row: models.Recording) -> dict[str, Any]:
    """Return what a recording that has arrived is, as words to keep.

    Args:
        row: Whose file is here.

    Raises:
        UnreadableError: It is no recording.
        ReattuneError: It cannot be looked at here: not agreed to, damaged, or ffmpeg is missing.
    """
    with kept.source(row) as file:
        found = probe(file, str(row.words.get("name", "")))
    return {"track": dump(found)}


def track_of(row: models.Recording) -> Recording | None:
    """Return what a recording's container said of itself; None while it is arriving."""
    words = row.words.get("track")
    return load(Recording, words, UTC) if words else None
