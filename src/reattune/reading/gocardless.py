"""GoCardless exports: payments; payouts and payout events name no client."""

from dataclasses import replace
from pathlib import Path

from reattune.language import _
from reattune.model import NotAnalysed, Payment, PaymentKind
from reattune.reading.gathered import Gathered, Place
from reattune.reading.payments import FIELDS, Style, payments_from
from reattune.reading.rows import Row, settings_for
from reattune.reading.statuses import GOCARDLESS
from reattune.reading.tables import read_table

_LABELS = ("links.customer", "links.mandate", "reference")


def recognises_payments(names: frozenset[str]) -> bool:
    """Return whether these headers are those of payments."""
    needed = {"amount", "charge_date", "status"} <= names
    return needed and bool(names & {"links_mandate", "amount_refunded", "retry_if_possible", "links_payout"})


def recognises_payouts(names: frozenset[str]) -> bool:
    """Return whether these headers are those of payouts to the practice's bank."""
    return {"amount", "arrival_date", "status"} <= names and bool(
        names & {"links_creditor", "links_creditor_bank_account", "total_payment_amount", "transaction_fee_debit"}
    )


def recognises_payout_events(names: frozenset[str]) -> bool:
    """Return whether these headers are those of payout events."""
    return {"resource_type", "action", "details_origin"} <= names


def read_payments(path: Path, place: Place) -> Gathered:
    """Read an export of payments; the label is the customer, else the mandate, else the reference.

    The charge date is when the payment is due and, once it is confirmed, when it was paid. Amounts without a point
    may be in pence or in pounds, which the file does not say: they are kept as a note, not as an amount.

    Raises:
        UnreadableError: If it is no table.

    """
    table = read_table(path, place.name(path))
    plain = dict.fromkeys(FIELDS - {"reference"}, "")
    has_point = any("." in cells.get("amount", "") for _number, cells in table.records())
    names = {
        **plain,
        "id": "id",
        "due": "charge_date",
        "status": "status",
        "currency": "currency",
        "note": "description",
        **({"amount": "amount"} if has_point else {}),
    }
    style = Style(names, GOCARDLESS, labels=_LABELS, notes=False, finish=_collected)
    gathered = payments_from(table, place, settings_for(table.name, place), style)
    remark = _("{file} does not say whether its amounts are in pence or in pounds; they were kept as notes")
    return gathered + Gathered(remarks=() if has_point else (remark.format(file=table.name),))


def read_payouts(path: Path, place: Place) -> Gathered:
    """Return why payouts and their events are of no use here: they name no client."""
    why = _("payouts are sums paid to you and name no client; export Payments instead")
    return Gathered(not_analysed=(NotAnalysed(place.name(path), why),))


def _collected(row: Row, payment: Payment) -> Payment:
    if payment.amount is None and row.cells.get("amount"):
        kept = _("amount as in the file: {amount}").format(amount=row.cells["amount"])
        payment = replace(payment, note="; ".join(part for part in (payment.note, kept) if part))
    return replace(payment, paid=payment.due) if payment.kind is PaymentKind.PAID else payment
