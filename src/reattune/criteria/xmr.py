"""The control chart for single values (XmR): the centre is the mean, the limits come from the mean moving range."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from reattune.criteria import checked, earlier
from reattune.criteria.marked import Bools, Criterion, Floats, Marked, Scale, Status
from reattune.criteria.recorded import half_way, record

D2 = 1.128
"""Expected range of two values from a normal distribution with standard deviation 1, to the digits in use."""

FEWEST = 4
"""Sessions that limits are made from, at the least."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Centre, mean moving range and limits in score units, each `[...]`; nan where there is too little to say."""

    centre: Floats
    moving_range: Floats
    lower: Floats
    upper: Floats


def limits(scores: ArrayLike, *, sigmas: float = 3.0) -> Limits:
    """Return the centre and limits of a chart of all sessions.

    Args:
        scores: `[..., T]` in score units, nan where not answered; changes are taken from answer to answer.
        sigmas: distance of the limits from the centre, in moving ranges / 1.128.

    Returns:
        The chart, one for each series; nan with fewer than four answers.

    Raises:
        ReattuneError: a score is no number, or sigmas is not above 0.

    Source:
        Arithmetic verified (3 / 1.128 is the constant 2.66); Eubanks-Carter, Gorman & Muran 2012, Psychother Res
        22:621-637, propose control charts (verified, abstract).
    """
    values = checked.series(scores)
    checked.above_zero("sigmas", sigmas)
    moving = earlier.own_moving_range(values, FEWEST)[..., 0]
    centre = np.where(np.isnan(moving), np.nan, earlier.own_mean(values)[..., 0])
    reach = sigmas * moving / D2
    return Limits(centre, moving, centre - reach, centre + reach)


def xmr(scores: ArrayLike, scale: Scale, *, sigmas: float = 3.0, ended: bool | Bools = False) -> Marked:
    """Mark the sessions below the lower limit of a chart of all sessions.

    Args:
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's.
        sigmas: distance of the limit from the centre, in moving ranges / 1.128.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        The marks. The statistic is the distance below the centre in moving ranges / 1.128; repaired when half of the
        way to the centre is made good.

    Raises:
        ReattuneError: a score is wrong, or sigmas is not above 0.

    Source:
        As `limits`; only the lower side, a limit reached exactly, and the way back are our own choice.
    """
    values = checked.higher_is_better(scores, scale)
    return _below(values, earlier.own_mean(values), earlier.own_moving_range(values, FEWEST), sigmas, ended)


def xmr_earlier(scores: ArrayLike, scale: Scale, *, sigmas: float = 3.0, ended: bool | Bools = False) -> Marked:
    """Mark the sessions below the lower limit of a chart of the sessions before each.

    Args:
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's.
        sigmas: distance of the limit from the centre, in moving ranges / 1.128.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        As `xmr`, with limits from at least four earlier answers.

    Raises:
        ReattuneError: a score is wrong, or sigmas is not above 0.

    Source:
        As `xmr`; limits from earlier sessions only, so that a dip does not widen its own limits, is a common use of the
        chart (verified by our own computation only).
    """
    values = checked.higher_is_better(scores, scale)
    return _below(values, earlier.mean(values), earlier.moving_range(values, FEWEST), sigmas, ended)


def _below(values: Floats, centre: Floats, moving: Floats, sigmas: float, ended: bool | Bools) -> Marked:
    """Return what is below the lower limit."""
    checked.above_zero("sigmas", sigmas)
    sigma = np.where(moving > earlier.SAME, moving / D2, np.nan)
    centres = np.broadcast_to(centre, values.shape)
    return record(values, centres, (centres - values) / sigma, sigmas, half_way(values, centres), ended)


def _with_all(scores: ArrayLike, scale: Scale, ended: bool | Bools = False) -> Marked:
    """Mark with limits from all sessions at three sigmas."""
    return xmr(scores, scale, ended=ended)


def _with_earlier(scores: ArrayLike, scale: Scale, ended: bool | Bools = False) -> Marked:
    """Mark with limits from earlier sessions at three sigmas."""
    return xmr_earlier(scores, scale, ended=ended)


_CITATION = "Eubanks-Carter, Gorman & Muran 2012, Psychother Res 22:621-637 (families); XmR chart"

CRITERIA = (
    Criterion(
        name="xmr",
        said="a score below the lower limit of a control chart of the whole series",
        parameters="limit = mean - 3 x mean moving range / 1.128 (verified); lower side only, repaired half-way to the"
        " centre at any time (our own choice)",
        citation=_CITATION,
        status=Status.VERIFIED,
        note="Nearly blind in short therapies: a dip widens its own limits.",
        fewest=FEWEST,
        mark=_with_all,
    ),
    Criterion(
        name="xmr-earlier",
        said="a score below the lower limit of a control chart of the sessions before it",
        parameters="limit = mean - 3 x mean moving range / 1.128, both of at least 4 earlier sessions; lower side only,"
        " repaired half-way to the centre at any time (our own choice)",
        citation=_CITATION,
        status=Status.VERIFIED,
        note="The arithmetic is verified; that limits come from earlier sessions only, and from four at least, is our"
        " own choice.",
        fewest=FEWEST + 1,
        mark=_with_earlier,
        causal=True,
    ),
)
"""The chart with limits from all sessions, and from earlier ones only."""
