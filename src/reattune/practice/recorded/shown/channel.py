"""Ten seconds of one channel of a recording by itself, where it is clearest: to hear whose microphone it is."""

import io
import wave
from typing import BinaryIO, cast

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import models
from reattune.practice.recorded import kept
from reattune.reading.recordings import audio

SECONDS = 10
LOOKED_AT = 10
"""Chunks of half a minute that are looked at, from the beginning."""
KIND = "audio/wav"
LOUD = 32767


def alone(recording: models.Recording, channel: int) -> bytes:
    """Return ten seconds of a channel as a WAV file.

    Args:
        recording: One with two channels, that is here, of a client who agreed to it.
        channel: 0 or 1.

    Raises:
        ReattuneError: It may not be played, or has no such channel.
    """
    best: tuple[float, NDArray[np.float32]] | None = None
    with kept.source(recording) as file:
        for number, chunk in enumerate(audio.chunks(cast("BinaryIO", file))):
            if chunk.shape[1] <= channel:
                raise ReattuneError(_("This recording has one channel only."))
            if number >= LOOKED_AT:
                break
            for piece in _pieces(chunk):
                clear = _clear(piece, channel)
                if best is None or clear > best[0]:
                    best = clear, piece[:, channel].copy()
    if best is None:
        raise ReattuneError(_("Nothing can be heard in this recording."))
    return _wav(best[1])


def _pieces(chunk: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    length = SECONDS * audio.RATE
    return [chunk[start : start + length] for start in range(0, len(chunk), length)]


def _clear(piece: NDArray[np.float32], channel: int) -> float:
    """Return how much louder than the other channel this one is, times how loud it is."""
    power = np.mean(np.square(piece, dtype=np.float64), axis=0)
    return float(power[channel] * power[channel] / (power.sum() + 1e-12))


def _wav(sound: NDArray[np.float32]) -> bytes:
    held = io.BytesIO()
    with wave.open(held, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(audio.RATE)
        file.writeframes((np.clip(sound, -1, 1) * LOUD).astype("<i2").tobytes())
    return held.getvalue()
