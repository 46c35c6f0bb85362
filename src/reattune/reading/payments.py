"""Payments from payments.csv, from a bank statement, or from any table whose columns practice.toml names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from reattune.errors import UnreadableError
from reattune.language import _, plural
from reattune.model import Payment, PaymentKind
from reattune.reading.gathered import ColumnMapping, Gathered, Place
from reattune.reading.rows import Row, read_each, rows_of, without_repeats
from reattune.reading.statuses import PLAIN_PAYMENTS, initiator_named, payment_kind, unmapped
from reattune.reading.tables import Table, normalised, read_table

FIELDS = frozenset(
    {
        *("id", "session_date", "due", "paid", "amount", "currency", "status", "changed_by", "note"),
        *("client", "reference"),
    }
)
_OPEN = frozenset({PaymentKind.DUE, PaymentKind.UNPAID, PaymentKind.NOT_INVOICED})
_RETURNED = frozenset({PaymentKind.REFUNDED, PaymentKind.CHARGED_BACK, PaymentKind.FAILED})
_DATES = ("session_date", "due", "paid")


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of payments table differs from another: headers of our fields, and meanings of its words."""

    names: Mapping[str, str] = field(default_factory=dict)
    preset: Mapping[str, PaymentKind] = field(default_factory=lambda: PLAIN_PAYMENTS)
    labels: tuple[str, ...] = ("client", "reference")
    """The fields to take the label from: the first that is filled."""
    notes: bool = True
    """Whether unknown columns are kept as notes."""
    finish: Callable[[Row, Payment], Payment] = lambda _row, payment: payment
    """What else the system's columns say about a payment."""


def read_payments(path: Path, place: Place, mapping: ColumnMapping | None = None) -> Gathered:
    """Read one table of payments.

    Columns are those of payments.csv (`id, session_date, due, paid, amount, currency, status, changed_by, note`), or
    those that `mapping` names; other columns become notes. An empty status is `paid` where a paid date stands and
    `due` where none does. A table whose mapping names `reference` and no `status` is a bank statement: every row with
    money coming in is a payment on its day, labelled with its reference, and rows with money going out are left out
    and counted. Only `[links]` in practice.toml says whose reference that is.

    Args:
        path: The file.
        place: Where reading happens.
        mapping: What practice.toml says about this file, if anything.

    Returns:
        The payments by the label in `client` or `reference`; every other row is quarantined or counted.

    Raises:
        UnreadableError: If it is no table, or one without a date of any kind.

    """
    table = read_table(path, place.name(path))
    columns = mapping.columns if mapping else {}
    table = table.headed_by(header for header in columns.values() if not header.startswith("="))
    if "reference" not in columns or "status" in columns:
        return payments_from(table, place, mapping, Style())
    incoming, left_out = _incoming(table, columns.get("amount", "amount"))
    return payments_from(incoming, place, mapping, Style()) + Gathered(remarks=left_out)


def payments_from(table: Table, place: Place, mapping: ColumnMapping | None, style: Style) -> Gathered:
    """Return the payments in a table; see `read_payments`."""
    own = mapping.status if mapping else {}
    rows = list(rows_of(table, place, mapping, style.names))
    if rows and not any(normalised(rows[0].header(name)) in rows[0].cells for name in _DATES):
        message = _("{file} has none of the columns {columns}; name the one that holds the day, in practice.toml")
        raise UnreadableError(message.format(file=table.name, columns=", ".join(_DATES)))
    read, broken = read_each(iter(rows), lambda row: _payment(row, style, own))
    good, repeated = without_repeats(read, _keys)
    payments = [payment for _row, payment in good]
    return Gathered(
        payments=tuple((_label(row, style), payment) for row, payment in good),
        quarantined=tuple(sorted(broken + repeated, key=lambda one: int(one.row))),
        not_analysed=unmapped(table.name, payments, own),
        remarks=table.remarks + _remarks(table.name, payments),
    )


