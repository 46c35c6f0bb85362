"""How many passphrases in a row did not fit, and how long to wait now: kept beside the header."""

import json
import math
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reattune.practice.vault.alone import alone
from reattune.practice.vault.errors import TooManyTriesError
from reattune.practice.vault.whole import write_private

NAME = "attempts.json"
FREE = 5
FIRST_WAIT = 2.0
LONGEST_WAIT = 300.0
LARGEST = 4096


def since_start() -> float:
    """Return seconds since the computer was started, asleep or awake; nobody can set this clock."""
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        which = getattr(time, name, None)
        if which is not None:
            return float(time.clock_gettime(which))
    return time.monotonic()


@dataclass(frozen=True, slots=True)
class Clock:
    """The two clocks of a computer, in seconds: since it was started, and of the day, which can be set."""

    boot: Callable[[], float] = since_start
    wall: Callable[[], float] = time.time


CLOCK = Clock()


@dataclass(frozen=True, slots=True)
class Tried:
    """What is kept: tries in a row, the seconds left to wait, and both clocks when that was written."""

    tries: int = 0
    left: float = 0.0
    boot: float = 0.0
    wall: float = 0.0


def wait_after(tries: int) -> float:
    """Return the seconds to wait after so many tries in a row: none before the fifth, then 2, 4, 8, up to 300."""
    if tries < FREE:
        return 0.0
    return float(min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(tries - FREE, 16)))


class Attempts:
    """Counts tries of a passphrase for one practice; outlives the program and the computer being started anew."""

    def __init__(self, home: Path, clock: Clock | None = None) -> None:
        self._home = home
        self._clock = clock or CLOCK

    def begin(self) -> None:
        """Count one try, before it is made, so that tries side by side are all counted.

        Raises:
            TooManyTriesError: It is not time yet; this try is not counted.
            VaultError: The count cannot be written.
        """
        with alone(self._home):
            now = self._now()
            if now.left > 0:
                self._write(now)
                raise TooManyTriesError(math.ceil(now.left))
            tries = now.tries + 1
            self._write(Tried(tries, wait_after(tries), now.boot, now.wall))

    def clear(self) -> None:
        """Forget all tries, because one fitted."""
        # Whoever has the right passphrase is let in, even where the disk has a fault.
        with alone(self._home), suppress(OSError):
            (self._home / NAME).unlink(missing_ok=True)

    def _now(self) -> Tried:
        """Return what is kept, with the seconds that have passed since taken off."""
        kept, boot, wall = self._read(), self._clock.boot(), self._clock.wall()
        # Started anew, the clock of the day says more; it may have been set back, the time since the start cannot be.
        passed = boot - kept.boot if boot >= kept.boot else max(boot, wall - kept.wall)
        return Tried(kept.tries, max(0.0, kept.left - passed), boot, wall)

    def _read(self) -> Tried:
        try:
            with (self._home / NAME).open("rb") as file:
                return _parsed(file.read(LARGEST))
        except (OSError, ValueError, TypeError, RecursionError):
            return Tried()

    def _write(self, tried: Tried) -> None:
        content = {"tries": tried.tries, "left": tried.left, "boot": tried.boot, "wall": tried.wall}
        write_private(self._home / NAME, json.dumps(content).encode())


def _parsed(content: bytes) -> Tried:
    match json.loads(content):
        case {"tries": int(tries), "left": float(left), "boot": float(boot), "wall": float(wall)}:
            if tries >= 0 and all(map(math.isfinite, (left, boot, wall))):
                return Tried(tries, min(max(left, 0.0), LONGEST_WAIT), boot, wall)
    raise ValueError
