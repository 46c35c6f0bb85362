"""Cliniko as its API gives it: appointments, invoices and the therapist's unavailable blocks, as JSON."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from reattune.errors import UnreadableError
from reattune.language import _, plural
from reattune.model import (
    Break,
    BreakBy,
    Initiator,
    NotAnalysed,
    Payment,
    PaymentKind,
    Quarantined,
    Session,
    SessionKind,
    Source,
)
from reattune.reading.appointments import deaths
from reattune.reading.entries import Entry, as_object, whole_text
from reattune.reading.fields import FieldError, to_decimal
from reattune.reading.gathered import Gathered, Place
from reattune.reading.raw import read_json
from reattune.reading.rows import settings_for
from reattune.reading.statuses import CLINIKO_INVOICES, payment_kind, session_meaning, unmapped

Record = TypeVar("Record")

_LISTS = {
    "appointments": "appointments",
    "individual_appointments": "appointments",
    "invoices": "invoices",
    "unavailable_blocks": "unavailable_blocks",
}
_APPOINTMENT_KEYS = frozenset({"did_not_arrive", "patient_arrived", "cancellation_reason", "cancelled_at"})
_REASONS = {
    "10": "Feeling better",
    "20": "Condition worse",
    "30": "Sick",
    "31": "COVID-19",
    "40": "Away",
    "50": "Other",
    "60": "Work",
}
_CREDIT = "40"
_WORKING_DAY = (8, 20)
_BREAK_HOURS = 6


@dataclass(frozen=True, slots=True)
class _Block:
    start: datetime
    end: datetime
    source: Source
    note: str | None


def recognises(names: frozenset[str]) -> bool:
    """Return whether these JSON keys are those of Cliniko's appointments, invoices or unavailable blocks."""
    appointments = {"starts_at"} <= names and bool(names & _APPOINTMENT_KEYS)
    invoices = {"issue_date", "status", "total_amount"} <= names
    return appointments or invoices or {"unavailable_blocks"} <= names


def read(path: Path, place: Place) -> Gathered:
    """Read appointments, invoices and unavailable blocks, in one list or under their names.

    Args:
        path: A JSON file as the API gives it.
        place: Where reading happens.

    Returns:
        Sessions and payments by the client's name, else the id in the link to the client; breaks of the therapist.

    Raises:
        UnreadableError: If it holds no JSON, or none of these.

    """
    name = place.name(path)
    lists = _lists(read_json(path, name), name, place)
    mapping = settings_for(name, place)
    own = mapping.status if mapping else {}
    blocks, aside = _each(lists["unavailable_blocks"], _block)
    away = [block for _label, block in blocks]
    sessions, broken = _each(lists["appointments"], lambda entry: _session(entry, away, own))
    days = {session.id: session.slot.date() for _label, session in sessions if session.id}
    payments, unpaid = _each(lists["invoices"], lambda entry: _invoice(entry, days, own))
    breaks = tuple(("", one) for _label, block in blocks if (one := _break(block)) is not None)
    records: list[Session | Payment] = [session for _label, session in sessions]
    records += [payment for _label, payment in payments]
    return Gathered(
        sessions=sessions,
        payments=payments,
        breaks=breaks,
        quarantined=aside + broken + unpaid,
        not_analysed=unmapped(name, records, own) + _unknown(lists["unknown"], name),
        remarks=_short_blocks(len(blocks) - len(breaks), name),
        suppress=tuple(deaths(sessions)),
    )


def _lists(parsed: object, name: str, place: Place) -> dict[str, list[Entry]]:
    """Sort everything in the file into appointments, invoices, blocks, and what is none of them."""
    found: dict[str, list[Entry]] = {"appointments": [], "invoices": [], "unavailable_blocks": [], "unknown": []}
    named = as_object(parsed)
    for key, kind in _LISTS.items():
        found[kind] += _entries(named.get(key), name, place)
    if isinstance(parsed, list):
        for entry in _entries(parsed, name, place):
            found[_kind(entry)].append(entry)
    if not any(found.values()) and not named.keys() & _LISTS.keys():
        message = _("{file} holds neither appointments nor invoices nor unavailable blocks of Cliniko")
        raise UnreadableError(message.format(file=name))
    return found


def _entries(values: object, name: str, place: Place) -> list[Entry]:
    if not isinstance(values, list):
        return []
    rows = ((number, as_object(value)) for number, value in enumerate(values, start=1))
    return [Entry(name, whole_text(row.get("id")) or f"#{number}", row, place) for number, row in rows]


def _kind(entry: Entry) -> str:
    if "issue_date" in entry.values:
        return "invoices"
    if _APPOINTMENT_KEYS & entry.values.keys():
        return "appointments"
    return "unavailable_blocks" if {"starts_at", "ends_at"} <= entry.values.keys() else "unknown"


def _each(
    entries: Iterable[Entry], read_one: Callable[[Entry], Record]
) -> tuple[tuple[tuple[str, Record], ...], tuple[Quarantined, ...]]:
    """Return what can be read, by label, and what is set aside; of two with one id the second is."""
    good: list[tuple[str, Record]] = []
    aside: list[Quarantined] = []
    seen: set[str] = set()
    for entry in entries:
        try:
            if entry.row in seen:
                raise FieldError(_("this id comes twice in the file; the first is kept"), "id")  # noqa: TRY301
            seen.add(entry.row)
            good.append((entry.text("patient_name") or entry.linked("patient"), read_one(entry)))
        except FieldError as error:
            aside.append(entry.quarantined(error))
    return tuple(good), tuple(aside)


