"""Which other episodes may be offered as similar: the person decides what is like what, never the software."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reattune.language import _
from reattune.repair.episode import Record
from reattune.repair.timing import is_later, next_session


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether something is offered today, why in a sentence, and where it is not the day from which it is, if known."""

    allowed: bool
    reason: str
    from_day: date | None = None


def may_link(today: date, episode_day: date, sessions: Iterable[date]) -> Decision:
    """Return whether linking an episode to others is offered: from the next session after its day on.

    Args:
        today: The day of asking.
        episode_day: The day it happened.
        sessions: Days of sessions. Leave out sessions that did not take place; planned ones may be in.

    Returns:
        The decision with its reason.
    """
    days = tuple(sessions)
    if is_later(today, episode_day, days):
        return Decision(
            True, _("You may link it to earlier moments, if you see a likeness. It can just as well stand alone.")
        )
    reason = _(
        "Offered from the next session on: therapists who were asked found it more helpful to stay with the moment "
        "first."
    )
    return Decision(False, reason, next_session(episode_day, days))


def earlier(record: Record, records: Iterable[Record]) -> tuple[Record, ...]:
    """Return the episodes of earlier days, newest first, without a word about how alike they are.

    Args:
        record: The episode to be linked.
        records: Episodes of the same relationship, in any order; the episode itself may be among them.

    Returns:
        All of an earlier day, also those put away; on the same day by id, so that the order is always the same.
    """
    before = sorted((each for each in records if each.day < record.day and each.id != record.id), key=lambda it: it.id)
    return tuple(sorted(before, key=lambda each: each.day, reverse=True))
