"""What a criterion is given, checked once: a wrong score is said with its place; too little to say is not an error."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from reattune.criteria.marked import Floats, Scale
from reattune.errors import ReattuneError
from reattune.language import _

SLACK = 1e-9
"""Item means are thirds and sevenths; a score this close beyond an end is at the end."""

LAST_SESSION = 10_000
"""A session number above it is a date or an identifier in the wrong column."""


def series(scores: ArrayLike) -> Floats:
    """Return a copy of scores as numbers, nan where a session was not answered.

    Args:
        scores: `[..., T]`, one place per session in order, nan or None where there is no answer.

    Returns:
        The scores `[..., T]`.

    Raises:
        ReattuneError: a score is no number or is infinite, or there is no axis of sessions.
    """
    try:
        found = np.array(scores, dtype=np.float64)
    except (TypeError, ValueError):
        message = _(
            "The scores are not all numbers, or the series differ in length; give one number or nan for each session."
        )
        raise ReattuneError(message) from None
    if found.ndim == 0:
        message = _("One number alone is no series; give one score for each session, in order.")
        raise ReattuneError(message)
    if np.isinf(found).any():
        message = _("The score of {place} is infinite; give a number, or nan where nothing was answered.")
        raise ReattuneError(message.format(place=_place(np.isinf(found))))
    return found


def on_scale(scores: ArrayLike, scale: Scale) -> Floats:
    """Return a copy of scores, each known to lie on its scale.

    Args:
        scores: `[..., T]` in score units, nan or None where there is no answer.
        scale: the instrument's.

    Returns:
        The scores `[..., T]`, neither turned nor cut.

    Raises:
        ReattuneError: as `series`; a score is beyond an end of the scale; or the scale cannot be one.
    """
    check_scale(scale)
    found = series(scores)
    outside = (found < scale.minimum - SLACK) | (found > scale.maximum + SLACK)
    if outside.any():
        message = _(
            "The score of {place} is {score}, beyond the scale of {least} to {most}; correct the score or the scale."
        )
        first = found[tuple(np.argwhere(outside)[0])]
        raise ReattuneError(
            message.format(place=_place(outside), score=f"{first:g}", least=f"{scale.minimum:g}", most=_most(scale))
        )
    return found


def higher_is_better(scores: ArrayLike, scale: Scale) -> Floats:
    """Return a copy of scores on which higher is better, mirrored within the scale's own ends where it is not so.

    Args:
        scores: `[..., T]` in score units, nan or None where there is no answer.
        scale: the instrument's.

    Returns:
        The scores `[..., T]`, in the same units and between the same ends.

    Raises:
        ReattuneError: as `on_scale`.
    """
    found = on_scale(scores, scale)
    return found if scale.higher_is_better else scale.minimum + scale.maximum - found


def check_scale(scale: Scale) -> None:
    """Promise that a scale is one.

    Args:
        scale: the ends, the spread between people (score units) and the reliability.

    Raises:
        ReattuneError: an end is not finite, the ends are in the wrong order, the spread is not above 0, or the
            reliability is not within 0 and below 1.
    """
    if not (np.isfinite(scale.minimum) and np.isfinite(scale.maximum) and scale.minimum < scale.maximum):
        message = _("The scale goes from {least} to {most}; give two finite ends, the lower one first.")
        raise ReattuneError(message.format(least=f"{scale.minimum:g}", most=_most(scale)))
    if scale.sd_between is not None and not 0.0 < scale.sd_between < np.inf:
        message = _("The spread between people (sd_between) is {given}; give a number above 0 in score units, or none.")
        raise ReattuneError(message.format(given=f"{scale.sd_between:g}"))
    if scale.reliability is not None and not 0.0 <= scale.reliability < 1.0:
        message = _("The reliability of the scale is {given}; give a number from 0 to below 1, or none.")
        raise ReattuneError(message.format(given=f"{scale.reliability:g}"))


def above_zero(name: str, number: float) -> float:
    """Return a setting that must be above 0.

    Args:
        name: what the setting is called.
        number: its value.

    Returns:
        The value.

    Raises:
        ReattuneError: it is not above 0 and finite.
    """
    if not 0.0 < number < np.inf:
        message = _("{name} is {given}; give a number above 0.")
        raise ReattuneError(message.format(name=name, given=f"{number:g}"))
    return number


def from_rows(rows: Iterable[tuple[int, str, float | None]]) -> Floats:
    """Return the series of one person from rows of session number, instrument and score.

    Args:
        rows: session numbers from 1, rising; the instrument's name; the score in its units, None if not answered.

    Returns:
        Scores `[T]`, session number n at index n - 1, nan for sessions without a row or an answer.

    Raises:
        ReattuneError: the sessions are not in order, one comes twice or is no session number, the instrument
            changes, or a score is no finite number.
    """
    found: list[tuple[int, float]] = []
    instrument = None
    for number, (session, name, score) in enumerate(rows, 1):
        instrument = name if instrument is None else instrument
        _check_row(number, session, found[-1][0] if found else 0)
        if name != instrument:
            message = _("Row {row} is of {other}, the rows before it of {first}; give one instrument at a time.")
            raise ReattuneError(message.format(row=number, other=name, first=instrument))
        found.append((session, np.nan if score is None else _number(number, score)))
    scores = np.full(found[-1][0] if found else 0, np.nan)
    for session, value in found:
        scores[session - 1] = value
    return series(scores)


def _check_row(number: int, session: int, before: int) -> None:
    """Promise that a session number is one, and comes after the one before."""
    if isinstance(session, bool) or not isinstance(session, (int, np.integer)) or not 1 <= session <= LAST_SESSION:
        message = _("Row {row} is of session {session}; number the sessions 1, 2, 3 and so on.")
        raise ReattuneError(message.format(row=number, session=session))
    if session == before:
        message = _("Row {row} is of session {session}, as is the row before it; keep one score for each session.")
        raise ReattuneError(message.format(row=number, session=session))
    if session < before:
        message = _("Row {row} is of session {session} but comes after session {before}; sort the rows by session.")
        raise ReattuneError(message.format(row=number, session=session, before=before))


def _number(row: int, score: float) -> float:
    """Return a score as a number."""
    try:
        found = float(score)
    except (TypeError, ValueError):
        found = np.inf
    if np.isinf(found):
        message = _("The score in row {row} is {score}, which is no number; correct it, or leave it empty.")
        raise ReattuneError(message.format(row=row, score=repr(score)))
    return found


def _place(wrong: np.ndarray) -> str:
    """Return the first wrong place in words."""
    *rest, session = (int(one) for one in np.argwhere(wrong)[0])
    if not rest:
        return _("session {session}").format(session=session + 1)
    where = ", ".join(str(one + 1) for one in rest)
    return _("series {series}, session {session}").format(series=where, session=session + 1)


def _most(scale: Scale) -> str:
    """Return the upper end of a scale in words."""
    return f"{scale.maximum:g}"
