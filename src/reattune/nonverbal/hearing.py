"""One pass through the sound of a recording: everything that later steps need, and nothing as large as the sound."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reattune.model import Span
from reattune.nonverbal.activity import Ear, Heard
from reattune.nonverbal.cepstra import Cepstra, Cepstral
from reattune.nonverbal.listened import PEAKS
from reattune.nonverbal.pitch import Pitch, Pitches
from reattune.nonverbal.spans import both, either
from reattune.nonverbal.who import Who

RATE = 16_000
"""Samples a second of every sound here."""
TWO = 2
"""Channels that are kept apart where each is somebody's."""
LEVELS = 100
"""Levels, and values of a pitch, a second."""
_BLOCK = RATE // PEAKS

Sound = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Channel:
    """One microphone heard through: speech and levels, and the pitch every 10 ms (nan where there is none)."""

    heard: Heard
    hertz: Sound


@dataclass(frozen=True, slots=True)
class Whole:
    """A recording heard through.

    Args:
        seconds: how long it is.
        channels: each microphone that was kept apart; one where nobody said whose they are.
        features: what the mix sounds like every 10 ms; None where voices need not be told apart by their sound.
        peaks: the largest deflection in each tenth of a second.
        remarks: sentences about what could not be heard.
    """

    seconds: float
    channels: tuple[Channel, ...]
    features: Cepstral | None
    peaks: tuple[float, ...]
    remarks: tuple[str, ...] = ()

    @property
    def speech(self) -> tuple[Span, ...]:
        """Where anybody spoke."""
        return either(span for one in self.channels for span in one.heard.speech)

    @property
    def sounds(self) -> tuple[Span, ...]:
        """Where something could be heard and nobody spoke."""
        heard = either(span for one in self.channels for span in one.heard.sounds)
        return both(heard, free(self.speech, self.seconds))


class Hearing:
    """Listens to a recording in pieces; what comes of it does not depend on the pieces."""

    def __init__(self, who: Who, pitch: bool = True) -> None:
        self.samples = 0
        self._apart = who.channels is not None
        self._pitch = pitch
        self._ears: list[Ear] = []
        self._pitches: list[Pitches] = []
        self._cepstra = Cepstra() if who.seeds or who.guess else None
        self._peaks = _Peaks()

    def hear(self, chunk: Sound) -> None:
        """Listen to the next samples: (n, channels) or (n,)."""
        if not len(chunk):
            return
        sound = np.asarray(chunk, np.float32).reshape(len(chunk), -1)
        self.samples += len(sound)
        loud = np.abs(sound).max(axis=1)
        if not loud.max() <= 1:
            # Files of floating point may hold anything at all, numbers that are none included.
            sound = np.clip(np.nan_to_num(sound, nan=0.0), -1, 1)
            loud = np.abs(sound).max(axis=1)
        mix = np.ascontiguousarray(sound.mean(axis=1, dtype=np.float32))
        self._peaks.hear(loud)
        kept = [np.ascontiguousarray(sound[:, at]) for at in range(TWO)] if self._two(sound) else [mix]
        for ear, one in zip(self._listeners(len(kept)), kept, strict=True):
            ear.hear(one)
        for pitches, one in zip(self._pitches, kept, strict=False):
            pitches.hear(one)
        if self._cepstra is not None:
            self._cepstra.hear(mix)

    def _two(self, sound: Sound) -> bool:
        return self._apart and sound.shape[1] >= TWO and len(self._ears) != 1

    def _listeners(self, count: int) -> list[Ear]:
        if not self._ears:
            self._ears = [Ear() for _ in range(count)]
            self._pitches = [Pitches() for _ in range(count)] if self._pitch else []
        return self._ears

    def done(self) -> Whole:
        """Return what was heard, once nothing more comes."""
        heard = [ear.done() for ear in self._listeners(1)]
        lines = [np.full(len(one.level), np.nan, np.float32) for one in heard]
        for line, pitches in zip(lines, self._pitches, strict=False):
            _follow(line, pitches.done())
        return Whole(
            self.samples / RATE,
            tuple(Channel(one, line) for one, line in zip(heard, lines, strict=True)),
            self._cepstra.done() if self._cepstra is not None else None,
            self._peaks.done(),
            _remarks(heard),
        )


class _Peaks:
    """Keeps the largest of each tenth of a second."""

    def __init__(self) -> None:
        self._left: Sound = np.zeros(0, np.float32)
        self._found: list[Sound] = []

    def hear(self, loud: Sound) -> None:
        joined = np.concatenate([self._left, loud])
        count = len(joined) // _BLOCK
        self._found.append(joined[: count * _BLOCK].reshape(count, _BLOCK).max(axis=1))
        self._left = joined[count * _BLOCK :]

    def done(self) -> tuple[float, ...]:
        last = [self._left.max(keepdims=True)] if len(self._left) else []
        every = [*self._found, *last]
        return tuple(np.minimum(np.concatenate(every), 1).round(3).astype(float).tolist()) if every else ()


def _follow(line: Sound, pitch: Pitch) -> None:
    """Write a pitch into the hundredths of a second that its frames have their middle in."""
    at = np.rint(pitch.times * LEVELS).astype(np.int64)
    kept = at < len(line)
    line[at[kept]] = pitch.hertz[kept]


def _remarks(heard: Sequence[Heard]) -> tuple[str, ...]:
    """Return what was said of the channels; of one in which nobody speaks only where nobody does in the other."""
    speaking = [one for one in heard if one.speech] or heard
    return tuple(dict.fromkeys(remark for one in speaking for remark in one.remarks))


def free(spans: Sequence[Span], seconds: float) -> tuple[Span, ...]:
    """Return what lies between stretches.

    Args:
        spans: stretches in time order, none overlapping another.
        seconds: how long the whole is.
    """
    edges = [0.0, *(edge for one in spans for edge in (one.start, one.end)), seconds]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return tuple(Span(start, end) for start, end in pairs if end > start)
