"""Words sealed so that nobody reads, changes or moves them unnoticed: AES-256-GCM."""

import secrets
from typing import NoReturn

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.vault.errors import DamagedVaultError

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
VERSION = b"\x01"
"""The first byte of everything sealed, so that another way of sealing can come after this one."""


def new_key() -> bytes:
    """Return 32 random bytes from the operating system."""
    return secrets.token_bytes(KEY_BYTES)


class Sealer:
    """Seals and opens with one key; never shows it, and cannot be pickled or copied."""

    __slots__ = ("_cipher",)

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ReattuneError(_("A key has 32 bytes, and this one has {count}.").format(count=len(key)))
        self._cipher = AESGCM(key)

    def seal(self, plain: bytes, about: str) -> bytes:
        """Return the words sealed; twice the same words never look the same.

        Args:
            plain: What is to be sealed; less than 2 GiB.
            about: What the words belong to, such as a row's name; not secret, and needed again to open them.

        Returns:
            One version byte, a random nonce of 12 bytes, the ciphertext, and a tag of 16 bytes.
        """
        nonce = secrets.token_bytes(NONCE_BYTES)
        return VERSION + nonce + self._cipher.encrypt(nonce, plain, _bound(about))

    def open(self, sealed: bytes, about: str) -> bytes:
        """Return what was sealed.

        Args:
            sealed: What `seal` returned.
            about: What the words belong to, exactly as it was when they were sealed.

        Raises:
            DamagedVaultError: They were changed, belong elsewhere, or were sealed with another key.
        """
        sealed = bytes(sealed)
        start = len(VERSION) + NONCE_BYTES
        if sealed[: len(VERSION)] == VERSION and len(sealed) >= start + TAG_BYTES:
            try:
                return self._cipher.decrypt(sealed[len(VERSION) : start], sealed[start:], _bound(about))
            except InvalidTag:
                pass
        raise DamagedVaultError(
            _(
                "What is sealed as “{about}” was changed or belongs elsewhere, so it is not shown. "
                "The last backup has it as it was (reattune restore)."
            ).format(about=about)
        )

    def __repr__(self) -> str:
        return "<Sealer>"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Sealer holds a key and is never copied or pickled")


def _bound(about: str) -> bytes:
    # A name from outside may hold half a surrogate pair; it must not stop anybody from sealing.
    return about.encode("utf-8", "surrogatepass")
