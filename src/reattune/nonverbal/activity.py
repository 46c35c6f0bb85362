"""When somebody speaks, when nobody does, and what else can be heard then; it does not say who or what."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reattune.model import Span
from reattune.nonverbal.gain import Gain
from reattune.nonverbal.silero import FRAME, RATE, Net
from reattune.nonverbal.sounds import Levels, audible, soft

ON, OFF = 0.5, 0.35
"""Speech begins where its probability reaches the first, and ends where it falls below the second."""
LATE = 0.08
"""Seconds after the last sound at which the probability has fallen: measured on invented speech of five voices, with
and without noise (docs/nonverbal/activity.md). Beginnings are not late."""
JOINED = 0.25
"""Gaps in speech shorter than this many seconds are part of it."""
SHORTEST = 0.10
"""Speech shorter than this many seconds is none."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard in one channel.

    Args:
        speech: where somebody spoke, in time order; gaps of less than a quarter of a second are part of it.
        sounds: where something else can be heard: breath, tears, laughter, a chair; never what sounds all the time.
        seconds: how long it was.
        level: decibels below full scale, one number for each 10 ms.
        remarks: sentences about what could not be told, and why.
    """

    speech: tuple[Span, ...]
    sounds: tuple[Span, ...]
    seconds: float
    level: NDArray[np.float32]
    remarks: tuple[str, ...] = ()


class Ear:
    """Listens to one channel in pieces of any length; what comes of it does not depend on the pieces."""

    def __init__(self) -> None:
        self._net = Net()
        self._gain = Gain()
        self._levels = Levels()
        self._likely: list[NDArray[np.float32]] = []
        self._samples = 0

    def hear(self, chunk: NDArray[np.float32]) -> None:
        """Listen to the next samples: (n,), one channel, 16 kHz, between -1 and 1."""
        self._samples += len(chunk)
        self._likely += [self._net.hear(one) for one in self._gain.hear(chunk)]
        self._levels.hear(chunk)

    def done(self) -> Heard:
        """Return what was heard, once nothing more comes."""
        seconds = self._samples / RATE
        self._likely.append(self._net.hear(self._gain.done()))
        likely = np.concatenate((*self._likely, self._net.done()))
        level, shape = self._levels.done()
        speech = spoken(likely, seconds)
        sounds, remarks = audible(level, shape, speech)
        return Heard(speech, sounds, seconds, level, (*remarks, *soft(level, speech)))


def listen(chunks: Iterable[NDArray[np.float32]]) -> Heard:
    """Return what is heard in one channel.

    Args:
        chunks: the sound in pieces of any length: (n,), one channel, 16 kHz, between -1 and 1.

    Returns:
        Where somebody spoke, where something else can be heard, and how loud it was.
    """
    ear = Ear()
    for chunk in chunks:
        ear.hear(chunk)
    return ear.done()


def spoken(likely: NDArray[np.float32], seconds: float) -> tuple[Span, ...]:
    """Return where speech is likely.

    Args:
        likely: the probability of speech in each 32 ms.
        seconds: where the sound ends.

    Returns:
        Stretches in time order, the ends taken back by as much as they come late; gaps shorter than .25 s are joined,
        and then what is shorter than .1 s is left out.
    """
    found, speaking, start = [], False, 0
    for at, one in enumerate(likely.tolist()):
        if not speaking and one >= ON:
            speaking, start = True, at
        elif speaking and one < OFF:
            speaking = False
            found.append((start, at))
    if speaking:
        found.append((start, len(likely)))
    length = FRAME / RATE
    spans = [Span(first * length, ended(first * length, last * length, seconds)) for first, last in found]
    return tuple(one for one in joined(spans, JOINED) if one.seconds >= SHORTEST)


def ended(start: float, end: float, seconds: float) -> float:
    """Return when speech ended that the network held to end then; where the sound breaks off it ends there."""
    return seconds if end >= seconds else max(start, end - LATE)


def joined(spans: Sequence[Span], gap: float) -> list[Span]:
    """Return spans in time order with those joined whose gap is shorter than so many seconds."""
    found: list[Span] = []
    for one in spans:
        if found and one.start - found[-1].end < gap:
            found[-1] = Span(found[-1].start, max(one.end, found[-1].end))
        else:
            found.append(one)
    return found
