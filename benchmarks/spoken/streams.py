"""The streams of what was said, in invented courses: what comes up where nothing changes, beside what is found.

Each course has a person's own share of marked turns and own number of words, sessions of uneven length, and more spread
from session to session than chance alone gives (a share that varies as a logit, then a binomial count).
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reattune.model import Direction
from reattune.streams.ratings import code_of
from reattune.streams.speech import ENGAGEMENT, FULL_TURNS, HANG_TOGETHER, MARKS, share_code
from weighing import engine

PEOPLE, TICKS, ONSET, SOON, SPEND, SEED = 300, 40, 20, 8, 0.02, 20261101
WAYS = tuple(MARKS)


@dataclass(frozen=True)
class Life:
    """How courses are drawn: shares as logits, spreads in logs, and what changes in the middle."""

    name: str
    share: dict[Direction, float] = field(default_factory=lambda: dict.fromkeys(WAYS, 0.02))
    spread: float = 0.6
    carry: float = 0.0
    turns: float = 50.0
    hang: float = 0.0
    """How far few words and marks of moving away go together."""
    odds: float = 1.0
    """Odds of a mark of moving away, times this from the middle on."""
    words: float = 1.0


MANY = {Direction.AWAY: 0.08, Direction.AGAINST: 0.05, Direction.ATTUNED: 0.05}
NULL = (
    Life("marks are rare (2 in 100 turns)"),
    Life("marks are many (5 to 8 in 100)", share=MANY),
    Life("many, and more spread from session to session", share=MANY, spread=1.0),
    Life("short sessions (28 turns)", turns=28.0),
    Life("long sessions (120 turns)", turns=120.0),
    Life("one session like the next (.4)", carry=0.4),
    Life("few words go with marks (.6), and one session like the next (.4)", carry=0.4, hang=0.6),
)
CHANGED = (
    Life("twice the odds, rare", odds=2.0),
    Life("twice the odds, many", share=MANY, odds=2.0),
    Life("four times, rare", odds=4.0),
    Life("four times, many", share=MANY, odds=4.0),
    Life("eight times, rare", odds=8.0),
    Life("twice the odds, rare, and three words in ten fewer", odds=2.0, words=0.7, hang=0.4),
)


def drawn(life: Life, people: int, rng: np.random.Generator) -> list[engine.Stream]:
    """Return the four streams of courses as the detectors take them."""
    turns = np.exp(np.log(life.turns) + 0.45 * rng.standard_normal((people, TICKS)))
    turns = np.clip(turns, 20, 250).astype(int)
    weight = np.minimum(1.0, turns / FULL_TURNS)
    even = np.ones_like(turns, dtype=bool)
    talk = _sessions(life.carry, people, rng)
    found = []
    for way, pattern in MARKS.items():
        own = np.log(life.share[way] / (1.0 - life.share[way])) + 0.8 * rng.standard_normal(people)
        logit = own[:, None] + life.spread * (talk if way is Direction.AWAY else _sessions(life.carry, people, rng))
        if way is Direction.AWAY:
            logit[:, ONSET:] += np.log(life.odds)
        marked = rng.binomial(turns, 1.0 / (1.0 + np.exp(-logit)))
        codes = np.vectorize(lambda k, n, pattern=pattern: share_code(pattern, k, n))(marked, turns)
        found.append(engine.Stream(pattern, codes, weight, even))
    apart = np.sqrt(1.0 - life.hang**2) * _sessions(life.carry, people, rng)
    words = (2.7 + 0.5 * rng.standard_normal(people))[:, None] - 0.35 * (life.hang * talk + apart)
    words[:, ONSET:] += np.log(life.words)
    codes = np.vectorize(lambda value: code_of(ENGAGEMENT, value))(np.maximum(words, 0.0))
    return [*found, engine.Stream(ENGAGEMENT, codes, np.minimum(weight, HANG_TOGETHER), even)]


def _sessions(carry: float, people: int, rng: np.random.Generator) -> np.ndarray:
    """Return standard normal noise `[R, T]`, each session drawn a part of the way to the one before."""
    noise = rng.standard_normal((people, TICKS))
    for tick in range(1, TICKS):
        noise[:, tick] = carry * noise[:, tick - 1] + np.sqrt(1.0 - carry**2) * noise[:, tick]
    return noise


def measured(life: Life, people: int = PEOPLE) -> tuple[float, float]:
    """Return noticings per 1,000 sessions, and the share noticed as away within eight sessions of the middle."""
    found = engine.go(drawn(life, people, np.random.default_rng(SEED)), SPEND)
    soon = (found.first >= ONSET) & (found.first < ONSET + SOON)
    return found.per_thousand, float(soon.mean())


def main(_asked: Sequence[str]) -> None:
    print(f"{PEOPLE} invented courses of {TICKS} sessions each; {1000 * SPEND:.0f} noticings per 1,000 are allowed.\n")
    print("| nothing changes | noticings per 1,000 sessions |\n|---|---|")
    for life in NULL:
        print(f"| {life.name} | {measured(life)[0]:.1f} |", flush=True)
    print("\n| from the 21st session on | noticed within eight sessions |\n|---|---|")
    for life in CHANGED:
        print(f"| {life.name} | {100 * measured(life)[1]:.0f} % |", flush=True)


if __name__ == "__main__":
    main([])
