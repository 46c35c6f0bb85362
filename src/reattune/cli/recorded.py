"""One recording at the command line: what is listened to or watched, beside what, and what is kept of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reattune.errors import NothingToReadError, ReattuneError, UnreadableError
from reattune.language import _
from reattune.model import MovementFigures, Quarantined, Recording, SoundFigures, Source, Times, Transcript
from reattune.nonverbal.figures import sound_figures
from reattune.nonverbal.listened import Listened
from reattune.nonverbal.spans import clock
from reattune.nonverbal.watched import Watched
from reattune.reading.recordings.probe import probe
from reattune.reading.transcripts.known import read_script
from reattune.reading.transcripts.sessions import day_of, why_not
from reattune.reading.transcripts.speakers import FILE, read_speakers

LOOKED_AT = 600.0
"""Seconds from the beginning in which is looked for who is first heard on which channel."""
LOUD, LOUDER = 0.01, 2.0
"""A channel on which somebody is heard: its level, and how many times the other's it is."""
PIECE = 0.1
SESSIONS = "sessions"


@dataclass(frozen=True, slots=True)
class Heard:
    """A recording listened to: what its container says, what was found, and its figures."""

    recording: Recording
    day: date | None
    listened: Listened
    figures: SoundFigures
    transcript: str
    """The name of the transcript that said who spoke, "" where none did."""
    notes: tuple[str, ...] = ()
    """What lies beside it and was not used, and why."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A recording watched: what was found, and its figures; `recording` is None for a series of another program."""

    name: str
    day: date | None
    watched: Watched
    figures: MovementFigures
    recording: Recording | None = None
    aside: tuple[Quarantined, ...] = ()


def opened(file: Path) -> Recording:
    """Return what a recording's container says.

    Args:
        file: The recording.

    Raises:
        NothingToReadError: There is none, or it cannot be read.
    """
    if not file.exists():
        raise NothingToReadError(_("There is no file {file}; give the recording of one session.").format(file=file))
    if file.is_dir():
        raise NothingToReadError(_("{file} is a folder; give one recording in it.").format(file=file))
    try:
        return probe(file, file.name)
    except UnreadableError as error:
        raise NothingToReadError(str(error)) from error


def day_given(file: Path, day: date | None) -> date | None:
    """Return the session's day: as typed, or as the file's name begins."""
    return day or day_of(file.name)


def heard(
    recording: Recording, day: date | None, listened: Listened, transcript: str = "", notes: tuple[str, ...] = ()
) -> Heard:
    """Return a recording with its figures.

    Args:
        recording: What its container says.
        day: The session's day, where known.
        listened: What was found.
        transcript: The name of the transcript that said who spoke, "" where none did.
        notes: What lies beside it and was not used, and why.
    """
    at = day or date.min
    figures = sound_figures(listened, at, Source(recording.name, ""), at)
    return Heard(recording, day, listened, figures, transcript, notes)


def seen(
    name: str,
    day: date | None,
    watched: Watched,
    recording: Recording | None = None,
    aside: tuple[Quarantined, ...] = (),
) -> Seen:
    """Return what was watched with its figures.

    Args:
        name: The file's name.
        day: The session's day, where known.
        watched: What was found.
        recording: What its container says; None for a series of another program.
        aside: Rows of a series that were set aside.
    """
    at = day or date.min
    return Seen(name, day, watched, watched.figures(at, Source(name, ""), at), recording, aside)


@dataclass(frozen=True, slots=True)
class Beside:
    """The transcript of a session, and its name; or None, and why those that lie there cannot be used."""

    transcript: Transcript | None = None
    name: str = ""
    notes: tuple[str, ...] = ()


