"""How attention is shared out: directions, streams and detectors. Data, fixed before anything is seen."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from reattune.model import Direction

DIRECTIONS: Mapping[Direction, float] = {
    Direction.AWAY: 0.4,
    Direction.AGAINST: 0.2,
    Direction.ATTUNED: 0.4,
    Direction.CHANGED: 0.2,
}
"""Relative shares; those of directions that no stream speaks to are shared among the others."""

LASTING = 0.65
ONE_SESSION = 0.35
"""Within one stream: memory for a lasting change, and one odd session."""

AVERAGE = 0.1
PRODUCT = 0.6
"""Of a direction with two or more active streams: several weak streams at once, averaged or multiplied."""

Floats = NDArray[np.float64]


def direction_shares(speaks: NDArray[np.bool_], order: Sequence[Direction]) -> Floats:
    """Return each direction's share of attention.

    Args:
        speaks: `[D, R]`, whether any active stream speaks to the direction.
        order: the `D` directions.

    Returns:
        `[D, R]`, summing to 1 over directions (to 0 where none speaks).
    """
    raw = np.array([DIRECTIONS[direction] for direction in order])[:, None] * speaks
    total = raw.sum(axis=0)
    shares: Floats = np.divide(raw, total, out=np.zeros_like(raw), where=total > 0)
    return shares
