"""The keys of the open practice: one for the practice's own words, one for each client's."""

import threading
from uuid import UUID

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.vault import ErasedError, Sealer, Vault

_lock = threading.Lock()
_sealers: dict[UUID | None, Sealer] = {}
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
    made = held.sealer("practice") if client is None else held.client_sealer(str(client), _wrapped(client))
    with _lock:
        if _open and _open[0] is held:
            _sealers[client] = made
    return made


def forget(client: UUID) -> None:
    """Forget a client's key in memory; the row that holds it is somebody else's to delete."""
    with _lock:
        _sealers.pop(client, None)


def _wrapped(client: UUID) -> bytes:
    from reattune.practice.models import ClientKey  # noqa: PLC0415  (models need this module)

    row = ClientKey.objects.filter(client_id=client).values_list("wrapped", flat=True).first()
    if row is None:
        raise ErasedError(_("The key of this client is gone, and with it every word that was kept."))
    return bytes(row)
