"""What is found in a recording: listened to and watched from its sealed file, with nothing written anywhere.

It knows nothing of the store, so that it can run in a program of its own.
"""

import hashlib
import io
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, BinaryIO, cast
from zoneinfo import ZoneInfo

from reattune.language import _
from reattune.model import Recording, Role, Source, Span, Transcript
from reattune.nonverbal import figures as of_sound
from reattune.nonverbal import listening_json, regions, watching_json
from reattune.nonverbal.listening import listen
from reattune.nonverbal.watching import watch
from reattune.nonverbal.who import Who
from reattune.practice.mapping.codec import dump, load
from reattune.practice.recorded.sealed_file import CHUNK, Reader
from reattune.reading.recordings import audio, video
from reattune.reading.recordings.probe import probe

Task = Mapping[str, Any]
"""path, key (hex), about, size, name, day, known_at, who, regions, transcript: JSON values."""
Say = Callable[[str, float, float | None], None]
"""Told what is being done, how many seconds of the recording are done, and of how many."""
LISTENING, WATCHING = "listening", "watching"
ELSEWHERE = ("day", "source")
"""Fields of figures that the row itself says; they stand in it once."""


def work(task: Task, say: Say) -> dict[str, Any]:
    """Return what was found in a recording, as the words of a `Found` row.

    Args:
        task: Which recording, and what is known of who speaks and sits where.
        say: Told how far it has come.

    Raises:
        ReattuneError: The file was changed or cut off, or cannot be read as a recording.
    """
    with _opened(task) as file:
        track = probe(file, str(task["name"]))
    found: dict[str, Any] = {
        "sha256": _digest(task),
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "remarks": list(track.remarks),
        "figures": {},
    }
    if track.audio is not None:
        _listen(task, track, found, say)
    if track.video is not None:
        _watch(task, track, found, say)
    return found


def _listen(task: Task, track: Recording, found: dict[str, Any], say: Say) -> None:
    with _opened(task) as file:
        pieces = audio.chunks(file)
        listened = listen(
            pieces,
            track.seconds,
            who_of(task.get("who") or {}),
            _transcript(task),
            say=lambda done, total: say(LISTENING, done, total),
        )
    figures = of_sound.sound_figures(listened, _day(task, "day"), _source(task), _day(task, "known_at"))
    found["sound"] = listening_json.as_json(listened)
    found["figures"]["sound"] = _plain(figures)


def _watch(task: Task, track: Recording, found: dict[str, Any], say: Say) -> None:
    given = task.get("regions")
    if not given:
        found["remarks"].append(_("Nobody has said yet who sits where in the picture, so no movement was looked at."))
        return
    with _opened(task) as file:
        watched = watch(
            video.pictures(file),
            regions.from_json(given),
            name=str(task["name"]),
            seconds=track.seconds,
            say=lambda done, total: say(WATCHING, done, total),
        )
    found["movement"] = watching_json.as_json(watched)
    found["figures"]["movement"] = _plain(watched.figures(_day(task, "day"), _source(task), _day(task, "known_at")))


def who_of(words: Mapping[str, Any]) -> Who:
    """Return what is known of who speaks, from a recording's words.

    Args:
        words: "channels" (two roles), "seeds" (stretches by role), "nobody" (voices are not to be told apart).
    """
    channels = words.get("channels")
    seeds = {Role(one): tuple(Span(*each) for each in spans) for one, spans in (words.get("seeds") or {}).items()}
    both = (Role(channels[0]), Role(channels[1])) if channels else None
    return Who(channels=both, seeds=seeds, guess=not words.get("nobody"))


def _opened(task: Task) -> BinaryIO:
    reader = Reader(Path(task["path"]), bytes.fromhex(task["key"]), str(task["about"]), int(task["size"]))
    return cast("BinaryIO", io.BufferedReader(reader, buffer_size=CHUNK))


def _digest(task: Task) -> str:
    with _opened(task) as file:
        return hashlib.file_digest(cast("io.BufferedReader", file), "sha256").hexdigest()


def _transcript(task: Task) -> Transcript | None:
    given = task.get("transcript")
    return load(Transcript, given, ZoneInfo("UTC")) if given else None


def _day(task: Task, name: str) -> date:
    return date.fromisoformat(str(task[name]))


def _source(task: Task) -> Source:
    return Source(str(task["name"]), str(task["about"]))


def _plain(figures: object) -> dict[str, Any]:
    return {name: value for name, value in dump(figures).items() if name not in ELSEWHERE}
