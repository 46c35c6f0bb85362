"""Mel filters: how an ear, rather than a ruler, divides frequencies."""

from functools import cache

import numpy as np
from numpy.typing import NDArray

RATE = 16_000


@cache
def bank(bands: int, points: int, lowest: float = 20.0, highest: float = 8_000.0) -> NDArray[np.float32]:
    """Return triangles evenly spaced in mel, shape (bands, points // 2 + 1).

    Args:
        bands: how many.
        points: of the Fourier transform they are laid over.
        lowest: where the first begins, in Hz.
        highest: where the last ends.
    """
    edges = _hertz(np.linspace(_mel(lowest), _mel(highest), bands + 2))
    heard = np.fft.rfftfreq(points, 1 / RATE)
    rising = (heard - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - heard) / (edges[2:] - edges[1:-1])[:, None]
    found = np.maximum(0.0, np.minimum(rising, falling)).astype(np.float32)
    found.flags.writeable = False
    return found


def _mel(hertz: float) -> float:
    return float(1127.0 * np.log1p(hertz / 700.0))


def _hertz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(700.0 * np.expm1(mel / 1127.0))
