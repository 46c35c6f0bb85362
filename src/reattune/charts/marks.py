"""What became of a session, as a shape and in words: meaning never rests on colour."""

from enum import StrEnum
from typing import assert_never

from reattune.language import _
from reattune.model import Initiator, Session, SessionKind


class Shape(StrEnum):
    """The shapes a session can be drawn with; kinds that must not be pooled have shapes of their own."""

    ATTENDED = "attended"
    LATE = "late"
    LEFT_EARLY = "left_early"
    CANCELLED = "cancelled"
    SHORT_NOTICE = "short_notice"
    ABSENT = "absent"
    MOVED = "moved"
    YOURS = "yours"
    UNKNOWN = "unknown"


SYMBOLS = {
    Shape.ATTENDED: "·",
    Shape.LATE: "~",
    Shape.LEFT_EARLY: "‹",
    Shape.CANCELLED: "○",
    Shape.SHORT_NOTICE: "◐",
    Shape.ABSENT: "×",
    Shape.MOVED: "→",
    Shape.YOURS: "◇",
    Shape.UNKNOWN: "–",
}


def shape_of(session: Session) -> Shape:  # noqa: PLR0911 - one way out per kind
    """Return the shape of what became of a slot, whether or not it was moved.

    Args:
        session: The slot.

    Returns:
        The outcome's shape; `MOVED` only where the outcome at the new time is not recorded.
    """
    match session.kind:
        case SessionKind.ATTENDED:
            return Shape.ATTENDED
        case SessionKind.ATTENDED_LATE:
            return Shape.LATE
        case SessionKind.LEFT_EARLY:
            return Shape.LEFT_EARLY
        case SessionKind.CANCELLED | SessionKind.CANCELLED_SHORT_NOTICE:
            return _cancelled(session)
        case SessionKind.DID_NOT_ATTEND:
            return Shape.ABSENT
        case SessionKind.RESCHEDULED | SessionKind.RESCHEDULED_SHORT_NOTICE:
            return Shape.YOURS if session.initiated_by is Initiator.THERAPIST else Shape.MOVED
        case SessionKind.THERAPIST_UNAVAILABLE:
            return Shape.YOURS
        case (
            SessionKind.SCHEDULED
            | SessionKind.SERIES_SLOT_REMOVED
            | SessionKind.NO_LONGER_LISTED
            | SessionKind.CONFLICT
            | SessionKind.UNMAPPED
        ):
            return Shape.UNKNOWN
        case other:
            assert_never(other)


def _cancelled(session: Session) -> Shape:
    if session.initiated_by is Initiator.THERAPIST:
        return Shape.YOURS
    return Shape.SHORT_NOTICE if session.kind is SessionKind.CANCELLED_SHORT_NOTICE else Shape.CANCELLED


def legend(shape: Shape) -> str:  # noqa: PLR0911 - one way out per kind
    """Return the words for a shape, as a legend names it."""
    match shape:
        case Shape.ATTENDED:
            return _("attended")
        case Shape.LATE:
            return _("attended late")
        case Shape.LEFT_EARLY:
            return _("left early")
        case Shape.CANCELLED:
            return _("cancelled")
        case Shape.SHORT_NOTICE:
            return _("cancelled at short notice")
        case Shape.ABSENT:
            return _("did not attend")
        case Shape.MOVED:
            return _("moved")
        case Shape.YOURS:
            return _("changed by you")
        case Shape.UNKNOWN:
            return _("outcome not recorded")
        case other:
            assert_never(other)


def spoken_shape(session: Session) -> str:  # noqa: PLR0911 - one way out per kind
    """Return what became of a session in words, with the source's own word where none of ours fits."""
    match session.kind:
        case SessionKind.THERAPIST_UNAVAILABLE:
            return _("you were away")
        case SessionKind.CANCELLED | SessionKind.CANCELLED_SHORT_NOTICE:
            return _whose_cancelling(session)
        case SessionKind.RESCHEDULED | SessionKind.RESCHEDULED_SHORT_NOTICE:
            return _("moved")
        case SessionKind.SCHEDULED:
            return _("planned; what happened is not recorded")
        case SessionKind.SERIES_SLOT_REMOVED:
            return _("taken out of the series")
        case SessionKind.NO_LONGER_LISTED:
            return _("no longer listed")
        case SessionKind.CONFLICT:
            return _("two rows disagree")
        case SessionKind.UNMAPPED:
            return _("“{word}”, which Reattune does not know").format(word=session.original_word)
        case SessionKind.ATTENDED | SessionKind.ATTENDED_LATE | SessionKind.LEFT_EARLY | SessionKind.DID_NOT_ATTEND:
            return legend(shape_of(session))
        case other:
            assert_never(other)


def _whose_cancelling(session: Session) -> str:
    short = session.kind is SessionKind.CANCELLED_SHORT_NOTICE
    match session.initiated_by:
        case Initiator.THERAPIST:
            return _("cancelled by you")
        case Initiator.CLIENT:
            return _("cancelled by the client at short notice") if short else _("cancelled by the client")
        case Initiator.THIRD_PARTY:
            return _("cancelled by someone else")
        case Initiator.UNKNOWN:
            return (
                _("cancelled at short notice, by whom is not recorded")
                if short
                else (_("cancelled, by whom is not recorded"))
            )
        case other:
            assert_never(other)
