"""An invented conversation as sound, with its truth: who spoke when, what was quiet, what overlapped.

Needs the program espeak-ng, which is asked for sentences in two voices. Synthetic voices are easy and emotionally flat:
errors in real rooms are larger.
"""

import io
import shutil
import subprocess
import wave
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Span, Spoke

RATE = 16_000
"""Samples a second of everything here."""
PEAK = {Role.CLIENT: 0.25, Role.THERAPIST: 0.35}
FEMALE, MALE = ("en+f3", "en-us+f2"), ("en+m3", "en-us+m7")
"""Two voices each. (espeak-ng has no variants of en-gb: en-gb+m3 and en-gb+f3 are one voice.)"""
LONG_SILENCE, OVERLAP = 0.10, 0.12
"""How often something said is followed by a long silence, or overlaps with what comes next."""

Sound = NDArray[np.float32]

SENTENCES = (
    "I was thinking about what you said last week",
    "it has been a long day",
    "I do not really know where to begin",
    "my sister called on Sunday and we talked for an hour",
    "yes",
    "something about that stayed with me afterwards",
    "maybe",
    "I would rather talk about the garden today",
    "can you say a little more about that",
    "it felt as if nobody in the room had noticed",
    "no not really",
    "we walked along the river until it was dark",
    "I wonder how that was for you",
    "there was a letter in the kitchen when I came home",
    "mm",
    "and then the train was late again so I stood there and waited",
    "that sounds like a lot to carry",
    "I keep coming back to the same morning",
    "he never asks how I am",
    "what would you have liked to hear",
)


@dataclass(frozen=True, slots=True)
class Sounding:
    """A conversation of two people: `sound` is (samples, 2), the client's microphone first; nobody bleeds over.

    `spoke` is the truth in time order, `silences` the stretches in which neither spoke.
    """

    sound: Sound
    spoke: tuple[Spoke, ...]

    @property
    def seconds(self) -> float:
        """How long it is."""
        return len(self.sound) / RATE

    def silences(self, shortest: float = 2.0) -> tuple[Span, ...]:
        """Return the stretches of at least so many seconds, between two things said, in which neither spoke."""
        found, until = [], None
        for one in self.spoke:
            if until is not None and one.start - until >= shortest:
                found.append(Span(until, one.start))
            until = one.end if until is None else max(until, one.end)
        return tuple(found)


def conversation(
    seconds: float,
    seed: int,
    voices: tuple[str, str] = (MALE[0], FEMALE[0]),
    long_silence: float = LONG_SILENCE,
    overlap: float = OVERLAP,
) -> Sounding:
    """Return a conversation whose turns alternate most of the time.

    Args:
        seconds: how long, at least 20.
        seed: for the drawing of everything.
        voices: espeak-ng's names of the client's and the therapist's voice.
        long_silence: how often something said is followed by 3 to 9 s of silence.
        overlap: how often the next begins .2 to .9 s before the end.

    Returns:
        The conversation; the same for the same arguments and version of espeak-ng.

    Raises:
        ReattuneError: espeak-ng is not installed.
    """
    draw = np.random.default_rng(seed)
    sound = np.zeros((round(seconds * RATE), 2), np.float32)
    spoke: list[Spoke] = []
    at, who = 1.0, 1
    while True:
        role = (Role.CLIENT, Role.THERAPIST)[who]
        words = " ".join(str(one) for one in draw.choice(SENTENCES, size=int(draw.integers(1, 4)), replace=False))
        said = said_aloud(words, voices[who], int(draw.integers(145, 185)))
        first, last = round(at * RATE), round(at * RATE) + len(said)
        if last > len(sound) - RATE:
            return Sounding(sound, tuple(spoke))
        sound[first:last, who] += said * PEAK[role]
        spoke.append(Spoke(first / RATE, last / RATE, role))
        chance = draw.random()
        if chance < long_silence:
            at = last / RATE + float(draw.uniform(3, 9))
            # After a silence the same person goes on as often as not.
            who = who if draw.random() < 0.5 else 1 - who  # noqa: PLR2004
        elif chance < long_silence + overlap and len(said) > 2 * RATE:
            at, who = last / RATE - float(draw.uniform(0.2, 0.9)), 1 - who
        else:
            at, who = last / RATE + float(draw.uniform(0.15, 1.2)), 1 - who


