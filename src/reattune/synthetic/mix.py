"""Who is in an invented caseload: shares of planted changes and of life circumstances, and drawing from them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from reattune.errors import ReattuneError
from reattune.synthetic import rates
from reattune.synthetic.limits import share
from reattune.synthetic.plans import Kind, Life

Mix = Mapping[Kind | Life, float]
Name = TypeVar("Name", Kind, Life)

_OF_CHANGES = {
    Kind.V: rates.SHARE_V,
    Kind.DIP: rates.SHARE_DIP,
    Kind.LASTING: rates.SHARE_LASTING,
    Kind.SLIDE: rates.SHARE_SLIDE,
    Kind.REPAIRED: rates.SHARE_REPAIRED,
    Kind.DEEPENED: rates.SHARE_DEEPENED,
    Kind.ATTENDANCE: rates.SHARE_ATTENDANCE,
    Kind.PAYMENT: rates.SHARE_PAYMENT,
    Kind.TWO_WEAK: rates.SHARE_TWO_WEAK,
    Kind.THINNING: rates.SHARE_THINNING,
}
_OF_LIVES = {
    Life.ILLNESS: rates.SHARE_ILLNESS,
    Life.BEREAVEMENT: rates.SHARE_BEREAVEMENT,
    Life.SHIFT_WORK: rates.SHARE_SHIFT_WORK,
    Life.IRREGULAR_INCOME: rates.SHARE_INCOME,
    Life.CARER: rates.SHARE_CARER,
}

DEFAULT_MIX: Mix = MappingProxyType(
    {
        **{kind: rates.WITH_CHANGE.value * one.value for kind, one in _OF_CHANGES.items()},
        Kind.DROPOUT: rates.DROPOUT.value,
        **{life: one.value for life, one in _OF_LIVES.items()},
    }
)
"""The shares by default; what is left is nothing planted, and nothing particular in life."""


def check(mix: Mix) -> None:
    """Raise `ReattuneError` where a share is none, or the shares of changes or of lives sum to more than 1."""
    for name, one in mix.items():
        if not isinstance(name, Kind | Life):
            raise ReattuneError(f"{name} is neither a Kind nor a Life; give shares of these.")
        share(f"The share of {name}", one)
    for what in (Kind, Life):
        whole = sum(one for name, one in mix.items() if isinstance(name, what))
        if whole > 1.0 + 1e-9:
            raise ReattuneError(f"The shares of {what.__name__} sum to {whole:g}; give shares that sum to 1 or less.")


def drawn(mix: Mix, chances: tuple[float, float]) -> tuple[Kind, Life]:
    """Return the change planted in one person and what goes on in their life, each decided by a uniform number."""
    kinds = {name: one for name, one in mix.items() if isinstance(name, Kind)}
    lives = {name: one for name, one in mix.items() if isinstance(name, Life)}
    return _one(kinds, chances[0], Kind.NOTHING), _one(lives, chances[1], Life.NONE)


def _one(shares: Mapping[Name, float], chance: float, otherwise: Name) -> Name:
    reached = 0.0
    for name, one in shares.items():
        reached += one
        if chance < reached:
            return name
    return otherwise
