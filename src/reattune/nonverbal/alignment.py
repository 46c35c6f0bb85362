"""Whether what is written belongs to what is heard, and by how much its clock is off.

Where turns begin and end is laid over where speech begins and ends, at every offset. How well that fits by chance is
told by the same turns and pauses in random order: they are as many, as long, and belong to no recording.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.fft import irfft, next_fast_len, rfft

from reattune.model import Span

STEP = 0.05
FURTHEST = 120.0
"""Seconds by which a clock may be off."""
NEAR = 1.0
"""Seconds within which two edges still have something to do with each other: many transcripts have whole seconds."""
HERE = 0.5
"""Seconds off that are none."""
SHUFFLES, SEED = 99, 70_219
CLEARLY_HERE, CLEARLY = 2.5, 3.2
"""Standard deviations above chance that a clock which is right needs, and one that is off by whatever fits best."""
PLAINLY = 0.8
"""The clock is taken as right where that fits so much as well as anything."""
FEWEST = 6
"""Turns without which nothing can be said."""

Numbers = NDArray[np.float32]
Wide = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Alignment:
    """How what is written lies over what is heard.

    Args:
        offset: seconds by which what is written is early.
        belongs: whether it fits better than chance; None where there is too little to tell.
    """

    offset: float
    belongs: bool | None


def align(written: Sequence[Span], speech: Sequence[Span], ends: bool = True) -> Alignment:
    """Return by how much a transcript's clock is off, and whether it fits better than its turns in random order.

    Args:
        written: when turns were, as they are written, in order of their beginnings.
        speech: where speech was heard, in time order.
        ends: whether it is also known when turns ended.
    """
    if len(written) < FEWEST:
        return Alignment(0.0, None)
    fits = _Fits(max(*(one.end for one in written), speech[-1].end), speech, ends)
    starts, lasts = np.array([[one.start, one.end] for one in written]).T
    draw = np.random.default_rng(SEED)
    drawn = np.array([fits.of(*_shuffled(starts, lasts, draw)) for _ in range(SHUFFLES)])
    middle, spread = drawn.mean(axis=(0, 2))[:, None], drawn.std(axis=(0, 2))[:, None]
    spread[spread <= 0] = 1
    seen = ((fits.of(starts, lasts) - middle) / spread).sum(axis=0)
    chance = ((drawn - middle) / spread).sum(axis=1)
    here = slice(fits.reach - round(HERE / STEP), fits.reach + round(HERE / STEP) + 1)
    there = _above(float(seen.max()), chance.max(axis=1)) > CLEARLY
    right = _above(float(seen[here].max()), chance[:, here].max(axis=1)) > CLEARLY_HERE
    moved = there and seen[here].max() < PLAINLY * seen.max()
    return Alignment(float((int(seen.argmax()) - fits.reach) * STEP) if moved else 0.0, there or right)


class _Fits:
    """What was heard, ready for turns to be laid over it."""

    def __init__(self, until: float, speech: Sequence[Span], ends: bool) -> None:
        self.reach = round(FURTHEST / STEP)
        self._count = int((until + FURTHEST) / STEP) + 1
        self._size = next_fast_len(self._count + self.reach, real=True)
        self._ends = ends
        heard = [near([one.start for one in speech], self._count)]
        if ends:
            heard += [near([one.end for one in speech], self._count)]
            heard += [filled([one.start for one in speech], [one.end for one in speech], self._count)]
        self._heard = [self._waves(one) for one in heard]

    def of(self, starts: Wide, ends: Wide) -> Numbers:
        """Return how well turns fit at each offset, by their beginnings, their ends, and what is between."""
        written = [struck(starts, self._count)]
        if self._ends:
            written += [struck(ends, self._count), filled(starts, ends, self._count)]
        fits = []
        for heard, one in zip(self._heard, written, strict=True):
            every = irfft(heard * np.conj(self._waves(one)), self._size)
            fits.append(np.concatenate((every[-self.reach :], every[: self.reach + 1])))
        return np.array(fits)

    def _waves(self, one: Numbers) -> NDArray[np.complex64]:
        return np.asarray(rfft(one - one.mean(), self._size))


def _above(seen: float, chance: Wide) -> float:
    spread = float(chance.std())
    return (seen - float(chance.mean())) / spread if spread > 0 else 0.0


def _shuffled(starts: Wide, ends: Wide, draw: np.random.Generator) -> tuple[Wide, Wide]:
    """Return the same turns, and the same pauses and overlaps between them, in random order."""
    lengths, pauses = draw.permutation(ends - starts), draw.permutation(starts[1:] - ends[:-1])
    begun = starts[0] + np.concatenate(([0.0], np.cumsum(lengths[:-1] + pauses)))
    return begun, begun + lengths


def near(times: Sequence[float], count: int) -> Numbers:
    """Return for each step how near it is to the nearest of some times: 1 at it, 0 from a second away."""
    found = np.zeros(count, np.float32)
    reach = round(NEAR / STEP)
    shape = 1 - np.abs(np.arange(-reach, reach + 1, dtype=np.float32)) / (reach + 1)
    for at in np.rint(np.asarray(times) / STEP).astype(int).tolist():
        first, last = max(0, at - reach), min(count, at + reach + 1)
        if first < last:
            there = found[first:last]
            np.maximum(there, shape[first - at + reach : last - at + reach], out=there)
    return found


def struck(times: Wide, count: int) -> Numbers:
    """Return how many of some times lie in each step."""
    at = np.rint(times / STEP).astype(np.int64)
    return np.bincount(at[(at >= 0) & (at < count)], minlength=count).astype(np.float32)


def filled(starts: Sequence[float] | Wide, ends: Sequence[float] | Wide, count: int) -> Numbers:
    """Return 1 for each step that lies in one of some stretches, 0 for all others."""
    found = np.zeros(count, np.float32)
    for start, end in zip(starts, ends, strict=True):
        found[max(0, round(start / STEP)) : max(0, round(end / STEP))] = 1
    return found
