"""What a fall is measured in: points, a person's own spread, the spread between people, or measurement error."""

from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from reattune.criteria import checked, earlier
from reattune.criteria.marked import Floats, Scale
from reattune.errors import ReattuneError
from reattune.language import _

FEWEST_FOR_OWN = 4
"""Answers that an own spread needs, our own choice: with fewer it is made of the very fall it is to judge."""

STEPS = 6.0
"""A 1-7 item mean has six steps from end to end."""


class Spread(StrEnum):
    """The unit in which a fall is measured."""

    POINTS = "points"
    """Score units."""
    ITEM_STEP = "steps of a 1-7 item mean"
    """A sixth of the way from end to end: one point of the mean item where items go from 1 to 7."""
    SD_WITHIN = "SD within the person"
    """The standard deviation (n - 1) of the whole series."""
    SD_BETWEEN = "SD between people"
    """`Scale.sd_between`."""
    SE_DIFFERENCE = "standard error of a difference"
    """sqrt(2) * sd_between * sqrt(1 - reliability)."""
    STRICTER = "the larger of SD within and SD between"


def needs(spread: Spread) -> tuple[str, ...]:
    """Return the fields of the scale that must be known.

    Args:
        spread: the unit.

    Returns:
        The names, none of `points` and of a person's own spread.
    """
    match spread:
        case Spread.POINTS | Spread.ITEM_STEP | Spread.SD_WITHIN:
            return ()
        case Spread.SD_BETWEEN | Spread.STRICTER:
            return ("sd_between",)
        case Spread.SE_DIFFERENCE:
            return ("sd_between", "reliability")


def is_causal(spread: Spread) -> bool:
    """Return whether a unit does not depend on later sessions."""
    return spread not in {Spread.SD_WITHIN, Spread.STRICTER}


def unit(values: Floats, scale: Scale, spread: Spread) -> Floats:
    """Return the size of one unit in score units.

    Args:
        values: the scores `[..., T]`.
        scale: the instrument's.
        spread: the unit.

    Returns:
        `[..., 1]`; nan where a person's own spread is asked for and fewer than four sessions were answered, or all
        alike.

    Raises:
        ReattuneError: the scale does not say what the unit needs.
    """
    match spread:
        case Spread.POINTS:
            size = 1.0
        case Spread.ITEM_STEP:
            size = (scale.maximum - scale.minimum) / STEPS
        case Spread.SD_WITHIN:
            return earlier.own_sd(values, FEWEST_FOR_OWN)
        case Spread.SD_BETWEEN:
            size = known(scale, "sd_between")
        case Spread.SE_DIFFERENCE:
            size = difference_error(known(scale, "sd_between"), known(scale, "reliability"))
        case Spread.STRICTER:
            # np.maximum and not fmax: with too few sessions to know the own spread there is nothing to say
            return np.maximum(earlier.own_sd(values, FEWEST_FOR_OWN), known(scale, "sd_between"))
    return np.full((*values.shape[:-1], 1), size)


def known(scale: Scale, field: str) -> float:
    """Return a field of the scale that must be known.

    Args:
        scale: the instrument's.
        field: `sd_between` or `reliability`.

    Returns:
        Its value.

    Raises:
        ReattuneError: it is not known.
    """
    found = scale.sd_between if field == "sd_between" else scale.reliability
    if found is None:
        message = _(
            "The scale does not say its {field}, which this criterion needs; give it, or use another criterion."
        )
        raise ReattuneError(message.format(field=field))
    return found


def standard_error(sd: float, reliability: float) -> float:
    """Return the standard error of measurement, SD * sqrt(1 - r).

    Args:
        sd: spread between people in score units.
        reliability: of the instrument, from 0 to below 1.

    Returns:
        Score units.

    Source:
        Formula verified (known answer: SD 10.5 and r .961 give 2.073584).
    """
    return sd * float(np.sqrt(1.0 - reliability))


def difference_error(sd: float, reliability: float) -> float:
    """Return the standard error of the difference of two scores, sqrt(2) * SEM.

    Args:
        sd: spread between people in score units.
        reliability: of the instrument, from 0 to below 1.

    Returns:
        Score units.

    Source:
        As `standard_error`.
    """
    return float(np.sqrt(2.0)) * standard_error(sd, reliability)


def between_people(scores: ArrayLike) -> float:
    """Return the spread of people's mean scores in a sample, for `Scale.sd_between`.

    Args:
        scores: `[R, T]` in score units, one row per person, nan where not answered.

    Returns:
        The standard deviation (n - 1) of the means of those who answered at all, in score units.

    Raises:
        ReattuneError: fewer than two people answered, or all have the same mean.
    """
    means = earlier.own_mean(checked.series(scores)).ravel()
    found = earlier.own_sd(means, 2)
    if np.isnan(found[0]):
        message = _("The spread between people needs two people or more with different mean scores; give more people.")
        raise ReattuneError(message)
    return float(found[0])
