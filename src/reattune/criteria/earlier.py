"""What was known of a series before each of its sessions, and what is known of it as a whole; gaps are passed over."""

import numpy as np

from reattune.criteria.marked import Bools, Floats, Ints

SAME = 1e-9
"""Scores no further apart than this are the same; what is left between them is rounding."""


def counted(values: Floats) -> Ints:
    """Return how many sessions before each were answered, `[..., T]`."""
    answered = ~np.isnan(values)
    return np.cumsum(answered, axis=-1, dtype=np.int64) - answered


def previous(values: Floats) -> Floats:
    """Return the last answer before each session, `[..., T]`; nan where there is none."""
    place = np.where(np.isnan(values), -1, np.arange(values.shape[-1]))
    last = _shifted(np.maximum.accumulate(place, axis=-1), -1)
    found = np.take_along_axis(values, np.maximum(last, 0), axis=-1)
    return np.where(last >= 0, found, np.nan)


def highest(values: Floats) -> Floats:
    """Return the highest answer before each session, `[..., T]`; nan where there is none."""
    return _shifted(np.fmax.accumulate(values, axis=-1), np.nan)


def mean(values: Floats) -> Floats:
    """Return the mean of the answers before each session, `[..., T]`; nan where there is none."""
    start = _start(values)
    total, count = _before(np.nan_to_num(values - start)), counted(values)
    return start + _over(total, count, count > 0)


def sd(values: Floats, fewest: int) -> Floats:
    """Return the standard deviation of the answers before each session.

    Args:
        values: `[..., T]`.
        fewest: how many answers there must be, at least 2.

    Returns:
        `[..., T]`; nan where there are fewer, or where they are all the same.
    """
    centred, count = np.nan_to_num(values - _start(values)), counted(values)
    total, squares = _before(centred), _before(centred**2)
    enough = count >= fewest
    variance = np.full(values.shape, np.nan)
    np.divide(squares - total**2 / np.maximum(count, 1), np.maximum(count - 1, 1), out=variance, where=enough)
    return np.sqrt(np.where(_differs(values) & (variance > 0.0), variance, np.nan))


def standardised(values: Floats, fewest: int) -> Floats:
    """Return how far each session is from the mean of the answers before it, in their standard deviations.

    Args:
        values: `[..., T]`.
        fewest: how many answers there must be before a session, at least 2.

    Returns:
        `[..., T]`; nan where not answered, where there are fewer before, or where they are all the same.
    """
    return (values - mean(values)) / sd(values, fewest)


def moving_range(values: Floats, fewest: int) -> Floats:
    """Return the mean absolute change from answer to answer before each session.

    Args:
        values: `[..., T]`.
        fewest: how many answers there must be, at least 2.

    Returns:
        `[..., T]`; nan where there are fewer.
    """
    total, count = _before(np.nan_to_num(np.abs(values - previous(values)))), counted(values)
    return _over(total, count - 1, count >= fewest)


def own_mean(values: Floats) -> Floats:
    """Return the mean of each whole series, `[..., 1]`; nan where nothing was answered."""
    start, count = _start(values), _answered(values)
    total = np.nan_to_num(values - start).sum(axis=-1, keepdims=True)
    return _first(start) + _over(total, count, count > 0)


def own_sd(values: Floats, fewest: int) -> Floats:
    """Return the standard deviation of each whole series.

    Args:
        values: `[..., T]`.
        fewest: how many answers there must be, at least 2.

    Returns:
        `[..., 1]`; nan where there are fewer, or where they are all the same.
    """
    count = _answered(values)
    squares = np.nan_to_num((values - own_mean(values)) ** 2).sum(axis=-1, keepdims=True)
    variance = _over(squares, count - 1, count >= fewest)
    differs = _differs(values, whole=True)
    return np.sqrt(np.where(differs, variance, np.nan))


def own_moving_range(values: Floats, fewest: int) -> Floats:
    """Return the mean absolute change from answer to answer of each whole series.

    Args:
        values: `[..., T]`.
        fewest: how many answers there must be, at least 2.

    Returns:
        `[..., 1]`; nan where there are fewer.
    """
    count = _answered(values)
    total = np.nan_to_num(np.abs(values - previous(values))).sum(axis=-1, keepdims=True)
    return _over(total, count - 1, count >= fewest)


def _over(total: Floats, count: Ints, enough: Bools) -> Floats:
    """Return a total over a count where there is enough, else nan."""
    found: Floats = np.divide(total, count, out=np.full(total.shape, np.nan), where=enough)
    return found


def _shifted(values: np.ndarray, first: float) -> np.ndarray:
    """Return values one session later, with something in the first place."""
    moved = np.full_like(values, first)
    moved[..., 1:] = values[..., :-1]
    return moved


def _before(values: Floats) -> Floats:
    """Return the running sum before each session."""
    return np.cumsum(_shifted(values, 0.0), axis=-1)


def _answered(values: Floats) -> Ints:
    """Return how many sessions of each series were answered, `[..., 1]`."""
    found: Ints = (~np.isnan(values)).sum(axis=-1, keepdims=True, dtype=np.int64)
    return found


def _start(values: Floats) -> Floats:
    """Return the first answer of each series at each of its sessions.

    Sums are taken around it: it is known from the start, and where all answers are the same it leaves exact zeros.
    """
    if not values.shape[-1]:
        return values
    place = np.argmax(~np.isnan(values), axis=-1)[..., None]
    return np.broadcast_to(np.take_along_axis(values, place, axis=-1), values.shape)


def _first(start: Floats) -> Floats:
    """Return the first answer of each series, `[..., 1]`."""
    return start[..., :1] if start.shape[-1] else np.full((*start.shape[:-1], 1), np.nan)


def _differs(values: Floats, *, whole: bool = False) -> Bools:
    """Return whether the answers before each session, or all of each series, are not all the same."""
    other = np.abs(np.nan_to_num(values - _start(values))) > SAME
    if whole:
        found: Bools = np.logical_or.reduce(other, axis=-1, keepdims=True)
        return found
    return np.logical_or.accumulate(_shifted(other, first=False), axis=-1)
