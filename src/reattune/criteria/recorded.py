"""From a statistic to what is said of a series: what is marked, how far it fell, and whether it came back in time."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reattune.criteria import earlier
from reattune.criteria.marked import Bools, Floats, Ints, Marked, State

DIGITS = 9
"""Statistics are rounded to so many places, so that a fall of exactly the cut-off on paper is one in the machine."""


@dataclass(frozen=True, slots=True)
class Return:
    """When a marked fall counts as repaired: at the first later score that reaches `wanted`, `[..., T]`.

    `window` is the number of sessions in which it must come (None: any number, so that it stays open until the end),
    and `beyond` asks for a score above `wanted` and not merely at it.
    """

    wanted: Floats
    window: int | None = None
    beyond: bool = False


def half_way(values: Floats, reference: Floats) -> Return:
    """Return the way back for criteria that publish none, our own choice: half of the fall, with no limit of time."""
    return Return(values + (reference - values) / 2.0)


def record(
    values: Floats,
    reference: Floats,
    statistic: Floats,
    cutoff: float,
    back: Return,
    ended: bool | Bools = False,
) -> Marked:
    """Return what a criterion says, given its statistic.

    Args:
        values: the scores `[..., T]`, higher is better, nan where not answered.
        reference: the score that each session is held against, `[..., T]` in score units.
        statistic: how far from usual each session is, `[..., T]`; nan where the rule has nothing to say.
        cutoff: the statistic at which a session is marked.
        back: when a fall counts as repaired.
        ended: whether each therapy is over, one for all or `[...]`.

    Returns:
        The marks; where nothing is to be said the statistic is -inf.
    """
    said: Floats = np.where(np.isnan(statistic) | np.isnan(values), -np.inf, statistic)
    rounded = np.round(said, DIGITS)
    limit = round(cutoff, DIGITS)
    marked = rounded >= limit
    repaired_at = _repaired_at(values, marked, back)
    return Marked(
        statistic=rounded,
        cutoff=limit,
        marked=marked,
        state=_state(values, marked, repaired_at, back.window, np.asarray(ended)[..., None]),
        repaired_at=repaired_at,
        magnitude=np.where(marked, reference - values, np.nan),
        began=np.where(marked, _began(values), -1),
    )


def nothing(values: Floats, cutoff: float) -> Marked:
    """Return that a criterion has nothing to say of series `[..., T]`."""
    unknown = np.full(values.shape, np.nan)
    return record(values, unknown, unknown, cutoff, Return(unknown))


def _repaired_at(values: Floats, marked: Bools, back: Return) -> Ints:
    """Return the index of the first score in time that reaches what is wanted, or -1."""
    found = np.full(values.shape, -1, dtype=np.int64)
    wanted, sessions = np.round(back.wanted, DIGITS), values.shape[-1]
    scores = np.round(values, DIGITS)
    for session in np.flatnonzero(marked.any(axis=tuple(range(marked.ndim - 1)))):
        last = sessions if back.window is None else min(sessions, session + 1 + back.window)
        later, level = scores[..., session + 1 : last], wanted[..., session, None]
        reached = later > level if back.beyond else later >= level
        if reached.shape[-1]:
            hit = marked[..., session] & reached.any(axis=-1)
            found[..., session] = np.where(hit, session + 1 + reached.argmax(axis=-1), -1)
    return found


def _state(
    values: Floats, marked: Bools, repaired_at: Ints, window: int | None, ended: NDArray[np.bool_]
) -> NDArray[np.int8]:
    """Return the state of every session, as far as the last answer reaches."""
    place = np.arange(values.shape[-1])
    known = np.where(np.isnan(values), -1, place).max(axis=-1, initial=-1, keepdims=True)
    over = np.zeros(values.shape, dtype=bool) if window is None else known >= place + window
    still_open = np.where(ended, State.CENSORED, State.PENDING)
    state = np.where(repaired_at >= 0, State.REPAIRED, np.where(over, State.UNREPAIRED, still_open))
    return np.where(marked, state, State.NONE).astype(np.int8)


def _began(values: Floats) -> Ints:
    """Return the index of the first session of the unbroken decline that ends at each session."""
    place = np.broadcast_to(np.arange(values.shape[-1]), values.shape)
    declines = values < earlier.previous(values)
    answered = ~np.isnan(values)
    steady = np.maximum.accumulate(np.where(answered & ~declines, place, -1), axis=-1)
    # the first answered session after the last that did not decline; a session that did not decline is its own
    starts = np.where(answered & declines, place, values.shape[-1])
    following = np.minimum.accumulate(starts[..., ::-1], axis=-1)[..., ::-1]
    after = np.take_along_axis(following, np.minimum(steady + 1, max(values.shape[-1] - 1, 0)), axis=-1)
    return np.where(declines, after, place).astype(np.int64)
