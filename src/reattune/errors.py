"""The one family of errors: each says what was wrong, where, and what to do."""


class ReattuneError(Exception):
    """Something a person can put right; its text is a whole sentence that says how."""


class NothingToReadError(ReattuneError):
    """Nothing in the given place could be read at all (exit status 2)."""


class UnreadableError(ReattuneError):
    """One whole file could not be read; the rest goes on."""
