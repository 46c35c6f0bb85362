"""What a recording holds, and what of it cannot be used and why; asked before anything is listened to."""

from collections.abc import Iterator

from reattune.errors import UnreadableError
from reattune.language import _, plural
from reattune.model import Recording
from reattune.reading.recordings import ending, ffmpeg, plain
from reattune.reading.recordings.source import Source, size, title
from reattune.reading.recordings.tracks import Tracks, tracks

FULL_RATE = 16_000
"""Samples a second from which on a voice is heard whole."""
_SHORTER, _SHORTER_PART = 2.0, 0.02
_AGREE = 0.1
"""Seconds; a container that says otherwise has only estimated how long it is."""


def probe(source: Source, name: str = "") -> Recording:
    """Return what a recording's container says of itself, with a sentence for each thing that cannot be used.

    `seconds` is what is really there, also where a file was not copied whole.

    Args:
        source: a file, or an open reader of one.
        name: what it is called; a file's own name otherwise.

    Returns:
        The recording, with its first track of sound and of pictures.

    Raises:
        UnreadableError: If it is empty, no recording, cut off so that nothing can be read, or has no sound and no
            moving pictures.
        MissingError: If it needs ffmpeg and that is not installed.

    """
    called = title(source, name)
    whole = size(source, name)
    with_ffmpeg = ffmpeg.there()
    seen = ending.boxes(source)
    if seen is not None and seen.index is None and not any(box.kind == b"moof" for box in seen.boxes):
        raise UnreadableError(
            _(
                "The end of {file} is missing, and with it the list of what is where: nothing in it can be played."
                " Copy it once more from where it was recorded; if it is the same there, recording was broken off"
            ).format(file=called)
        )
    found = tracks(source, name) if with_ffmpeg else plain.tracks(source)
    if found.audio is None and found.video is None:
        raise UnreadableError(_("{file} holds no sound and no moving pictures that can be read").format(file=called))
    seconds, cut = _length(source, whole, found) if with_ffmpeg else (found.seconds, False)
    remarks = (*_cut_off(cut, seconds), *_of_sound(found), *_of_pictures(found, with_ffmpeg))
    return Recording(called, found.format, seconds, found.audio, found.video, remarks)


def _length(source: Source, whole: int, found: Tracks) -> tuple[float | None, bool]:
    """Return how many seconds there really are, and whether more were meant to be.

    Sound alone is quick to count; a long video is counted only where there is a reason to.
    """
    stated, cut = found.seconds, ending.cut(source, whole)
    if found.video is not None and stated is not None and not cut:
        return stated, False
    there = ending.counted(source, found)
    if stated is None or there is None:
        return there, cut
    less = stated - there > max(_SHORTER, _SHORTER_PART * stated)
    return (stated if abs(stated - there) <= _AGREE else there), cut or less


def _cut_off(cut: bool, seconds: float | None) -> Iterator[str]:
    if cut and seconds is not None:
        yield _(
            "The file ends before the recording does: it was not copied whole. What is there is used, {time} in"
            " minutes and seconds; copy it once more for the rest"
        ).format(time=f"{int(seconds // 60)}:{int(seconds % 60):02}")
    elif cut:
        yield _("The file ends before the recording does: it was not copied whole. Copy it once more for the rest")


def _of_sound(found: Tracks) -> Iterator[str]:
    if found.audio is None:
        if "audio" in found.unknown:
            yield _("Its sound is in a format that this computer’s ffmpeg cannot read, so only its pictures are used")
        else:
            yield _("There is no sound in it, so silences, turns and voices cannot be heard")
        return
    if found.sounds > 1:
        yield plural(
            "It has {n} track of sound; the first is used",
            "It has {n} tracks of sound; only the first is used",
            found.sounds,
        )
    if found.audio.channels > plain.KEPT_APART:
        yield plural(
            "Its sound has {n} channel; they are mixed into one, because only two are kept apart",
            "Its sound has {n} channels; they are mixed into one, because only two are kept apart",
            found.audio.channels,
        )
    if found.audio.rate < FULL_RATE:
        yield _(
            "It was recorded as narrowly as a telephone ({rate} samples a second): soft sounds such as breath may be"
            " missing from it"
        ).format(rate=found.audio.rate)


def _of_pictures(found: Tracks, with_ffmpeg: bool) -> Iterator[str]:
    if found.video is not None:
        if found.films > 1:
            yield plural(
                "It has {n} track of pictures; the first is used",
                "It has {n} tracks of pictures; only the first is used",
                found.films,
            )
    elif "video" in found.unknown:
        yield _("Its pictures are in a format that this computer’s ffmpeg cannot read, so only its sound is used")
    elif found.covers:
        yield _("The picture in it is a cover that does not move, so movement cannot be seen")
    elif with_ffmpeg:
        yield _("There are no moving pictures in it, so movement cannot be seen")
    else:
        yield _("It was read without ffmpeg, as sound alone; movement cannot be seen")
