"""How high a voice is: its fundamental frequency every 10 ms, by autocorrelation and the cheapest path through it.

The method of Boersma (1993), as it is widely used, written anew from its description. What it cannot do, no method
can: two voices at once have no one pitch.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reattune.nonverbal.spectra import Frames, likeness

RATE = 16_000
LENGTH, STEP = 640, 160
"""Samples in a frame, 40 ms, and from one frame to the next, 10 ms."""
LOWEST, HIGHEST = 75.0, 500.0
"""Hz between which a pitch is looked for."""
CANDIDATES = 6
"""Pitches that are considered in each frame."""
VOICED, QUIET = 0.45, 0.03
"""How alike a voiced frame is to itself one period later; the share of the loudest below which there is none."""
OCTAVE, JUMP, CHANGE = 0.01, 0.35, 0.14
"""What an octave lower, a jump of an octave, and a change between voice and none cost."""
LOUDEST = 99.0
"""Percent of frames that are softer than "the loudest": a door that falls shut is not what a voice is held against."""
NONE = -1e9

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pitch:
    """A pitch track.

    Args:
        times: the middle of each frame, in seconds.
        hertz: the fundamental frequency there; nan where there is no voice.
        strength: how alike the frame is to itself one period later, 0 to 1; nan where there is no voice.
    """

    times: NDArray[np.float64]
    hertz: NDArray[np.float64]
    strength: NDArray[np.float64]


class Pitches:
    """Follows the pitch of a sound in pieces of any length; what comes of it does not depend on the pieces."""

    def __init__(self) -> None:
        self._frames = Frames(LENGTH, STEP)
        self._found: list[tuple[Numbers, Numbers, Numbers]] = []

    def hear(self, chunk: Numbers) -> None:
        """Listen to the next samples: (n,), one channel, 16 kHz, between -1 and 1."""
        self._found += [candidates(block) for block in self._frames.hear(chunk)]

    def done(self) -> Pitch:
        """Return the pitch of all that was heard, once nothing more comes."""
        self._found += [candidates(block) for block in self._frames.done()]
        if not self._found:
            nothing = np.zeros(0)
            return Pitch(nothing, nothing, nothing)
        hertz, strength, peak = (np.concatenate(one) for one in zip(*self._found, strict=True))
        self._found = []  # of three hours, both would be a hundred megabytes
        chosen = path(hertz, strength, silence(peak))
        times = (np.arange(len(peak)) * STEP + LENGTH / 2) / RATE
        rows, voiced = np.arange(len(peak)), chosen < CANDIDATES
        at = np.minimum(chosen, CANDIDATES - 1)
        return Pitch(
            times,
            np.where(voiced, hertz[rows, at].astype(np.float64), np.nan),
            np.where(voiced, np.minimum(strength[rows, at].astype(np.float64), 1), np.nan),
        )


def pitch(sound: Numbers) -> Pitch:
    """Return the pitch of a sound: (n,), one channel, 16 kHz, between -1 and 1."""
    one = Pitches()
    one.hear(sound)
    return one.done()


def candidates(frames: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Return the pitches that each frame may have, the likeness of each, and the frame's peak.

    Args:
        frames: (n, 640).

    Returns:
        Hertz and likeness, each (n, 6), the likeness far below 0 where there are fewer; and the peaks, (n,).
    """
    first, last = int(np.ceil(RATE / HIGHEST)), int(RATE / LOWEST)
    alike = likeness(frames, last + 2)
    middle, left, right = alike[:, first : last + 1], alike[:, first - 1 : last], alike[:, first + 1 : last + 2]
    top = (middle > left) & (middle >= right) & (middle > VOICED / 2)
    lags = np.arange(first, last + 1, dtype=np.float32)
    worth = np.where(top, middle - np.float32(OCTAVE) * np.log2(lags * np.float32(LOWEST / RATE)), np.float32(NONE))
    best = np.argpartition(-worth, CANDIDATES, axis=1)[:, :CANDIDATES]
    at, before, after = (np.take_along_axis(one, best, 1) for one in (middle, left, right))
    there = np.take_along_axis(top, best, 1)
    # A parabola through the highest value and its neighbours.
    bend = np.where(there, 2 * at - before - after, 1)
    shift = np.where(there, (after - before) / (2 * bend), 0)
    hertz = np.float32(RATE) / (lags[best] + shift)
    strength = np.where(there, at + (after - before) * shift / 4, np.float32(NONE))
    peak = np.abs(frames - frames.mean(axis=1, keepdims=True)).max(axis=1)
    return hertz.astype(np.float32), strength.astype(np.float32), peak


def silence(peak: Numbers) -> NDArray[np.float64]:
    """Return what no voice is worth in each frame: more, the softer it is."""
    loudest = float(np.percentile(peak, LOUDEST))
    if loudest <= 0:
        return np.full(len(peak), VOICED + 2)
    share = peak.astype(np.float64) / loudest
    return np.asarray(VOICED + np.maximum(0, 2 - share / (QUIET / (1 + VOICED))))


def path(hertz: Numbers, strength: Numbers, unvoiced: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return which candidate each frame has on the way that is worth most; the number 6 stands for no voice."""
    octaves = np.log2(hertz, dtype=np.float32)
    worth = np.empty((len(hertz), CANDIDATES + 1), np.float32)
    worth[:, :CANDIDATES] = strength - np.float32(OCTAVE) * (np.float32(np.log2(LOWEST)) - octaves)
    worth[:, CANDIDATES] = unvoiced
    chosen = np.full(len(hertz), CANDIDATES, np.intp)
    # Where no voice is worth more than any voice can make up for, the way is certain: between such places it is sought.
    open_ = np.concatenate(([False], worth[:, :CANDIDATES].max(axis=1) + 2 * CHANGE > unvoiced, [False]))
    edges = np.flatnonzero(np.diff(open_.astype(np.int8)))
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        chosen[first:last] = best_way(octaves[first:last], worth[first:last])
    return chosen


def best_way(octaves: Numbers, worth: Numbers) -> NDArray[np.intp]:
    """Return the way through one stretch that begins and ends beside silence."""
    cost = np.full((CANDIDATES + 1, CANDIDATES + 1), CHANGE, np.float32)
    cost[-1, -1] = 0
    came = np.zeros(worth.shape, np.intp)
    so_far = worth[0] - cost[-1]
    columns = np.arange(CANDIDATES + 1)
    jumps = np.abs(octaves[1:, None, :] - octaves[:-1, :, None]) * np.float32(JUMP)
    for at in range(1, len(worth)):
        cost[:-1, :-1] = jumps[at - 1]
        ways = so_far[:, None] - cost
        came[at] = ways.argmax(axis=0)
        so_far = ways[came[at], columns] + worth[at]
    found = np.zeros(len(worth), np.intp)
    found[-1] = int((so_far - cost[:, -1]).argmax())
    for at in range(len(worth) - 1, 0, -1):
        found[at - 1] = came[at, found[at]]
    return found
