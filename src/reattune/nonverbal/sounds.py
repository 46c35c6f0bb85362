"""How loud it is, and what can clearly be heard while nobody speaks."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, sosfilt

from reattune.language import _
from reattune.model import Span
from reattune.nonverbal.spans import clock

RATE = 16_000
STEP = 160
"""Samples, 10 ms, that one level belongs to."""
STEPS = RATE // STEP
"""Levels a second."""
SOFTEST = -120.0
"""The level of nothing at all, in decibels."""
RUMBLE = 100.0
"""Hz below which a room's own noise is left out of what is held against its floor."""
CLEARLY, STILL = 9.0, 5.0
"""Decibels over the floor at which a sound begins, and below which it has ended."""
ROOM = -70.0
"""Decibels: no floor is taken to be lower, or the noise of a recorder would be a sound."""
SOFT = -66.0
"""Decibels: where most of what is said is softer than this, some of it is not heard as speech at all."""
GUARD = 0.10
"""Seconds beside speech that belong to it: its own first and last breath."""
SHORTEST, JOINED = 0.10, 0.20
LONGEST = 15.0
"""Seconds without a breath between: what sounds for longer is music or a machine."""
BLOCK, AROUND = 5, 6
"""A floor is that of five seconds and of as many as six such blocks on each side."""
ENOUGH = 100
"""Levels, one second, without speech that a floor needs."""
STEADY, STEADY_BLOCKS = 12.0, 4
"""A floor so many decibels over the lowest, for so many blocks: something sounds all the time."""

Levels32 = NDArray[np.float32]


class Levels:
    """Takes the level of each 10 ms of a sound that comes in pieces: of all of it, and of what is above 100 Hz."""

    def __init__(self) -> None:
        self._filter = butter(2, RUMBLE, "highpass", fs=RATE, output="sos")
        self._state = np.zeros((len(self._filter), 2))
        self._left = np.zeros((2, 0))
        self._every: list[NDArray[np.float32]] = []

    def hear(self, chunk: NDArray[np.float32]) -> None:
        """Take the levels of the next samples."""
        if not len(chunk):
            return
        sound = chunk.astype(np.float64)
        clear, self._state = sosfilt(self._filter, sound, zi=self._state)
        both = np.concatenate((self._left, np.stack((sound, clear))), axis=1)
        whole = both.shape[1] // STEP * STEP
        self._left = both[:, whole:]
        self._every.append(decibels(both[:, :whole].reshape(2, -1, STEP)))

    def done(self) -> tuple[Levels32, Levels32]:
        """Return the two levels, in decibels below full scale, one for each 10 ms begun."""
        if self._left.shape[1]:
            self._every.append(decibels(self._left[:, None]))
        both = np.concatenate(self._every, axis=1) if self._every else np.zeros((2, 0), np.float32)
        return both[0], both[1]


def decibels(steps: NDArray[np.float64]) -> Levels32:
    """Return the level of each last axis."""
    power = (steps * steps).mean(axis=-1)
    return np.asarray(10 * np.log10(np.maximum(power, 10 ** (SOFTEST / 10))), np.float32)


def audible(level: Levels32, clear: Levels32, speech: Sequence[Span]) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Return what can clearly be heard while nobody speaks.

    Args:
        level: of all that sounds, one for each 10 ms.
        clear: of what is above 100 Hz.
        speech: where somebody speaks.

    Returns:
        Stretches of .1 to 15 s, those less than .2 s apart joined, that stand out from what sounds all the time
        around them; and sentences about what could not be heard.
    """
    free = apart(len(clear), speech)
    remarks: list[str] = []
    if len(level) and float(level.max()) <= ROOM:
        remarks.append(_("The recording is silent throughout: was the microphone on?"))
    elif not speech and len(level):
        remarks.append(_("No speech was heard in the recording."))
    if int(free.sum()) < ENOUGH:
        return (), tuple(remarks)
    floors = floor(clear, free)
    remarks += steady(floors)
    over = smoothed(clear) - np.maximum(np.repeat(floors, BLOCK * STEPS)[: len(clear)], ROOM)
    return tuple(standing_out(over, free)), tuple(remarks)


def soft(level: Levels32, speech: Sequence[Span]) -> tuple[str, ...]:
    """Return a sentence where what is said is so soft that some of it will not have been heard.

    Args:
        level: of all that sounds, one for each 10 ms.
        speech: where somebody speaks.
    """
    said = level[~apart(len(level), speech)]
    if not len(said) or float(np.median(said)) >= SOFT:
        return ()
    message = _(
        "The recording is very soft: breath and other soft sounds are not heard in it, and some words may count as "
        "quiet. Set the microphone louder."
    )
    return (message,)


def apart(steps: int, speech: Sequence[Span]) -> NDArray[np.bool_]:
    """Return which levels have no speech in them or right beside them."""
    free = np.ones(steps, np.bool_)
    for one in speech:
        free[max(0, int((one.start - GUARD) * STEPS)) : int(np.ceil((one.end + GUARD) * STEPS))] = False
    return free


def floor(clear: Levels32, free: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return, for each five seconds, the level that four in five of the levels without speech around it are above."""
    every = float(np.percentile(clear[free], 20))
    blocks = -(-len(clear) // (BLOCK * STEPS))
    found = np.full(blocks, every)
    for at in range(blocks):
        near = slice(max(0, at - AROUND) * BLOCK * STEPS, (at + AROUND + 1) * BLOCK * STEPS)
        there = clear[near][free[near]]
        if len(there) >= ENOUGH:
            found[at] = np.percentile(there, 20)
    return found


def steady(floors: NDArray[np.float64]) -> list[str]:
    """Return a sentence where something sounds all the time for a while that elsewhere does not."""
    high = np.maximum(floors, ROOM) - max(float(floors.min()), ROOM) >= STEADY
    if int(high.sum()) < STEADY_BLOCKS:
        return []
    first, last = np.flatnonzero(high)[[0, -1]]
    return [
        _(
            "Between {start} and {end} something sounds steadily, such as music, a fan or traffic: softer sounds are "
            "not heard there, and singing may count as speech."
        ).format(start=clock(int(first) * BLOCK), end=clock((int(last) + 1) * BLOCK))
    ]


def smoothed(clear: Levels32) -> NDArray[np.float64]:
    """Return the mean of each level and its two neighbours."""
    padded = np.pad(clear.astype(np.float64), 1, mode="edge")
    return np.asarray((padded[:-2] + padded[1:-1] + padded[2:]) / 3)


def standing_out(over: NDArray[np.float64], free: NDArray[np.bool_]) -> list[Span]:
    """Return where levels are clearly over the floor, from where they begin to be until they no longer are."""
    still = runs((over >= STILL) & free)
    begun = [one for one in still if over[one[0] : one[1]].max() >= CLEARLY]
    found: list[Span] = []
    for first, last in begun:
        if found and first / STEPS - found[-1].end < JOINED:
            found[-1] = Span(found[-1].start, last / STEPS)
        else:
            found.append(Span(first / STEPS, last / STEPS))
    return [one for one in found if SHORTEST <= one.seconds <= LONGEST]


def runs(yes: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return where each run of True begins and ends."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], yes, [False])).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
