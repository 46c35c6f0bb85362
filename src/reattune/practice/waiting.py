"""Waiting after several tries that did not fit: counted by name and by address, whether or not anybody has the name.

Counted in memory alone: where people come from is not kept, and there is one process that lets in.
"""

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from reattune.errors import ReattuneError
from reattune.language import plural
from reattune.practice.vault.attempts import wait_after

FREE = {"name": 0, "address": 15, "code": 0}
"""Tries beyond the usual five that need no waiting: many people may share one address."""
FORGOTTEN = 3600.0
"""Seconds after the last try from which on nothing is known of it."""
MOST = 50_000


class WaitError(ReattuneError):
    """It is not time yet for another try, with how long it takes."""


@dataclass(slots=True)
class _Tried:
    tries: int = 0
    until: float = 0.0
    last: float = 0.0


class Waits:
    """Tries in a row, by what was tried: ("name", "alder") or ("address", "10.0.0.7")."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._tried: OrderedDict[tuple[str, str], _Tried] = OrderedDict()
        self._lock = threading.Lock()

    def begin(self, *what: tuple[str, str]) -> None:
        """Count one try before it is made, so that tries side by side are all counted.

        Args:
            what: All that it counts for.

        Raises:
            WaitError: It is not time yet for one of them; nothing is counted then.
        """
        with self._lock:
            now = self._now()
            found = [self._of(one, now) for one in what]
            left = max((one.until - now for one in found), default=0.0)
            if left > 0:
                raise WaitError(_wait(math.ceil(left)))
            for (kind, _said), one in zip(what, found, strict=True):
                one.tries, one.last = one.tries + 1, now
                one.until = now + wait_after(one.tries - FREE[kind])

    def clear(self, *what: tuple[str, str]) -> None:
        """Forget the tries of some, because one fitted."""
        with self._lock:
            for one in what:
                self._tried.pop(one, None)

    def take_back(self, what: tuple[str, str]) -> None:
        """Count one try less, because it fitted: many people at one address are no reason to wait."""
        with self._lock:
            found = self._tried.get(what)
            if found is not None and found.tries:
                found.tries, found.until = found.tries - 1, 0.0

    def clear_all(self) -> None:
        """Forget everything."""
        with self._lock:
            self._tried.clear()

    def _of(self, what: tuple[str, str], now: float) -> _Tried:
        found = self._tried.pop(what, None)
        if found is None or now - found.last > FORGOTTEN:
            found = _Tried()
        self._tried[what] = found
        while len(self._tried) > MOST:
            self._tried.popitem(last=False)
        return found


def _wait(seconds: int) -> str:
    return plural(
        "Several tries in a row did not fit. Wait {n} second, then try again.",
        "Several tries in a row did not fit. Wait {n} seconds, then try again.",
        seconds,
    )
