"""What it costs that a stated reason lowers evidence when the reason covers something, and gains when it is true."""

import numpy as np

from reattune.streams import attendance as attendance_stream
from reattune.synthetic import WITHDRAWING, attendance
from weighing import engine
from weighing.courses import settings
from weighing.engine import NEVER, Stream
from weighing.power import noticed

TICKS = 40
SPEND = 0.02
ONSET = 20
WITHIN = 8
"""Sessions within which a withdrawal in attendance alone is counted as noticed: it is slow (docs/streams)."""
ODDS, ILL_WEEKS = 16.0, 5
CANCELLED, SHORT = 2, 3
STATED = 0.5
"""lambda of an ordinary stated reason (illness, work, travel), and the share of true reasons stated."""


def reasons(setting: str, people: int) -> list[dict]:
    """Return what is noticed with and without lowering, where reasons are true and where they cover a withdrawal."""
    rng = np.random.default_rng([int(settings()[setting]["seed"]), 8])
    pattern = attendance_stream.PATTERN
    usual = attendance(people, TICKS, rng, population=pattern)
    ill = usual.copy()
    ill[:, ONSET : ONSET + ILL_WEEKS] = CANCELLED
    odds = np.where(np.arange(TICKS) >= ONSET, ODDS, 1.0)
    withdrawn = attendance(people, TICKS, rng, odds=odds, population=pattern, power=WITHDRAWING)
    given = rng.random((people, TICKS))
    cases = {
        "ordinary cancellations, half with a true reason": (usual, _stated(usual, given < STATED)),
        "five weeks of illness, said each time": (ill, _stated(ill, np.arange(TICKS)[None] >= ONSET)),
        "a withdrawal, no reason given": (withdrawn, np.zeros_like(withdrawn, dtype=bool)),
        "a withdrawal, half of it covered by a reason": (withdrawn, _stated(withdrawn, given < STATED)),
        "a withdrawal, all of it covered by a reason": (withdrawn, _stated(withdrawn, given < 1.0)),
    }
    return [_row(name, *case, lowered=lowered) for name, case in cases.items() for lowered in (True, False)]


def _stated(codes: np.ndarray, given: np.ndarray) -> np.ndarray:
    """Return where a reason is stated: only a cancellation can have one."""
    stated: np.ndarray = np.isin(codes, (CANCELLED, SHORT)) & given
    return stated


def _row(name: str, codes: np.ndarray, stated: np.ndarray, *, lowered: bool) -> dict:
    weight = np.where(stated & lowered, STATED, 1.0)
    found = engine.go([Stream(attendance_stream.PATTERN, codes, weight)], SPEND)
    after = found.first >= ONSET
    inside = after & (found.first < ONSET + WITHIN) & (found.first < NEVER)
    hits, counted = int(inside.sum()), int(after.sum())
    assert noticed(found.first, np.full(len(codes), ONSET))[1] == counted
    return {
        "case": name,
        "lowered": lowered,
        "hits": hits,
        "counted": counted,
        "per_thousand": found.per_thousand,
        "stated": int(stated.sum()),
    }
