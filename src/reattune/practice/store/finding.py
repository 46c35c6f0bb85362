"""What opens a backup: a header (the practice's own or a copy beside the backup), a passphrase or code, and keys."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reattune.language import _
from reattune.practice.sqlcipher.keyed import DamagedStoreError
from reattune.practice.store import folders, swapping
from reattune.practice.store.folders import FOLDER, HeldKeys
from reattune.practice.vault import DamagedVaultError, Vault, VaultError, WrongCodeError, WrongPassphraseError, header
from reattune.practice.vault.attempts import NAME as TRIES
from reattune.practice.vault.recovery import check
from reattune.practice.vault.whole import own_folder, write_private


@dataclass(frozen=True, slots=True)
class Found:
    """Which header opens, which key opens the backup with it, and the newest clients' keys that were written down."""

    vault: Vault
    content: bytes
    key: str
    held: HeldKeys


def find(home: Path, backup: Path, secret: str, part: Path) -> Found:
    """Return the first header with which a backup opens; whoever calls closes its vault.

    Args:
        home: The practice's folder.
        backup: The backup, where it lies.
        secret: The passphrase or the recovery code.
        part: A copy of the backup that may be opened.

    Raises:
        VaultError: No header is there, or the passphrase or code opens none.
        DamagedStoreError: One opens, but not the backup, or the clients' keys cannot be read.
    """
    refused: Exception | None = None
    for number, content in enumerate(_headers(home, backup.parent)):
        try:
            vault = _opened(home, content, secret, counted=number == 0)
        except (WrongPassphraseError, WrongCodeError, DamagedVaultError) as error:
            refused = refused or error
            continue
        held = _held(vault, (backup.parent, home / FOLDER))
        key = folders.key_of(part, (*vault.candidates(), *(key for one in held for key in one.stores)))
        if key and held:
            return Found(vault, content, key, max(held, key=lambda one: one.line))
        vault.close()
        refused = DamagedStoreError(_no_key(backup) if not key else _no_keys(backup))
    raise refused or VaultError(
        _("No {file} lies in {home} or beside the backup; without it nothing can be opened.").format(
            file=header.NAME, home=home
        )
    )


def _headers(home: Path, beside: Path) -> Iterator[bytes]:
    seen = set()
    for folder in (home, beside, home / FOLDER):
        with suppress(OSError):
            content = (folder / header.NAME).read_bytes()
            if content not in seen:
                seen.add(content)
                yield content


def _opened(home: Path, content: bytes, secret: str, *, counted: bool) -> Vault:
    """Return the vault that a header and a secret make; where the secret does not fit, that is one try, not several."""
    scratch = home / swapping.COMING / "keys"
    own_folder(scratch)
    if counted:
        with suppress(OSError):
            write_private(scratch / TRIES, (home / TRIES).read_bytes())
    write_private(scratch / header.NAME, content)
    try:
        made = _vault(scratch, secret)
    except WrongPassphraseError:
        if counted:
            write_private(home / TRIES, (scratch / TRIES).read_bytes())
        raise
    finally:
        (scratch / TRIES).unlink(missing_ok=True)
    (home / TRIES).unlink(missing_ok=True)
    return made


def _vault(scratch: Path, secret: str) -> Vault:
    try:
        check(secret)
    except WrongCodeError:
        return Vault.unlock(scratch, secret)
    return Vault.recover(scratch, secret)


def _held(vault: Vault, where: tuple[Path, ...]) -> list[HeldKeys]:
    sealer = vault.sealer(folders.SEALED_AS)
    return [found for one in where if (found := folders.read_keys(sealer, one)) is not None]


def _no_key(backup: Path) -> str:
    return _(
        "The backup {name} is damaged, or was made with other keys: try the passphrase or the code of that time, "
        "or another backup. Nothing was changed."
    ).format(name=backup.name)


def _no_keys(backup: Path) -> str:
    return _(
        "The file {keys} that belongs to the backup {name} is not beside it and not in the practice, or cannot be "
        "opened; the clients' keys are in it. Put it beside the backup. Nothing was changed."
    ).format(keys=folders.KEYS, name=backup.name)
