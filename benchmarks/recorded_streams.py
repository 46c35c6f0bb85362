"""The streams of recordings, in invented courses: what comes up where nothing changes, beside what is found.

Each course has a person's own levels, recordings of uneven length, and more spread from session to session than chance
alone gives. Figures are drawn as a recording would give them, and taken by the streams themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from reattune.model import Between, MovementFigures, Pauses, Relationship, SoundFigures, Source, Way
from reattune.streams import movement, silence, turns, voice
from reattune.streams.ticks import View
from weighing import engine

PEOPLE, TICKS, ONSET, SOON, SPEND, SEED = 300, 40, 20, 8, 0.02, 20261126
STREAMS = (silence, turns, voice, movement)
START = date(2026, 1, 1).toordinal()


@dataclass(frozen=True)
class Life:
    """How courses are drawn: spreads in logs, and what is multiplied from the middle on."""

    name: str
    spread: float = 1.0
    carry: float = 0.0
    minutes: float = 50.0
    hang: float = 0.5
    """How far quiet, short turns and short replies go together."""
    quiet: float = 1.0
    minimal: float = 1.0
    reply: float = 1.0
    moved: float = 1.0


NULL = (
    Life("as the defaults say"),
    Life("more spread from session to session (half as much again)", spread=1.5),
    Life("short recordings (20 minutes)", minutes=20.0),
    Life("one session like the next (.4)", carry=0.4),
    Life("quiet and short turns go together (.9), and one session like the next (.4)", carry=0.4, hang=0.9),
)
CHANGED = (
    Life("twice as much quiet between two of the therapist's turns", quiet=2.0),
    Life("four times", quiet=4.0),
    Life("twice the odds of a very short turn", minimal=2.0),
    Life("four times", minimal=4.0),
    Life("replies half as long", reply=0.5),
    Life("twice the quiet, twice the odds, replies half as long", quiet=2.0, minimal=2.0, reply=0.5),
    Life("the client moves a third as much (told as changed)", moved=1 / 3),
)


def drawn(life: Life, people: int, rng: np.random.Generator) -> list[engine.Stream]:
    """Return the streams of courses as the detectors take them."""
    courses = [_course(life, rng) for _person in range(people)]
    found = [_observed(one) for one in courses]
    names = sorted({name for one in found for name in one})
    return [_stream(name, found) for name in names]


def _course(life: Life, rng: np.random.Generator) -> Relationship:
    own = rng.standard_normal(8)
    shared = _sessions(life.carry, rng)
    noise = [
        life.hang * shared + np.sqrt(1 - life.hang**2) * _sessions(life.carry, rng)
        if one < 4
        else _sessions(life.carry, rng)
        for one in range(8)
    ]
    sound, seen = [], []
    for tick in range(TICKS):
        now = replace(life, quiet=1.0, minimal=1.0, reply=1.0, moved=1.0) if tick < ONSET else life
        at = [life.spread * one[tick] for one in noise]
        sound.append(_sound(now, tick, own, at, rng))
        seen.append(_seen(now, tick, own, at, rng))
    return Relationship("invented", listened=tuple(sound), watched=tuple(seen))


def _sound(life: Life, tick: int, own: np.ndarray, at: list[float], rng: np.random.Generator) -> SoundFigures:
    day = date.fromordinal(START + 7 * tick)
    minutes = float(np.clip(life.minutes * np.exp(0.15 * rng.standard_normal()), 10, 120))
    rate = 5.0 * np.exp(0.8 * own[0] + 0.45 * at[0]) * life.quiet
    count = int(rng.poisson(rate * minutes / 60))
    quiet = 1 / (1 + np.exp(-(-2.9 + 0.8 * own[1] + 0.5 * at[1] + 0.3 * np.log(life.quiet))))
    spoken = max(20, int(rng.poisson(2.0 * minutes)))
    share = 1 / (1 + np.exp(-(-1.2 + 0.7 * own[2] + 0.4 * at[2] + np.log(life.minimal))))
    return SoundFigures(
        day=day, source=Source(f"{day}.wav", ""), known_at=day, way=Way.CHANNELS, seconds=60 * minutes,
        silent=quiet * 60 * minutes, silences=count,
        pauses=(Pauses(Between.TT, count, count, 4.0 * count, 9.0),),
        client_turns=spoken, minimal=int(rng.binomial(spoken, share)),
        reply=float(np.exp(1.6 + 0.6 * own[3] - 0.35 * at[3]) * life.reply),
        client_span=float(np.exp(2.0 + 0.4 * own[4] + 0.2 * at[4])),
        pitch_together=_apart(0.6 * own[5] + 0.8 * at[5], spoken / 40.0, rng),
    )  # fmt: skip


def _apart(level: float, length: float, rng: np.random.Generator) -> float:
    """Return how far from chance so much of it lies: with the root of its length, and a deviation of chance itself."""
    return float(level * np.sqrt(length) + rng.standard_normal())


def _seen(life: Life, tick: int, own: np.ndarray, at: list[float], rng: np.random.Generator) -> MovementFigures:
    day = date.fromordinal(START + 7 * tick)
    usable = 60 * float(np.clip(life.minutes * np.exp(0.15 * rng.standard_normal()), 10, 120))
    return MovementFigures(
        day=day, source=Source(f"{day}.mp4", ""), known_at=day, seconds=usable, usable=usable,
        client=float(np.exp(0.7 + 0.7 * own[6] + 0.4 * at[6]) * life.moved),
        together=_apart(1.0 + own[7] + 0.8 * at[7], usable / 1200.0, rng), statistic="max Z",
    )  # fmt: skip


def _sessions(carry: float, rng: np.random.Generator) -> np.ndarray:
    """Return standard normal noise over sessions, each drawn a part of the way to the one before."""
    noise = rng.standard_normal(TICKS)
    for tick in range(1, TICKS):
        noise[tick] = carry * noise[tick - 1] + np.sqrt(1.0 - carry**2) * noise[tick]
    return noise


def _observed(course: Relationship) -> dict[str, object]:
    view = View(course, (), {}, {}, date.max)
    return {one.name: one for stream in STREAMS for one in stream.observe(view).series}


def _stream(name: str, found: Sequence[dict[str, object]]) -> engine.Stream:
    codes = np.full((len(found), TICKS), -1)
    weight = np.ones((len(found), TICKS))
    for person, one in enumerate(found):
        for seen in one[name].observations:
            tick = (seen.at.toordinal() - START) // 7
            codes[person, tick], weight[person, tick] = seen.code, seen.weight
    return engine.Stream(found[0][name].pattern, codes, weight, np.ones_like(codes, dtype=bool))


def measured(life: Life, people: int = PEOPLE) -> tuple[float, float]:
    """Return noticings per 1,000 sessions, and the share noticed as away within eight sessions of the middle."""
    found = engine.go(drawn(life, people, np.random.default_rng(SEED)), SPEND)
    soon = (found.first >= ONSET) & (found.first < ONSET + SOON)
    return found.per_thousand, float(soon.mean())


def main() -> None:
    print(f"{PEOPLE} invented courses of {TICKS} sessions each; {1000 * SPEND:.0f} noticings per 1,000 are allowed.\n")
    print("| nothing changes | noticings per 1,000 sessions |\n|---|---|")
    for life in NULL:
        print(f"| {life.name} | {measured(life)[0]:.1f} |", flush=True)
    print("\n| from the 21st session on | all directions, per 1,000 | as away, within eight |\n|---|---|---|")
    for life in CHANGED:
        every, soon = measured(life)
        print(f"| {life.name} | {every:.1f} | {100 * soon:.0f} % |", flush=True)


if __name__ == "__main__":
    main()
