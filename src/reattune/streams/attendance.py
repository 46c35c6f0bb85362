"""What became of each agreed slot: five outcomes, never pooled."""

from reattune.language import plural
from reattune.model import Direction, Initiator, Observation, Outcomes, Series, Session, SessionKind
from reattune.streams.known import CANCELLATIONS, HELD, NOT_THE_CLIENT, notice, outcome_known, was_moved
from reattune.streams.reasons import weigh
from reattune.streams.registry import Found, Stream
from reattune.streams.ticks import Tick, View

NAME = "attendance"
LABELS = ("attended", "late", "cancelled", "cancelled_short_notice", "did_not_attend")
ATTENDED, LATE, CANCELLED, SHORT_NOTICE, ABSENT = range(5)
PATTERN = Outcomes(
    labels=LABELS,
    # Reattune's own default, not a finding; the others' rows replace it as soon as there are enough of them.
    mean=((0.80, 0.05, 0.08, 0.04, 0.03),),
    strength=12.0,
    changes=(
        (LATE, Direction.AWAY),
        (CANCELLED, Direction.AWAY),
        (SHORT_NOTICE, Direction.AWAY),
        (ABSENT, Direction.AWAY),
        (ATTENDED, Direction.ATTUNED),
    ),
    factors=(2.0, 4.0, 8.0, 32.0),
    # No-shows went with less change, cancellations did not (Xiao et al. 2017, field reference, verified): where all
    # outcomes shift together, lateness and cancelling in time shift by the square root.
    together=(1.0, 0.5, 0.5, 1.0, 1.0),
)


def observe(view: View) -> Found:
    """Return the outcomes of the agreed slots, as far as they were the client's to have been otherwise."""
    seen = tuple(one for one in (_seen(tick, view) for tick in view.slots) if one is not None)
    series = Series(NAME, PATTERN, seen)
    return Found((series,), _remarks(view))


def code_of(session: Session, view: View) -> int | None:
    """Return the outcome that a row stands for, or None where it says nothing about the client."""
    code = _plainly(session.kind)
    if session.kind in CANCELLATIONS:
        if session.initiated_by in NOT_THE_CLIENT:
            return None
        return SHORT_NOTICE if _at_short_notice(session, view) else code
    return code


def _plainly(kind: SessionKind) -> int | None:
    match kind:
        case SessionKind.ATTENDED | SessionKind.LEFT_EARLY:
            return ATTENDED
        case SessionKind.ATTENDED_LATE:
            return LATE
        case SessionKind.CANCELLED:
            return CANCELLED
        case SessionKind.CANCELLED_SHORT_NOTICE:
            return SHORT_NOTICE
        case SessionKind.DID_NOT_ATTEND:
            return ABSENT
        case (
            SessionKind.SCHEDULED
            | SessionKind.RESCHEDULED
            | SessionKind.RESCHEDULED_SHORT_NOTICE
            | SessionKind.SERIES_SLOT_REMOVED
            | SessionKind.NO_LONGER_LISTED
            | SessionKind.THERAPIST_UNAVAILABLE
            | SessionKind.CONFLICT
            | SessionKind.UNMAPPED
        ):
            return None


def _seen(tick: Tick, view: View) -> Observation | None:
    row = tick.outcome
    if row is None or tick.moved_by_other:
        return None
    code = code_of(row, view)
    known = outcome_known(row)
    if code is None or not tick.open_at(known):
        return None
    weight = weigh(
        [one.source for one in (tick.session, row) if one is not None],
        view.relationship.left_out,
        day=tick.day,
        holidays=view.holidays,
        # A reason on a session that was moved and held is the reason for the move.
        stated=None if was_moved(row) and row.kind in HELD else row.stated_reason,
        asked_by_unknown=row.kind in CANCELLATIONS and row.initiated_by is Initiator.UNKNOWN,
        unconfirmed=not row.confirmed,
    )
    return weight.observation(tick.day, known, code, LABELS[code], row.source)


def _at_short_notice(session: Session, view: View) -> bool:
    """Whether both the notice given and the notice agreed are known, and the first is less."""
    version = view.relationship.frame.at(session.slot.date())
    given = notice(session.start, session.changed_at)
    if given is None or version is None or version.notice_hours is None:
        return False
    return given.total_seconds() < version.notice_hours * 3600


def _remarks(view: View) -> tuple[str, ...]:
    known = [
        tick
        for tick in view.slots
        if tick.outcome is not None and tick.counts and outcome_known(tick.outcome) <= view.until
    ]
    early = sum(tick.outcome is not None and tick.outcome.kind is SessionKind.LEFT_EARLY for tick in known)
    joined = sum(tick.outcome is not tick.session for tick in known)
    said = []
    if early:
        said.append(
            plural(
                "{n} session that ended early is counted as attended.",
                "{n} sessions that ended early are counted as attended.",
                early,
            )
        )
    if joined:
        said.append(
            plural(
                "{n} session that was moved is taken together with the row soon after it, as where it went.",
                "{n} sessions that were moved are each taken together with the row soon after, as where they went.",
                joined,
            )
        )
    return tuple(said)


STREAM = Stream(family=NAME, observe=observe)
