"""Whether "at most about once in N sessions" is said no more often than it holds, and by how much less."""

from weighing import engine
from weighing.courses import settings
from weighing.drawing import MODEL, PATTERNS, conduct, rated, whole

import numpy as np  # isort: skip

SAID = (50, 100, 200, 400, 1000)
TICKS = 40


def once(setting: str, stream: str, people: int, spend: float) -> list[dict]:
    """Return, for each N, how often something was noticed and said to be at most once in N sessions or rarer."""
    seed = int(settings()[setting]["seed"])
    rng = np.random.default_rng([seed, 6])
    match stream:
        case "rating":
            streams = [rated(setting, MODEL, people, TICKS, seed + 11)]
        case "everything":
            streams = whole(setting, MODEL, people, TICKS, seed + 11)
        case _:
            streams = [conduct(stream, MODEL, people, TICKS, rng)]
            assert stream in PATTERNS
    found = engine.go(streams, spend, once=True)
    said = np.array([often for _, _, often in found.rung])
    return [
        {"stream": stream, "said": n, "times": int((said >= n).sum()), "sessions": people * TICKS, "spend": spend}
        for n in SAID
    ]
