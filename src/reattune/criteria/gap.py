"""The rating gap: how much higher the therapist rated a session than the client did, on the same scale."""

import numpy as np
from numpy.typing import ArrayLike

from reattune.criteria import checked, earlier
from reattune.criteria.marked import Bools, Marked, Scale
from reattune.criteria.recorded import half_way, record
from reattune.errors import ReattuneError
from reattune.language import _

FEWEST = 4
"""Earlier gaps that the spread is made of, at the least."""

CUTOFF = 2.0
"""Own standard deviations of the gap; our own choice."""


def rating_gap(
    client: ArrayLike,
    therapist: ArrayLike,
    scale: Scale,
    *,
    cutoff: float = CUTOFF,
    ended: bool | Bools = False,
) -> Marked:
    """Mark the sessions that the therapist rated better than the client by far.

    Args:
        client: `[..., T]` in score units, nan where not answered.
        therapist: the same sessions on the same scale.
        scale: the instrument's, one for both.
        cutoff: the gap, in standard deviations of the earlier gaps.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        The marks. The statistic is the gap (therapist minus client, so that higher is the therapist seeing it better)
        in standard deviations of at least four earlier gaps, `magnitude` is the gap in score units; repaired when it
        has halved.

    Raises:
        ReattuneError: a score is wrong, the cut-off is not above 0, or the two are not of the same sessions.

    Source:
        Moshe-Cohen 2024 (verified: therapist minus client on the same scale, marked when the therapist is higher).
        The cut-off, its unit and the way back are our own choice.
    """
    checked.above_zero("cutoff", cutoff)
    theirs, own = checked.higher_is_better(client, scale), checked.higher_is_better(therapist, scale)
    if theirs.shape != own.shape:
        raise ReattuneError(
            _("Client and therapist have rated {client} and {therapist} sessions; give both for the same ones.").format(
                client=theirs.shape, therapist=own.shape
            )
        )
    closeness = theirs - own
    level = np.zeros(closeness.shape)
    statistic = -closeness / earlier.sd(closeness, FEWEST)
    return record(closeness, level, statistic, cutoff, half_way(closeness, level), ended)
