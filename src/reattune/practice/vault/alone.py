"""One at a time, among the threads of this program and among programs."""

import os
import sys
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reattune.practice.vault.whole import FILE_MODE, refusal

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = "vault.lock"
_threads: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)


@contextmanager
def alone(home: Path, name: str = NAME) -> Iterator[None]:
    """Hold the practice's header and its count of tries, so that nobody else changes them meanwhile.

    The system lets go by itself of what a stopped program held. It cannot be held twice by one thread.

    Args:
        home: The practice's folder.
        name: The file that is held; another one for what has nothing to do with the header.

    Raises:
        VaultError: The folder is not there or cannot be written to.
    """
    with _threads[name]:
        try:
            handle = os.open(home / name, os.O_CREAT | os.O_RDWR, FILE_MODE)
        except OSError as error:
            raise refusal(home / name, error) from error
        try:
            # Some network folders know no locks; there, the threads of one program still wait for each other.
            with suppress(OSError):
                _hold(handle)
            yield
        finally:
            os.close(handle)


def _hold(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX)
