"""Holding something open: it rests until a day that a person chose, and comes back on that day and not before."""

from datetime import date
from enum import StrEnum
from typing import assert_never

from reattune.language import _


class State(StrEnum):
    """Whether an episode is in view just now; none of the four is better than another."""

    OPEN = "open"
    RESTING_UNTIL = "resting_until"
    BACK_TODAY = "back_today"
    PUT_AWAY = "put_away"


def back_on(hold_until: date | None, not_yet_until: date | None) -> date | None:
    """Return the day on which an episode comes back.

    Args:
        hold_until: "Hold it open until": the day chosen for coming back to it.
        not_yet_until: "Not yet": the day before which it is too early for somebody.

    Returns:
        The later of the two, since neither wish may be cut short by the other; None where nobody gave a day.
    """
    return max((day for day in (hold_until, not_yet_until) if day is not None), default=None)


def due(today: date, hold_until: date | None, not_yet_until: date | None, closed: date | None) -> State:
    """Return whether an episode is in view on a day.

    It rests before the day of `back_on`, is back on that very day, and is open after it and where no day was given.
    Putting it away goes before all of these, from the day of doing so: what was put away does not come back by itself.

    Args:
        today: The day of asking.
        hold_until: The day chosen for coming back to it.
        not_yet_until: The day before which it is too early.
        closed: The day it was put away.

    Returns:
        The state; the same for the same days, whatever was asked before.
    """
    if closed is not None and closed <= today:
        return State.PUT_AWAY
    back = back_on(hold_until, not_yet_until)
    if back is None or back < today:
        return State.OPEN
    return State.BACK_TODAY if back == today else State.RESTING_UNTIL


def words(state: State, back: date | None = None) -> str:
    """Return how a state is told.

    Args:
        state: The state.
        back: The day it comes back, said where it rests.

    Returns:
        A sentence that asks for nothing.
    """
    match state:
        case State.OPEN:
            return _("Open. An open line is as good as a mended one.")
        case State.RESTING_UNTIL if back is not None:
            return _("Resting until {day}.").format(day=back.isoformat())
        case State.RESTING_UNTIL:
            return _("Resting for now.")
        case State.BACK_TODAY:
            return _("Back today, as was asked. It can rest again if now is not a good time.")
        case State.PUT_AWAY:
            return _("Put away. You can take it up again whenever you like.")
        case other:
            assert_never(other)
