"""What the computer's own keyring remembers, where a person wants that: one key, never the passphrase."""

from contextlib import suppress

import keyring
import keyring.errors

SERVICE = "reattune"


def remembered(name: str) -> bytes | None:
    """Return what the keyring remembers under a name; None where it has nothing, or there is no keyring."""
    with suppress(keyring.errors.KeyringError, ValueError, RuntimeError):
        found = keyring.get_password(SERVICE, name)
        if found:
            return bytes.fromhex(found)
    return None


def remember(name: str, key: bytes) -> bool:
    """Have the keyring remember a key, and say whether it will."""
    with suppress(keyring.errors.KeyringError, RuntimeError):
        keyring.set_password(SERVICE, name, key.hex())
        return remembered(name) == key
    return False


def forget(name: str) -> None:
    """Have the keyring forget it; nothing happens where it knows nothing."""
    with suppress(keyring.errors.KeyringError, RuntimeError):
        keyring.delete_password(SERVICE, name)
