"""How a voice sounds, in numbers: mel cepstra, pitch and level every 10 ms, gathered as a file streams."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.fft import dct

from reattune.nonverbal.banks import bank

RATE = 16_000
HOP, WINDOW = 160, 400
"""Samples from one frame to the next, and in a frame: 10 and 25 ms."""
PER_SECOND = RATE / HOP
MIDDLE = WINDOW / 2 / RATE
"""Seconds from a frame's beginning to its middle."""
COEFFICIENTS, BANDS, POINTS = 19, 40, 512
BLOCK = 1_000
"""Frames taken at once: always as many, so that the sums come out the same however the sound was cut."""

PITCH_WINDOW, PITCH_POINTS = 640, 1_024
"""Samples in which a fundamental frequency is looked for (40 ms), around the same middle as a frame."""
LOWEST, HIGHEST = 60.0, 400.0
VOICED = 0.5
"""How alike a voiced sound is to itself one period later, at least."""
BEFORE = (PITCH_WINDOW - WINDOW) // 2
TAIL = PITCH_WINDOW - BEFORE - WINDOW
STRIDE = 2
"""Pitch is looked for in every other frame; within a second that is plenty."""

Floats = NDArray[np.float32]
Wide = NDArray[np.float64]
Whole = NDArray[np.int64]

PITCH_WEIGHT = 3.0
"""How much more a voice's pitch counts than any one cepstral figure."""


@dataclass(frozen=True, slots=True)
class Cepstral:
    """What is known of a recording every 10 ms: frame i lies around second `MIDDLE + i / PER_SECOND`.

    Args:
        cepstrum: mel cepstral coefficients 1 to 19, shape (frames, 19).
        pitch: natural logarithm of the fundamental frequency in Hz; nan where nothing is voiced.
        level: decibels.
    """

    cepstrum: Floats
    pitch: Floats
    level: Floats

    @property
    def weights(self) -> Wide:
        """How much each column of `describe` counts once all vary alike."""
        found = np.ones(2 * COEFFICIENTS + 1)
        found[-1] = PITCH_WEIGHT
        return found

    def describe(self, starts: Wide, ends: Wide) -> Wide:
        """Return what each stretch sounds like: means and spreads of its cepstra, and its mean pitch.

        Args:
            starts: where the stretches begin, in seconds.
            ends: where they end.

        Returns:
            A row for each stretch; nan for the pitch of one without anything voiced.
        """
        rows = np.empty((len(starts), 2 * COEFFICIENTS + 1))
        if not len(self.cepstrum):
            rows[:] = np.nan
            return rows
        # Stretches are taken a few hundred at a time: three hours of them do not fit into memory at once.
        for first in range(0, len(starts), 256):
            part = slice(first, first + 256)
            rows[part] = self._described(*frames(starts[part], ends[part], len(self.cepstrum)))
        return rows

    def _described(self, first: Whole, last: Whole) -> Wide:
        reach = np.arange(int((last - first).max()))
        index = first[:, None] + reach
        inside = index < last[:, None]
        index = np.minimum(index, len(self.cepstrum) - 1)
        count = inside.sum(axis=1)[:, None]
        values = self.cepstrum[index].astype(np.float64) * inside[:, :, None]
        mean = values.sum(axis=1) / count
        spread = np.sqrt((((values - mean[:, None]) * inside[:, :, None]) ** 2).sum(axis=1) / count)
        pitch = self.pitch[index].astype(np.float64)
        voiced = inside & np.isfinite(pitch)
        heard = voiced.sum(axis=1)
        pitched = np.where(voiced, pitch, 0.0).sum(axis=1) / np.maximum(heard, 1)
        return np.column_stack((mean, spread, np.where(heard > 0, pitched, np.nan)))


def frames(starts: Wide, ends: Wide, count: int) -> tuple[Whole, Whole]:
    """Return the first frame of each stretch, and the one after its last; at least one each.

    Args:
        starts: where the stretches begin, in seconds.
        ends: where they end.
        count: how many frames there are.
    """
    first = np.clip(np.ceil((starts - MIDDLE) * PER_SECOND - 1e-6), 0, count - 1).astype(np.int64)
    last = np.ceil((ends - MIDDLE) * PER_SECOND - 1e-6).astype(np.int64)
    return first, np.clip(np.maximum(last, first + 1), 1, count)


