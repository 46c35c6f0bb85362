"""The folder `sessions`: transcripts by the day in their name, read where somebody has said who is who."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reattune.errors import ReattuneError, UnreadableError
from reattune.language import _
from reattune.model import NotAnalysed, Quarantined, Role, Script, Transcript
from reattune.reading.gathered import Place
from reattune.reading.raw import without_name
from reattune.reading.transcripts.known import read_script
from reattune.reading.transcripts.roles import unsaid
from reattune.reading.transcripts.speakers import FILE, Speakers, read_speakers

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")
_SOUND = (".mp3", ".wav", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wma", ".aif", ".aiff", ".amr")
_PICTURE = (".mp4", ".m4v", ".mov", ".mkv", ".avi", ".webm", ".wmv", ".mpg", ".mpeg")
_MOVEMENT = ".mea.csv"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one folder of sessions gave: transcripts by day, and what was set aside or not read."""

    transcripts: tuple[Transcript, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()
    not_analysed: tuple[NotAnalysed, ...] = ()
    remarks: tuple[str, ...] = ()


def day_of(name: str) -> date | None:
    """Return the day with which a file's name begins (`2026-03-10.vtt`, `2026-03-10 second.docx`), or None."""
    found = _DAY.match(name)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def holds_sessions(folder: Path | None) -> bool:
    """Return whether a folder holds a file whose name begins with a day."""
    try:
        return folder is not None and any(day_of(entry.name) for entry in folder.iterdir())
    except OSError:
        return False


def read_sessions(folder: Path, place: Place) -> Spoken:
    """Read every transcript in a relationship's folder `sessions`.

    Args:
        folder: The folder.
        place: Where reading happens.

    Returns:
        Transcripts in order of days; a file of which nobody has said who is who is named, and what to do.
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
    return replace(spoken, transcripts=ordered, remarks=spoken.remarks + _several(ordered, place.name(folder)))


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
    why = _not_a_transcript(entry)
    if why:
        return replace(spoken, not_analysed=(*spoken.not_analysed, NotAnalysed(name, why)))
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


def _not_a_transcript(entry: Path) -> str:
    lower = entry.name.casefold()
    if entry.is_dir():
        return _("a folder inside sessions is not read")
    if lower.endswith((_MOVEMENT, *_SOUND, *_PICTURE)):
        return _("recordings are not read yet")
    return ""


def _several(transcripts: tuple[Transcript, ...], folder: str) -> tuple[str, ...]:
    """Say on which days there is more than one transcript: both are kept, as there may have been two sessions."""
    message = _("{folder} has {count} transcripts of {day}; all were kept. If they are of one session, take one away")
    counts = Counter(one.day for one in transcripts)
    return tuple(
        message.format(folder=folder, count=count, day=day.isoformat()) for day, count in counts.items() if count > 1
    )
