"""Whether the client asked to move a session, and how long before: four outcomes of a slot that was held or moved."""

from datetime import timedelta

from reattune.model import Direction, Initiator, Observation, Outcomes, Series, Session, SessionKind
from reattune.streams.known import (
    CHANGED_IS_MOVED,
    HELD,
    NOT_THE_CLIENT,
    move_known,
    move_moment,
    mover,
    notice,
    outcome_known,
    was_moved,
)
from reattune.streams.reasons import weigh
from reattune.streams.registry import Found, Stream
from reattune.streams.ticks import Tick, View

NAME = "rescheduling"
LABELS = ("kept", "moved_early", "moved_days", "moved_short")
KEPT, EARLY, DAYS, SHORT = range(4)
LONG_BEFORE = timedelta(days=7)
PATTERN = Outcomes(
    labels=LABELS,
    # Reattune's own default, not a finding.
    mean=((0.90, 0.03, 0.05, 0.02),),
    strength=12.0,
    changes=(
        (EARLY, Direction.AWAY),
        (DAYS, Direction.AWAY),
        (SHORT, Direction.AWAY),
    ),
    factors=(2.0, 4.0, 8.0, 32.0),
)


def observe(view: View) -> Found:
    """Return, for every slot that was held or moved, whether the client asked to move it, and how long before."""
    seen = tuple(one for one in (_seen(tick, view) for tick in view.slots) if one is not None)
    return Found((Series(NAME, PATTERN, seen),))


def _seen(tick: Tick, view: View) -> Observation | None:
    row = tick.session
    if row is None:
        return None
    if not was_moved(row):
        return _observation(tick, view, row, KEPT) if row.kind in HELD else None
    if mover(row) in NOT_THE_CLIENT:
        return None
    return _observation(tick, view, row, _by_notice(row, view))


def _observation(tick: Tick, view: View, row: Session, code: int) -> Observation | None:
    moved = code != KEPT
    known = move_known(row) if moved else outcome_known(row)
    if not tick.open_at(known):
        return None
    weight = weigh(
        (row.source,),
        view.relationship.left_out,
        day=tick.day,
        holidays=view.holidays,
        # A reason on a row whose session was cancelled after the move belongs to the cancellation.
        stated=row.stated_reason if row.kind in CHANGED_IS_MOVED else None,
        asked_by_unknown=moved and mover(row) is Initiator.UNKNOWN,
        unconfirmed=not moved and not row.confirmed,
    )
    return weight.observation(tick.day, known, code, LABELS[code], row.source)


def _by_notice(row: Session, view: View) -> int:
    """Return the outcome for the notice given; the source's own "short notice" stands unless it was a week or more."""
    given = notice(row.slot, move_moment(row))
    if given is not None and given >= LONG_BEFORE:
        return EARLY
    if row.kind is SessionKind.RESCHEDULED_SHORT_NOTICE:
        return SHORT
    version = view.relationship.frame.at(row.slot.date())
    if given is None or version is None or version.notice_hours is None:
        return DAYS
    return SHORT if given < timedelta(hours=version.notice_hours) else DAYS


STREAM = Stream(family=NAME, observe=observe)
