"""The analysis in a program of its own, so that pages stay quick while it works, and it ends when the desk does.

What is to be done, the key included, goes in over its standard input, never over the command line, and what was found
comes out of its standard output; neither is written to a disk. It ends as soon as its input is closed.
"""

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any, TextIO

from reattune import language
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.unseen import keep_unseen

BEAT = 1.0
"""Seconds after which it says that it is still at work, whether or not it has come further."""
CUT = 10.0
"""Seconds in which it must have ended after it was told to."""
NICE = 10
"""How far it steps back behind whoever opens a page meanwhile."""
Line = Mapping[str, Any]


def run(task: Mapping[str, Any]) -> Iterator[Line]:
    """Yield how far the analysis has come, each second at least, and last what was found under "found".

    Args:
        task: As `work.work` knows it, with "language" for the sentences in it.

    Raises:
        ReattuneError: The recording cannot be analysed; the text says why.
    """
    command = [sys.executable, "-m", "reattune.practice.recorded.apart"]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    program = subprocess.Popen(  # noqa: S603  (this very program)
        command, **pipes, text=True, encoding="utf-8", env=_surroundings()
    )
    lines: queue.Queue[str | None] = queue.Queue()
    hearing = threading.Thread(target=_hear, args=(program.stdout, lines), daemon=True)
    hearing.start()
    try:
        _give(program, task)
        yield from _said(lines)
    finally:
        # Cut off or done: it is not to work on, nor to be waited for.
        program.kill()
        program.wait(CUT)
        hearing.join(CUT)
        _let_go(program)


def _surroundings() -> dict[str, str]:
    """Return the environment, with one thread for linear algebra where nothing else is said.

    Its products are so small that threads would wait for each other longer than they work, and the desk needs the rest.
    """
    return {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", **os.environ}


def _let_go(program: subprocess.Popen[str]) -> None:
    for pipe in (program.stdin, program.stdout):
        with suppress(OSError):
            if pipe is not None:
                pipe.close()


def _give(program: subprocess.Popen[str], task: Mapping[str, Any]) -> None:
    # Where it ended before it was told anything, what it says, or that it says nothing, is told below.
    with suppress(BrokenPipeError):
        if program.stdin is not None:
            program.stdin.write(json.dumps(dict(task)) + "\n")
            program.stdin.flush()


def _hear(said: TextIO | None, lines: "queue.Queue[str | None]") -> None:
    with suppress(ValueError, OSError):
        for line in said or ():
            lines.put(line)
    lines.put(None)


def _said(lines: "queue.Queue[str | None]") -> Iterator[Line]:
    while True:
        try:
            line = lines.get(timeout=2 * BEAT)
        except queue.Empty:
            yield {}
            continue
        if line is None:
            raise ReattuneError(
                _("The analysis of the recording was ended from outside, perhaps for want of memory; begin it again.")
            )
        found: Line = json.loads(line)
        if "trouble" in found:
            raise ReattuneError(str(found["trouble"]))
        yield found
        if "found" in found:
            return


def main() -> None:
    """Do one analysis, told over the standard input, and say what was found on the standard output."""
    keep_unseen()
    if hasattr(os, "nice"):
        os.nice(NICE)
    # Whatever a library prints must not stand among what is said.
    said, sys.stdout = sys.stdout, sys.stderr
    task = json.loads(sys.stdin.readline())
    lock = threading.Lock()

    def say(line: Line) -> None:
        with lock, suppress(ValueError):
            said.write(json.dumps(line) + "\n")
            said.flush()

    threading.Thread(target=_end_with_the_desk, daemon=True).start()
    over = threading.Event()
    threading.Thread(target=_beat, args=(over, say), daemon=True).start()
    with language.use(str(task.get("language", "en"))):
        say(_done(task, say))
    over.set()


def _done(task: Mapping[str, Any], say: Any) -> Line:
    from reattune.practice.recorded.work import work  # noqa: PLC0415  (slow to load, and only needed here)

    try:
        return {"found": work(task, lambda what, done, total: say({"what": what, "done": done, "total": total}))}
    except ReattuneError as error:
        return {"trouble": str(error)}
    except Exception as error:  # noqa: BLE001  (whatever it is, the desk must hear of it)
        where = error.__traceback__
        while where is not None and where.tb_next is not None:
            where = where.tb_next
        place = f"{os.path.basename(where.tb_frame.f_code.co_filename)}:{where.tb_lineno}" if where else ""  # noqa: PTH119
        words = _("Something unexpected happened while the recording was analysed ({what}, {place}).")
        return {"trouble": words.format(what=type(error).__name__, place=place)}


def _end_with_the_desk() -> None:
    """Wait until nobody is at the other end any more; then there is nobody to work for."""
    sys.stdin.read()
    os._exit(0)


def _beat(over: threading.Event, say: Any) -> None:
    while not over.wait(BEAT):
        say({})


if __name__ == "__main__":
    main()
