"""How long noticing takes on many relationships, beside reading the same rows from Parquet, in one run.

    ./run bench notice [--relationships 100000] [--sessions 40]

One core, six streams. The rows are drawn from the documented default priors, written to a Parquet file (one row per
relationship and session, one column per stream), read back (the floor), and gone through tick by tick.
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
from reattune.noticing.usual import OutcomesUsual, ScoresUsual, score_prior

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
    """Draw every stream's codes, people by people, from the default priors."""
    draw = np.random.default_rng(seed)
    shape = (relationships, sessions)
    columns = {
        "relationship": np.repeat(np.arange(relationships, dtype=np.int32), sessions),
        "session": np.tile(np.arange(sessions, dtype=np.int16), relationships),
    }
    for index, pattern in enumerate(PATTERNS):
        if isinstance(pattern, Outcomes):
            own = draw.dirichlet(np.array(pattern.mean[0]) * pattern.strength, relationships).cumsum(axis=1)
            codes = (draw.random(shape)[:, :, None] > own[:, None, :-1]).sum(axis=2)
        else:
            level = draw.normal(pattern.centre, pattern.between, (relationships, 1))
            score = draw.normal(level, pattern.within, shape)
            codes = np.clip(np.round((score - pattern.minimum) / pattern.step), 0, pattern.size - 1)
        columns[f"stream_{index}"] = codes.astype(np.int8).ravel()
    return pa.table(columns)


def go_through(codes: list[np.ndarray], spend: float) -> int:
    """Return how many noticings come up for one batch; `codes` is one array `[R, T]` per stream."""
    size, ticks = codes[0].shape
    detectors = Detectors([_begin(pattern, size) for pattern in PATTERNS], size)
    always, full, never = np.ones(size, dtype=bool), np.ones(size), np.zeros(size, dtype=bool)
    group = np.zeros(size, dtype=np.int64)
    came_up = 0
    for tick in range(ticks):
        seen = [[Sighting(one[:, tick], group, always, full, never)] for one in codes]
        crossed = detectors.tick(np.full(size, spend), seen).total >= 1.0
        came_up += int(crossed.sum())
        detectors.forget(crossed)
    return came_up


def _begin(pattern: Outcomes | Scores, size: int) -> OutcomesUsual | ScoresUsual:
    if isinstance(pattern, Outcomes):
        return OutcomesUsual(pattern, np.repeat(np.array([pattern.mean]), size, axis=0), np.full(size, pattern.strength), ONSETS)
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
        columns = [table[f"stream_{index}"].to_numpy() for index in range(len(PATTERNS))]
        reading = time.perf_counter() - begun
        size = file.stat().st_size / 1e6
    shape = (asked.relationships, asked.sessions)
    whole = [one.astype(np.int64).reshape(shape) for one in columns]
    begun, came_up = time.perf_counter(), 0
    for start in range(0, asked.relationships, BATCH):
        came_up += go_through([one[start : start + BATCH] for one in whole], 0.01)
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