def known_transcript(file: Path, day: date | None, given: Path | None) -> Beside:
    """Return the session's transcript where its speakers have been named.

    Args:
        file: The recording.
        day: The session's day, where known.
        given: A transcript that was typed; else one of the same day beside the recording is taken.

    Raises:
        ReattuneError: The one that was typed cannot be used.
    """
    if given is not None:
        found, why = _transcript(given, day)
        if found is None:
            raise ReattuneError(_("{file}: {why}.").format(file=given.name, why=why))
        return Beside(found, given.name)
    notes = []
    for one in _beside(file, day):
        try:
            found, why = _transcript(one, day)
        except ReattuneError:
            # Something else of that day, such as a recording or a letter.
            continue
        if found is not None:
            return Beside(found, one.name)
        notes.append(_("{file} could tell who spoke, but {why}").format(file=one.name, why=why))
    return Beside(notes=tuple(notes))


def first_heard(chunks: Iterable[NDArray[np.float32]], rate: int) -> tuple[float | None, ...]:
    """Return for each channel the second at which somebody is first heard on it more than on the other.

    Args:
        chunks: sound, each (samples, channels).
        rate: samples a second.
    """
    found: list[float | None] = []
    for number, levels in enumerate(_levels(chunks, round(PIECE * rate))):
        found = found or [None] * len(levels)
        for channel, level in enumerate(levels):
            others = max((one for other, one in enumerate(levels) if other != channel), default=0.0)
            if found[channel] is None and level > LOUD and level > LOUDER * others:
                found[channel] = round(number * PIECE, 1)
        if number * PIECE > LOOKED_AT or (found and None not in found):
            break
    return tuple(found)


def telling(say: Callable[[str], None], words: str) -> Callable[[float, float | None], None]:
    """Return a way to say how far one has come, in minutes of the recording.

    Args:
        say: Shows a line.
        words: What is being done, with {done} and {total}, or {done} alone in what comes before the first comma.
    """

    def said(done: float, total: float | None) -> None:
        say(words.format(done=clock(done), total=clock(total) if total else "…"))

    return said


def length(recording: Recording) -> str:
    """Return what a recording is, in a line."""
    parts = [recording.format]
    if recording.seconds is not None:
        parts.append(_("{time} long").format(time=clock(recording.seconds)))
    if recording.audio is not None:
        parts.append(
            _("sound")
            if recording.audio.channels == 1
            else _("sound on {n} channels").format(n=recording.audio.channels)
        )
    if recording.video is not None:
        parts.append(
            _("pictures {width} × {height}").format(width=recording.video.width, height=recording.video.height)
        )
    return ", ".join(parts)


def is_kept(file: Path, keep: bool | None) -> bool:
    """Say whether what was found is kept beside the file: as typed, else in a client's folder of sessions.

    Args:
        file: The recording; what is kept is read by the day with which its name begins.
        keep: What was typed, None where nothing was.

    Raises:
        ReattuneError: It should be kept, and the name does not begin with a day.
    """
    dated = day_of(file.name) is not None
    if keep and not dated:
        message = _("What is kept beside {file} is read by its day: let its name begin with one, such as {example}.")
        raise ReattuneError(message.format(file=file.name, example=f"2026-03-10{file.suffix}"))
    return dated and (file.resolve().parent.name == SESSIONS if keep is None else keep)


def _levels(chunks: Iterable[NDArray[np.float32]], size: int) -> Iterator[Sequence[float]]:
    for chunk in chunks:
        whole = chunk[: len(chunk) // size * size]
        pieces = whole.reshape(-1, size, whole.shape[1]).astype(np.float64)
        yield from np.sqrt((pieces**2).mean(axis=1)).tolist()


def _beside(file: Path, day: date | None) -> list[Path]:
    if day is None:
        return []
    try:
        there = [one for one in file.parent.iterdir() if one != file and day_of(one.name) == day and one.is_file()]
    except OSError:
        return []
    # Of two sessions on one day, the transcript that is called like the recording comes first.
    return sorted(there, key=lambda one: (one.stem != file.stem, one.name))


def _transcript(path: Path, day: date | None) -> tuple[Transcript | None, str]:
    script = read_script(path, path.name)
    if script.times is Times.NONE:
        return None, _("it has no times, so it cannot say who spoke when")
    speakers = read_speakers(path.parent / FILE, FILE)
    why = why_not(script, speakers)
    return (None, why) if why else (speakers.transcript(script, day or date.min), "")
