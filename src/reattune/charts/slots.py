"""Which slots are drawn: those that were agreed, not a calendar's repetitions inside a break."""

from datetime import date

from reattune.model import Relationship, Session, SessionKind


def agreed_slots(relationship: Relationship, start: date, end: date) -> tuple[Session, ...]:
    """Return the agreed slots between two days, in time order.

    A calendar goes on repeating through a break; such a slot, if nothing is recorded of it, was never agreed.

    Args:
        relationship: Whose.
        start: The first day.
        end: The last day.

    Returns:
        The slots, by the day they were first agreed for.
    """
    breaks = [(one.start, one.end) for one in relationship.frame.breaks]
    found = (
        one
        for one in relationship.sessions
        if start <= one.slot.date() <= end
        and not (one.kind is SessionKind.SCHEDULED and any(first <= one.slot.date() <= last for first, last in breaks))
    )
    return tuple(sorted(found, key=lambda one: (one.slot, one.source)))
