"""The rule of the next session: some things are better left until the moment itself has been talked over.

Therapists who were asked (Eubanks, Burckell and Goldfried 2018) rated moves that highlight patterns as less effective
in the session in which something happened, and effective in later ones.
"""

from collections.abc import Iterable
from datetime import date


def next_session(episode_day: date, sessions: Iterable[date]) -> date | None:
    """Return the day of the first session after the day of an episode.

    Args:
        episode_day: The day it happened.
        sessions: Days of sessions, in any order. Leave out sessions that did not take place; planned ones may be in.

    Returns:
        The day, or None where no session after it is known.
    """
    return min((day for day in sessions if day > episode_day), default=None)


def is_later(today: date, episode_day: date, sessions: Iterable[date]) -> bool:
    """Return whether the next session after an episode has come: on its own day, and ever after.

    Args:
        today: The day of asking.
        episode_day: The day it happened.
        sessions: Days of sessions, as for `next_session`.

    Returns:
        False where no later session is known.
    """
    first = next_session(episode_day, sessions)
    return first is not None and today >= first
