"""Pairs that never met: series of different dyads together, or one dyad's stretches in another order.

Definition: `shuffle` and `shuffle_segments` of rMEA 1.3.0 (code read; nothing of it is here). A remainder shorter than
a stretch is left out, where rMEA 1.3.0 stops: that is ours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.nonverbal.exact import Floats
from reattune.nonverbal.lagged import Settings, begins, between, pair
from reattune.nonverbal.sides import Side

Dyad = tuple[ArrayLike, ArrayLike]


@dataclass(frozen=True, slots=True)
class Whose:
    """One series of one dyad: `side` 0 is its first series, 1 its second."""

    dyad: int
    side: int


Pairing = tuple[Whose, Whose]


def pairings(dyads: int, *, keep_roles: bool = False, subset: int | None = None, seed: int = 0) -> tuple[Pairing, ...]:
    """Return which series to put together: all pairs of series but the real ones, or some of them drawn by chance.

    Args:
        dyads: how many dyads there are.
        keep_roles: whether a first series is put together with second series only.
        subset: how many to draw; all where None or more than there are.
        seed: what they are drawn from.

    Returns:
        The pairs, in order; of 20 dyads 760, or 380 with roles kept.
    """
    everyone = [Whose(dyad, side) for dyad in range(dyads) for side in (0, 1)]
    if keep_roles:
        found = [(one, two) for one in everyone[::2] for two in everyone[1::2] if one.dyad != two.dyad]
    else:
        found = [(one, two) for one, two in combinations(everyone, 2) if one.dyad != two.dyad]
    if subset is not None and subset < len(found):
        chosen = np.random.default_rng(seed).choice(len(found), subset, replace=False)
        found = [found[index] for index in sorted(chosen.tolist())]
    return tuple(found)


def shuffle(
    dyads: Sequence[Dyad],
    settings: Settings,
    *,
    keep_roles: bool = False,
    subset: int | None = None,
    seed: int = 0,
) -> Iterator[tuple[Pairing, Floats]]:
    """Give the cells of pairs that never met, each trimmed to the shorter series. Status: rMEA 1.3.0, code read.

    Each series is made ready once for all its pairings of the same length.

    Args:
        dyads: first and second series of each dyad, nan where missing.
        settings: how two series are held against each other.
        keep_roles: whether a first series is put together with second series only.
        subset: how many pairs to draw; all where None.
        seed: what they are drawn from.

    Yields:
        Whose series, and the cells `[windows, lags]`.

    Raises:
        ReattuneError: if a pair is too short for one window.
    """
    series = [tuple(np.asarray(side, dtype=np.float64) for side in dyad) for dyad in dyads]
    ready: dict[tuple[Whose, int], Side] = {}

    def made(whose: Whose, samples: int) -> Side:
        if (whose, samples) not in ready:
            values = series[whose.dyad][whose.side][:samples]
            ready[whose, samples] = Side(values, begins(samples, settings), settings.shape)
        return ready[whose, samples]

    for one, two in pairings(len(dyads), keep_roles=keep_roles, subset=subset, seed=seed):
        shorter = min(series[one.dyad][one.side].size, series[two.dyad][two.side].size)
        yield (one, two), between(made(one, shorter), made(two, shorter), settings)


def shuffle_segments(one: ArrayLike, two: ArrayLike, per_second: float, segment: float, seed: int = 0) -> Dyad:
    """Return both series with their stretches in another order, drawn for each alone. Status: rMEA 1.3.0, code read.

    Args:
        one: the first series.
        two: the second, as long.
        per_second: values a second.
        segment: seconds of one stretch.
        seed: what the orders are drawn from.

    Returns:
        Both series, without the remainder that does not fill a stretch.

    Raises:
        ReattuneError: if there are not two stretches.
    """
    first, second = pair(one, two)
    width = round(segment * per_second)
    stretches = first.size // width if width > 0 else 0
    if stretches < 2:  # noqa: PLR2004 - one stretch has no other order
        raise ReattuneError(
            _(
                "{have:.0f} s do not hold two stretches of {segment:g} s to put in another order."
                " Take shorter stretches, or a longer series."
            ).format(have=first.size / per_second, segment=segment)
        )
    drawn = np.random.default_rng(seed)
    rows = (values[: stretches * width].reshape(stretches, width) for values in (first, second))
    mixed, other = (each[drawn.permutation(stretches)].ravel() for each in rows)
    return mixed, other
