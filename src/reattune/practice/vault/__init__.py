"""The keys of a practice: how they are made, kept, wrapped and let go; no database and no web."""

from reattune.practice.vault.deriving import USUAL, Cost
from reattune.practice.vault.errors import (
    DamagedVaultError,
    ErasedError,
    TooManyTriesError,
    VaultError,
    WrongCodeError,
    WrongPassphraseError,
)
from reattune.practice.vault.sealing import Sealer, new_key
from reattune.practice.vault.vault import Vault

__all__ = [
    "USUAL",
    "Cost",
    "DamagedVaultError",
    "ErasedError",
    "Sealer",
    "TooManyTriesError",
    "Vault",
    "VaultError",
    "WrongCodeError",
    "WrongPassphraseError",
    "new_key",
]
