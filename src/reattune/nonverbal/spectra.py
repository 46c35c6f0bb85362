"""A sound cut into frames that overlap, and how much each frame is like itself a little later."""

from functools import cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from scipy.fft import irfft, rfft

Numbers = NDArray[np.float32]


class Frames:
    """Cuts a sound that comes in pieces into frames, a block of them at a time.

    Blocks begin at the same frames whatever the pieces, so that what is computed of them is the very same.

    Args:
        length: samples in a frame.
        step: samples from the beginning of one to the beginning of the next.
        block: frames in a block.
    """

    def __init__(self, length: int, step: int, block: int = 256) -> None:
        self._length, self._step, self._block = length, step, block
        self._waiting = np.zeros(0, np.float32)

    def hear(self, sound: Numbers) -> list[Numbers]:
        """Return the blocks that are now complete, each (block, length); nothing of them may be changed."""
        self._waiting = np.concatenate((self._waiting, sound.astype(np.float32, copy=False)))
        needed, moved = self._step * (self._block - 1) + self._length, self._step * self._block
        found = []
        while len(self._waiting) >= needed:
            found.append(self._cut(needed))
            self._waiting = self._waiting[moved:]
        return found

    def done(self) -> list[Numbers]:
        """Return what is left as a last, shorter block; samples that fill no frame are left out."""
        return [self._cut(len(self._waiting))] if len(self._waiting) >= self._length else []

    def _cut(self, samples: int) -> Numbers:
        return sliding_window_view(self._waiting[:samples], self._length)[:: self._step]


@cache
def window(length: int) -> Numbers:
    """Return a Hann window that touches zero just outside its ends."""
    return np.hanning(length + 2)[1:-1].astype(np.float32)


def likeness(frames: Numbers, lags: int) -> Numbers:
    """Return the normalised autocorrelation of each frame as Boersma (1993) defines it.

    Args:
        frames: (n, length).
        lags: how many, beginning with 0.

    Returns:
        (n, lags): that of the windowed frame divided by that of the window; 1 at lag 0, 0 everywhere for silence.
    """
    length = frames.shape[1]
    size = 1 << (length + lags - 1).bit_length()
    weights = window(length)
    heard = (frames - frames.mean(axis=1, keepdims=True)) * weights
    own = correlated(heard, size)[:, :lags]
    shape = correlated(weights[None], size)[:, :lags]
    loud = np.where(own[:, :1] > 0, own[:, :1], 1)
    return np.asarray(own / loud / (shape / shape[:, :1]), np.float32)


def correlated(frames: Numbers, size: int) -> Numbers:
    """Return the autocorrelation of frames, filled up with zeros to a size."""
    waves = rfft(frames, size, axis=1)
    return np.asarray(irfft(waves.real**2 + waves.imag**2, size, axis=1), np.float32)
