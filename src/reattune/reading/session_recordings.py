"""Recordings and series of movement in the folder `sessions`: their figures, or what is still to be done."""

from dataclasses import dataclass, field
from pathlib import Path

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import MovementFigures, NotAnalysed, Quarantined, SoundFigures
from reattune.reading.gathered import Place
from reattune.reading.kept_recordings import HEARD, SEEN, beside, read_heard, read_seen, recording_of
from reattune.reading.motion_rows import rows_of
from reattune.reading.movement import ENDING, is_series, read_movement
from reattune.reading.raw import decode, read_bytes, without_name
from reattune.reading.transcripts.days import day_of

SOUND = (".mp3", ".wav", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wma", ".aif", ".aiff", ".amr")
PICTURE = (".mp4", ".m4v", ".mov", ".mkv", ".avi", ".webm", ".wmv", ".mpg", ".mpeg")
LISTEN, WATCH = "reattune listen FILE", "reattune watch FILE"
WATCH_AT = "reattune watch FILE --rate 25"
"""For a series without times; 25 values a second are what most have."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one file gave."""

    listened: tuple[SoundFigures, ...] = ()
    watched: tuple[MovementFigures, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()
    not_analysed: tuple[NotAnalysed, ...] = ()
    remarks: tuple[str, ...] = field(default=())


def is_recorded(entry: Path) -> bool:
    """Return whether a file is a recording, a series of movement, or what was found in one."""
    name = entry.name.casefold()
    return name.endswith((*SOUND, *PICTURE)) or recording_of(entry) is not None or is_series(entry)


def read_recorded(entry: Path, place: Place) -> Recorded:
    """Read what is kept of a recording, or say what is still to be done with it.

    Args:
        entry: A file for which `is_recorded` holds.
        place: Where reading happens.

    Returns:
        Figures, or a file named as not analysed with what to do; nothing is listened to or watched here.
    """
    name = place.name(entry)
    if day_of(entry.name) is None:
        why = _("its name does not begin with the day of the session, such as 2026-03-10.wav")
        return Recorded(not_analysed=(NotAnalysed(name, why),))
    try:
        if recording_of(entry) is not None:
            return _kept(entry, place)
        return _series(entry, place) if is_series(entry) else _recording(entry, name)
    except ReattuneError as error:
        return Recorded(quarantined=(Quarantined(name, "", "", without_name(str(error), name)),))


def _kept(entry: Path, place: Place) -> Recorded:
    if entry.name.casefold().endswith(HEARD):
        return Recorded(listened=(read_heard(entry, place),))
    return Recorded(watched=(read_seen(entry, place),))


def _recording(entry: Path, name: str) -> Recorded:
    if _has(entry, HEARD) or _has(entry, SEEN):
        return Recorded()
    if entry.name.casefold().endswith(PICTURE):
        why = _("not listened to or watched yet; run: {listen} or: {watch}").format(listen=LISTEN, watch=WATCH)
    else:
        why = _("not listened to yet; run: {command}").format(command=LISTEN)
    return Recorded(not_analysed=(NotAnalysed(name, why),))


def _series(entry: Path, place: Place) -> Recorded:
    name = place.name(entry)
    command = WATCH
    if entry.name.casefold().endswith(ENDING):
        moved = read_movement(entry, name)
        aside, remarks = moved.quarantined, moved.movement.remarks
    else:
        # How many values a second there are is said when it is watched; whether it can be read is said now.
        text, remarks = decode(read_bytes(entry, name), name)
        aside, command = rows_of(text, name).quarantined, WATCH_AT
    if _has(entry, SEEN):
        return Recorded(quarantined=aside, remarks=remarks)
    why = _("a series of movement, not looked at yet; run: {command}").format(command=command)
    return Recorded(quarantined=aside, remarks=remarks, not_analysed=(NotAnalysed(name, why),))


def _has(entry: Path, ending: str) -> bool:
    return beside(entry, ending).is_file()
