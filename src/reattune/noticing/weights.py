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
"""Within one stream of outcomes: memory for a lasting change, and one odd session; evenly over its changes."""

MEMORY: Mapping[Direction, float] = {
    Direction.AWAY: 0.5,
    Direction.AGAINST: 0.5,
    Direction.ATTUNED: 0.8,
    Direction.CHANGED: 0.5,
}
"""Within one stream of scores: memory for a lasting change, by direction; the rest goes to one odd session. More of it
finds more lasting falls and fewer dips (docs/evidence.md); being met is looked for as something that lasts."""
LASTING_SIZES = (0.4, 0.4, 0.2, 0.0)
ONE_SESSION_SIZES = (0.0, 0.5, 0.4, 0.1)
"""How either is shared among the sizes of change (`levels.SHIFTS`)."""

AVERAGE = 0.05
PRODUCT = 0.7
"""Of a direction with two or more active streams: several weak streams at once, averaged or multiplied."""

ORDER = (Direction.AWAY, Direction.AGAINST, Direction.ATTUNED, Direction.CHANGED)
SIZE_WEIGHTS = (0.15, 0.35, 0.35, 0.15)
SIZES = len(SIZE_WEIGHTS)
"""Sizes of change that are looked for, and how the product's attention is shared among them."""

BET = 0.8
"""How far the product bets that each stream has changed; one that has not costs at most a factor `1 - BET`."""

Floats = NDArray[np.float64]


def even(directions: Sequence[Direction]) -> tuple[Floats, Floats]:
    """Return the shares of lasting changes and of one odd session `[A]`, the same for all changes of a direction."""
    each = np.array([1.0 / directions.count(direction) for direction in directions])
    return LASTING * each, ONE_SESSION * each


def sized(directions: Sequence[Direction], sizes: Sequence[int]) -> tuple[Floats, Floats]:
    """Return the same for changes of a level, shared by their size."""
    times = np.array([directions.count(direction) / SIZES for direction in directions])
    memory = np.array([MEMORY[direction] for direction in directions])
    lasting, once = np.array(LASTING_SIZES)[list(sizes)], np.array(ONE_SESSION_SIZES)[list(sizes)]
    return memory * lasting / times, (1.0 - memory) * once / times


def single_share(speaking: NDArray[np.int64]) -> Floats:
    """Return the part of a direction's attention that each single stream's own detectors get.

    Args:
        speaking: `[D, R]`, how many active streams speak to the direction.

    Returns:
        `[D, R]`; what is left goes to the detectors of several streams together, where there are several.
    """
    alone = speaking < 2  # noqa: PLR2004  (several means two)
    share: Floats = np.where(alone, 1.0, 1.0 - AVERAGE - PRODUCT) / np.maximum(speaking, 1)
    return share


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
