"""Planted shapes, in own standard deviations: what is added to a person's level from the onset on."""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from reattune.synthetic.limits import whole

Floats = NDArray[np.float64]


class Shape(StrEnum):
    """The shapes that can be planted in a series of ratings."""

    DIP = "dip"
    """One session lower, then as before."""
    V = "v"
    """Three sessions: half way down, down, half way back."""
    LASTING = "lasting"
    """Lower from the onset to the end."""
    SLIDE = "slide"
    """Down by an equal step over eight sessions, then lower to the end."""
    REPAIRED = "repaired"
    """Lower, and after `length` sessions as before."""
    DEEPENED = "deepened"
    """Lower, and after `length` sessions higher than before by half as much."""


SLIDING = 8
"""Sessions over which a slow slide goes all the way."""


def planted(shape: Shape, size: float, onset: int, sessions: int, length: int = 4) -> Floats:
    """Return what is added to the level `[T]`, in own standard deviations.

    Args:
        shape: the shape of the change.
        size: how far down at most (a negative size is a rise).
        onset: the first changed session, from 0.
        sessions: the number of sessions `T`.
        length: sessions until repair, for the shapes that end.

    Raises:
        ReattuneError: the onset lies outside the sessions, or a number is not possible.
    """
    whole("The number of sessions", sessions, 1)
    whole("The onset (the first changed session, from 0)", onset, 0, sessions - 1)
    whole("The number of sessions until repair", length, 1)
    since = np.arange(sessions) - onset
    begun = since >= 0
    match shape:
        case Shape.DIP:
            depth = since == 0
        case Shape.V:
            depth = np.where(since == 1, 1.0, np.where((since == 0) | (since == 2), 0.5, 0.0))  # noqa: PLR2004
        case Shape.LASTING:
            depth = begun
        case Shape.SLIDE:
            depth = np.clip((since + 1) / SLIDING, 0.0, 1.0)
        case Shape.REPAIRED:
            depth = begun & (since < length)
        case Shape.DEEPENED:
            depth = np.where(begun, np.where(since < length, 1.0, -0.5), 0.0)
    added: Floats = -size * np.asarray(depth, dtype=np.float64)
    return added
