"""Who goes first, always said the same way, whatever sign a method gives it."""

import math
from enum import Enum

from reattune.language import _


class Sign(Enum):
    """On which side of lag 0 a method puts "the first series leads"."""

    RMEA = 1
    """Windowed lagged correlation as in rMEA: above 0."""
    SUSY = -1
    """SUSY: below 0."""
    WCC = -2
    """Boker's windowed cross-correlation as in the program wcc: left of the centre, below 0."""


def lead(lag: float, sign: Sign = Sign.RMEA) -> float:
    """Return by how many seconds the first series leads; below 0 the second does.

    Args:
        lag: the lag in seconds, as the method writes it.
        sign: the method.

    Returns:
        The same lag, positive where the first series leads.
    """
    return lag if sign is Sign.RMEA else 0.0 - lag


def sentence(lag: float, sign: Sign = Sign.RMEA, first: str = "s1", second: str = "s2") -> str:
    """Say who leads and by how much, as in "s1 leads by +0.80 s"; it says nothing about who follows whom and why.

    Args:
        lag: the lag in seconds, as the method writes it.
        sign: the method.
        first: what to call the first series.
        second: what to call the second.

    Returns:
        The sentence without its full stop; that no lag stands out where the lag is nan.
    """
    if math.isnan(lag):
        return _("no lag stands out")
    ahead = lead(lag, sign)
    if round(abs(ahead), 2) == 0:
        return _("{first} and {second} move at the same time").format(first=first, second=second)
    if ahead > 0:
        return _("{first} leads by +{seconds:.2f} s").format(first=first, seconds=ahead)
    return _("{second} leads by +{seconds:.2f} s").format(second=second, seconds=-ahead)
