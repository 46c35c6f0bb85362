"""Reliable change: a difference between two scores that measurement error alone would seldom make."""

from numpy.typing import ArrayLike

from reattune.criteria import checked
from reattune.criteria.fall import Fall, Reference, fall
from reattune.criteria.marked import Bools, Criterion, Marked, Scale, Status
from reattune.criteria.spread import Spread, difference_error, needs

Z = 1.96
"""Two-sided 5 % point of the normal distribution."""


def reliable_change(sd: float, reliability: float, *, z: float = Z) -> float:
    """Return the smallest difference between two scores that counts as reliable, z * SEdiff.

    Args:
        sd: spread between people in score units, above 0.
        reliability: of the instrument, from 0 to below 1.
        z: point of the normal distribution.

    Returns:
        Score units.

    Raises:
        ReattuneError: a number is out of its range.

    Source:
        Formula verified: SEM = SD * sqrt(1 - r), SEdiff = sqrt(2) * SEM, RC = 1.96 * SEdiff.
    """
    checked.check_scale(Scale(0.0, 1.0, sd_between=sd, reliability=reliability))
    return checked.above_zero("z", z) * difference_error(sd, reliability)


def reliable_falls(scores: ArrayLike, scale: Scale, *, z: float = Z, ended: bool | Bools = False) -> Marked:
    """Mark the sessions whose score is reliably lower than the one before.

    Args:
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's, with `sd_between` and `reliability`.
        z: point of the normal distribution.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        The marks. The statistic is the fall in standard errors of a difference, the cut-off is z; repaired when half
        of the fall is made good, at any time.

    Raises:
        ReattuneError: a score is wrong, the scale lacks what is needed, or z is not above 0.

    Source:
        Formula verified; its use from session to session and the way back are Reattune's extension, not an established
        rupture criterion.
    """
    return fall(scores, scale, Fall(Reference.PREVIOUS, Spread.SE_DIFFERENCE, z, fraction=0.5), ended=ended)


def _mark(scores: ArrayLike, scale: Scale, ended: bool | Bools = False) -> Marked:
    """Mark reliable falls with the usual point."""
    return reliable_falls(scores, scale, ended=ended)


CRITERION = Criterion(
    name="reliable-fall",
    said="a fall from the session before that measurement error alone would seldom make",
    parameters="1.96 x standard error of a difference; repaired when half of the fall is made good, at any time",
    citation="Reliable change index; the formula is verified",
    status=Status.OWN,
    note="Use from session to session, and the way back, are Reattune's extension, not an established rupture"
    " criterion. It takes all fluctuation for error.",
    fewest=2,
    mark=_mark,
    needs=needs(Spread.SE_DIFFERENCE),
    causal=True,
)
