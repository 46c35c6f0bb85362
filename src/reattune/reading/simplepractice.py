"""SimplePractice reports: the appointment status report (payments by session) and the outstanding balances."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reattune.language import _
from reattune.model import NotAnalysed, Payment, PaymentKind
from reattune.reading import appointments, payments
from reattune.reading.fields import FieldError, to_decimal
from reattune.reading.gathered import Gathered, Place
from reattune.reading.rows import Row, settings_for
from reattune.reading.statuses import SIMPLEPRACTICE, SIMPLEPRACTICE_PAYMENTS
from reattune.reading.tables import Table, normalised, read_table

_REPORT = frozenset({"date_of_service", "client", "clinician", "client_payment_status"})
_BALANCES = frozenset({"client", "clinician", "services_provided", "client_balance"})
_STATUS = ("Appointment Status", "Status")
_MONEY = ("charge", "uninvoiced", "paid", "unpaid")


def recognises_report(names: frozenset[str]) -> bool:
    """Return whether these headers are those of the appointment status report."""
    return names >= _REPORT


def recognises_balances(names: frozenset[str]) -> bool:
    """Return whether these headers are those of the outstanding balances."""
    return names >= _BALANCES and not names & _REPORT - _BALANCES


def read_report(path: Path, place: Place) -> Gathered:
    """Read an appointment status report: one payment per row, and sessions only where it has a status column.

    `Charge`, `Paid` and `Unpaid` come twice, for the client and for insurance; they are told apart by position. It
    has no column for attendance and usually no row for a cancelled session, and none for the day of payment.

    Raises:
        UnreadableError: If it is no table.

    """
    table = _by_position(read_table(path, place.name(path)))
    mapping = settings_for(table.name, place)
    names = {
        "session_date": "Date of Service",
        "status": "Client Payment Status",
        "client": "Client",
        "amount": "Client Charge" if "client_charge" in table.columns else "Total Fee",
        **dict.fromkeys(("id", "due", "paid", "currency", "changed_by", "note", "reference"), ""),
    }
    style = payments.Style(names, SIMPLEPRACTICE_PAYMENTS, notes=False, finish=_with_parts)
    gathered = payments.payments_from(table, place, mapping, style)
    why = _("it does not give the day of a payment, so that nothing can be said about the time it took")
    gathered += Gathered(not_analysed=(NotAnalysed(table.name, why),))
    sessions = _sessions(table, place)
    # A row that cannot be read is set aside once, not once as a payment and once as a session.
    aside = {one.row for one in gathered.quarantined}
    return gathered + replace(sessions, quarantined=tuple(one for one in sessions.quarantined if one.row not in aside))


def read_balances(path: Path, place: Place) -> Gathered:
    """Return why outstanding balances cannot be read as payments: they are totals per client, without a day.

    Raises:
        UnreadableError: If it is no table.

    """
    table = read_table(path, place.name(path))
    why = _("outstanding balances are totals per client without a day; export the appointment status report as well")
    return Gathered(not_analysed=(NotAnalysed(table.name, why),), remarks=table.remarks)


def _sessions(table: Table, place: Place) -> Gathered:
    status = next((name for name in _STATUS if normalised(name) in table.columns), "")
    if not status:
        why = _("it has no column for attendance, and a cancelled session has no row in it; add the calendar")
        return Gathered(not_analysed=(NotAnalysed(table.name, why),))
    names = {
        "start": "Date of Service",
        "status": status,
        "client": "Client",
        **dict.fromkeys(appointments.FIELDS - {"start", "status", "client"}, ""),
    }
    style = appointments.Style(names, SIMPLEPRACTICE, notes=False)
    gathered = appointments.sessions_from(table, place, settings_for(table.name, place), style)
    return replace(gathered, remarks=gathered.remarks[len(table.remarks) :])


def _by_position(table: Table) -> Table:
    """Rename the client's and the insurance's columns of money, which have the same headers, by where they stand."""
    plain = [normalised(title) for title in table.header]
    owner, titles = "", []
    for title, name in zip(table.header, plain, strict=True):
        if name == "client_payment_status":
            owner = "Client"
        elif "insurance" in name:
            owner = "Insurance"
        titles.append(f"{owner} {title}".strip() if name in _MONEY else title)
    if "client_payment_status" in plain:
        titles = _first_is_clients(titles, plain)
    return replace(table, header=tuple(titles))


def _first_is_clients(titles: Sequence[str], plain: Sequence[str]) -> list[str]:
    """Call a second group of money columns the insurance's, where no header says so."""
    seen: set[str] = set()
    renamed = []
    for title, name in zip(titles, plain, strict=True):
        again = name in _MONEY and normalised(title) in seen
        seen.add(normalised(title))
        renamed.append(title.replace("Client", "Insurance", 1) if again else title)
    return renamed


def _with_parts(row: Row, payment: Payment) -> Payment:
    """Say part paid where the client's figures do, and set a row aside where they contradict its word."""
    paid, unpaid = _figure(row, "Client Paid"), _figure(row, "Client Unpaid")
    if payment.kind is PaymentKind.UNPAID and paid and unpaid:
        return replace(payment, kind=PaymentKind.PART_PAID)
    if payment.kind is PaymentKind.PAID and unpaid:
        why = _("the status is “{status}” but an amount is still unpaid; correct one of them")
        raise FieldError(why.format(status=payment.original_word), "Client Payment Status")
    return payment


def _figure(row: Row, header: str) -> bool:
    text = row.cells.get(normalised(header), "")
    if not text:
        return False
    try:
        return to_decimal(text) > 0
    except FieldError as error:
        raise FieldError(error.why, header.rsplit(maxsplit=1)[-1]) from None
