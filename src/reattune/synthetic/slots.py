"""From how one person came to rows of sessions, as a table of appointments would hold them."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from reattune.model import Initiator, Session, SessionKind, Source
from reattune.synthetic.coming import CANCELLED, KEPT, SHORT_NOTICE, Came
from reattune.synthetic.setting import Setting, slot_of

KINDS = (
    SessionKind.ATTENDED,
    SessionKind.ATTENDED_LATE,
    SessionKind.CANCELLED,
    SessionKind.CANCELLED_SHORT_NOTICE,
    SessionKind.DID_NOT_ATTEND,
)
"""What each code of `ATTENDANCE` is called in a row."""
_MOVED, _TAKEN = 1, 2


def rows(codename: str, setting: Setting, days: Sequence[date], came: Came) -> tuple[Session, ...]:
    """Return one row for each agreed slot.

    Args:
        codename: whose rows; they name `CODENAME/appointments.csv`, a file that does not exist, and a row in it.
        setting: the frame.
        days: the days of the slots `[T]`.
        came: what became of them.
    """
    held = came.held.tolist()
    slots = (slot_of(setting, day) for day in days)
    return tuple(_row(codename, setting, slot, came, (index, held[index])) for index, slot in enumerate(slots))


def _row(codename: str, setting: Setting, slot: datetime, came: Came, place: tuple[int, bool]) -> Session:
    index, held = place
    code = int(came.codes[index])
    by_therapist = int(came.by_therapist[index])
    kind = SessionKind.CANCELLED if by_therapist == _TAKEN else KINDS[code]
    asked = bool(came.moves[index] != KEPT) and by_therapist == 0
    moved = held and (asked or by_therapist == _MOVED)
    cancelled = by_therapist == _TAKEN or code in {CANCELLED, SHORT_NOTICE}
    start = slot + _away(came.where[index]) if moved else slot
    who = _who(by_therapist, bool(came.recorded[index]))
    told = _told(slot, came.notice[index]) if moved or cancelled else None
    return Session(
        slot=slot,
        start=start,
        end=start + timedelta(minutes=setting.minutes) if held else None,
        kind=kind,
        original_word=kind.value,
        source=Source(f"{codename}/appointments.csv", str(index + 2)),
        id=f"{codename}-{index + 1}",
        initiated_by=who if cancelled else Initiator.UNKNOWN,
        changed_at=told if cancelled else None,
        stated_reason=came.reasons[index] or None,
        fee_charged=charged(came, index),
        moved_by=who if moved else None,
        moved_at=told if moved else None,
    )


def charged(came: Came, index: int) -> bool:
    """Return whether a session is charged: all but those cancelled in time or by the therapist."""
    return bool(came.by_therapist[index] != _TAKEN and came.codes[index] != CANCELLED)


def _who(by_therapist: int, recorded: bool) -> Initiator:
    if by_therapist:
        return Initiator.THERAPIST
    return Initiator.CLIENT if recorded else Initiator.UNKNOWN


def _away(chance: float) -> timedelta:
    """Return how far a session is moved: one to three days later, up to two hours earlier or one later."""
    place = int(chance * 12)
    return timedelta(days=1 + place % 3, hours=place // 3 - 2)


def _told(slot: datetime, hours: float) -> datetime:
    """Return when a change was asked for, to five minutes."""
    return slot - timedelta(minutes=5 * round(12 * hours))