def _required(entry: Entry, field: str) -> datetime:
    moment = entry.moment(field)
    if moment is None:
        raise FieldError(_("{field} is missing").format(field=field), field)
    return moment


def _block(entry: Entry) -> _Block:
    start, end = _required(entry, "starts_at"), _required(entry, "ends_at")
    if end <= start:
        raise FieldError(_("the end is not after the start; correct one of them"), "ends_at")
    return _Block(start, end, entry.source, entry.text("notes") or None)


def _session(entry: Entry, blocks: Sequence[_Block], own: Mapping[str, str]) -> Session:
    start, end, cancelled = _required(entry, "starts_at"), entry.moment("ends_at"), entry.moment("cancelled_at")
    away = any(block.start <= start < block.end for block in blocks)
    kind, word = _outcome(entry, away=away)
    if kind is SessionKind.UNMAPPED:
        kind = session_meaning(word, own).kind
    reason = entry.text("cancellation_reason")
    stated = (
        entry.text("cancellation_reason_description") or _REASONS.get(reason, reason),
        entry.text("cancellation_note"),
    )
    return Session(
        slot=start,
        start=start,
        end=end if end is not None and end > start else None,
        kind=kind,
        original_word=word,
        source=entry.source,
        id=entry.text("id") or None,
        initiated_by=Initiator.THERAPIST if kind is SessionKind.THERAPIST_UNAVAILABLE else Initiator.UNKNOWN,
        changed_at=cancelled or entry.moment("deleted_at"),
        stated_reason=": ".join(part for part in stated if part) or None,
        note=entry.text("notes") or None,
    )


def _outcome(entry: Entry, *, away: bool) -> tuple[SessionKind, str]:
    """Return the kind by the conditions that hold, and those conditions as the original word."""
    held = [word for word in ("did_not_arrive", "patient_arrived") if entry.is_true(word)]
    if entry.is_true("arrived") and "patient_arrived" not in held:
        held.append("arrived")
    if entry.text("cancelled_at"):
        held.insert(0, "cancelled_at")
    word = ", ".join(held)
    if len(held) > 1 or (away and held == ["did_not_arrive"]):
        return SessionKind.CONFLICT, word
    if held and held != ["cancelled_at"]:
        return (SessionKind.DID_NOT_ATTEND if held == ["did_not_arrive"] else SessionKind.ATTENDED), word
    if away:
        return SessionKind.THERAPIST_UNAVAILABLE, word
    if held:
        return SessionKind.CANCELLED, word
    if entry.text("deleted_at"):
        series = entry.text("repeat_rule") or as_object(entry.values.get("repeat_rule"))
        return (SessionKind.SERIES_SLOT_REMOVED if series else SessionKind.UNMAPPED), "deleted_at"
    return SessionKind.SCHEDULED, word


def _invoice(entry: Entry, days: Mapping[str, date], own: Mapping[str, str]) -> Payment:
    word = entry.text("status")
    kind = payment_kind(word, own, CLINIKO_INVOICES) or PaymentKind.DUE
    if entry.text("deleted_at"):
        word = "deleted_at"
        kind = payment_kind(word, own) or PaymentKind.UNMAPPED
    due = entry.day("issue_date")
    if due is None:
        raise FieldError(_("issue_date is missing"), "issue_date")
    description = entry.text("status_description")
    return Payment(
        kind=kind,
        original_word=word,
        source=entry.source,
        id=entry.text("number") or entry.text("id") or None,
        session_date=days.get(entry.linked("appointment")),
        due=due,
        paid=entry.day("closed_at") if kind is PaymentKind.PAID else None,
        amount=_amount(entry),
        currency=entry.place.currency,
        note=_("credit") if entry.text("status") == _CREDIT else description or None,
    )


def _amount(entry: Entry) -> Decimal | None:
    text = entry.text("total_amount")
    try:
        return to_decimal(text) if text else None
    except FieldError as error:
        raise FieldError(error.why, "total_amount") from None


def _break(block: _Block) -> Break | None:
    """Return the days on which the block takes at least half of the working day, or None where there are none."""
    days = [block.start.date() + timedelta(days=n) for n in range((block.end.date() - block.start.date()).days + 1)]
    away = [day for day in days if _hours_away(block, day) >= _BREAK_HOURS]
    return Break(away[0], away[-1], BreakBy.THERAPIST, block.source, note=block.note) if away else None


def _hours_away(block: _Block, day: date) -> float:
    opens, closes = (datetime(day.year, day.month, day.day, hour, tzinfo=block.start.tzinfo) for hour in _WORKING_DAY)
    return (min(block.end, closes) - max(block.start, opens)).total_seconds() / 3600


def _short_blocks(count: int, name: str) -> tuple[str, ...]:
    if not count:
        return ()
    counted = plural("{n} unavailable block", "{n} unavailable blocks", count)
    message = _("{file}: {blocks} of less than half a day; taken as no break, only for the appointments inside")
    return (message.format(file=name, blocks=counted),)


def _unknown(entries: Sequence[Entry], name: str) -> tuple[NotAnalysed, ...]:
    if not entries:
        return ()
    counted = plural("{n} entry is", "{n} entries are", len(entries))
    message = _("{entries} neither an appointment nor an invoice nor an unavailable block (first: {row})")
    return (NotAnalysed(name, message.format(entries=counted, row=entries[0].row)),)
