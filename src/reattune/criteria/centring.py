"""Within- and between-person parts of scores, for multilevel models elsewhere."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from reattune.criteria import checked, earlier
from reattune.criteria.marked import Floats


@dataclass(frozen=True, slots=True)
class Centred:
    """Scores taken apart, in score units, `[R, T]` but for `grand_mean`; nan where not known.

    `score = grand_mean + between + within`. `score_before` and `within_before` are those of the session before
    (T - 1, not the last one answered), for predicting a session from the one before it.
    """

    score: Floats
    grand_mean: float
    between: Floats
    within: Floats
    score_before: Floats
    within_before: Floats


def centred(scores: ArrayLike) -> Centred:
    """Return the within-person and between-person parts of scores, with those of the session before.

    Args:
        scores: `[R, T]` in score units, one row per person, nan where not answered; `[T]` is one person.

    Returns:
        The parts. The person mean is over all their sessions, later ones too: for research, never for a live display.

    Raises:
        ReattuneError: a score is no number.

    Source:
        Multilevel centring: within = score - person mean, between = person mean - grand mean (verified). That the
        grand mean is the mean of person means, each counted once, is our own choice.
    """
    values = checked.series(scores)
    mean = earlier.own_mean(values)
    answered = mean[~np.isnan(mean)]
    grand = float(answered.mean()) if answered.size else float("nan")
    within = values - mean
    between = np.where(np.isnan(values), np.nan, mean - grand)
    return Centred(values, grand, between, within, _before(values), _before(within))


def _before(values: Floats) -> Floats:
    """Return the value of the session before."""
    moved = np.full(values.shape, np.nan)
    moved[..., 1:] = values[..., :-1]
    return moved