@cache
def said_aloud(words: str, voice: str, speed: int) -> Sound:
    """Return a sentence as sound with a peak of 1, without the quiet before and after it.

    Args:
        words: what is said.
        voice: espeak-ng's name of a voice.
        speed: words a minute.

    Raises:
        ReattuneError: espeak-ng is not installed.
    """
    program = shutil.which("espeak-ng")
    if program is None:
        raise ReattuneError(_("Inventing a conversation needs espeak-ng; on Debian: apt-get install espeak-ng"))
    command = [program, "-v", voice, "-s", str(speed), "--stdout", words]
    spoken = subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603  our own sentences
    with wave.open(io.BytesIO(spoken)) as file:
        rate = file.getframerate()
        # Written to a pipe, the header does not know how long it will be: what is there is what counts.
        raw = np.frombuffer(file.readframes(file.getnframes()), np.int16).astype(np.float64)
    sound = np.interp(np.arange(0, len(raw), rate / RATE), np.arange(len(raw)), raw)
    loud = np.flatnonzero(np.abs(sound) > 0.02 * np.abs(sound).max())
    kept = sound[loud[0] : loud[-1] + 1]
    return np.asarray(kept / np.abs(kept).max(), np.float32)


def level(sound: Sound) -> float:
    """Return the root mean square of what is not silent in a sound, over all channels."""
    loud = sound[np.abs(sound) > 1e-4]  # noqa: PLR2004
    return float(np.sqrt(np.mean(loud.astype(np.float64) ** 2)))


def noise(samples: int, seed: int) -> Sound:
    """Return pink noise with a root mean square of 1."""
    draw = np.random.default_rng(seed)
    spectrum = np.fft.rfft(draw.standard_normal(samples))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 1))
    found = np.fft.irfft(spectrum, samples)
    return np.asarray(found / np.sqrt(np.mean(found**2)), np.float32)


def in_a_room(sounding: Sounding, decibels: float, seed: int = 0) -> Sound:
    """Return what one microphone hears: both, and pink noise so many decibels below the speech; shape (samples,)."""
    both = sounding.sound.sum(axis=1)
    return np.asarray(both + noise(len(both), seed) * level(both) * 10 ** (-decibels / 20), np.float32)


def bleeding(sounding: Sounding, decibels: float) -> Sound:
    """Return two channels in which each also hears the other, so many decibels lower; shape (samples, 2)."""
    across = 10 ** (-decibels / 20)
    return np.asarray(sounding.sound + sounding.sound[:, ::-1] * across, np.float32)


def breath(seconds: float, seed: int) -> Sound:
    """Return breath: noise between 400 and 3,500 Hz, with a root mean square of 1."""
    draw = np.random.default_rng(seed)
    samples = round(seconds * RATE)
    spectrum = np.fft.rfft(draw.standard_normal(samples))
    heard = np.fft.rfftfreq(samples, 1 / RATE)
    spectrum[(heard < 400) | (heard > 3500)] = 0  # noqa: PLR2004
    found = np.fft.irfft(spectrum, samples) * np.hanning(samples)
    return np.asarray(found / np.sqrt(np.mean(found**2)), np.float32)


def sob(seconds: float = 0.25) -> Sound:
    """Return a voiced burst that falls from 300 to 220 Hz, with a root mean square of 1."""
    samples = round(seconds * RATE)
    phase = 2 * np.pi * np.cumsum(np.linspace(300, 220, samples)) / RATE
    found = sum(np.sin(k * phase) / k for k in range(1, 6)) * np.hanning(samples)
    return np.asarray(found / np.sqrt(np.mean(found**2)), dtype=np.float32)


def with_sounds(sounding: Sounding, sounds: Sequence[tuple[float, Sound]], decibels: float) -> Sounding:
    """Return a conversation with sounds added to the client's microphone, so many decibels re speech.

    Args:
        sounding: the conversation.
        sounds: when each begins, in seconds, and what it is, with a root mean square of 1.
        decibels: below 0 for softer than speech.
    """
    changed = sounding.sound.copy()
    loudness = level(sounding.sound) * 10 ** (decibels / 20)
    for at, one in sounds:
        first = round(at * RATE)
        there = changed[first : first + len(one), 0]
        there += one[: len(there)] * np.float32(loudness)
    return replace(sounding, sound=changed)


def write(path: Path, sound: Sound, rate: int = RATE) -> Path:
    """Write a sound, (samples,) or (samples, channels), as a 16-bit WAV file and return its path."""
    channels = 1 if sound.ndim == 1 else sound.shape[1]
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())
    return path
