"""A score for who spoke when, and invented conversations of two that several tests share."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import pytest

from reattune.model import Role, Span, Spoke
from reattune.nonverbal.activity import Ear, Heard
from reattune.nonverbal.cepstra import Cepstral, cepstra
from reattune.synthetic.sounding import Sound, Sounding, conversation, in_a_room

PAIRS = {"m+f": ("en+m3", "en+f3"), "m+m": ("en+m3", "en-us+m7"), "f+f": ("en+f3", "en-us+f2")}
TWO = (Role.CLIENT, Role.THERAPIST)


def error_rate(
    truth: Sequence[Spoke],
    found: Sequence[Spoke],
    collar: float = 0.25,
    overlap: bool = False,
    after: float = 0.0,
    roles: Sequence[Role] = TWO,
) -> float:
    """Return the diarisation error rate in percent: missed, invented and confused speech over all that is scored."""
    count = round(max((one.end for one in (*truth, *found)), default=0.0) * 100) + 100
    true, told = (np.array([_grid(spoke, role, count) for role in roles]) for spoke in (truth, found))
    stray = np.zeros(count, np.int64)
    for one in found:
        if one.role not in roles:
            stray[round(one.start * 100) : round(one.end * 100)] = 1
    scored = np.arange(count) >= round(after * 100)
    for one in truth:
        for edge in (one.start, one.end):
            scored[max(0, round((edge - collar) * 100)) : round((edge + collar) * 100)] = False
    if not overlap:
        scored &= true.sum(axis=0) < 2
    there, said = true.sum(axis=0), told.sum(axis=0) + stray
    wrong = np.maximum(there, said) - (true & told).sum(axis=0)
    return float(100 * wrong[scored].sum() / there[scored].sum())


def _grid(spoke: Sequence[Spoke], role: Role, count: int) -> np.ndarray:
    found = np.zeros(count, np.int64)
    for one in spoke:
        if one.role is role:
            found[round(one.start * 100) : round(one.end * 100)] = 1
    return found


def marks(truth: Sequence[Spoke], seconds: float = 20.0) -> dict[Role, tuple[Span, ...]]:
    """Return the first so many seconds of each person in which nobody else speaks."""
    found: dict[Role, tuple[Span, ...]] = {}
    for role in TWO:
        mine, total = [], 0.0
        for one in truth:
            alone = all(other is one or other.start >= one.end or other.end <= one.start for other in truth)
            if one.role is role and one.seconds >= 1 and alone and total < seconds:
                mine.append(Span(one.start, one.end))
                total += one.seconds
        found[role] = tuple(mine)
    return found


def listened(sound: Sound) -> Heard:
    """Return what is heard on one channel."""
    ear = Ear()
    ear.hear(sound)
    return ear.done()


def known(spoke: Sequence[Spoke], sound: Sound) -> Heard:
    """Return what an ear without fault would hear: as fast as it is right, for tests of what comes after."""
    speech: list[Span] = []
    for one in sorted(spoke, key=lambda each: each.start):
        if speech and one.start - speech[-1].end < 0.25:
            speech[-1] = Span(speech[-1].start, max(speech[-1].end, one.end))
        else:
            speech.append(Span(one.start, one.end))
    count = len(sound) // 160
    power = (sound[: count * 160].reshape(count, 160).astype(np.float64) ** 2).mean(axis=1)
    return Heard(tuple(speech), (), len(sound) / 16_000, np.float32(10 * np.log10(power + 1e-10)))


@dataclass(frozen=True)
class Room:
    """A conversation one microphone heard, with what came of it."""

    truth: Sounding
    sound: Sound
    heard: Heard
    cepstral: Cepstral
    seeds: Mapping[Role, tuple[Span, ...]]

    @property
    def after(self) -> float:
        """Where the last mark ends; only what comes later is scored."""
        return max(one.end for spans in self.seeds.values() for one in spans)


@cache
def made(voices: tuple[str, str], seed: int = 1, seconds: float = 200.0, decibels: float = 20.0) -> Room:
    """Return a conversation of two voices in a room."""
    truth = conversation(seconds, seed, voices)
    sound = in_a_room(truth, decibels)
    return Room(truth, sound, known(truth.spoke, sound), cepstra(sound), marks(truth.spoke))


@pytest.fixture(scope="session")
def der() -> Callable[..., float]:
    return error_rate


@pytest.fixture(scope="session")
def room() -> Callable[..., Room]:
    return made


@pytest.fixture(scope="session")
def ear() -> Callable[[Sound], Heard]:
    return listened


@pytest.fixture(scope="session")
def faultless() -> Callable[[Sequence[Spoke], Sound], Heard]:
    return known


@pytest.fixture(scope="session")
def pairs() -> dict[str, tuple[str, str]]:
    return PAIRS
