"""Keys made from other secrets: argon2id from a passphrase, HKDF-SHA256 from a key."""

import unicodedata
from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.vault.errors import VaultError
from reattune.practice.vault.sealing import KEY_BYTES

SHORTEST = 10
MOST_MEMORY_KIB = 4 * 2**20
MOST_PASSES = 64
MOST_LANES = 64


@dataclass(frozen=True, slots=True)
class Cost:
    """How much work one try of a passphrase is.

    Args:
        memory_kib: Memory in KiB, at least 8 for each lane.
        passes: How often the memory is gone through.
        lanes: How many parts of it are worked on at once.

    Raises:
        ReattuneError: argon2 cannot do that, or no ordinary computer could.
    """

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        possible = (
            1 <= self.lanes <= MOST_LANES
            and 1 <= self.passes <= MOST_PASSES
            and 8 * self.lanes <= self.memory_kib <= MOST_MEMORY_KIB
        )
        if not possible:
            raise ReattuneError(
                _(
                    "A passphrase cannot be worked on with {memory} KiB, {passes} passes and {lanes} lanes; "
                    "take 1 to 64 passes, 1 to 64 lanes, and from 8 KiB a lane up to 4 GiB."
                ).format(memory=self.memory_kib, passes=self.passes, lanes=self.lanes)
            )


USUAL = Cost()
"""What a passphrase costs unless somebody says otherwise."""


def normalised(passphrase: str) -> str:
    """Return a passphrase as it is used, the same however a keyboard composes its accents (Unicode NFKC)."""
    return unicodedata.normalize("NFKC", passphrase)


def accept(passphrase: str) -> None:
    """Let a new passphrase pass if it is long enough.

    Raises:
        ReattuneError: It has fewer than ten characters.
    """
    if len(normalised(passphrase)) < SHORTEST:
        raise ReattuneError(
            _(
                "A passphrase has at least {n} characters. Several words that have nothing to do with each other "
                "are easy to remember and hard to guess, for example four words from different pages of a book."
            ).format(n=SHORTEST)
        )


def from_passphrase(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return the 32 bytes that argon2id (version 0x13) makes of a passphrase.

    Args:
        passphrase: As it was typed.
        salt: Random bytes, at least 8.
        cost: How much work it is.

    Raises:
        VaultError: There is too little free memory.
    """
    secret = normalised(passphrase).encode("utf-8", "surrogatepass")
    try:
        return hash_secret_raw(secret, salt, cost.passes, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)
    except HashingError as error:
        raise VaultError(
            _(
                "There is too little free memory to work on the passphrase: {n} MiB are needed. "
                "Close other programs and try again."
            ).format(n=max(1, cost.memory_kib // 1024))
        ) from error


def derived(key: bytes | bytearray, purpose: bytes, *, salt: bytes | None = None, length: int = KEY_BYTES) -> bytes:
    """Return a sub-key by HKDF-SHA256 (RFC 5869): from it neither the key nor any other sub-key can be found.

    Args:
        key: The key it is made from.
        purpose: What it is for (`info` in the RFC).
        salt: Random bytes, or None.
        length: How many bytes.
    """
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=purpose).derive(key)
