"""Very soft recordings made louder for what listens for speech; all others are left exactly as they are."""

import numpy as np
from numpy.typing import NDArray

BLOCK = 4 * 16_000
"""Samples that one gain belongs to: always the same ones, so that it does not depend on the pieces."""
ENOUGH = 0.05
"""A recording whose loudest moment so far is at least this loud is left alone."""
MOST = 20.0
"""Times louder, 26 decibels, at most: what is softer still is the noise of a recorder."""

Numbers = NDArray[np.float32]


class Gain:
    """Makes a sound louder that comes in pieces of any length, by what was loudest in it until now."""

    def __init__(self) -> None:
        self._waiting: Numbers = np.zeros(0, np.float32)
        self._loudest = ENOUGH / MOST

    def hear(self, chunk: Numbers) -> list[Numbers]:
        """Return the blocks that are now complete, made louder where need be."""
        joined = np.concatenate((self._waiting, chunk.astype(np.float32, copy=False)))
        whole = len(joined) // BLOCK * BLOCK
        self._waiting = joined[whole:]
        return [self._louder(joined[first : first + BLOCK]) for first in range(0, whole, BLOCK)]

    def done(self) -> Numbers:
        """Return what is left, once nothing more comes."""
        return self._louder(self._waiting)

    def _louder(self, block: Numbers) -> Numbers:
        self._loudest = max(self._loudest, float(np.abs(block).max(initial=0)))
        return block if self._loudest >= ENOUGH else block * np.float32(ENOUGH / self._loudest)
