"""The one detector of which most published criteria are settings: a fall from a reference, and the way back."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from reattune.criteria import checked, earlier
from reattune.criteria.marked import Bools, Floats, Marked, Scale
from reattune.criteria.recorded import DIGITS, Return, record
from reattune.criteria.spread import FEWEST_FOR_OWN, Spread, is_causal, unit
from reattune.errors import ReattuneError
from reattune.language import _


class Reference(StrEnum):
    """What a session is held against."""

    PREVIOUS = "prev_available"
    RUNNING_MAX = "running_max"
    MEAN_BEFORE = "mean_before"
    PERSON_MEAN = "person_mean_leave_one_out"
    """The mean of all other sessions, later ones too: never for a live display."""
    LINE = "ols_line"
    """The straight line through the whole series (least squares): never for a live display."""


@dataclass(frozen=True, slots=True)
class Fall:
    """One setting of the detector.

    A session is marked where `reference - score >= k` units of `spread` and, if `proportion` is given, where
    `(reference - score) / reference` is at least that. It is repaired at the first session, within `window` sessions
    (None: any number), whose score is at least `reference - delta` units, or has made good the share `fraction` of the
    fall. One of `delta` and `fraction` is given.
    """

    reference: Reference
    spread: Spread
    k: float
    proportion: float | None = None
    window: int | None = None
    delta: float | None = None
    fraction: float | None = None


def fall(scores: ArrayLike, scale: Scale, rule: Fall, *, ended: bool | Bools = False) -> Marked:
    """Mark the sessions whose score fell far enough below a reference, and say whether it came back in time.

    Args:
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's; where lower is better, scores are mirrored within its ends.
        rule: the setting.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        The marks. The statistic is the fall in units of the spread, the cut-off is k.

    Raises:
        ReattuneError: a score is wrong, the scale lacks what the spread needs, or the rule is none.

    Source:
        The family, Reattune's own summary of the published criteria: no published criterion by itself.
    """
    check(rule)
    values = checked.higher_is_better(scores, scale)
    held_against = reference(values, rule.reference)
    size = unit(values, scale, rule.spread)
    fallen = held_against - values
    statistic = fallen / size
    if rule.proportion is not None:
        far = np.round(fallen - rule.proportion * held_against, DIGITS) >= 0.0
        statistic = np.where(far, statistic, -np.inf)
    if rule.delta is not None:
        wanted = held_against - rule.delta * size
    else:
        assert rule.fraction is not None
        wanted = values + rule.fraction * fallen
    return record(values, held_against, statistic, rule.k, Return(wanted, rule.window), ended)


def reference(values: Floats, which: Reference) -> Floats:
    """Return what each session is held against.

    Args:
        values: `[..., T]` in score units, higher is better, nan where not answered.
        which: the kind of reference.

    Returns:
        `[..., T]` in score units, nan where there is none.
    """
    match which:
        case Reference.PREVIOUS:
            return earlier.previous(values)
        case Reference.RUNNING_MAX:
            return earlier.highest(values)
        case Reference.MEAN_BEFORE:
            return earlier.mean(values)
        case Reference.PERSON_MEAN:
            return _mean_of_others(values)
        case Reference.LINE:
            return _line(values)


def causal(rule: Fall) -> bool:
    """Return whether the statistic of a session does not depend on later ones."""
    return is_causal(rule.spread) and rule.reference not in {Reference.PERSON_MEAN, Reference.LINE}


def fewest(rule: Fall) -> int:
    """Return the number of answered sessions below which a setting has nothing to say."""
    return 2 if is_causal(rule.spread) and rule.reference is not Reference.LINE else FEWEST_FOR_OWN


def check(rule: Fall) -> None:
    """Promise that a setting is one.

    Args:
        rule: the setting.

    Raises:
        ReattuneError: a number is out of its range, or not exactly one of `delta` and `fraction` is given.
    """
    checked.above_zero("k", rule.k)
    if (rule.delta is None) == (rule.fraction is None):
        raise ReattuneError(_("A rule needs one way back; give either delta or fraction, not both."))
    if rule.delta is not None and not 0.0 <= rule.delta < np.inf:
        raise ReattuneError(_("delta is {given}; give a number from 0.").format(given=f"{rule.delta:g}"))
    for name, share in (("proportion", rule.proportion), ("fraction", rule.fraction)):
        if share is not None and not 0.0 < share <= 1.0:
            message = _("{name} is {given}; give a share above 0 and up to 1.")
            raise ReattuneError(message.format(name=name, given=f"{share:g}"))
    if rule.window is not None and rule.window < 1:
        message = _("The window is {given} sessions; give 1 or more, or none for any number.")
        raise ReattuneError(message.format(given=rule.window))


def _mean_of_others(values: Floats) -> Floats:
    """Return the mean of all other answers."""
    count = (~np.isnan(values)).sum(axis=-1, keepdims=True)
    mean = earlier.own_mean(values)
    others = np.maximum(count - 1, 1)
    return np.where(count > 1, mean + (mean - values) / others, np.nan)


def _line(values: Floats) -> Floats:
    """Return the least-squares line through all answers."""
    answered = ~np.isnan(values)
    place = np.where(answered, np.arange(values.shape[-1], dtype=np.float64), np.nan)
    across, mean = place - earlier.own_mean(place), earlier.own_mean(values)
    steep = np.nan_to_num(across * (values - mean)).sum(axis=-1, keepdims=True)
    wide = np.nan_to_num(across**2).sum(axis=-1, keepdims=True)
    enough = answered.sum(axis=-1, keepdims=True) >= FEWEST_FOR_OWN
    slope: Floats = np.divide(steep, wide, out=np.full(steep.shape, np.nan), where=enough & (wide > 0.0))
    return mean + slope * across
