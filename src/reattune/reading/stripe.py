"""Stripe exports: payments in any order of columns, and the itemised balance; payouts name no client."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from reattune.language import _, plural
from reattune.model import NotAnalysed, Payment, PaymentKind
from reattune.reading.fields import FieldError, to_datetime
from reattune.reading.gathered import Gathered, Place
from reattune.reading.payments import FIELDS, Style, payments_from
from reattune.reading.rows import Row, settings_for
from reattune.reading.statuses import STRIPE, STRIPE_CATEGORIES
from reattune.reading.tables import Table, normalised, read_table

_CREATED = ("Created date (UTC)", "Created (UTC)", "created_utc")
_OURS = frozenset(
    {
        *("amount_refunded", "converted_amount", "converted_currency", "customer_id", "customer_email"),
        *("customer_description", "invoice_id", "transfer"),
    }
)
_CLIENT = ("Customer ID", "Customer Email", "Customer Description")


def recognises_payouts(names: frozenset[str]) -> bool:
    """Return whether these headers are those of payouts to the practice's bank."""
    return names >= {"arrival_date_(utc)", "amount", "status"}


def recognises_payments(names: frozenset[str]) -> bool:
    """Return whether these headers are those of payments."""
    created = {normalised(name) for name in _CREATED[:2]}
    needed = bool(names & created) and {"amount", "status"} <= names
    return needed and bool(names & _OURS) and not recognises_payouts(names)


def recognises_balance(names: frozenset[str]) -> bool:
    """Return whether these headers are those of the itemised balance."""
    return {"balance_transaction_id", "reporting_category"} <= names


def read_payments(path: Path, place: Place) -> Gathered:
    """Read an export of payments; the label is the customer's id, else e-mail address, else description.

    A payment's day is that of its creation, converted from UTC to the practice's time zone.

    Raises:
        UnreadableError: If it is no table.

    """
    table = read_table(path, place.name(path))
    style = Style(
        {
            **_names(table),
            "id": "id",
            "status": "Status",
            "amount": "Amount",
            "currency": "Currency",
            "note": "Description",
        },
        STRIPE,
        labels=_CLIENT,
        notes=False,
        finish=_dated,
    )
    return payments_from(table, place, settings_for(table.name, place), style)


def read_balance(path: Path, place: Place) -> Gathered:
    """Read an itemised balance where it has a column that names the customer; fees and payouts are left out, counted.

    Raises:
        UnreadableError: If it is no table.

    """
    table = read_table(path, place.name(path))
    if not {"customer_id", "customer_email", "description"} & set(table.columns):
        why = _(
            "this itemised balance has no column that names the client; export it with customer_id, or the payments"
        )
        return Gathered(not_analysed=(NotAnalysed(table.name, why),), remarks=table.remarks)
    about_clients = {
        number
        for number, cells in table.records()
        if normalised(cells["reporting_category"]).replace("_", " ") in STRIPE_CATEGORIES
    }
    left_out = len(table.rows) - len(about_clients)
    counted = plural(
        "{n} row about fees or payouts was left out", "{n} rows about fees or payouts were left out", left_out
    )
    style = Style(
        {
            **_names(table),
            "id": "balance_transaction_id",
            "status": "reporting_category",
            "amount": "gross",
            "currency": "currency",
            "note": "description",
        },
        STRIPE_CATEGORIES,
        labels=("customer_id", "customer_email", "description"),
        notes=False,
        finish=_dated,
    )
    table = replace(table, rows=tuple(row for row in table.rows if row[0] in about_clients))
    gathered = payments_from(table, place, settings_for(table.name, place), style)
    return gathered + Gathered(remarks=(f"{table.name}: {counted}",) if left_out else ())


def read_payouts(path: Path, place: Place) -> Gathered:
    """Return why payouts are of no use here: they name no client."""
    why = _("payouts are sums paid to you and name no client; export Payments instead")
    return Gathered(not_analysed=(NotAnalysed(place.name(path), why),))


def _names(table: Table) -> dict[str, str]:
    """Say that our fields are in no column, even where one bears the same name, but for the day of creation."""
    created = next((name for name in _CREATED if normalised(name) in table.columns), "")
    return {**dict.fromkeys(FIELDS, ""), "due": created}


def _dated(row: Row, payment: Payment) -> Payment:
    """Take the creation as the day of payment, or as the day it was tried; when it was due is not known."""
    text = row.text("due")
    if not text:
        return payment
    try:
        created = to_datetime(text, ZoneInfo("UTC"), day_first=row.day_first, day_is_enough=True)
    except FieldError as error:
        raise row.error("due", error.why) from None
    # A day without a time is a day already, wherever one is.
    day = created.astimezone(row.place.zone).date() if ":" in text else created.date()
    if payment.kind is PaymentKind.PAID:
        return replace(payment, due=None, paid=day)
    return replace(payment, due=day)
