"""Every task of the benchmark by name: a pure function of its words, kept in a file, and never run twice."""

import hashlib
import json
import os
from collections.abc import Iterable
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass
from pathlib import Path

from weighing.ablation import ablation, parts
from weighing.fairness import circumstances, fairness
from weighing.null import cases, null
from weighing.once import once
from weighing.power import power
from weighing.reasons import reasons
from weighing.several import PAIRS, several

ROOT = Path(__file__).resolve().parents[2]
FUNCTIONS = {one.__name__: one for one in (power, null, once, several, ablation, reasons, fairness)}
SPENDS = (0.02, 0.005)
ROOMS = ("model", "instruments", "streams", "noticing", "criteria", "synthetic")
WORDS = ("page", "plots", "told")
"""Modules that only tell what was found."""
SAID_OF = ("rating", "attendance", "payment", "everything")


@dataclass(frozen=True)
class Size:
    """How much is drawn: courses per task (of power, by the number of sessions), and practices per circumstance."""

    power: dict[int, int]
    null: int
    once: int
    several: int
    ablation: int
    reasons: int
    practices: int
    spends: tuple[float, ...]


FULL = Size({20: 1200, 30: 500, 12: 700, 8: 700}, 240, 400, 700, 240, 4000, 6, SPENDS)
QUICK = Size({20: 300}, 60, 100, 150, 0, 1000, 1, (0.02,))


@dataclass(frozen=True)
class Task:
    """One function's name and its words."""

    name: str
    words: tuple

    def run(self) -> list[dict]:
        """Run it, whatever it returns put into a list."""
        found = FUNCTIONS[self.name](*self.words)
        return found if isinstance(found, list) else [found]


def every(setting: str, size: Size) -> list[Task]:
    """Return all tasks, the longest first."""
    tasks = [Task("power", (setting, sessions, people)) for sessions, people in size.power.items()]
    tasks += [Task("several", (setting, pair, size.several)) for pair in PAIRS]
    if size.ablation:
        tasks += [Task("ablation", (setting, part, size.ablation)) for part in parts()]
    tasks += [Task("null", (setting, *case, size.null, spend)) for spend in size.spends for case in cases()]
    tasks += [Task("once", (setting, stream, size.once, size.spends[0])) for stream in SAID_OF]
    tasks += [Task("fairness", (life, 5000 + seed)) for life in circumstances() for seed in range(size.practices)]
    return [*tasks, Task("reasons", (setting, size.reasons))]


def digest() -> str:
    """Return a digest of all that a result depends on: the rooms it goes through, these modules, and the settings."""
    rooms = [file for room in ROOMS for file in (ROOT / "src" / "reattune" / room).rglob("*.*")]
    rooms.append(ROOT / "src" / "reattune" / "caseload.py")
    own = [file for file in Path(__file__).parent.glob("*.*") if file.stem not in WORDS]
    parts_of = [file.read_bytes() for file in sorted([*rooms, *own]) if file.suffix in (".py", ".toml", ".yaml")]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts_of)).hexdigest()[:16]


def gather(tasks: Iterable[Task], pool: Executor, kept: Path, say: object) -> dict[Task, list[dict]]:
    """Run all tasks that are not kept yet, and return every result; each is kept as soon as it is there."""
    kept.mkdir(parents=True, exist_ok=True)
    state, found, waiting, asked = digest(), {}, {}, list(tasks)
    for task in asked:
        file = kept / f"{_key(state, task)}.json"
        if file.exists():
            found[task] = json.loads(file.read_text("utf-8"))
        else:
            waiting[pool.submit(task.run)] = (task, file)
    for done, future in enumerate(as_completed(waiting), start=1):
        task, file = waiting[future]
        found[task] = future.result()
        aside = file.with_suffix(f".{os.getpid()}")
        aside.write_text(json.dumps(found[task]), "utf-8")
        aside.replace(file)
        say(f"{done} of {len(waiting)}: {task.name} {' '.join(map(str, task.words))}")
    return {task: found[task] for task in asked}


def _key(state: str, task: Task) -> str:
    return hashlib.sha256(f"{state} {task.name} {task.words!r}".encode()).hexdigest()[:20]
