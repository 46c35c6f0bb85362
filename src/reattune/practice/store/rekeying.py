"""New keys for everything: a new root key, a new key for the store and every backup, a new recovery code."""

from pathlib import Path

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import auditing, backing, keys
from reattune.practice.sqlcipher import keyed
from reattune.practice.store import copies, folders, swapping
from reattune.practice.store.backups import TURN
from reattune.practice.store.faults import StoreError, told
from reattune.practice.vault import Vault
from reattune.practice.vault.alone import alone
from reattune.practice.vault.deriving import accept


def refuse_shared() -> None:
    """Raise where the practice is kept in a database, whose words cannot be exchanged for others all at once."""
    if backing.is_postgres():
        raise ReattuneError(
            _(
                "A practice in a database is not sealed anew as a whole, and nothing was changed. If somebody else may "
                "know the passphrase or have the sheet, make new ones: reattune passphrase. What they copied before "
                "stays open to them."
            )
        )


def rekey(passphrase: str) -> str:
    """Seal the open practice and its backups with new keys; cut off at any moment, the practice still opens.

    Whoever had the file of keys and the passphrase of before can no longer open what is written from then on. Cut off
    after the new keys are written down, it is the new passphrase that opens it; a new code can then be asked for.

    Args:
        passphrase: The one to open it with from now on.

    Returns:
        The new recovery code, which is kept nowhere.

    Raises:
        ReattuneError: The passphrase is too short, the practice is locked, or it is kept in a database.
        StoreError: The disk or another program is in the way.
    """
    refuse_shared()
    accept(passphrase)
    vault = keys.vault()
    path, key, _generation = keyed.current()
    with alone(path.parent, TURN):
        with transaction.atomic():
            # Kept before anything else, so that no backup is ever sealed with a key that nobody has.
            folders.keep_former(key)
            folders.fall_behind(path.parent, rekey=True)
            auditing.record(auditing.Action.CHANGED, what="keys", purpose="keeping")
        code = _reseal(path, key, vault, passphrase)
        folders.catch_up(path.parent)
    return code


def _reseal(path: Path, key: str, vault: Vault, passphrase: str) -> str:
    """Write the store anew under a new key and open it again, whatever happens."""
    keyed.close_store()
    try:
        with copies.part_of(path) as part, told(path):
            swapping.quiet(path, key)
            copies.copy_file(path, part)
            code = vault.rekey(passphrase)
            try:
                copies.change_closed(part, key, None, vault.database_key())
                copies.settle(part, vault.database_key(), path)
            except Exception as error:
                vault.settle(key)
                raise StoreError(
                    _(
                        "The store could not be sealed anew ({reason}). It opens with the new passphrase; "
                        "make a new recovery sheet, then try again."
                    ).format(reason=error)
                ) from error
            vault.settle(vault.database_key())
            return code
    finally:
        keyed.open_store(path, swapping.opens(path, vault.candidates()) or key)
