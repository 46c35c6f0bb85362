"""What a recording shows: how exact, how fast and how honest about chance, on series and sounds that are invented.

    ./run bench recordings synchrony     correlations against two passes, shifts in time, chance told as chance
    ./run bench recordings sound         50 minutes listened to: cost, memory, each part; silences against the truth
    ./run bench recordings film          50 minutes of 720p watched: cost, memory, each part; movement against the truth
    ./run bench recordings transcripts   whether a transcript belongs: its own taken, strange ones refused

Seconds are this process's own CPU seconds, the least of several runs, on one thread. Everything is made from seeds.
"""

import argparse
import importlib
import os
import sys
from itertools import chain
from pathlib import Path

for threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(threads, "1")
sys.path.insert(0, str(Path(__file__).parent))

PARTS = {
    "synchrony": "synchrony",
    "sound": "sound",
    "film": "film",
    "transcripts": "transcripts",
}
"""Each part's module in `recorded`, with COLUMNS and rows(); it is loaded only when asked for."""


def line(row: object) -> str:
    """Return a line as it is, and cells as a row of a table."""
    return row if isinstance(row, str) else f"| {' | '.join(map(str, row))} |"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="*", choices=[*PARTS, []], help="which; all where none is named")
    asked = parser.parse_args()
    for part in asked.part or PARTS:
        module = importlib.import_module(f"recorded.{PARTS[part]}")
        print(f"## {part}\n")
        head = [module.COLUMNS, ["---"] * len(module.COLUMNS)]
        for row in chain(head, module.rows()):
            print(line(row), flush=True)
        print()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
