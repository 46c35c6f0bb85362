"""From drawn scores to rows of ratings, one for each person and each session that took place."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reattune.model import Rating, Session, Source, Timing, Voice

Floats = NDArray[np.float64]


def answers(
    codename: str, instrument: str, sessions: Sequence[Session], held: Sequence[bool], scores: dict[Voice, Floats]
) -> tuple[Rating, ...]:
    """Return the rows; a score that is nan was offered and skipped.

    Args:
        codename: whose ratings; they name `CODENAME/ratings.csv`, a file that does not exist, and a row in it.
        instrument: the instrument's id.
        sessions: the sessions `[T]`.
        held: which of them took place.
        scores: for each person who rates, their scores `[T]`.
    """
    found: list[Rating] = []
    listed = {by: own.tolist() for by, own in scores.items()}
    for index, session in enumerate(sessions):
        if held[index]:
            for by, own in listed.items():
                score = own[index]
                found.append(
                    Rating(
                        session_date=session.start.date(),
                        instrument=instrument,
                        by=by,
                        timing=Timing.POST,
                        source=Source(f"{codename}/ratings.csv", str(len(found) + 2)),
                        score=None if math.isnan(score) else round(score, 9),
                    )
                )
    return tuple(found)