class Cepstra:
    """Gathers `Cepstral` from chunks of any length; the same for any way of cutting the sound."""

    def __init__(self) -> None:
        self._waiting: Floats = np.zeros(BEFORE, np.float32)
        self._done: list[tuple[Floats, Floats, Floats]] = []

    def hear(self, chunk: Floats) -> None:
        """Take in the next samples.

        Args:
            chunk: one microphone at 16,000 samples a second.
        """
        self._waiting = np.concatenate((self._waiting, np.asarray(chunk, np.float32)))
        needed = BEFORE + (BLOCK - 1) * HOP + WINDOW + TAIL
        first = 0
        while len(self._waiting) - first >= needed:
            self._done.append(_measured(self._waiting[first : first + needed]))
            first += BLOCK * HOP
        self._waiting = self._waiting[first:]

    def done(self) -> Cepstral:
        """Return what was gathered, once all has been heard."""
        left = max(0, (len(self._waiting) - BEFORE - WINDOW) // HOP + 1)
        parts = list(self._done)
        if left:
            rest = np.zeros(BEFORE + (BLOCK - 1) * HOP + WINDOW + TAIL, np.float32)
            rest[: len(self._waiting)] = self._waiting[: len(rest)]
            cepstrum, pitch, level = _measured(rest)
            parts.append((cepstrum[:left], pitch[:left], level[:left]))
        if not parts:
            return Cepstral(np.empty((0, COEFFICIENTS), np.float32), np.empty(0, np.float32), np.empty(0, np.float32))
        return Cepstral(*(np.concatenate([one[which] for one in parts]) for which in range(3)))


def cepstra(sound: Floats) -> Cepstral:
    """Return what a whole sound is like every 10 ms.

    Args:
        sound: one microphone at 16,000 samples a second.
    """
    one = Cepstra()
    one.hear(sound)
    return one.done()


def _measured(sound: Floats) -> tuple[Floats, Floats, Floats]:
    short = np.lib.stride_tricks.sliding_window_view(sound[BEFORE:], WINDOW)[::HOP][:BLOCK]
    spectrum = np.fft.rfft(short * np.hamming(WINDOW).astype(np.float32), POINTS, axis=1)
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
    mel = np.log(power @ bank(BANDS, POINTS).T + np.float32(1e-10))
    cepstrum = dct(mel, type=2, norm="ortho", axis=1)[:, 1 : COEFFICIENTS + 1]
    level = 10 * np.log10(power.mean(axis=1) / WINDOW + 1e-10)
    return cepstrum.astype(np.float32), _pitch(sound), level.astype(np.float32)


@cache
def _own() -> Floats:
    window = np.hanning(PITCH_WINDOW + 2)[1:-1]
    return np.asarray(_alike(window[None, :])[0], np.float32)


def _alike(sound: NDArray[np.floating]) -> Floats:
    power = np.abs(np.fft.rfft(sound, PITCH_POINTS, axis=1)) ** 2
    found = np.fft.irfft(power, PITCH_POINTS, axis=1)[:, : round(RATE / LOWEST) + 2]
    return np.asarray(found / np.maximum(found[:, :1], 1e-9), np.float32)


def _pitch(sound: Floats) -> Floats:
    long = np.lib.stride_tricks.sliding_window_view(sound, PITCH_WINDOW)[:: HOP * STRIDE][: BLOCK // STRIDE]
    window = np.hanning(PITCH_WINDOW + 2)[1:-1].astype(np.float32)
    alike = _alike((long - long.mean(axis=1, keepdims=True)) * window) / _own()
    shortest = round(RATE / HIGHEST)
    lags = np.arange(shortest, alike.shape[1] - 1)
    # A longer period must be clearly better: otherwise twice the period would do as well.
    best = lags[np.argmax(alike[:, lags] - 0.02 * np.log2(lags / shortest).astype(np.float32), axis=1)]
    rows = np.arange(len(best))
    left, here, right = alike[rows, best - 1], alike[rows, best], alike[rows, best + 1]
    curve = left - 2 * here + right
    shift = np.where(curve < -1e-9, 0.5 * (left - right) / np.minimum(curve, -1e-9), 0.0)  # noqa: PLR2004 - no peak
    quiet = np.abs(long).max(axis=1) < 1e-4  # noqa: PLR2004 - a signal that is zero but for rounding
    voiced = (here > VOICED) & (here >= left) & (here >= right) & ~quiet
    found = np.where(voiced, np.log(RATE / (best + np.clip(shift, -0.5, 0.5))), np.nan)
    return np.repeat(found.astype(np.float32), STRIDE)
