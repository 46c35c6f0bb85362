"""Tries in a row of a client's own words, slowed down, and never shown to anybody."""

import math
import threading
from uuid import UUID

from reattune.errors import ReattuneError
from reattune.language import plural
from reattune.practice.vault.attempts import since_start, wait_after


class OwnKeyError(ReattuneError):
    """A client's own words or code do not open what is only theirs, or there is no such key."""


class Tries:
    """Tries in a row for each client, slowed as those of the passphrase are; in memory, where no page can show them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[UUID, tuple[int, float]] = {}

    def begin(self, client: UUID) -> None:
        """Count a try before it is made, so that tries side by side are all counted.

        Raises:
            OwnKeyError: It is not time yet; this try is not counted.
        """
        with self._lock:
            now = since_start()
            tries, until = self._kept.get(client, (0, 0.0))
            if now < until:
                raise OwnKeyError(_wait(math.ceil(until - now)))
            self._kept[client] = (tries + 1, now + wait_after(tries + 1))

    def clear(self, client: UUID) -> None:
        """Forget them, because one fitted."""
        with self._lock:
            self._kept.pop(client, None)


def _wait(seconds: int) -> str:
    return plural(
        "Several tries in a row did not fit. Wait {n} second, then try again.",
        "Several tries in a row did not fit. Wait {n} seconds, then try again.",
        seconds,
    )
