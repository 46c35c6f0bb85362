"""The keys of one practice: opened by passphrase, recovery code or keyring, handed out for one purpose each.

A random root key is sealed by the passphrase and by the recovery code. Under it lie the store's key and an inner key;
from the inner key come the keys of words and files. So a passphrase can be changed without touching the store, the
store's key without touching the words, and a client's words made unreadable by destroying one small key.
"""

import hashlib
import hmac
import secrets
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from reattune.language import _
from reattune.practice.vault import deriving, header, recovery, remembering
from reattune.practice.vault.attempts import Attempts
from reattune.practice.vault.deriving import USUAL, Cost, derived
from reattune.practice.vault.errors import (
    DamagedVaultError,
    ErasedError,
    VaultError,
    WrongCodeError,
    WrongPassphraseError,
)
from reattune.practice.vault.header import Header
from reattune.practice.vault.sealing import Sealer, new_key
from reattune.practice.vault.whole import own_folder

SALT_BYTES = 16


class Vault:
    """An open vault; it holds the root key until it is closed, and cannot be copied or pickled."""

    def __init__(self, home: Path, known: Header, root: bytes) -> None:
        self._home, self._header, self._root = home, known, bytearray(root)
        self._inner = bytearray(self._under_root("inner"))

    @staticmethod
    def exists(home: Path) -> bool:
        """Say whether a practice was set up in a folder."""
        return (home / header.NAME).exists()

    @classmethod
    def create(cls, home: Path, passphrase: str, *, cost: Cost = USUAL) -> tuple["Vault", str]:
        """Make new keys for a practice.

        Args:
            home: Its folder; made where it is not there.
            passphrase: At least ten characters.
            cost: How much work one try of the passphrase is.

        Returns:
            The open vault, and the recovery code, which is kept nowhere.

        Raises:
            ReattuneError: The passphrase is too short.
            VaultError: There is a practice already, or the folder cannot be written to.
        """
        deriving.accept(passphrase)
        own_folder(home)
        if cls.exists(home):
            raise VaultError(_("There is a practice in {folder} already; it was left as it is.").format(folder=home))
        blank = Header(secrets.token_hex(16), cost, b"", b"", b"", b"", b"", b"")
        root, code = new_key(), recovery.make()
        made = _sealed_root(blank, root, passphrase, code, cost)
        made = _with(made, root, store=new_key(), inner=new_key())
        header.create(home, made)
        return cls(home, made, root), code

    @classmethod
    def unlock(cls, home: Path, passphrase: str) -> "Vault":
        """Open a practice's keys with its passphrase.

        Raises:
            WrongPassphraseError: It does not fit.
            TooManyTriesError: Several did not; it is not time for another yet.
            DamagedVaultError: The header cannot be read.
        """
        known, attempts = header.read(home), Attempts(home)
        attempts.begin()
        key = deriving.from_passphrase(passphrase, known.salt, known.cost)
        try:
            root = Sealer(key).open(known.by_passphrase, known.about("by_passphrase"))
        except DamagedVaultError as error:
            raise WrongPassphraseError(
                _("This passphrase does not open the practice. Capital letters and spaces count; nothing was changed.")
            ) from error
        attempts.clear()
        return cls(home, known, root)

    @classmethod
    def recover(cls, home: Path, code: str) -> "Vault":
        """Open a practice's keys with its recovery code.

        Raises:
            WrongCodeError: It has a slip in it, or belongs to another practice or to an earlier sheet.
            DamagedVaultError: The header cannot be read.
        """
        known = header.read(home)
        sealer = _code_sealer(code, known.code_salt)
        try:
            root = sealer.open(known.by_code, known.about("by_code"))
        except DamagedVaultError as error:
            raise WrongCodeError(
                _("This code has no slip in it, but it is not this practice's latest one; is there a newer sheet?")
            ) from error
        Attempts(home).clear()
        return cls(home, known, root)

    @classmethod
    def remembered(cls, home: Path) -> "Vault | None":
        """Open a practice's keys with what the computer's keyring remembers; None where it remembers nothing."""
        if not cls.exists(home):
            return None
        known = header.read(home)
        key = remembering.remembered(known.id) if known.by_keyring else None
        if key is None:
            return None
        try:
            return cls(home, known, Sealer(key).open(known.by_keyring, known.about("by_keyring")))
        except DamagedVaultError:
            return None

    @property
    def home(self) -> Path:
        """Return the practice's folder."""
        return self._home

    @property
    def is_remembered(self) -> bool:
        """Say whether the keyring may open it."""
        return bool(self._header.by_keyring)

    def remember(self) -> bool:
        """Have the keyring open it from now on, and say whether this computer has one that will."""
        key = new_key()
        if not remembering.remember(self._header.id, key):
            return False
        sealed = Sealer(key).seal(bytes(self._root), self._header.about("by_keyring"))
        self._header = header.changed(self._home, self._header, by_keyring=sealed)
        return True

    def forget(self) -> None:
        """Have the keyring open it no more."""
        remembering.forget(self._header.id)
        self._header = header.changed(self._home, self._header, by_keyring=b"")

    def database_key(self) -> str:
        """Return the store's key, 64 hexadecimal digits."""
        return self._under_root("store").hex()

    def candidates(self) -> tuple[str, ...]:
        """Return the keys that may open the store: two where `rekey` was cut off, the present one first."""
        former = (self._under_root("former").hex(),) if self._header.former else ()
        return (self.database_key(), *former)

    def settle(self, key: str) -> None:
        """Say which of the candidates opens the store; the other is forgotten."""
        if key not in self.candidates():
            raise VaultError(_("Only a key that the vault knows can be settled on."))
        fixed = _with(self._header, bytes(self._root), store=bytes.fromhex(key))
        self._header = header.changed(self._home, fixed, former=b"")

    def rekey(self, passphrase: str) -> str:
        """Make a new root key and a new key for the store, and return the new recovery code.

        The former key of the store is kept beside the new one until `settle` is told which of them opens it. Whoever
        had the header and the passphrase of before can no longer open the store from then on.

        Args:
            passphrase: The one to open it with from now on.
        """
        deriving.accept(passphrase)
        old, root, code = bytes.fromhex(self.database_key()), new_key(), recovery.make()
        made = _sealed_root(self._header, root, passphrase, code, self._header.cost)
        made = _with(made, root, store=new_key(), former=old, inner=bytes(self._inner))
        self._header = header.changed(self._home, made, by_keyring=b"")
        remembering.forget(self._header.id)
        self._root[:] = root
        return code

    def change_passphrase(self, passphrase: str, *, cost: Cost | None = None) -> None:
        """Have another passphrase open it from now on; the recovery code stays as it is.

        Raises:
            ReattuneError: It is too short.
        """
        deriving.accept(passphrase)
        sealed = _by_passphrase(self._header, bytes(self._root), passphrase, cost or self._header.cost)
        header.write(self._home, sealed)
        self._header = sealed

    def new_recovery_code(self) -> str:
        """Return a new recovery code; the sheet of before opens nothing from now on."""
        code = recovery.make()
        made = _by_code(self._header, bytes(self._root), code)
        header.write(self._home, made)
        self._header = made
        return code

    def sealer(self, purpose: str) -> Sealer:
        """Return what seals the practice's own words and files for one purpose."""
        return Sealer(derived(self._inner_key(), f"sealer:{purpose}".encode()))

    def digest(self, purpose: str, words: str) -> str:
        """Return a digest by which words can be found again, and from which nobody else can guess them."""
        key = derived(self._inner_key(), f"digest:{purpose}".encode())
        return hmac.new(key, words.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()

    def new_client_key(self, client: str) -> bytes:
        """Return a new key for one client, wrapped; where this is destroyed, no word about them can be read."""
        return self._wrapper().seal(new_key(), f"client:{client}")

    def client_sealer(self, client: str, wrapped: bytes) -> Sealer:
        """Return what seals a client's words.

        Args:
            client: Whose.
            wrapped: Their key, as `new_client_key` gave it.

        Raises:
            ErasedError: The key is empty, because it was destroyed.
            DamagedVaultError: It belongs to somebody else.
        """
        if not wrapped:
            raise ErasedError(_("The key of this client is gone, and with it every word that was kept."))
        return Sealer(self._wrapper().open(wrapped, f"client:{client}"))

    def close(self) -> None:
        """Overwrite the keys that it holds."""
        held, self._root, self._inner = (self._root, self._inner), bytearray(), bytearray()
        for key in held:
            key[:] = bytes(len(key))
            key.clear()

    def _wrapper(self) -> Sealer:
        return Sealer(derived(self._inner_key(), b"client keys"))

    def _inner_key(self) -> bytes:
        found = bytes(self._inner)
        # Looked at afterwards: closed in between by another thread, what was found may be nothing but zeros.
        if not self._inner:
            raise VaultError(_("The practice is locked; unlock it with the passphrase."))
        return found

    def _under_root(self, what: str) -> bytes:
        if not self._root:
            raise VaultError(_("The practice is locked; unlock it with the passphrase."))
        sealer = Sealer(derived(self._root, f"vault:{what}".encode()))
        return sealer.open(getattr(self._header, what), self._header.about(what))

    def __repr__(self) -> str:
        return f"<Vault {self._header.id}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Vault holds keys and is never copied or pickled")


