"""Sound at another rate, piece by piece, with no seams where pieces meet."""

from math import ceil, gcd

import numpy as np
from numpy.typing import NDArray
from scipy.signal import firwin, resample_poly

_STEEPNESS = 10
_KAISER = 5.0


class Resampling:
    """Gives what resampling the whole sound at once would give, however it is cut into pieces.

    Args:
        given: samples a second of what is heard.
        wanted: samples a second of what is returned.

    """

    def __init__(self, given: int, wanted: int) -> None:
        common = gcd(given, wanted)
        self._up, self._down = wanted // common, given // common
        widest = max(self._up, self._down)
        half = _STEEPNESS * widest
        self._filter = firwin(2 * half + 1, 1 / max(widest, 2), window=("kaiser", _KAISER)).astype(np.float32)
        # A whole number of periods on each side, so that every piece begins in the same phase.
        self._beside = ceil(ceil(half / self._up) / self._down) * self._down if widest > 1 else 0
        self._held = np.zeros((0, 0), np.float32)

    def hear(self, piece: NDArray[np.float32]) -> NDArray[np.float32]:
        """Take in a piece of (samples, channels), and return what can be given of it by now."""
        if not self._held.shape[1]:
            self._held = np.zeros((self._beside, piece.shape[1]), np.float32)
        if not self._beside:
            return piece
        self._held = np.concatenate([self._held, piece])
        ready = (len(self._held) - 2 * self._beside) // self._down * self._down
        if ready <= 0:
            return piece[:0]
        given = self._resampled(self._held[: ready + 2 * self._beside])[: ready * self._up // self._down]
        self._held = self._held[ready:]
        return given

    def done(self) -> NDArray[np.float32]:
        """Return what is left at the end."""
        if not len(self._held):
            return self._held
        left = len(self._held) - self._beside
        after = np.zeros((self._beside, self._held.shape[1]), np.float32)
        given = self._resampled(np.concatenate([self._held, after]))[: ceil(left * self._up / self._down)]
        self._held = self._held[:0]
        return given

    def _resampled(self, held: NDArray[np.float32]) -> NDArray[np.float32]:
        given: NDArray[np.float32] = resample_poly(held, self._up, self._down, axis=0, window=self._filter)
        return given[self._beside * self._up // self._down :].astype(np.float32, copy=False)
