"""One command of Reattune in a process of its own: CPU seconds, memory with ffmpeg's, and what each part takes.

Run as a script it does the command and prints its own measurements as the last line.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

PARTS = {
    "speech (Silero)": ("reattune.nonverbal.hearing", "Ear", ("hear", "done")),
    "pitch": ("reattune.nonverbal.hearing", "Pitches", ("hear", "done")),
    "how voices sound (cepstra)": ("reattune.nonverbal.hearing", "Cepstra", ("hear", "done")),
    "who spoke, turns, moments": ("reattune.nonverbal.listening", "", ("understood",)),
    "movement in the pictures": ("reattune.nonverbal.watching", "Energy", ("see", "done")),
    "held against 100 shifts": ("reattune.nonverbal.watching", "", ("together",)),
}
"""Where each part's work is done: a module, a class in it or none, and functions."""


@dataclass(frozen=True)
class Cost:
    """What a command took: CPU seconds of all its processes, their peak memory together in MB, and seconds by part."""

    seconds: float
    memory: float
    parts: dict[str, float]


def cost(*command: str) -> Cost:
    """Return what a command of Reattune takes.

    Args:
        command: The words after `reattune`.
    """
    peak = 0.0
    with tempfile.TemporaryFile("w+") as said:
        words = [sys.executable, __file__, *command]
        with subprocess.Popen(words, stdout=said, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            while running.poll() is None:
                peak = max(peak, sum(map(_resident, _processes(running.pid))))
                time.sleep(0.02)
        said.seek(0)
        found = json.loads(said.read().splitlines()[-1])
    return Cost(found["seconds"], peak, found["parts"])


def _processes(first: int) -> list[int]:
    """Return a process and all that came from it."""
    found = [first]
    for one in found:
        with suppress(OSError):
            found += map(int, Path(f"/proc/{one}/task/{one}/children").read_text().split())
    return found


def _resident(process: int) -> float:
    """Return the megabytes of memory that are a process's own; what getrusage says begins with its parent's."""
    with suppress(OSError):
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
    return 0.0


def _timed(work: Callable[..., Any], name: str, parts: dict[str, float]) -> Callable[..., Any]:
    def timed(*given: Any, **named: Any) -> Any:
        before = time.process_time()
        try:
            return work(*given, **named)
        finally:
            parts[name] = parts.get(name, 0.0) + time.process_time() - before

    return timed


def _main() -> int:
    from reattune.cli.app import run  # noqa: PLC0415 - its loading is measured as well

    begun = time.process_time()
    parts = {"start": begun}
    for name, (module, owner, functions) in PARTS.items():
        place = import_module(module)
        holder = getattr(place, owner) if owner else place
        for function in functions:
            setattr(holder, function, _timed(getattr(holder, function), name, parts))
    status = run(sys.argv[1:])
    mine, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    own, ffmpeg = (one.ru_utime + one.ru_stime for one in (mine, children))
    parts["ffmpeg"] = ffmpeg
    parts["the rest: reading, words, writing"] = own - sum(taken for name, taken in parts.items() if name != "ffmpeg")
    print(json.dumps({"seconds": own + ffmpeg, "parts": parts}))
    return status


def told(name: str, length: float, found: Cost) -> list[tuple[str, str, str]]:
    """Return rows of a table: cost as a part of the length, memory, and each part's share.

    Args:
        name: What was done.
        length: How long the recording is, in seconds.
        found: What it took.
    """
    rows = [
        (name, f"{found.seconds / length:.4f} of its length ({found.seconds:.1f} s CPU)", ""),
        ("peak memory, with ffmpeg's", f"{found.memory:.0f} MB", ""),
    ]
    shares = sorted(found.parts.items(), key=lambda one: -one[1])
    rows += [(f"  {part}", f"{100 * taken / found.seconds:.0f} %", "") for part, taken in shares if taken > 0]
    return rows


def size(path: Path) -> str:
    """Return a file's size in megabytes."""
    return f"{path.stat().st_size / 1e6:.0f} MB"


if __name__ == "__main__":
    raise SystemExit(_main())
