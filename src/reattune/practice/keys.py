"""The keys of the open practice: one for the practice's own words, one for each client's."""

import threading
from uuid import UUID

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import scope
from reattune.practice.vault import ErasedError, Sealer, Vault

_lock = threading.Lock()
_sealers: dict[UUID | None, Sealer] = {}
_wrapped: dict[UUID, bytes] = {}
"""Every client's key as the store holds it, read at once when the first of them is needed."""
_read: list[Vault] = []
"""The vault whose clients' keys were read, where they were."""
_gone: set[UUID] = set()
"""Clients whose keys were forgotten since: what was read before is not believed about them."""
_open: list[Vault] = []


def hold(vault: Vault) -> None:
    """Hold an open vault for this process; what was held before is let go."""
    release()
    with _lock:
        _open.append(vault)


def release() -> None:
    """Forget every key."""
    with _lock:
        _sealers.clear()
        _wrapped.clear()
        _gone.clear()
        _read.clear()
        while _open:
            _open.pop().close()


def vault() -> Vault:
    """Return the open vault.

    Raises:
        ReattuneError: The practice is locked.
    """
    with _lock:
        if _open:
            return _open[0]
    raise ReattuneError(_("The practice is locked; unlock it with the passphrase."))


def sealer(client: UUID | None) -> Sealer:
    """Return what seals and opens the words of a client, or the practice's own for None.

    Raises:
        ErasedError: The client's key is gone, and with it every word.
        ReattuneError: The practice is locked.
    """
    held = vault()
    with _lock:
        known = _sealers.get(client)
    if known is not None:
        return known
    made = held.sealer("practice") if client is None else held.client_sealer(str(client), _key_of(client, held))
    with _lock:
        if _open and _open[0] is held and client not in _gone:
            _sealers[client] = made
    return made


def forget(client: UUID) -> None:
    """Forget a client's key in memory; the row that holds it is somebody else's to delete."""
    with _lock:
        _sealers.pop(client, None)
        _wrapped.pop(client, None)
        _gone.add(client)


def _key_of(client: UUID, held: Vault) -> bytes:
    """Return a client's wrapped key: from those read at once, else from the store itself."""
    with _lock:
        first = not _read
        known = _wrapped.get(client)
    if first:
        known = _read_all(held).get(client)
    return known if known is not None else _read_one(client)


def _read_all(held: Vault) -> dict[UUID, bytes]:
    """Read every wrapped key in one query, so that a page about everybody does not ask once for each."""
    from reattune.practice.models import ClientKey  # noqa: PLC0415  (models need this module)

    # Whoever may see a row may open it, a supervisor too: keys are read whoever asks, and rows are kept apart.
    with scope.use(scope.EVERYONE):
        rows = {client: bytes(one) for client, one in ClientKey.objects.values_list("client_id", "wrapped")}
    with _lock:
        if _open and _open[0] is held and not _read:
            _read.append(held)
            # Whoever was erased while these were read is not brought back.
            _wrapped.update({client: one for client, one in rows.items() if client not in _gone})
        return dict(_wrapped)


def _read_one(client: UUID) -> bytes:
    from reattune.practice.models import ClientKey  # noqa: PLC0415  (models need this module)

    with scope.use(scope.EVERYONE):
        row = ClientKey.objects.filter(client_id=client).values_list("wrapped", flat=True).first()
    if row is None:
        raise ErasedError(_("The key of this client is gone, and with it every word that was kept."))
    return bytes(row)
