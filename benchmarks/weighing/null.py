"""How much comes up where nothing has changed, against what was spent, under the model and under each misfit."""

import numpy as np

from weighing import engine
from weighing.courses import settings
from weighing.drawing import LIFE, MODEL, MOOD, PATTERNS, SHUFFLED, WANDER, conduct, gap, rated, whole
from weighing.engine import Stream

TICKS = 40
Z = 1.96


def cases() -> list[tuple[str, str]]:
    """Return every (stream, misfit) that is gone through."""
    misfits = ["", MODEL, SHUFFLED, *settings()["misfit"]]
    outcomes = [(stream, how) for stream in PATTERNS for how in _known(stream)]
    everything = [("everything", how) for how in (MODEL, LIFE, WANDER, MOOD)]
    return [*(("rating", misfit) for misfit in misfits), ("gap", MODEL), ("gap", LIFE), *outcomes, *everything]


def null(setting: str, stream: str, misfit: str, people: int, spend: float) -> dict:
    """Return noticings per 1,000 ticks in unchanged courses, with a 95 % interval over courses."""
    seed = int(settings()[setting]["seed"])
    streams = _streams(setting, stream, misfit, people, seed)
    found = engine.go(streams, spend)
    each = np.bincount([row for _, row, _ in found.rung], minlength=people) / TICKS * 1000.0
    half = Z * float(each.std(ddof=1)) / np.sqrt(people)
    return {
        "stream": stream,
        "misfit": misfit,
        "spend": spend,
        "per_thousand": float(each.mean()),
        "low": max(0.0, float(each.mean()) - half),
        "high": float(each.mean()) + half,
        "courses": people,
        "ticks": TICKS,
    }


def _known(stream: str) -> tuple[str, ...]:
    return (MODEL, LIFE) if stream == "unanswered" else (MODEL, LIFE, WANDER)


def _streams(setting: str, stream: str, misfit: str, people: int, seed: int) -> list[Stream]:
    rng = np.random.default_rng([seed, 2])
    match stream:
        case "rating":
            return [rated(setting, misfit, people, TICKS, seed)]
        case "gap":
            return [gap(setting, people, TICKS, seed, model=misfit == MODEL)]
        case "everything":
            return whole(setting, misfit, people, TICKS, seed)
        case _:
            return [conduct(stream, misfit, people, TICKS, rng)]
