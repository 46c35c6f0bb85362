"""What was found in a recording, kept beside it: FILE.heard.json and FILE.seen.json, checked when they are read.

Only figures are read here; everything else that was found stands in the same file, for whoever plays the recording.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from reattune.errors import ReattuneError, UnreadableError
from reattune.language import _
from reattune.model import MovementFigures, SoundFigures, Source
from reattune.reading.gathered import Place
from reattune.reading.raw import read_json
from reattune.reading.recorded_figures import movement_from, plain_movement, plain_sound, sound_from
from reattune.reading.transcripts.days import day_of

HEARD, SEEN = ".heard.json", ".seen.json"
"""What is added to a recording's name."""
HEARD_SCHEMA, SEEN_SCHEMA = "reattune.listened/1", "reattune.watched/1"
_PIECE = 1 << 20
_ENDS = 1 << 16
"""Bytes at either end that are compared each time; the whole of a long recording is not."""


def beside(recording: Path, ending: str) -> Path:
    """Return where what was found in a recording is kept.

    Args:
        recording: The recording.
        ending: `HEARD` or `SEEN`.
    """
    return recording.with_name(recording.name + ending)


def recording_of(kept: Path) -> Path | None:
    """Return the recording that a file of findings belongs to, None where it is no such file."""
    for ending in (HEARD, SEEN):
        if kept.name.casefold().endswith(ending) and len(kept.name) > len(ending):
            return kept.with_name(kept.name[: -len(ending)])
    return None


def write_heard(path: Path, recording: Path, figures: SoundFigures, listened: Mapping[str, Any]) -> None:
    """Write what listening found beside a recording, whole or not at all.

    Args:
        path: Where, as `beside` says.
        recording: The recording.
        figures: The session's figures.
        listened: All that was found, as JSON values.

    Raises:
        ReattuneError: The recording cannot be read, or the file cannot be written; an older one is untouched.
    """
    _write(path, recording, HEARD_SCHEMA, {"figures": plain_sound(figures), "listened": dict(listened)})


def write_seen(path: Path, recording: Path, figures: MovementFigures, watched: Mapping[str, Any]) -> None:
    """Write what watching found, the same way.

    Args:
        path: Where, as `beside` says.
        recording: The recording, or the file with the series.
        figures: The session's figures.
        watched: All that was found, as JSON values.

    Raises:
        ReattuneError: As `write_heard`.
    """
    _write(path, recording, SEEN_SCHEMA, {"figures": plain_movement(figures), "watched": dict(watched)})


def read_heard(path: Path, place: Place) -> SoundFigures:
    """Return the figures of a session's sound, known from its day on as everything in a folder is.

    Args:
        path: The file of findings; the day is the one with which its name begins.
        place: Where reading happens.

    Raises:
        UnreadableError: It is no such file, it is of another recording, or a figure is none.
    """
    kept, source, day = _read(path, place, HEARD_SCHEMA)
    return sound_from(kept.get("figures"), day=day, source=source, known_at=day)


def read_seen(path: Path, place: Place) -> MovementFigures:
    """Return the figures of a session's movement, the same way.

    Args:
        path: The file of findings.
        place: Where reading happens.

    Raises:
        UnreadableError: As `read_heard`.
    """
    kept, source, day = _read(path, place, SEEN_SCHEMA)
    return movement_from(kept.get("figures"), day=day, source=source, known_at=day)


def _read(path: Path, place: Place, schema: str) -> tuple[dict[str, Any], Source, date]:
    name = place.name(path)
    kept = read_json(path, name)
    if not isinstance(kept, dict) or kept.get("schema") != schema:
        message = _("{file} is not what Reattune keeps beside a recording; make it again: {command}")
        raise UnreadableError(message.format(file=name, command=_command(schema)))
    day, recording = day_of(path.name), recording_of(path)
    if day is None or recording is None:
        message = _("{file}: its name does not begin with the day of the session, such as 2026-03-10.wav.heard.json")
        raise UnreadableError(message.format(file=name))
    _check_same(kept.get("file"), recording, name, schema)
    return kept, Source(place.name(recording), ""), day


def _check_same(said: object, recording: Path, name: str, schema: str) -> None:
    """Refuse figures of another recording; one that is not there any more cannot be compared, and its figures stay."""
    if not isinstance(said, dict):
        message = _("{file} does not say of which recording it is; make it again: {command}")
        raise UnreadableError(message.format(file=name, command=_command(schema)))
    if not recording.is_file():
        return
    try:
        same = _is_same(said, recording)
    except OSError as error:
        message = _("{file}: its recording could not be opened; see whether it is still there")
        raise UnreadableError(message.format(file=name)) from error
    if not same:
        message = _("{file} was made of another recording than the one beside it; make it again: {command}")
        raise UnreadableError(message.format(file=name, command=_command(schema)))


def _is_same(said: Mapping[str, Any], recording: Path) -> bool:
    if said.get("bytes") != recording.stat().st_size:
        return False
    if isinstance(said.get("ends"), str):
        return bool(said["ends"] == _ends(recording))
    return bool(said.get("sha256") == _whole(recording))


def _command(schema: str) -> str:
    return "reattune listen FILE" if schema == HEARD_SCHEMA else "reattune watch FILE"


def _write(path: Path, recording: Path, schema: str, found: Mapping[str, Any]) -> None:
    try:
        said = {
            "name": recording.name,
            "bytes": recording.stat().st_size,
            "sha256": _whole(recording),
            "ends": _ends(recording),
        }
    except OSError as error:
        message = _("{file} could not be opened; see whether it is still there")
        raise UnreadableError(message.format(file=recording.name)) from error
    made = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        text = json.dumps(
            {"schema": schema, "file": said, "made": made, **found},
            ensure_ascii=False,
            allow_nan=False,
            separators=(",", ":"),
        )
    except ValueError as error:
        message = _("A figure of {file} is not a finite number; it was not kept. Try again from the whole recording.")
        raise ReattuneError(message.format(file=recording.name)) from error
    _whole_or_not(path, f"{text}\n")


def _whole_or_not(path: Path, text: str) -> None:
    part = None
    try:
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.", suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except OSError as error:
        message = _("{file} could not be written ({reason}); see that its folder may be written to.")
        raise ReattuneError(message.format(file=path.name, reason=error.strerror or str(error))) from error
    finally:
        if part is not None:
            with suppress(FileNotFoundError):
                Path(part).unlink()


def _whole(recording: Path) -> str:
    total = hashlib.sha256()
    with recording.open("rb") as file:
        while piece := file.read(_PIECE):
            total.update(piece)
    return total.hexdigest()


def _ends(recording: Path) -> str:
    size = recording.stat().st_size
    with recording.open("rb") as file:
        total = hashlib.sha256(file.read(_ENDS))
        file.seek(max(0, size - _ENDS))
        total.update(file.read(_ENDS))
    return total.hexdigest()
