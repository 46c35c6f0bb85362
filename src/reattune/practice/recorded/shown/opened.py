"""A recording opened to be played: what was heard and seen in it, as it was kept, and what cannot be shown of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from reattune.errors import ReattuneError
from reattune.model import Recording
from reattune.nonverbal import listening_json, watching_json
from reattune.nonverbal.listened import Listened
from reattune.nonverbal.watched import Watched
from reattune.practice import models
from reattune.practice.recorded.tracks import track_of

Kept = TypeVar("Kept", Listened, Watched)


@dataclass(frozen=True, slots=True)
class Opened:
    """A recording: its row, its track, what was heard and seen (None where nothing was), and what could not be said."""

    row: models.Recording
    track: Recording | None
    listened: Listened | None
    watched: Watched | None
    remarks: tuple[str, ...]
    is_found: bool

    @property
    def seconds(self) -> float:
        """How long it is; 0 where nobody knows."""
        lengths = (one.seconds for one in (self.listened, self.watched, self.track) if one is not None)
        return max((one or 0.0 for one in lengths), default=0.0)

    @property
    def is_here(self) -> bool:
        """Whether its file is still there to be played."""
        return bool(self.row.state == models.Recording.State.HERE)


def open_up(row: models.Recording) -> Opened:
    """Return a recording with what was found in it.

    Args:
        row: The recording.
    """
    is_found = hasattr(row, "found")
    words: Mapping[str, Any] = row.found.words if is_found else {}
    wrong: list[str] = []
    listened = _read(words, "sound", listening_json.from_json, wrong)
    watched = _read(words, "movement", watching_json.from_json, wrong)
    track = track_of(row)
    said = (
        *wrong,
        *(words.get("remarks") or (track.remarks if track else ())),
        *(listened.remarks if listened else ()),
        *(watched.remarks if watched else ()),
    )
    return Opened(row, track, listened, watched, tuple(dict.fromkeys(said)), is_found)


def _read(words: Mapping[str, Any], name: str, read: Callable[[Any], Kept], wrong: list[str]) -> Kept | None:
    if not words.get(name):
        return None
    try:
        return read(words[name])
    except ReattuneError as error:
        wrong.append(str(error))
        return None
