"""How each turn sounded: pitch, its span, loudness and rate; and how alike two voices' pitch moves from turn to turn.

Descriptive only: studies disagree about what any of it goes with.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.signal import find_peaks

from reattune.model import Role, Span, Spoke
from reattune.nonverbal.listened import Taken, Voiced
from reattune.nonverbal.turns import TWO, exchanges

STEP = 0.01
"""Seconds between two values of a level and of a pitch."""
VOICED = 10
"""Voiced values, a tenth of a second, that a turn needs for a pitch; four times as many for its span."""
SMOOTH, PROMINENT, APART = 7, 3.0, 8
"""Values a level is averaged over, decibels by which a peak of it stands out, and values between two peaks."""
WINDOW, HOP = 15, 5
"""Pairs of turns that one correlation is taken over, and by how many the next one begins later."""
SHUFFLES, SEED = 200, 40_301
LARGEST = 0.999

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Track:
    """One microphone every 10 ms: the fundamental frequency, nan where there is none, and the level in decibels."""

    hertz: NDArray[np.floating]
    level: NDArray[np.floating]


def voiced(
    taken: Sequence[Taken],
    tracks: Sequence[Track],
    whose: Mapping[Role, int] | None = None,
    both: Sequence[Span] = (),
) -> tuple[Voiced, ...]:
    """Return how each turn sounded.

    Args:
        taken: turns.
        tracks: what each microphone heard.
        whose: which microphone is whose; where it is not said, the one that heard a turn loudest.
        both: stretches in which two spoke; they are left out of turns that share a microphone.
    """
    apart = [_without(track, both) for track in tracks]
    found = []
    for turn in taken:
        own = whose.get(turn.role) if whose and turn.role else None
        track = tracks[own] if own is not None else max(apart, key=lambda one: _loud(one, turn), default=None)
        if track is not None:
            found.append(_voiced(turn, track))
    return tuple(found)


def _without(track: Track, both: Sequence[Span]) -> Track:
    hertz, level = track.hertz.copy(), track.level.copy()
    for span in both:
        hertz[_part(span, len(hertz))] = np.nan
        level[_part(span, len(level))] = np.nan
    return Track(hertz, level)


def _part(span: Span | Spoke, count: int) -> slice:
    first = min(count, max(0, round(span.start / STEP)))
    return slice(first, min(count, max(first, round(span.end / STEP))))


def _loud(track: Track, turn: Taken) -> float:
    level = _heard(track.level, turn)
    return float(level.mean()) if len(level) else -np.inf


def _heard(values: NDArray[np.floating], turn: Taken) -> Numbers:
    joined = np.concatenate([values[_part(unit, len(values))] for unit in turn.units]).astype(np.float64)
    return joined[~np.isnan(joined)]


def _voiced(turn: Taken, track: Track) -> Voiced:
    hertz, level = _heard(track.hertz, turn), _heard(track.level, turn)
    middle = float(np.median(hertz)) if len(hertz) >= VOICED else None
    span = None
    if len(hertz) >= 4 * VOICED:
        low, high = np.percentile(hertz, [5, 95])
        span = float(12 * np.log2(high / low))
    power = float(10 * np.log10(np.mean(10 ** (level / 10)))) if len(level) else None
    return Voiced(turn.role, turn.start, turn.end, middle, span, power, _rate(level))


def _rate(level: Numbers) -> float | None:
    """Return syllable-like peaks of loudness a second; None of too short a stretch."""
    if len(level) < 1 / STEP:
        return None
    smooth = np.convolve(level, np.ones(SMOOTH) / SMOOTH, mode="same")
    peaks, _found = find_peaks(smooth, prominence=PROMINENT, distance=APART)
    return float(len(peaks) / (len(level) * STEP))


def together(taken: Sequence[Taken], voices: Sequence[Voiced]) -> float | None:
    """Return how alike the two voices' pitch moves from one turn to the other's next, against shuffled turns.

    Each turn's median pitch is held against its speaker's own others. Correlations over 15 pairs of turns, therapist
    to client and client to therapist apart, are averaged as Fisher's z and told in standard deviations of what the
    same turns give in random order.

    Args:
        taken: turns.
        voices: how they sounded.

    Returns:
        The figure, or None where there are not enough turns in both directions.
    """
    pitch = _standard(voices)
    pairs = {role: _pairs(taken, pitch, role) for role in TWO}
    if any(len(one) < WINDOW for one in pairs.values()):
        return None
    seen = np.mean([_alike(one[:, 0], one[:, 1]) for one in pairs.values()])
    draw = np.random.default_rng(SEED)
    drawn = [
        float(np.mean([_alike(one[:, 0], draw.permutation(one[:, 1])) for one in pairs.values()]))
        for _ in range(SHUFFLES)
    ]
    spread = float(np.std(drawn))
    return float((seen - np.mean(drawn)) / spread) if spread > 0 else None


def _standard(voices: Sequence[Voiced]) -> dict[tuple[Role | None, float], float]:
    found: dict[tuple[Role | None, float], float] = {}
    for role in TWO:
        own = [one for one in voices if one.role is role and one.hertz is not None]
        logs = np.log2([one.hertz for one in own if one.hertz is not None])
        spread = float(np.std(logs)) if len(logs) else 0.0
        if spread > 0:
            middle = float(np.mean(logs))
            found |= {(role, one.start): (float(log) - middle) / spread for one, log in zip(own, logs, strict=True)}
    return found


def _pairs(taken: Sequence[Taken], pitch: Mapping[tuple[Role | None, float], float], first: Role) -> Numbers:
    """Return the pitch of both turns of each exchange that begins with one person."""
    found = [
        (pitch[first, one.before.start], pitch[one.after.role, one.after.start])
        for one in exchanges(taken)
        if one.before.role is first
        and (first, one.before.start) in pitch
        and (one.after.role, one.after.start) in pitch
    ]
    return np.array(found, np.float64).reshape(-1, 2)


def _alike(one: Numbers, two: Numbers) -> float:
    """Return the mean of Fisher's z over windows."""
    starts = range(0, len(one) - WINDOW + 1, HOP)
    x = np.stack([one[at : at + WINDOW] for at in starts])
    y = np.stack([two[at : at + WINDOW] for at in starts])
    x, y = x - x.mean(axis=1, keepdims=True), y - y.mean(axis=1, keepdims=True)
    scale = np.sqrt((x**2).sum(axis=1) * (y**2).sum(axis=1))
    r = np.divide((x * y).sum(axis=1), scale, out=np.zeros(len(x)), where=scale > 0)
    return float(np.mean(np.arctanh(np.clip(r, -LARGEST, LARGEST))))
