"""The last sessions as one short line of signs, for a terminal."""

from datetime import date

from reattune.charts.marks import SYMBOLS, Shape, shape_of
from reattune.charts.slots import agreed_slots
from reattune.model import Initiator, Relationship, Session


def strip(relationship: Relationship, as_of: date, last: int = 12) -> str:
    """Draw the last sessions up to a day, oldest first, one sign each.

    Args:
        relationship: Whose.
        as_of: Slots after this day are left out.
        last: How many slots to show at most.

    Returns:
        The signs; the meaning of each is `legend`'s.
    """
    past = agreed_slots(relationship, date.min, as_of)
    return "".join(SYMBOLS[strip_shape(one)] for one in past[-last:])


def strip_shape(session: Session) -> Shape:
    """Return the one shape a session has where there is room for one only: a move that was kept counts as moved."""
    shape = shape_of(session)
    if session.moved and shape is Shape.ATTENDED:
        return Shape.YOURS if session.moved_by is Initiator.THERAPIST else Shape.MOVED
    return shape
