"""What was read of each client, kept in memory so that one change does not mean reading everybody again.

It hangs on the open vault: once the practice is locked and the vault let go, it is gone with it.
"""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID
from weakref import WeakKeyDictionary

from reattune.model import Relationship, Streams
from reattune.practice import keys, scope
from reattune.practice.vault import Vault


@dataclass(slots=True)
class Memory:
    """Relationships and their streams by client, read under some settings and observed up to some day."""

    settings: tuple[str, ...] = ()
    day: date | None = None
    relationships: dict[UUID, Relationship] = field(default_factory=dict)
    streams: dict[UUID, Streams] = field(default_factory=dict)

    def hold(self, settings: tuple[str, ...], day: date) -> None:
        """Forget what was read under other settings, and what was observed up to another day."""
        if settings != self.settings:
            self.relationships.clear()
        if (settings, day) != (self.settings, self.day):
            self.streams.clear()
        self.settings, self.day = settings, day

    def forget(self, client: UUID) -> None:
        """Forget one client, who is read again when next looked at."""
        self.relationships.pop(client, None)
        self.streams.pop(client, None)

    def keep_only(self, clients: set[UUID]) -> None:
        """Forget everybody but these."""
        for one in self.relationships.keys() - clients:
            self.forget(one)


_held: WeakKeyDictionary[Vault, dict[UUID | None, Memory]] = WeakKeyDictionary()
"""By therapist: in a shared practice two may have the same codename, and neither sees the other's."""


def memory() -> Memory:
    """Return what the open practice has in memory for whoever asks.

    Raises:
        ReattuneError: The practice is locked.
    """
    return _held.setdefault(keys.vault(), {}).setdefault(scope.person(), Memory())


def forget(client: UUID) -> None:
    """Forget one client, whoever has read of them."""
    for one in _held.setdefault(keys.vault(), {}).values():
        one.forget(client)
