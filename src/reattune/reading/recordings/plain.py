"""Sound without ffmpeg: WAV, FLAC, Ogg and MP3, as libsndfile reads them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reattune.model import Audio
from reattune.reading.recordings import ffmpeg
from reattune.reading.recordings.resampling import Resampling
from reattune.reading.recordings.source import Source
from reattune.reading.recordings.tracks import Tracks

KEPT_APART = 2
"""Channels; of more, one is made."""


def tracks(source: Source) -> Tracks:
    """Return the one track of a sound file.

    Raises:
        MissingError: If it is no such file; says how to install ffmpeg, which reads more.

    """
    with _opened(source) as file:
        seconds = len(file) / file.samplerate or None
        audio = Audio(file.samplerate, file.channels, file.subtype.lower())
        return Tracks(file.format.lower(), seconds, audio, audio_at=0, sounds=1)


def chunks(source: Source, rate: int, seconds: float) -> Iterator[NDArray[np.float32]]:
    """Yield a sound file in chunks at a rate, each of (samples, channels).

    Args:
        source: the file.
        rate: samples a second to give.
        seconds: how long a chunk is.

    Raises:
        MissingError: If it is no such file; says how to install ffmpeg, which reads more.

    """
    with _opened(source) as file:
        resampling = Resampling(file.samplerate, rate)
        waiting, length = [], round(seconds * rate)
        for block in file.blocks(file.samplerate, dtype="float32", always_2d=True):
            apart = block if block.shape[1] <= KEPT_APART else block.mean(axis=1, keepdims=True, dtype=np.float32)
            waiting.append(resampling.hear(apart))
            while sum(map(len, waiting)) >= length:
                whole = np.concatenate(waiting)
                yield whole[:length]
                waiting = [whole[length:]]
        waiting.append(resampling.done())
        rest = np.concatenate([one for one in waiting if len(one)] or [np.zeros((0, 1), np.float32)])
        for at in range(0, len(rest), length):
            yield rest[at : at + length]


def _opened(source: Source) -> Any:
    import soundfile  # type: ignore[import-untyped]  # noqa: PLC0415  its library is slow to load, and needed only without ffmpeg

    if not isinstance(source, Path):
        source.seek(0)
    try:
        return soundfile.SoundFile(source)
    except soundfile.LibsndfileError:
        ffmpeg.found("ffmpeg")
        ffmpeg.found("ffprobe")
        raise
