"""A backup of a shared practice put back into an empty database, with everybody's keys as they are now."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.db import connection, transaction

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import auditing, backing, desk, keys, scope
from reattune.practice.models import ClientKey
from reattune.practice.postgres import backups, dumping, walls
from reattune.practice.postgres.opening import reached
from reattune.practice.store import own_keys, silencing
from reattune.practice.store.anchor import note
from reattune.practice.store.folders import SEALED_AS, HeldKeys, read_keys
from reattune.practice.store.forgetting import clients, forget
from reattune.practice.vault import ErasedError, Vault, WrongPassphraseError, header
from reattune.practice.vault.whole import own_folder, write_private


@dataclass(frozen=True, slots=True)
class _Found:
    """A backup, the keys that lie beside it, and the open vault."""

    backup: Path
    vault: Vault
    held: HeldKeys


def restore(home: Path, backup: Path, secret: str) -> str:
    """Put a backup into the empty database that this process uses; return what was done, in sentences.

    Args:
        home: The practice's folder; where its file of keys is gone, the one beside the backup is taken.
        backup: A path, or the name of one among the practice's own.
        secret: The passphrase or the recovery code.

    Raises:
        ReattuneError: The backup or its keys do not open, or the database is not empty; nothing was changed.
    """
    path = home / desk.STORE
    found = _found(home, backups.named(backup, home), secret)
    backing.opened(path)
    keys.hold(found.vault)
    try:
        with scope.use(scope.EVERYONE), reached():
            _refuse_full()
            dumping.put_back(found.backup, found.vault.sealer(backups.SEALED_AS))
            connection.close()
            dropped = _keys_of_now(found)
            if walls.missing():
                walls.raise_walls()
            auditing.record(auditing.Action.RESTORED, what="practice", purpose="keeping")
            note(home, auditing.tail())
    finally:
        connection.close()
        backing.close()
        keys.release()
    return " ".join(_said(found.backup, dropped))


def _found(home: Path, backup: Path, secret: str) -> _Found:
    if not Vault.exists(home):
        own_folder(home)
        beside = backup.parent / header.NAME
        if not beside.is_file():
            raise ReattuneError(_("The file of keys is neither in {folder} nor beside the backup.").format(folder=home))
        write_private(home / header.NAME, beside.read_bytes())
    try:
        vault = Vault.unlock(home, secret)
    except WrongPassphraseError:
        vault = Vault.recover(home, secret)
    dumping.look_over(backup, vault.sealer(backups.SEALED_AS))
    held = read_keys(vault.sealer(SEALED_AS), backup.parent)
    if held is None:
        vault.close()
        raise ReattuneError(_("The sealed file of keys beside the backup is missing; without it no word opens."))
    return _Found(backup, vault, held)


def _refuse_full() -> None:
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
    if names:
        raise ReattuneError(
            _(
                "The database is not empty, so nothing was changed. Make an empty one beside it (createdb), name it in "
                "REATTUNE_DATABASE, and restore there; the one there is now stays as it is."
            )
        )


def _keys_of_now(found: _Found) -> int:
    """Give back the keys as they are now; whoever has none was erased, and is forgotten. Return how many those are."""
    dropped = 0
    with transaction.atomic():
        made = backing.bare()
        for one in sorted(clients(made)):
            wrapped = found.held.clients.get(one)
            if wrapped is not None and _opens(found.vault, one, wrapped):
                ClientKey.objects.create(client_id=one, wrapped=wrapped)
            else:
                dropped += 1
                forget(made, found.vault, one)
        known = clients(made)
        own_keys.put(made, {one: row for one, row in found.held.own.items() if one in known})
        silencing.silence_all(made, found.held.silenced)
    return dropped


def _opens(vault: Vault, client: UUID, wrapped: bytes) -> bool:
    try:
        vault.client_sealer(str(client), wrapped)
    except ErasedError:
        return False
    return True


def _said(backup: Path, dropped: int) -> tuple[str, ...]:
    made: datetime | None = backups.when(backup)
    when = backup.name if made is None else f"{made.astimezone():%Y-%m-%d %H:%M}"
    done = _("The practice is as it was in the backup of {when}.").format(when=when)
    if not dropped:
        return (done,)
    gone = plural(
        "{n} relationship was erased since, and stays erased.",
        "{n} relationships were erased since, and stay erased.",
        dropped,
    )
    return (done, gone)
