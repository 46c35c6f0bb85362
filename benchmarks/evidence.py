"""How good the evidence is: false noticings, power beside every criterion, fairness, what each part adds.

    ./run bench evidence --quick        a look in under five minutes, printed and not written
    ./run bench evidence                everything (about an hour on two cores), into docs/evidence.md and its pictures

Reproducible: every task draws from its own seed (benchmarks/weighing/settings.toml). Resumable: each result is kept in
benchmarks/results as soon as it is there and is reused while neither the library nor the benchmark has changed.
"""

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from weighing import page, tasks

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "benchmarks" / "results" / "evidence"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="few courses, printed only")
    parser.add_argument("--setting", choices=("tune", "report"), default="report", help="which of settings.toml")
    parser.add_argument("--only", help="only the tasks of this name (power, null, once, ...), printed only")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    size = tasks.QUICK if asked.quick else tasks.FULL
    todo = [task for task in tasks.every(asked.setting, size) if asked.only in (None, task.name)]
    begun = time.monotonic()

    def say(what: str) -> None:
        print(f"  {time.monotonic() - begun:6.0f} s  {what}", file=sys.stderr, flush=True)

    with ProcessPoolExecutor(asked.jobs) as pool:
        found = tasks.gather(todo, pool, KEPT, say)
    words = page.Words(asked.setting, asked.quick, " ".join(["./run bench evidence", *sys.argv[1:]]).strip())
    if asked.quick or asked.only or asked.setting != "report":
        print(page.tables(found, words))
        return 0
    for file, text in page.written(found, words).items():
        (ROOT / "docs" / file).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / "docs" / file).write_text(text, "utf-8")
        print(f"docs/{file}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
