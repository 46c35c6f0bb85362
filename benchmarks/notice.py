"""How long noticing takes on many relationships, beside reading the same rows from Parquet, in one run.

    ./run bench notice [--relationships 100000] [--sessions 40]

One core, six streams. Observations are drawn from the documented default priors and written to a Parquet file, one row
each as an export has them (relationship, stream, day, code). Reading them back is the floor; then they are gone through
tick by tick, with the plain detectors that are meant for corpora (`boosted=False`).
"""

import argparse
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from reattune.model import Direction, Outcomes, Scores, Tilt
from reattune.noticing.evidence import ONSETS, Detectors, Sighting
from reattune.noticing.levels import ScoresUsual, score_prior
from reattune.noticing.usual import OutcomesUsual

AWAY, ATTUNED, CHANGED = Direction.AWAY, Direction.ATTUNED, Direction.CHANGED
BATCH = 500
ATTENDANCE = Outcomes(
    ("attended", "late", "cancelled", "cancelled_short_notice", "did_not_attend"),
    ((0.80, 0.05, 0.08, 0.04, 0.03),),
    12.0,
    ((1, AWAY), (2, AWAY), (3, AWAY), (4, AWAY), (0, ATTUNED)),
)
RESCHEDULING = Outcomes(
    ("kept", "moved_early", "moved_days", "moved_short"),
    ((0.92, 0.03, 0.03, 0.02),),
    12.0,
    ((1, AWAY), (2, AWAY), (3, AWAY), (0, ATTUNED)),
)
PAYMENT = Outcomes(("paid", "unpaid"), ((0.7, 0.3),), 6.0, ((0, AWAY),), tilt=Tilt.HAZARD, factors=(2.0, 4.0))
CLIENT = Scores(0, 40, 1, 30, 6, 3, AWAY, ATTUNED)
THERAPIST = Scores(0, 40, 1, 29, 5, 3, AWAY, ATTUNED)
GAP = Scores(-40, 40, 2, 0, 6, 4, CHANGED, CHANGED)
PATTERNS = (ATTENDANCE, RESCHEDULING, PAYMENT, CLIENT, THERAPIST, GAP)


def rows(relationships: int, sessions: int, seed: int) -> pa.Table:
    """Draw every observation, people by people, from the default priors: stream after stream within a relationship."""
    draw = np.random.default_rng(seed)
    shape = (relationships, sessions)
    codes = np.empty((relationships, len(PATTERNS), sessions), dtype=np.int16)
    for index, pattern in enumerate(PATTERNS):
        if isinstance(pattern, Outcomes):
            own = draw.dirichlet(np.array(pattern.mean[0]) * pattern.strength, relationships).cumsum(axis=1)
            codes[:, index] = (draw.random(shape)[:, :, None] > own[:, None, :-1]).sum(axis=2)
        else:
            level = draw.normal(pattern.centre, pattern.between, (relationships, 1))
            score = draw.normal(level, pattern.within, shape)
            codes[:, index] = np.clip(np.round((score - pattern.minimum) / pattern.step), 0, pattern.size - 1)
    days = np.arange(sessions, dtype=np.int32) * 7 + 20_000
    return pa.table(
        {
            "relationship": np.repeat(np.arange(relationships, dtype=np.int32), len(PATTERNS) * sessions),
            "stream": np.tile(np.repeat(np.arange(len(PATTERNS), dtype=np.int8), sessions), relationships),
            "day": pa.array(np.tile(days, relationships * len(PATTERNS)), pa.date32()),
            "code": codes.ravel(),
        }
    )


def go_through(codes: np.ndarray, spend: float) -> int:
    """Return how many noticings come up for one batch of codes `[R, S, T]`."""
    size, _, ticks = codes.shape
    detectors = Detectors([_begin(pattern, size) for pattern in PATTERNS], size)
    always, full, never = np.ones(size, dtype=bool), np.ones(size), np.zeros(size, dtype=bool)
    group = np.zeros(size, dtype=np.int64)
    came_up = 0
    for tick in range(ticks):
        seen = [[Sighting(one[:, tick], group, always, full, never)] for one in codes.transpose(1, 0, 2)]
        crossed = detectors.tick(np.full(size, spend), seen).total >= 1.0
        came_up += int(crossed.sum())
        detectors.forget(crossed)
    return came_up


def _begin(pattern: Outcomes | Scores, size: int) -> OutcomesUsual | ScoresUsual:
    if isinstance(pattern, Outcomes):
        mean = np.repeat(np.array([pattern.mean]), size, axis=0)
        return OutcomesUsual(pattern, mean, np.full(size, pattern.strength), ONSETS)
    return ScoresUsual(pattern, np.repeat(score_prior(pattern)[None], size, axis=0), ONSETS)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--relationships", type=int, default=100_000)
    parser.add_argument("--sessions", type=int, default=40)
    parser.add_argument("--seed", type=int, default=11)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows.parquet"
        pq.write_table(rows(asked.relationships, asked.sessions, asked.seed), file)
        begun = time.perf_counter()
        table = pq.read_table(file, use_threads=False)
        code = table["code"].to_numpy()
        for name in ("relationship", "stream", "day"):
            table[name].to_numpy()
        reading = time.perf_counter() - begun
        size = file.stat().st_size / 1e6
    whole = code.reshape(asked.relationships, len(PATTERNS), asked.sessions)
    begun, came_up = time.perf_counter(), 0
    for start in range(0, asked.relationships, BATCH):
        came_up += go_through(whole[start : start + BATCH].astype(np.int64), 0.01)
        done = min(start + BATCH, asked.relationships)
        if sys.stderr.isatty() or start % (BATCH * 40) == 0:
            print(f"  {done} of {asked.relationships}", file=sys.stderr)
    noticing = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ticks = asked.relationships * asked.sessions
    print(f"{asked.relationships:,} relationships x {asked.sessions} sessions x {len(PATTERNS)} streams, one core")
    print(f"reading the rows from Parquet  {reading:8.2f} s   ({size:.0f} MB)")
    print(f"noticing                       {noticing:8.2f} s   ({noticing / ticks * 1e6:.1f} microseconds a tick)")
    print(f"ratio                          {noticing / reading:8.1f}")
    print(f"peak memory                    {memory:8.0f} MiB")
    print(f"noticings per 1,000 ticks      {came_up / ticks * 1000:8.2f}   (10.00 spent; drawn from the prior)")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
