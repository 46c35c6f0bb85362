"""Two weak streams that change together, against the better of the two alone, at equal false alarms."""

from collections.abc import Mapping

import numpy as np

from reattune.streams import attendance as attendance_stream
from reattune.synthetic import Ratings, Shape, attendance, draw, planted
from weighing import engine
from weighing.courses import codes, onsets, pattern_for, ratings, settings
from weighing.engine import NEVER, Stream
from weighing.power import FALSE_ALARMS, noticed

SESSIONS = 20
WEAK_FALL = 1.0
WEAK_ODDS = 4.0
"""A fall of 1 own SD in each rating, or odds of being away times 4: about as hard to notice alone."""
PAIRS = ("two people's ratings", "a rating and attendance")


def several(setting: str, pair: str, people: int) -> list[dict]:
    """Return what each stream alone and both together notice within four sessions."""
    seed = int(settings()[setting]["seed"]) * 100 + PAIRS.index(pair)
    without = _drawn(setting, pair, people, seed, changed=False)[0]
    there, onset = _drawn(setting, pair, people, seed + 50, changed=True)
    rows = []
    for name, chosen in _choices(pair).items():
        spend = engine.matched([without[one] for one in chosen], FALSE_ALARMS)
        alarms = float((engine.go([without[one] for one in chosen], spend).first < NEVER).mean())
        hits, counted, delay = noticed(engine.go([there[one] for one in chosen], spend).first, onset)
        rows.append({"pair": pair, "with": name, "hits": hits, "counted": counted, "delay": delay, "alarms": alarms})
    return rows


def _choices(pair: str) -> Mapping[str, tuple[int, ...]]:
    first, second = pair.split(" and ") if " and " in pair else ("the client's rating", "the therapist's rating")
    return {first: (0,), second: (1,), "both together": (0, 1)}


def _drawn(setting: str, pair: str, people: int, seed: int, *, changed: bool) -> tuple[list[Stream], np.ndarray]:
    rng = np.random.default_rng(seed)
    how = ratings(setting)
    onset = onsets(people, SESSIONS, rng)
    fall = np.stack([planted(Shape.LASTING, WEAK_FALL, at, SESSIONS) for at in range(SESSIONS)])[onset]
    first = _rated(setting, how, people, rng, fall if changed else None)
    if pair == PAIRS[0]:
        return [first, _rated(setting, how, people, rng, fall if changed else None)], onset
    odds = np.where((fall < 0) & changed, WEAK_ODDS, 1.0)
    pattern = attendance_stream.PATTERN
    return [first, Stream(pattern, attendance(people, SESSIONS, rng, odds=odds, population=pattern))], onset


def _rated(setting: str, how: Ratings, people: int, rng: np.random.Generator, change: np.ndarray | None) -> Stream:
    pattern = pattern_for(setting, "", 5)
    return Stream(pattern, codes(pattern, draw(how, people, SESSIONS, rng, change).scores))
