"""Several files of one kind about one relationship, made one: nothing counts twice, nothing goes silently."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from reattune.language import _, plural
from reattune.model import Initiator, Payment, PaymentKind, Quarantined, Session, SessionKind, Source

_T = TypeVar("_T", Session, Payment)
_OPEN = frozenset({PaymentKind.DUE, PaymentKind.UNPAID, PaymentKind.PART_PAID, PaymentKind.NOT_INVOICED})
_CAME = frozenset({SessionKind.ATTENDED, SessionKind.ATTENDED_LATE, SessionKind.LEFT_EARLY})
_SILENT = frozenset({SessionKind.SCHEDULED, SessionKind.NO_LONGER_LISTED, SessionKind.SERIES_SLOT_REMOVED})
"""What a calendar says of itself, without saying what became of the session."""


@dataclass(frozen=True, slots=True)
class Joined:
    """The sessions of one relationship, in time order, and what is to be said about joining them."""

    sessions: tuple[Session, ...]
    quarantined: tuple[Quarantined, ...] = ()
    remarks: tuple[str, ...] = ()


def join_sessions(calendar: Sequence[Session], table: Sequence[Session], codename: str) -> Joined:
    """Join what the calendar planned with what the appointments say became of it.

    A row of a table takes the place of the calendar's entry for the same time. Where the calendar knows that a
    session was moved to the time of a row, the row keeps its outcome and takes the time first agreed.

    Args:
        calendar: Sessions from calendars.
        table: Sessions from tables and exports.
        codename: Whose they are, for the remarks.
    """
    kept, repeated = without_repeats(table, _session_keys, lambda session: session.kind is not SessionKind.SCHEDULED)
    by_slot = {session.slot: place for place, session in enumerate(kept)}
    by_start = {session.start: place for place, session in enumerate(kept)}
    rest: list[Session] = []
    aside = list(repeated)
    moves = 0
    for entry in calendar:
        place = by_slot.get(entry.slot)
        moved_to = by_start.get(entry.start) if entry.moved else None
        if place is not None and kept[place].kind is SessionKind.SCHEDULED and _says_more(entry):
            kept[place] = entry
        elif place is not None:
            aside += _disagreement(entry, kept[place])
        elif moved_to is not None and not kept[moved_to].moved:
            kept[moved_to] = _with_move(kept[moved_to], entry)
            moves += 1
        else:
            rest.append(entry)
    said = _("{codename}: {moves} in the calendar joined with what the appointments say of the new time.")
    counted = plural("{n} move", "{n} moves", moves)
    return Joined(
        sessions=tuple(sorted([*kept, *rest], key=_session_order)),
        quarantined=tuple(aside),
        remarks=(said.format(codename=codename, moves=counted),) if moves else (),
    )


def join_payments(payments: Sequence[Payment]) -> tuple[tuple[Payment, ...], tuple[Quarantined, ...]]:
    """Join payments of several files; of one that stands in two, the one that is settled is kept."""
    kept, repeated = without_repeats(payments, _payment_keys, lambda payment: payment.kind not in _OPEN)
    return tuple(kept), repeated


def without_repeats(
    records: Iterable[_T], keys: Callable[[_T], tuple[Hashable, ...]], settled: Callable[[_T], bool]
) -> tuple[list[_T], tuple[Quarantined, ...]]:
    """Keep one of records that stand in several files under one key: a settled one before others, else the first.

    Repeats within one file are its own reader's to judge.
    """
    kept: list[_T] = []
    place_of: dict[Hashable, int] = {}
    repeated = []
    for record in records:
        known = next((place_of[key] for key in keys(record) if key in place_of), None)
        if known is None or kept[known].source.file == record.source.file:
            place_of |= dict.fromkeys((key for key in keys(record) if key not in place_of), len(kept))
            kept.append(record)
            continue
        other = record
        if settled(record) and not settled(kept[known]):
            other, kept[known] = kept[known], record
        repeated.append(_repeat(other.source, kept[known].source))
    return kept, tuple(repeated)


def _repeat(source: Source, kept: Source) -> Quarantined:
    why = _("stands in {file} row {row} as well; that one was kept").format(file=kept.file, row=kept.row)
    return Quarantined(source.file, source.row, "id", why)


def _session_keys(session: Session) -> tuple[Hashable, ...]:
    return ("start", session.slot), *((("id", session.id),) if session.id else ())


def _payment_keys(payment: Payment) -> tuple[Hashable, ...]:
    if payment.id:
        return (("id", payment.id),)
    return (("row", payment.session_date, payment.due, payment.paid, payment.amount, payment.currency, payment.kind),)


def _says_more(entry: Session) -> bool:
    return entry.moved or entry.kind is not SessionKind.SCHEDULED


def _disagreement(entry: Session, row: Session) -> tuple[Quarantined, ...]:
    # A calendar's CANCELLED may stand for any way of not meeting; only meeting all the same contradicts it.
    if entry.kind in _SILENT or (entry.kind in _CAME) == (row.kind in _CAME):
        return ()
    why = _('the calendar says "{word}", {file} row {row} says "{other}"; the row was taken').format(
        word=entry.original_word or entry.kind, file=row.source.file, row=row.source.row, other=row.original_word
    )
    return (Quarantined(entry.source.file, entry.source.row, "status", why),)


def _with_move(row: Session, entry: Session) -> Session:
    # Where a session took place, whoever changed something, and when, can only have changed its time.
    of_move = row.kind in _CAME or row.kind is SessionKind.SCHEDULED
    people = (row.moved_by, row.initiated_by if of_move else None, entry.moved_by, entry.initiated_by)
    known = (one for one in people if one is not None and one is not Initiator.UNKNOWN)
    return replace(
        row,
        slot=entry.slot,
        moved_by=next(known, Initiator.UNKNOWN),
        moved_at=row.moved_at or (row.changed_at if of_move else None) or entry.moved_at or entry.changed_at,
    )


def _session_order(session: Session) -> tuple[datetime, datetime, str]:
    return session.slot, session.start, session.source.file
