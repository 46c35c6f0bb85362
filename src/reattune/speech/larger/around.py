"""A turn among its neighbours: what was said of the turns before and after it, and of its session as a whole."""

import numpy as np
from numpy.typing import NDArray

from reattune.speech.larger.ridge import Line

Numbers = NDArray[np.float64]
AROUND = "around"
REACH = 3
"""How many coded turns to each side count as near."""


def around(scores: Numbers, sessions: NDArray[np.int64]) -> Numbers:
    """Return for each turn its own scores, those before and after it, of those near it, and of all others.

    Args:
        scores: one row for each coded turn, in order within a session; one column for each code.
        sessions: which session each turn is of.
    """
    found = np.zeros((len(scores), 5 * scores.shape[1]))
    for session in np.unique(sessions):
        places = np.flatnonzero(sessions == session)
        found[places] = _of_session(scores[places])
    return found


def smoothed(second: Line, scores: Numbers, sessions: NDArray[np.int64]) -> Numbers:
    """Return scores once neighbours are taken into account."""
    return second.of({AROUND: around(scores, sessions)})


def _of_session(scores: Numbers) -> Numbers:
    many = len(scores)
    mean = scores.mean(axis=0)
    edge = np.repeat(mean[None], REACH, axis=0)
    padded = np.vstack([edge, scores, edge])
    shifted = {step: padded[REACH + step : REACH + step + many] for step in range(-REACH, REACH + 1)}
    near = sum(shifted[step] for step in shifted if step) / (2 * REACH)
    others = (scores.sum(axis=0) - scores) / max(1, many - 1) if many > 1 else np.repeat(mean[None], many, axis=0)
    return np.hstack([scores, shifted[-1], shifted[1], near, others])
