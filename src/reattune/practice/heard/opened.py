"""A transcript opened to be read: its turns with roles, and what the rules found, or why its words were not read."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from threading import Lock
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from reattune.errors import ReattuneError
from reattune.language import _, current
from reattune.model import Transcript
from reattune.practice import keys, models
from reattune.practice.heard import figures
from reattune.practice.heard.transcript import missing_role, script_in, transcript_of
from reattune.practice.vault import Vault
from reattune.speech.moments import Moment, moments
from reattune.speech.overlooked import overlooked
from reattune.speech.place import prepare
from reattune.speech.reading import Reading
from reattune.speech.rule import Hit


@dataclass(frozen=True)
class Opened:
    """A transcript, what was read in it, and why its words were not read ("" where they were)."""

    row: models.Heard
    words: Mapping[str, Any]
    reading: Reading
    why: str
    unmarked: tuple[Hit, ...] = ()
    """Turns that no rule marked and that lean most."""

    @property
    def transcript(self) -> Transcript:
        """Its turns."""
        return self.reading.transcript

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of each entry, as the file had them."""
        return tuple(cue.text for cue in script_in(self.words).cues)

    def moment(self, identity: str) -> Moment:
        """Return one of its moments.

        Raises:
            ReattuneError: It is not there (any more).
        """
        found = next((one for one in moments(self.reading) if one.id == identity), None)
        if found is None:
            raise ReattuneError(_("This moment is not there any more: who is who, or the rules, changed since."))
        return found


QUICK = 2_000
"""Turns up to which a quiet look is taken."""
MOST = 3
"""Transcripts that are held in memory, those read last: an answer or a page must not mean reading all of it again."""
Key = tuple[str, str, str]
_held: WeakKeyDictionary[Vault, dict[Key, Opened]] = WeakKeyDictionary()
"""It hangs on the open vault: once the practice is locked and the vault let go, it is gone with it."""
_lock = Lock()


def open_up(row: models.Heard) -> Opened:
    """Return a transcript opened; somebody has said who is who, and it was agreed to.

    Args:
        row: The transcript.
    """
    # As it is kept just now, so that whatever changes in it is read anew; sentences are in one language.
    key = (str(row.pk), hashlib.sha256(bytes(row.sealed or b"")).hexdigest(), current())
    with _lock:
        held = _held.setdefault(keys.vault(), {})
        found = held.pop(key, None)
    found = _read(row) if found is None else replace(found, row=row)
    with _lock:
        held[key] = found
        for oldest in list(held)[:-MOST]:
            del held[oldest]
    return found


def forget(heard: UUID) -> None:
    """Let go of what is held in memory of a transcript that was taken out."""
    with _lock:
        for held in _held.values():
            for key in [key for key in held if key[0] == str(heard)]:
                del held[key]


def _read(row: models.Heard) -> Opened:
    words = row.words
    if missing_role(words) is not None:
        return Opened(row, words, Reading(prepare(transcript_of(row, words)), ()), "")
    reading, why = figures.reading_of(row, words)
    # A quiet look reads each turn once more; in a very long transcript nobody waits for that.
    is_quick = not why and len(reading.transcript.turns) <= QUICK
    return Opened(row, words, reading, why, overlooked(reading) if is_quick else ())
