"""What each part of the core adds: the same courses with one part taken away, at equal false alarms."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from unittest.mock import patch

from reattune.model import Direction, Scores
from weighing import engine
from weighing.courses import SHAPES, codes, courses, default_pattern, pattern_for, ratings, settings
from weighing.engine import NEVER, Stream
from weighing.power import FALSE_ALARMS, noticed

SESSIONS = 20
CHANGES = ("single dip of 3 SD", "V of 2 SD", "lasting fall of 1.5 SD")
SPEND = 0.02

LEVELS, WEIGHTS, OVERSHOOT = "reattune.noticing.levels", "reattune.noticing.weights", "reattune.noticing.overshoot"
PATCHES: Mapping[str, tuple[tuple[str, object], ...]] = {
    "as it is": (),
    "no one-session alternative": ((f"{WEIGHTS}.MEMORY", dict.fromkeys(Direction, 1.0)),),
    "no memory": ((f"{WEIGHTS}.MEMORY", dict.fromkeys(Direction, 0.0)),),
    "the answer before is not known": (),
    "nothing learned from others": (),
    "the first answers count": ((f"{LEVELS}.TEACHING", 1),),
    "nothing fades": ((f"{LEVELS}.KEEPS", 1.0),),
    "nothing is spent anew": (),
}


def parts() -> list[str]:
    """Return every part that can be taken away."""
    return list(PATCHES)


def ablation(setting: str, part: str, people: int) -> list[dict]:
    """Return what is noticed without a part: at equal false alarms, and how much comes up for nothing at one budget."""
    how, seed = ratings(setting), int(settings()[setting]["seed"]) * 10
    pattern = _changed(part, pattern_for(setting, "", seed), default_pattern(how))
    boosted = part != "nothing is spent anew"
    with _without(part):
        null = Stream(pattern, codes(pattern, courses(how, people, SESSIONS, seed).scores))
        spend = engine.matched([null], FALSE_ALARMS, boosted=boosted)
        alarms = float((engine.go([null], spend, boosted=boosted).first < NEVER).mean())
        nothing = engine.go([null], SPEND, boosted=boosted).per_thousand
        rows = []
        for place, name in enumerate(CHANGES):
            one = courses(how, people, SESSIONS, seed + 1 + place, SHAPES[name])
            stream = Stream(pattern, codes(pattern, one.scores))
            hits, counted, _ = noticed(engine.go([stream], spend, boosted=boosted).first, one.onset)
            own, own_counted, _ = noticed(engine.go([stream], SPEND, boosted=boosted).first, one.onset)
            rows.append(
                {
                    "part": part,
                    "change": name,
                    "hits": hits,
                    "counted": counted,
                    "alarms": alarms,
                    "at_budget": own / own_counted,
                    "for_nothing": nothing,
                }
            )
    return rows


def _changed(part: str, fitted: Scores, default: Scores) -> Scores:
    changes: Mapping[str, Callable[[], Scores]] = {
        "the answer before is not known": lambda: replace(fitted, carry=0.0),
        "nothing learned from others": lambda: default,
    }
    return changes.get(part, lambda: fitted)()


@contextmanager
def _without(part: str) -> Iterator[None]:
    with ExitStack() as stack:
        for name, value in PATCHES[part]:
            stack.enter_context(patch(name, value))
        yield
