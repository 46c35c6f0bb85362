"""The header of a practice: every key it has, each sealed with another one, in one small file."""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.vault.alone import alone
from reattune.practice.vault.deriving import Cost
from reattune.practice.vault.errors import DamagedVaultError, VaultError
from reattune.practice.vault.whole import write_private

NAME = "vault.json"
FORMAT, VERSION = "reattune vault", 1
LARGEST = 64 * 1024
SEALED = ("by_passphrase", "by_code", "by_keyring", "store", "former", "inner")
"""What is sealed in it: the root key three ways; under the root the store's key, its former one, and the inner key."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is written; nothing in it can be read without the passphrase, the recovery code or the keyring.

    `by_keyring` is empty where no keyring remembers it, `former` unless the store's key was being changed.
    """

    id: str
    cost: Cost
    salt: bytes
    code_salt: bytes
    by_passphrase: bytes
    by_code: bytes
    store: bytes
    inner: bytes
    by_keyring: bytes = b""
    former: bytes = b""

    def about(self, what: str) -> str:
        """Return what something sealed in it is bound to: this practice and, for the passphrase, the cost of a try."""
        cost = self.cost
        bound = f":{cost.memory_kib}:{cost.passes}:{cost.lanes}" if what == "by_passphrase" else ""
        return f"vault:{self.id}:{what}{bound}"

    def to_file(self) -> bytes:
        """Return it as its file's content."""
        cost = self.cost
        content: dict[str, Any] = {
            "format": FORMAT,
            "version": VERSION,
            "id": self.id,
            "argon2id": {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes},
            "salt": _text(self.salt),
            "code_salt": _text(self.code_salt),
            **{name: _text(getattr(self, name)) for name in SEALED if getattr(self, name)},
        }
        return json.dumps(content, indent=1).encode() + b"\n"


def read(home: Path) -> Header:
    """Return the header of a practice.

    Raises:
        DamagedVaultError: It is gone, cannot be read, or is not one.
    """
    path = home / NAME
    try:
        with path.open("rb") as file:
            return parsed(file.read(LARGEST))
    except FileNotFoundError as error:
        raise DamagedVaultError(
            _("There is no practice in {folder}; its {file} is not there.").format(folder=home, file=NAME)
        ) from error
    except (OSError, ValueError, KeyError, TypeError, RecursionError, ReattuneError) as error:
        raise DamagedVaultError(
            _(
                "{file} in {folder} cannot be read; it holds the keys of the practice. A copy of it lies in the folder "
                "of backups beside it: reattune restore puts it back."
            ).format(file=NAME, folder=home)
        ) from error


def parsed(content: bytes) -> Header:
    """Return the header that a file holds; where it is none, ValueError, KeyError, TypeError or ReattuneError."""
    found = json.loads(content)
    if not isinstance(found, Mapping) or found["format"] != FORMAT or found["version"] != VERSION:
        raise ValueError(FORMAT)
    cost = {name: int(found["argon2id"][name]) for name in ("memory_kib", "passes", "lanes")}
    sealed = {name: _bytes(found[name]) for name in SEALED if name in found}
    return Header(
        id=str(found["id"]),
        cost=Cost(**cost),
        salt=_bytes(found["salt"]),
        code_salt=_bytes(found["code_salt"]),
        **sealed,
    )


def create(home: Path, header: Header) -> None:
    """Write the first header of a practice; of two that are made at the same time, one is refused.

    Raises:
        VaultError: There is one already, which was left as it is, or it cannot be written.
    """
    with alone(home):
        if (home / NAME).exists():
            raise VaultError(_("There is a practice in {folder} already; it was left as it is.").format(folder=home))
        write_private(home / NAME, header.to_file())


def write(home: Path, header: Header) -> None:
    """Put a header in place of the one before, wholly or not at all.

    Raises:
        VaultError: It cannot be written.
    """
    with alone(home):
        write_private(home / NAME, header.to_file())


def changed(home: Path, header: Header, **fields: Any) -> Header:
    """Write a header with some fields changed, and return it."""
    new = replace(header, **fields)
    write(home, new)
    return new


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error
