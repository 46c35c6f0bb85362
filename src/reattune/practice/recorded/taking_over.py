"""A folder's recordings taken over: sealed like any other, with what is kept beside them, so that nothing waits."""

import hashlib
from datetime import date
from pathlib import Path
from typing import Any

from reattune.errors import ReattuneError
from reattune.nonverbal import listening_json, watching_json
from reattune.practice import consent, models
from reattune.practice.recorded import arriving, finding
from reattune.practice.scope import THERAPIST
from reattune.reading.gathered import Place
from reattune.reading.kept_recordings import HEARD, SEEN, beside, read_heard, read_seen
from reattune.reading.raw import read_json
from reattune.reading.session_recordings import PICTURE, SOUND
from reattune.reading.transcripts.days import day_of


def take_over(client: models.Client, folder: Path, place: Place) -> int:
    """Take over the recordings in a relationship's folder of sessions.

    They count as agreed to from the day of the first, unless recording was said no to. What listening or watching left
    beside a recording is taken along, and known from its session's own day on; the others are put in line.

    Args:
        client: Whose.
        folder: The folder.
        place: Where reading happens.

    Returns:
        How many were taken over.
    """
    found = [(day, path) for path in sorted(folder.iterdir()) if _is_recording(path) and (day := day_of(path.name))]
    standing = consent.standing(client)[consent.Purpose.RECORDING]
    if not found or (standing.since is not None and not standing.given):
        return 0
    if not standing.given:
        consent.write(client, consent.Purpose.RECORDING, given=True, by=THERAPIST, day=found[0][0])
    return sum(_one(client, path, day, place) for day, path in found)


def _is_recording(path: Path) -> bool:
    return path.is_file() and path.name.casefold().endswith((*SOUND, *PICTURE))


def _one(client: models.Client, path: Path, day: date, place: Place) -> int:
    try:
        row = arriving.begin(client, path.name, path.stat().st_size, day, _mark(path))
        with path.open("rb") as file:
            file.seek(row.arrived)
            while piece := file.read(arriving.PIECE):
                row.arrived = arriving.piece(row, row.arrived, piece)
        row = arriving.finish(row)
    except ReattuneError:
        # What is no recording, or cannot be looked at here, stays where it is.
        return 0
    if words := _beside(path, place):
        finding.take(row, words)
    return 1


def _mark(path: Path) -> str:
    """Return what the same file is known by when it comes again: the SHA-256 of its first and last piece."""
    size = path.stat().st_size
    with path.open("rb") as file:
        ends = hashlib.sha256(file.read(arriving.PIECE))
        if size > arriving.PIECE:
            file.seek(max(arriving.PIECE, size - arriving.PIECE))
            ends.update(file.read(arriving.PIECE))
    return ends.hexdigest()


def _beside(path: Path, place: Place) -> dict[str, Any]:
    """Return what was found in a recording and lies beside it, {} where that is nothing, or of another recording."""
    found: dict[str, Any] = {"figures": {}, "remarks": []}
    try:
        if (heard := beside(path, HEARD)).is_file():
            read_heard(heard, place)
            kept: Any = read_json(heard, heard.name)
            found |= {"sound": listening_json.as_json(listening_json.from_json(kept["listened"])), "made": kept["made"]}
            found["figures"]["sound"] = kept["figures"]
        if (seen := beside(path, SEEN)).is_file():
            read_seen(seen, place)
            kept = read_json(seen, seen.name)
            found |= {"movement": watching_json.as_json(watching_json.from_json(kept["watched"])), "made": kept["made"]}
            found["figures"]["movement"] = kept["figures"]
    except (ReattuneError, KeyError):
        return {}
    return found if found["figures"] else {}
