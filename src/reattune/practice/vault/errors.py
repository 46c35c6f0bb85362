"""What can be wrong with keys and sealed words, each with a way on."""

from reattune.errors import ReattuneError
from reattune.language import plural


class VaultError(ReattuneError):
    """Something about the keys of a practice that a person can put right."""


class WrongPassphraseError(VaultError):
    """The passphrase does not open this practice."""


class WrongCodeError(VaultError):
    """The recovery code does not open this practice, or has a slip of the pen in it."""


class TooManyTriesError(VaultError):
    """Several passphrases in a row did not fit; `seconds` is how long to wait before the next try."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(
            plural(
                "Several passphrases in a row did not fit. Wait {n} second, then try again; "
                "the recovery code opens the practice without waiting.",
                "Several passphrases in a row did not fit. Wait {n} seconds, then try again; "
                "the recovery code opens the practice without waiting.",
                seconds,
            )
        )

    def __reduce__(self) -> tuple[type["TooManyTriesError"], tuple[int]]:
        return type(self), (self.seconds,)


class DamagedVaultError(VaultError):
    """The header or sealed words are not as they were written, or are gone."""


class ErasedError(VaultError):
    """A client's key was destroyed on purpose, and with it every word about them."""
