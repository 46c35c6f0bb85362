"""Your own pattern: what the therapist moved, cancelled or took off. Context, seen by the therapist alone."""

from collections.abc import Iterator
from datetime import date

from reattune.model import BreakBy, Initiator, OwnAct, Relationship, Session, SessionKind
from reattune.streams.known import CANCELLATIONS, move_known, mover, outcome_known, was_moved


def own_acts(relationship: Relationship, until: date) -> tuple[OwnAct, ...]:
    """Return what the therapist did to the frame, as far as it was known by `until`, in order."""
    started = relationship.started
    acts = [act for session in relationship.sessions for act in _acts(session)]
    acts += [
        OwnAct(each.start, each.agreed or each.start, "break", each.source, each.end)
        for each in relationship.frame.breaks
        if each.by is BreakBy.THERAPIST
    ]
    kept = (act for act in acts if act.known_at <= until and (started is None or (act.until or act.at) >= started))
    return tuple(sorted(kept, key=lambda act: (act.at, act.known_at, act.kind, act.source)))


def _acts(session: Session) -> Iterator[OwnAct]:
    day = session.slot.date()
    if was_moved(session) and mover(session) is Initiator.THERAPIST:
        yield OwnAct(day, move_known(session), "moved", session.source)
    if session.kind is SessionKind.THERAPIST_UNAVAILABLE:
        yield OwnAct(day, outcome_known(session), "unavailable", session.source)
    elif session.kind in CANCELLATIONS and session.initiated_by is Initiator.THERAPIST:
        yield OwnAct(day, outcome_known(session), "cancelled", session.source)
