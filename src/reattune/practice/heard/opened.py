"""A transcript opened to be read: its words once, its turns with roles, what the rules found, or why they found nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Transcript
from reattune.practice import models
from reattune.practice.heard import figures
from reattune.practice.heard.transcript import missing_role, script_in, transcript_of
from reattune.speech.moments import Moment, moments
from reattune.speech.place import prepare
from reattune.speech.reading import Reading


@dataclass(frozen=True)
class Opened:
    """A transcript, what was read in it, and why its words were not read ("" where they were)."""

    row: models.Heard
    words: Mapping[str, Any]
    reading: Reading
    why: str

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


def open_up(row: models.Heard) -> Opened:
    """Return a transcript opened; somebody has said who is who, and it was agreed to.

    Args:
        row: The transcript.
    """
    words = row.words
    if missing_role(words) is not None:
        return Opened(row, words, Reading(prepare(transcript_of(row, words)), ()), "")
    reading, why = figures.reading_of(row, words)
    return Opened(row, words, reading, why)
