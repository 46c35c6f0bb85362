"""Where speech on a microphone of one's own begins and ends, to the hundredth of a second.

The network hears in steps of 32 ms; where nobody else is on the channel, its level is finer.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from reattune.model import Role, Spoke

STEP = 0.01
AROUND = 0.10
"""Seconds in which an edge is looked for, before and after where the network heard it."""
OVER, UNDER = 8.0, 35.0
"""Decibels over the channel's floor, and under its loud speech: the louder of both is where speech begins."""
FLOOR, LOUD = 10, 90


def fine(spoke: Sequence[Spoke], levels: Mapping[Role, NDArray[np.floating]]) -> tuple[Spoke, ...]:
    """Return runs of speech with their edges moved to where the speaker's own channel becomes loud and quiet.

    Args:
        spoke: runs of speech.
        levels: the level of each person's own microphone every 10 ms, in decibels.

    Returns:
        The runs; an edge stays where it is if the level does not plainly pass from quiet to loud around it.
    """
    limits = {role: _limit(level) for role, level in levels.items() if len(level)}
    return tuple(
        _moved(one, levels[one.role], limits[one.role]) if one.role is not None and one.role in limits else one
        for one in spoke
    )


def _limit(level: NDArray[np.floating]) -> float:
    floor = float(np.percentile(level, FLOOR))
    heard = level[level > floor + OVER]
    return max(floor + OVER, float(np.percentile(heard, LOUD)) - UNDER) if len(heard) else floor + OVER


def _moved(one: Spoke, level: NDArray[np.floating], limit: float) -> Spoke:
    start, end = one.start, one.end
    at, there = _near(start, level, limit)
    if len(there) and not there[0] and there.any():
        start = (at + int(np.argmax(there))) * STEP
    at, there = _near(end, level, limit)
    if len(there) and not there[-1] and there.any():
        end = (at + len(there) - int(np.argmax(there[::-1]))) * STEP
    return Spoke(start, end, one.role) if end > start else one


def _near(edge: float, level: NDArray[np.floating], limit: float) -> tuple[int, NDArray[np.bool_]]:
    first = max(0, round((edge - AROUND) / STEP))
    return first, level[first : round((edge + AROUND) / STEP)] > limit
