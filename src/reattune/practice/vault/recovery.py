"""The recovery code: 32 signs that nobody has to remember, to be written down or printed once."""

import secrets
import unicodedata

from reattune.language import _, plural
from reattune.practice.vault.errors import WrongCodeError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, which look like other signs or make words."""

GROUPS = 8
GROUP = 4
SIGNS = GROUPS * GROUP
MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})
FIELD = 0b100101
"""x^5 + x^2 + 1, by which 32 signs can be multiplied; its root runs through all of them but zero."""


def make() -> str:
    """Return a new code: 155 random bits and a check sign, as eight groups of four."""
    signs = "".join(secrets.choice(ALPHABET) for _place in range(SIGNS - 1))
    signs += ALPHABET[_times_root(_remainder(signs))]
    return "-".join(signs[start : start + GROUP] for start in range(0, SIGNS, GROUP))


def normalise(typed: str) -> str:
    """Return a code without spaces and dashes, in capitals, with O, I and L read as 0, 1 and 1."""
    signs = unicodedata.normalize("NFKC", typed).upper()
    return "".join(sign for sign in signs if not _between(sign)).translate(MEANT)


def check(typed: str) -> str:
    """Return a typed code as it is used, if it can be one.

    Every single wrong sign is found, and so are any two signs that changed places, but for the first with the last.

    Raises:
        WrongCodeError: A sign is missing, too many, not one of those used, or wrong.
    """
    signs = normalise(typed)
    strange = sorted(set(signs) - set(ALPHABET))
    if strange:
        raise WrongCodeError(
            _("“{sign}” does not occur in recovery codes; look at that place again.").format(sign=strange[0])
        )
    if len(signs) != SIGNS:
        found = plural("this one has {n}", "this one has {n}", len(signs))
        raise WrongCodeError(
            _("A recovery code has {count} letters and digits, and {found}; compare it group by group.").format(
                count=SIGNS, found=found
            )
        )
    if _remainder(signs):
        raise WrongCodeError(_("There is a typing slip in the recovery code; compare it group by group."))
    return signs


def _between(sign: str) -> bool:
    return sign.isspace() or sign == "_" or unicodedata.category(sign) in {"Pd", "Cf", "Cc"} or sign == "\u2212"


def _remainder(signs: str) -> int:
    """Return zero for signs that end with the right check sign: each is weighed by its own power of the root."""
    total = 0
    for sign in signs:
        total = _times_root(total) ^ ALPHABET.index(sign)
    return total


def _times_root(value: int) -> int:
    doubled = value << 1
    return doubled ^ FIELD if doubled & len(ALPHABET) else doubled
