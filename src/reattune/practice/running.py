"""One desk at a time for a practice: the one that runs holds a file, which says where it answers."""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.vault.whole import FILE_MODE, own_folder, refusal

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = "desk.lock"
FAR = 1 << 30
"""The byte that is locked lies far behind what is written, so that the others can read where the desk answers."""
PATIENCE = 5.0
"""Seconds that a desk may need from holding the file to saying where it answers."""


@dataclass(frozen=True, slots=True)
class Running:
    """A desk that runs: its process, and the port at which it answers on this computer."""

    pid: int
    port: int


class RunningError(ReattuneError):
    """A desk runs for this practice already."""

    def __init__(self, where: Running | None) -> None:
        self.where = where
        super().__init__(_("A desk is open for this practice already; close it there first (Ctrl-C in its window)."))


class Held:
    """The file, held by this process."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def say(self, port: int) -> None:
        """Write down where this desk answers."""
        content = json.dumps({"pid": os.getpid(), "port": port}).encode()
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, content)
        os.ftruncate(self._handle, len(content))


@contextmanager
def held(home: Path) -> Iterator[Held]:
    """Hold the practice for one desk; the system lets go by itself of what a stopped program held.

    Args:
        home: The practice's folder; made where there is none.

    Yields:
        The file, in which the desk is to say where it answers.

    Raises:
        RunningError: Another desk holds it.
        ReattuneError: The folder cannot be written to.
    """
    own_folder(home)
    try:
        handle = os.open(home / NAME, os.O_CREAT | os.O_RDWR, FILE_MODE)
    except OSError as error:
        raise refusal(home / NAME, error) from error
    try:
        if not _hold(handle):
            raise RunningError(_where(home))
        os.ftruncate(handle, 0)
        yield Held(handle)
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def refuse_if_running(home: Path) -> None:
    """See that no desk is open for a practice, before its keys or its store are replaced.

    Raises:
        RunningError: One is.
    """
    if home.is_dir():
        with held(home):
            return


def _where(home: Path) -> Running | None:
    """Return where the desk that holds the file answers; it may be about to say so."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(OSError, ValueError, KeyError, TypeError):
            found = json.loads((home / NAME).read_text("utf-8"))
            return Running(int(found["pid"]), int(found["port"]))
        time.sleep(0.1)
    return None


def _hold(handle: int) -> bool:
    """Say whether nobody else holds it. Some network folders know no locks; there, two desks are not kept apart."""
    try:
        if sys.platform == "win32":
            os.lseek(handle, FAR, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True
