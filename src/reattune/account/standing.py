"""How a noticing stands: its direction, what it adds to, and what the therapist made of it."""

from reattune.account.told import Told
from reattune.charts import day
from reattune.language import _
from reattune.model import Direction, Verdict


def direction_words(direction: Direction) -> str:
    """Return a direction as people would say it."""
    match direction:
        case Direction.AWAY:
            return _("away")
        case Direction.AGAINST:
            return _("against")
        case Direction.ATTUNED:
            return _("being met")
        case Direction.CHANGED:
            return _("changed")


def added_words(one: Told) -> str:
    """Return that a noticing adds to an open one, where it does."""
    first = one.noticing.adds_to
    return "" if first is None else _("This adds to what came up on {day}.").format(day=day(first))


def verdict_words(verdict: Verdict | None) -> str:
    """Return what the therapist made of a noticing, in words."""
    match verdict:
        case Verdict.ORDINARY:
            return _("You have called this ordinary.")
        case Verdict.TALKED:
            return _("You have talked about this.")
        case Verdict.LATER:
            return _("You wanted to look at this later.")
        case None:
            return ""
