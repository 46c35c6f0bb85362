"""The folder `sessions`: transcripts and recordings by the day in their name, read where it is said who is who."""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from reattune.errors import ReattuneError, UnreadableError
from reattune.language import _
from reattune.model import MovementFigures, NotAnalysed, Quarantined, Role, Script, SoundFigures, Transcript
from reattune.reading.gathered import Place
from reattune.reading.raw import without_name
from reattune.reading.session_recordings import is_recorded, read_recorded
from reattune.reading.transcripts.days import day_of
from reattune.reading.transcripts.known import read_script
from reattune.reading.transcripts.roles import unsaid
from reattune.reading.transcripts.speakers import FILE, Speakers, read_speakers

__all__ = ["Spoken", "day_of", "holds_sessions", "read_sessions", "why_not"]


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one folder of sessions gave: by day, and what was set aside or not read."""

    transcripts: tuple[Transcript, ...] = ()
    listened: tuple[SoundFigures, ...] = ()
    watched: tuple[MovementFigures, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()
    not_analysed: tuple[NotAnalysed, ...] = ()
    remarks: tuple[str, ...] = ()


def holds_sessions(folder: Path | None) -> bool:
    """Return whether a folder holds a file whose name begins with a day."""
    try:
        return folder is not None and any(day_of(entry.name) for entry in folder.iterdir())
    except OSError:
        return False


def read_sessions(folder: Path, place: Place) -> Spoken:
    """Read every transcript in a relationship's folder `sessions`, and the figures kept beside its recordings.

    Args:
        folder: The folder.
        place: Where reading happens.

    Returns:
        Transcripts and figures in order of days; a file of which nobody has said who is who, or that was not listened
        to or watched yet, is named, and what to do.
    """
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        why = _("could not be opened ({why})").format(why=error.strerror or type(error).__name__)
        return Spoken(quarantined=(Quarantined(place.name(folder), "", "", why),))
    speakers, spoken = _speakers(folder / FILE, place)
    for entry in entries:
        if not entry.name.startswith((".", "_", "~$")) and entry.name != FILE:
            spoken = _with_entry(spoken, entry, speakers, place)
    ordered = tuple(sorted(spoken.transcripts, key=lambda one: (one.day, one.source)))
    return replace(
        spoken,
        transcripts=ordered,
        listened=tuple(sorted(spoken.listened, key=lambda one: (one.day, one.source))),
        watched=tuple(sorted(spoken.watched, key=lambda one: (one.day, one.source))),
        remarks=spoken.remarks + _several(ordered, place.name(folder)),
    )


def why_not(script: Script, speakers: Speakers) -> str:
    """Return why a script cannot be read yet, "" where it can.

    Args:
        script: The file as it stands.
        speakers: What was said about who is who.
    """
    confirmed = speakers.confirmed(script)
    if unsaid(script, confirmed):
        if script.labels == ("",):
            return _("the file does not say who speaks; put each speaker's name and a colon before the words")
        return _("who is who has not been said; run: reattune read FILE")
    roles = {*confirmed.values(), *speakers.changed(script).values()}
    if Role.CLIENT not in roles:
        message = _("nobody in it is the client, so nothing was read; put it right: {command}")
        return message.format(command="reattune read FILE --who NAME=client")
    if Role.THERAPIST not in roles:
        message = _("nobody in it is the therapist, so nothing was read; put it right: {command}")
        return message.format(command="reattune read FILE --who NAME=therapist")
    return ""


def _speakers(path: Path, place: Place) -> tuple[Speakers, Spoken]:
    try:
        speakers = read_speakers(path, place.name(path))
    except UnreadableError as error:
        aside = Quarantined(place.name(path), "", "", without_name(str(error), place.name(path)))
        return Speakers(), Spoken(quarantined=(aside,))
    return speakers, Spoken(quarantined=speakers.quarantined)


def _with_entry(spoken: Spoken, entry: Path, speakers: Speakers, place: Place) -> Spoken:
    name = place.name(entry)
    if entry.is_dir():
        why = _("a folder inside sessions is not read")
        return replace(spoken, not_analysed=(*spoken.not_analysed, NotAnalysed(name, why)))
    if is_recorded(entry):
        return _with_recording(spoken, entry, place)
    day = day_of(entry.name)
    if day is None:
        why = _("its name does not begin with the day of the session, such as 2026-03-10.vtt")
        return replace(spoken, not_analysed=(*spoken.not_analysed, NotAnalysed(name, why)))
    try:
        script = read_script(entry, name)
    except ReattuneError as error:
        aside = Quarantined(name, "", "", without_name(str(error), name))
        return replace(spoken, quarantined=(*spoken.quarantined, aside))
    spoken = replace(
        spoken,
        quarantined=spoken.quarantined + script.quarantined,
        not_analysed=spoken.not_analysed + script.not_analysed,
        remarks=spoken.remarks + script.remarks,
    )
    why = why_not(script, speakers)
    if why:
        return replace(spoken, not_analysed=(*spoken.not_analysed, NotAnalysed(name, why)))
    return replace(spoken, transcripts=(*spoken.transcripts, speakers.transcript(script, day)))


def _with_recording(spoken: Spoken, entry: Path, place: Place) -> Spoken:
    found = read_recorded(entry, place)
    return replace(
        spoken,
        listened=spoken.listened + found.listened,
        watched=spoken.watched + found.watched,
        quarantined=spoken.quarantined + found.quarantined,
        not_analysed=spoken.not_analysed + found.not_analysed,
        remarks=spoken.remarks + found.remarks,
    )


def _several(transcripts: tuple[Transcript, ...], folder: str) -> tuple[str, ...]:
    """Say on which days there is more than one transcript: both are kept, as there may have been two sessions."""
    message = _("{folder} has {count} transcripts of {day}; all were kept. If they are of one session, take one away")
    counts = Counter(one.day for one in transcripts)
    return tuple(
        message.format(folder=folder, count=count, day=day.isoformat()) for day, count in counts.items() if count > 1
    )
