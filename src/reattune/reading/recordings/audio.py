"""The sound of a recording: in chunks at one rate, its channels apart, every sample at the second a player shows."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.reading.recordings import ffmpeg, plain
from reattune.reading.recordings.source import BLOCK, Source, size, title
from reattune.reading.recordings.tracks import Tracks, tracks

RATE = 16_000
_BYTES = np.dtype("<f4").itemsize
_LISTENING_RATE = 44_100
_LAME_DELAY = 1105
"""Samples by which what an MP3 encoder and decoder give comes later; nothing in a stream tells a player so."""


def chunks(source: Source, rate: int = RATE, seconds: float = 30.0) -> Iterator[NDArray[np.float32]]:
    """Yield the sound of a recording in chunks, each of (samples, channels); only one is in memory at a time.

    Two channels are kept apart; more are mixed into one. Where the sound begins late or has gaps there is quiet, so
    that sample n is the second n / rate of the container, as in a player. What is broken is left out.

    Args:
        source: the recording; a reader is used until the last chunk was given, or the iterator is closed.
        rate: samples a second to give.
        seconds: how long each chunk is; the last may be shorter.

    Raises:
        UnreadableError: If there is no sound that can be read.
        MissingError: If it needs ffmpeg and that is not installed.

    """
    size(source)
    if not ffmpeg.there():
        yield from plain.chunks(source, rate, seconds)
        return
    found = tracks(source)
    channels = _channels(source, found)
    shape = f"aformat=sample_fmts=flt:channel_layouts={'stereo' if channels == plain.KEPT_APART else 'mono'}"
    command = [
        *(*ffmpeg.converting(source), "-map", f"0:{found.audio_at}", "-af", f"{_in_time(rate)},{shape}"),
        *("-f", "f32le", "pipe:1"),
    ]
    whole = round(seconds * rate) * channels * _BYTES
    with ffmpeg.running(command, source) as program:
        given = 0
        while data := program.read(whole):
            kept = data[: len(data) // (channels * _BYTES) * channels * _BYTES]
            given += len(kept)
            yield np.frombuffer(kept, "<f4").reshape(-1, channels).astype(np.float32, copy=False)
        if not given:
            raise _silent(source)


def playable(source: Source) -> Iterator[bytes]:
    """Yield a recording's sound as a small MP3 (64 kb/s) that every browser plays, at the same seconds.

    What a phone writes beside the sound, such as the place where it was recorded, is left out.

    Args:
        source: the recording; a reader is used until the last byte was given, or the iterator is closed.

    Raises:
        UnreadableError: If there is no sound that can be read.
        MissingError: If ffmpeg is not installed.

    """
    size(source)
    found = tracks(source)
    layout = "stereo" if _channels(source, found) == plain.KEPT_APART else "mono"
    timed = f"{_in_time(_LISTENING_RATE)},aformat=channel_layouts={layout},atrim=start_sample={_LAME_DELAY}"
    command = [
        *(*ffmpeg.converting(source), "-map", f"0:{found.audio_at}", "-map_metadata", "-1", "-map_chapters", "-1"),
        *("-af", f"{timed},asetpts=N", "-c:a", "libmp3lame", "-b:a", "64k", "-id3v2_version", "0"),
        *("-write_xing", "0", "-f", "mp3", "pipe:1"),
    ]
    with ffmpeg.running(command, source) as program:
        given = 0
        while data := program.read(BLOCK):
            given += len(data)
            yield data
        if not given:
            raise _silent(source)


def _in_time(rate: int) -> str:
    """Return the filter that fills what is missing with quiet, so that samples keep their seconds."""
    return f"aresample=osr={rate}:async=1:first_pts=0"


def _channels(source: Source, found: Tracks) -> int:
    """Return how many channels are given: two are kept apart, of anything else one is made."""
    if found.audio is None:
        raise _silent(source)
    return found.audio.channels if found.audio.channels <= plain.KEPT_APART else 1


def _silent(source: Source) -> UnreadableError:
    return UnreadableError(
        _("{file} holds no sound that can be read. See whether it plays with sound on this computer").format(
            file=title(source)
        )
    )