def _keys(_row: Row, payment: Payment) -> tuple[tuple[str, str], ...]:
    return (("id", payment.id),) if payment.id else ()


def _label(row: Row, style: Style) -> str:
    return next((row.text(name) for name in style.labels if row.text(name)), "")


def _incoming(table: Table, header: str) -> tuple[Table, tuple[str, ...]]:
    """Leave out the rows of a statement in which money goes out: below zero, or nothing in the credit column."""
    column = normalised(header)
    if column not in table.columns:
        return table, ()
    outgoing = {number for number, cells in table.records() if _is_outgoing(cells[column])}
    if not outgoing:
        return table, ()
    counted = plural(
        "{n} row with money going out was left out", "{n} rows with money going out were left out", len(outgoing)
    )
    kept = tuple((number, cells) for number, cells in table.rows if number not in outgoing)
    return replace(table, rows=kept), (f"{table.name}: {counted}",)


def _is_outgoing(amount: str) -> bool:
    return not amount or (amount.startswith("(") and amount.endswith(")")) or any(sign in amount for sign in "-\u2212")


def _payment(row: Row, style: Style, own: Mapping[str, str]) -> Payment:
    """Return the row's payment.

    Raises:
        FieldError: If a cell cannot be read, or what the row says contradicts itself.

    """
    paid, amount = row.day("paid"), row.amount("amount")
    kind = payment_kind(row.text("status"), own, style.preset)
    by = initiator_named(row.text("changed_by"))
    if by is None:
        why = _("“{word}” does not say who; give client, therapist, third_party or unknown")
        raise row.error("changed_by", why.format(word=row.text("changed_by")))
    if kind is None:
        kind = _kind_by_dates(paid is not None, amount)
    payment = Payment(
        kind=kind,
        original_word=row.text("status"),
        source=row.source,
        id=row.text("id") or None,
        session_date=row.day("session_date"),
        due=row.day("due"),
        paid=paid,
        amount=amount,
        currency=row.text("currency").upper() or row.place.currency,
        changed_by=by,
        note=_note(row, style),
    )
    payment = style.finish(row, payment)
    _check(row, payment)
    return payment if payment.amount is None else replace(payment, amount=abs(payment.amount))


def _note(row: Row, style: Style) -> str | None:
    beyond = row.beyond(FIELDS) if style.notes else ""
    return "; ".join(part for part in (row.text("note"), beyond) if part) or None


def _kind_by_dates(paid: bool, amount: Decimal | None) -> PaymentKind:
    if paid:
        return PaymentKind.PAID
    return PaymentKind.NO_CHARGE if amount == 0 else PaymentKind.DUE


def _check(row: Row, payment: Payment) -> None:
    """Raise where a row contradicts itself; it is for a person to say which half is right."""
    if payment.session_date is None and payment.due is None and payment.paid is None:
        why = _("the row has no day; give a session date, a due date or a paid date")
        raise row.error("session_date", why)
    if payment.paid is not None and payment.kind in _OPEN:
        why = _("the status “{status}” does not go with a paid date; correct one of them")
        raise row.error("paid", why.format(status=payment.original_word))
    if payment.amount is not None and payment.amount < 0 and payment.kind not in _RETURNED:
        why = _("the amount is below zero; if money was given back, give the status refunded")
        raise row.error("amount", why)


def _remarks(file: str, payments: Sequence[Payment]) -> tuple[str, ...]:
    currencies = sorted({payment.currency for payment in payments if payment.currency})
    undated = [payment for payment in payments if payment.kind is PaymentKind.PAID and payment.paid is None]
    remarks = []
    if len(currencies) > 1:
        message = _("{file} has amounts in {currencies}; they are never added or compared")
        remarks.append(message.format(file=file, currencies=", ".join(currencies)))
    if undated:
        counted = plural("{n} row is paid", "{n} rows are paid", len(undated))
        message = _("{file}: {rows} without saying when, so that nothing can be said about the time it took")
        remarks.append(message.format(file=file, rows=counted))
    return tuple(remarks)
