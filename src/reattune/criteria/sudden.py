"""Sudden losses and gains between two sessions: large, large for the score, and large against those around them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from reattune.criteria import checked
from reattune.criteria.marked import Bools, Criterion, Floats, Marked, Scale, Status
from reattune.criteria.recorded import DIGITS, Return, record
from reattune.criteria.reliable import reliable_change
from reattune.criteria.spread import known
from reattune.errors import ReattuneError
from reattune.language import _

CRITICAL = np.array([np.nan, np.nan, 4.303, 3.182, 2.776])
"""Two-sided 5 % points of Student's t by degrees of freedom (2, 3, 4), to the digits of the published rule."""

AROUND = 3
"""Sessions on either side that the third criterion looks at."""

SHARE = 0.25


@dataclass(frozen=True, slots=True)
class _Around:
    """Answers around a change: how many, their mean, and the sum of squares around it, each `[..., T]`."""

    count: Floats
    mean: Floats
    squares: Floats


def sudden_losses(
    scores: ArrayLike, scale: Scale, cutoff: float, *, share: float | None = SHARE, ended: bool | Bools = False
) -> Marked:
    """Mark the sessions before which a score suddenly got worse.

    Args:
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's.
        cutoff: criterion 1, the change from one session to the next in score units.
        share: criterion 2, the change as a share of the score before it; None leaves it out, as it should be where good
            scores are high numbers near the top.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        The marks at the first session after the change. The statistic is the change in score units where criteria 2
        and 3 hold. Repaired is what the authors call reversed: a later score beyond half of the change.

    Raises:
        ReattuneError: a score is wrong, the cut-off is not above 0, or the share is none.

    Source:
        Tang & DeRubeis 1999, mirrored (Lutz 2013); exact rule verified in the package suddengains (MIT, 0.7.2).
    """
    return _sudden(scores, scale, cutoff, share, ended, better=False)


def sudden_gains(
    scores: ArrayLike, scale: Scale, cutoff: float, *, share: float | None = SHARE, ended: bool | Bools = False
) -> Marked:
    """Mark the sessions before which a score suddenly got better.

    Args:
        scores: `[..., T]` in score units, nan where not answered.
        scale: the instrument's.
        cutoff: criterion 1, the change from one session to the next in score units.
        share: criterion 2, the change as a share of the score before it; None leaves it out.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        As `sudden_losses`, the other way round: `magnitude` is the gain, and repaired means that it was lost again.

    Raises:
        ReattuneError: a score is wrong, the cut-off is not above 0, or the share is none.

    Source:
        As `sudden_losses`; for a score that is good when low it is the rule as first published.
    """
    return _sudden(scores, scale, cutoff, share, ended, better=True)


def _sudden(
    scores: ArrayLike, scale: Scale, cutoff: float, share: float | None, ended: bool | Bools, *, better: bool
) -> Marked:
    """Return the marks for changes in one direction."""
    checked.above_zero("cutoff", cutoff)
    if share is not None and not 0.0 < share <= 1.0:
        raise ReattuneError(
            _("share is {given}; give a share above 0 and up to 1, or none.").format(given=f"{share:g}")
        )
    numbers = checked.on_scale(scores, scale)
    falling = scale.higher_is_better is not better
    values = numbers if falling else -numbers
    before = _moved(values, 1)
    holds = _stands_out(values)
    if share is not None:
        # a share of the number itself, whichever way it changes: a rise is held against +share too
        holds &= np.round(before - values - share * _moved(numbers, 1), DIGITS) >= 0.0
    holds &= np.arange(values.shape[-1]) > 1
    back = Return(values + (before - values) / 2.0, beyond=True)
    return record(values, before, np.where(holds, before - values, -np.inf), cutoff, back, ended)


def _stands_out(values: Floats) -> Bools:
    """Return whether criterion 3 holds at each session: three sessions up to the last against three from here."""
    pre = _around([_moved(values, lag) for lag in range(1, AROUND + 1)])
    post = _around([_moved(values, -lag) for lag in range(AROUND)])
    enough = (pre.count >= 2) & (post.count >= 2)  # noqa: PLR2004 -- a spread needs two
    freedom = np.where(enough, pre.count + post.count - 2.0, 2.0)
    spread = np.sqrt((pre.squares + post.squares) / freedom)
    limit = CRITICAL[freedom.astype(np.int64)] * spread
    found: Bools = enough & (np.round(pre.mean - post.mean - limit, DIGITS) > 0.0)
    return found


def _around(sessions: list[Floats]) -> _Around:
    """Return the answers among some sessions, summed up."""
    together = np.stack(sessions)
    count = (~np.isnan(together)).sum(axis=0).astype(np.float64)
    mean = np.nan_to_num(together).sum(axis=0) / np.maximum(count, 1.0)
    return _Around(count, mean, np.nan_to_num((together - mean) ** 2).sum(axis=0))


def _moved(values: Floats, lag: int) -> Floats:
    """Return the value `lag` sessions earlier (negative: later) at each session, nan where there is none."""
    moved, sessions = np.full(values.shape, np.nan), values.shape[-1]
    if abs(lag) >= sessions:
        return moved
    if lag >= 0:
        moved[..., lag:] = values[..., : sessions - lag]
    else:
        moved[..., :lag] = values[..., -lag:]
    return moved


def _losses_by_reliable_change(scores: ArrayLike, scale: Scale, ended: bool | Bools = False) -> Marked:
    """Mark sudden losses of at least a reliable change, without criterion 2."""
    return sudden_losses(scores, scale, _cutoff(scale), share=None, ended=ended)


def _losses_with_share(scores: ArrayLike, scale: Scale, ended: bool | Bools = False) -> Marked:
    """Mark sudden losses of at least a reliable change, with all three criteria."""
    return sudden_losses(scores, scale, _cutoff(scale), ended=ended)


def _cutoff(scale: Scale) -> float:
    """Return the first criterion's cut-off for a scale."""
    checked.check_scale(scale)
    return reliable_change(known(scale, "sd_between"), known(scale, "reliability"))


_CITATION = "Tang & DeRubeis 1999, mirrored (Lutz 2013); rule as in the package suddengains 0.7.2"
_NOTE = (
    "Criterion 3 has no sqrt(1/n1 + 1/n2), as in the reference package, and needs two answers on either side. Which"
    " cut-off suits an alliance score is not known; a reliable change is what the package offers."
)

CRITERIA = (
    Criterion(
        name="sudden-loss",
        said="a sudden fall that stands out against the three sessions before and after",
        parameters="criterion 1: 1.96 x standard error of a difference; criterion 2 left out, because a quarter of a"
        " high score is far too much near the top of a scale; criterion 3: t of 2.776 / 3.182 / 4.303",
        citation=_CITATION,
        status=Status.VERIFIED,
        note=_NOTE,
        fewest=4,
        mark=_losses_by_reliable_change,
        needs=("sd_between", "reliability"),
    ),
    Criterion(
        name="sudden-loss-three-criteria",
        said="a sudden fall of a quarter of the score or more that stands out against the sessions before and after",
        parameters="criterion 1: 1.96 x standard error of a difference; criterion 2: 25 % of the score before;"
        " criterion 3: t of 2.776 / 3.182 / 4.303",
        citation=_CITATION,
        status=Status.VERIFIED,
        note=_NOTE,
        fewest=4,
        mark=_losses_with_share,
        needs=("sd_between", "reliability"),
    ),
)
"""Sudden losses with and without the second criterion."""
