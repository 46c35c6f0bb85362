"""When each fact about a session could first have been known, and whose act it was.

That a row exists is taken as known; what became of it is not, until the day given here. Nothing is used earlier.
"""

from datetime import date, datetime, timedelta

from reattune.model import Initiator, Session, SessionKind

MOVES = frozenset({SessionKind.RESCHEDULED, SessionKind.RESCHEDULED_SHORT_NOTICE})
CANCELLATIONS = frozenset({SessionKind.CANCELLED, SessionKind.CANCELLED_SHORT_NOTICE})
HELD = frozenset({SessionKind.ATTENDED, SessionKind.ATTENDED_LATE, SessionKind.LEFT_EARLY})
NOT_THE_CLIENT = frozenset({Initiator.THERAPIST, Initiator.THIRD_PARTY})

CHANGED_IS_MOVED = MOVES | HELD | {SessionKind.SCHEDULED}
"""Kinds of which a dated or authored change can only be the move: nothing else about them has an author."""


def was_moved(session: Session) -> bool:
    """Return whether the slot was given up for another time, known or not."""
    return session.moved or session.kind in MOVES


def mover(session: Session) -> Initiator:
    """Return who moved it; `UNKNOWN` where the source does not say."""
    if session.moved_by not in {None, Initiator.UNKNOWN}:
        return session.moved_by or Initiator.UNKNOWN
    return session.initiated_by if session.kind in CHANGED_IS_MOVED else Initiator.UNKNOWN


def move_moment(session: Session) -> datetime | None:
    """Return when the move became known, or None where that is not recorded."""
    if session.moved_at is not None:
        return session.moved_at
    return session.changed_at if session.kind in CHANGED_IS_MOVED else None


def move_known(session: Session) -> date:
    """Return the day on which a move could first have been known."""
    moment = move_moment(session)
    day = min(session.slot, session.start).date() if moment is None else moment.date()
    return _seen(session, day)


def outcome_known(session: Session) -> date:
    """Return the day on which what became of the session could first have been known."""
    day = _settled(session)
    return max(day, move_known(session)) if was_moved(session) else _seen(session, day)


def notice(agreed: datetime, told: datetime | None) -> timedelta | None:
    """Return the notice given, or None where it is not recorded or was only written down afterwards."""
    if told is None or told > agreed:
        return None
    return agreed - told


def _settled(session: Session) -> date:
    changed = None if session.changed_at is None else session.changed_at.date()
    match session.kind:
        case SessionKind.ATTENDED | SessionKind.ATTENDED_LATE | SessionKind.LEFT_EARLY | SessionKind.DID_NOT_ATTEND:
            over = (session.end or session.start).date()
            return over if changed is None else max(over, changed)
        case SessionKind.RESCHEDULED | SessionKind.RESCHEDULED_SHORT_NOTICE:
            return move_known(session)
        case (
            SessionKind.CANCELLED
            | SessionKind.CANCELLED_SHORT_NOTICE
            | SessionKind.SCHEDULED
            | SessionKind.SERIES_SLOT_REMOVED
            | SessionKind.NO_LONGER_LISTED
            | SessionKind.THERAPIST_UNAVAILABLE
            | SessionKind.CONFLICT
            | SessionKind.UNMAPPED
        ):
            return session.start.date() if changed is None else changed


def _seen(session: Session, day: date) -> date:
    """Return `day`, or the first snapshot that showed the row as it is now, where that is later."""
    return day if session.listed_from is None else max(day, session.listed_from)