def _with(known: Header, root: bytes, **keys: bytes) -> Header:
    sealed = {
        name: Sealer(derived(root, f"vault:{name}".encode())).seal(key, known.about(name)) for name, key in keys.items()
    }
    return replace(known, **sealed)  # type: ignore[arg-type]  # only names of sealed keys are given


def _sealed_root(known: Header, root: bytes, passphrase: str, code: str, cost: Cost) -> Header:
    return _by_code(_by_passphrase(known, root, passphrase, cost), root, code)


def _by_passphrase(known: Header, root: bytes, passphrase: str, cost: Cost) -> Header:
    new = replace(known, cost=cost, salt=secrets.token_bytes(SALT_BYTES))
    key = deriving.from_passphrase(passphrase, new.salt, cost)
    return replace(new, by_passphrase=Sealer(key).seal(root, new.about("by_passphrase")))


def _by_code(known: Header, root: bytes, code: str) -> Header:
    new = replace(known, code_salt=secrets.token_bytes(SALT_BYTES))
    return replace(new, by_code=_code_sealer(code, new.code_salt).seal(root, new.about("by_code")))


def _code_sealer(code: str, salt: bytes) -> Sealer:
    # The code is 155 random bits; nothing slow is needed to keep it from being guessed.
    return Sealer(derived(recovery.check(code).encode(), b"recovery code", salt=salt))
