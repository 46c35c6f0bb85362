"""The moments of a recording as its page shows them: in time order, in words, with what was said to each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from reattune.charts.ribbon import clock
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.nonverbal import telling
from reattune.practice import models
from reattune.practice.recorded.shown import answering
from reattune.practice.recorded.shown.opened import Opened

BEFORE = 10
"""Seconds before a moment from which it is played."""


@dataclass(frozen=True, slots=True)
class Note:
    """One moment: its words, ordinary readings first; from when it is played; what was said to it."""

    id: str
    number: int
    start: float
    end: float
    sentence: str
    ordinary: tuple[str, ...]
    part: str
    rests: str
    way: str
    answer: models.Picked | None = None
    episode: models.Episode | None = None

    @property
    def at(self) -> str:
        """When it begins, as a player shows it."""
        return clock(self.start)

    @property
    def played_from(self) -> int:
        """The second from which it is played."""
        return max(0, int(self.start) - BEFORE)

    @property
    def is_ordinary(self) -> bool:
        """Whether it was called ordinary or left: then it stays in sight, and steps back."""
        return self.answer is not None and self.answer.answer != answering.Said.WORTH

    @property
    def said(self) -> str:
        """What was said to it, in words."""
        return answering.words(answering.Said(self.answer.answer)) if self.answer else ""


def notes(one: Opened, taken: Mapping[str, models.Episode]) -> tuple[Note, ...]:
    """Return the moments of a recording, in time order, numbered from 1.

    Args:
        one: The recording.
        taken: The records that its moments were put into, by their ids.
    """
    answers = answering.standing(one.row)
    found = sorted((*_heard(one), *_seen(one)), key=lambda note: (note.start, note.id))
    return tuple(
        replace(note, number=number, answer=answers.get(note.id), episode=taken.get(note.id))
        for number, note in enumerate(found, 1)
    )


def note(one: Opened, moment: str) -> Note:
    """Return one moment of a recording by its id.

    Raises:
        ReattuneError: It is not there (any more).
    """
    found = next((each for each in notes(one, {}) if each.id == moment), None)
    if found is None:
        raise ReattuneError(
            _("This moment is not there any more: the recording was analysed again since, or the rules changed.")
        )
    return found


def _heard(one: Opened) -> Iterator[Note]:
    if one.listened is None:
        return
    for each in one.listened.moments:
        told = telling.moment(each, one.listened.way)
        yield Note(each.id, 0, each.start, each.end, told.sentence, told.ordinary, told.part, told.rests, told.way)


def _seen(one: Opened) -> Iterator[Note]:
    if one.watched is None:
        return
    way = _("Known from: how much changes in the parts of the picture that you drew")
    for each in one.watched.moments:
        yield Note(each.id, 0, each.start, each.end, each.sentence, each.readings, "", "", way)
