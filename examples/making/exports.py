"""What practice systems and payment services export: Cliniko, OpenEMR, SimplePractice, Stripe, GoCardless."""

import json
from datetime import UTC, datetime, time, timedelta

from making.calendars import LONDON
from making.coming import THERAPIST_CANCELLED
from making.effects import ABSENT, ATTENDED, CANCELLED, LATE, SHORT_NOTICE
from making.person import Life
from making.tables import Row, day_first

CLINIKO_REASONS = {"illness": 30, "bereavement": 50, "travel": 40, "work": 60, "": 50}
OPENEMR = ("pc_eid", "pc_pid", "pc_eventDate", "pc_startTime", "pc_endTime", "pc_title", "pc_apptstatus", "pc_time")
OPENEMR_CODES = {
    ATTENDED: ">",
    LATE: "~",
    CANCELLED: "x",
    SHORT_NOTICE: "%",
    ABSENT: "?",
    "rescheduled": "=",
    "rescheduled_short_notice": "&",
}
SIMPLEPRACTICE = (
    *("Date of Service", "Client", "Clinician", "Billing Code", "Rate Per Unit", "Units", "Total Fee"),
    *("Progress Note Status", "Client Payment Status", "Charge", "Uninvoiced", "Paid", "Unpaid"),
    *("Insurance Payment Status", "Charge 2", "Paid 2", "Unpaid 2"),
)
STRIPE = (
    *("id", "Created date (UTC)", "Amount", "Amount Refunded", "Currency", "Captured", "Fee", "Status"),
    *("Description", "Customer ID", "Invoice ID"),
)
GOCARDLESS = (
    *("id", "amount", "amount_refunded", "charge_date", "created_at", "currency", "description", "reference"),
    *("retry_if_possible", "status", "links.mandate", "links.payout", "links.subscription"),
)
VISITS = ("Visit", "What happened", "Changed on", "Who", "Why", "Notes")
VISIT_WORDS = {
    ATTENDED: "Came",
    LATE: "Came late",
    CANCELLED: "Cancelled",
    SHORT_NOTICE: "Late cancel",
    ABSENT: "DNA",
    THERAPIST_CANCELLED: "I cancelled",
    "rescheduled": "Moved",
    "rescheduled_short_notice": "Moved late",
}


def cliniko_appointments(life: Life) -> bytes:
    """Return the API's JSON; a moved appointment keeps no trace of its old time."""
    found = []
    for number, slot in enumerate(life.slots, start=1):
        client = slot.outcome in {CANCELLED, SHORT_NOTICE}
        gone = slot.changed if client or slot.outcome == THERAPIST_CANCELLED else None
        end = slot.start + timedelta(minutes=life.person.minutes)
        found.append(
            {
                "id": str(700000 + number),
                "created_at": "2025-01-20T10:00:00Z",
                "updated_at": _z(slot.changed or end),
                "starts_at": _z(slot.start),
                "ends_at": _z(end),
                "cancelled_at": _z(gone) if gone else None,
                "cancellation_note": "" if client or not gone else "therapist unavailable",
                "cancellation_reason": CLINIKO_REASONS[slot.reason] if client else None,
                "did_not_arrive": slot.outcome == ABSENT,
                "patient_arrived": slot.outcome in {ATTENDED, LATE},
                "patient_name": life.person.codename,
                "notes": "arrived late" if slot.outcome == LATE else None,
                "deleted_at": None,
            }
        )
    return _json({"appointments": found, "total_entries": len(found)})


def cliniko_invoices(life: Life) -> bytes:
    """Return the API's JSON of invoices."""
    found = [
        {
            "id": str(900000 + number),
            "number": number,
            "issue_date": bill.day.isoformat(),
            "total_amount": f"{bill.amount}.00",
            "net_amount": f"{bill.amount}.00",
            "tax_amount": "0.00",
            "status": 20 if bill.paid else 10,
            "status_description": "Paid" if bill.paid else "Open",
            "closed_at": _z(datetime.combine(bill.paid, time(9, 0))) if bill.paid else None,
        }
        for number, bill in enumerate(life.bills, start=1)
    ]
    return _json({"invoices": found, "total_entries": len(found)})


def openemr(life: Life) -> list[Row]:
    """Return the calendar's rows with native codes; a therapist's cancellation has no code and no row."""
    rows = []
    for number, slot in enumerate(life.slots, start=1):
        kept = [(slot.start, slot.outcome)] if slot.outcome in OPENEMR_CODES else []
        times = [(slot.slot, slot.move_word), *kept] if slot.moved else kept
        for part, (start, word) in enumerate(times):
            end = start + timedelta(minutes=life.person.minutes)
            rows.append(
                {
                    "pc_eid": str(3000 + 2 * number + part),
                    "pc_pid": "41",
                    "pc_eventDate": f"{start:%Y-%m-%d}",
                    "pc_startTime": f"{start:%H:%M:%S}",
                    "pc_endTime": f"{end:%H:%M:%S}",
                    "pc_title": "Session",
                    "pc_apptstatus": OPENEMR_CODES[word],
                    "pc_time": f"{slot.changed or end:%Y-%m-%d %H:%M:%S}",
                }
            )
    return rows


def simplepractice(life: Life) -> list[Row]:
    """Return the appointment status report: what was billed, as it stood on the last day."""
    rows = []
    for bill in life.bills:
        fee = f"{bill.amount}.00"
        paid, unpaid = (fee, "0.00") if bill.paid else ("0.00", fee)
        row = dict.fromkeys(SIMPLEPRACTICE, "")
        row.update({"Date of Service": f"{bill.day:%m/%d/%Y}", "Client": life.person.codename, "Clinician": "me"})
        row.update({"Billing Code": "90834", "Rate Per Unit": fee, "Units": "1", "Total Fee": fee, "Charge": fee})
        row.update({"Progress Note Status": "LOCKED", "Client Payment Status": "PAID" if bill.paid else "UNPAID"})
        row.update({"Uninvoiced": "0.00", "Paid": paid, "Unpaid": unpaid})
        rows.append(row)
    return rows


def stripe(life: Life) -> list[Row]:
    """Return the payments export; every seventeenth card payment needed a second try."""
    rows = []
    for number, bill in enumerate((bill for bill in life.bills if bill.paid), start=1):
        row = {
            "id": f"pi_invented{number:03}",
            "Created date (UTC)": f"{bill.paid} 12:{number % 60:02}",
            "Amount": f"{bill.amount}.00",
            "Amount Refunded": "0.00",
            "Currency": "gbp",
            "Captured": "true",
            "Fee": "1.25",
            "Status": "Paid",
            "Description": f"Session {bill.day}",
            "Customer ID": f"cus_{life.person.codename}",
            "Invoice ID": f"in_invented{number:03}",
        }
        if number % 17 == 0:
            first_try = {
                **row,
                "id": f"pi_invented{number:03}x",
                "Captured": "false",
                "Fee": "0.00",
                "Status": "Failed",
            }
            rows.append(first_try)
        rows.append(row)
    return rows


def gocardless(life: Life) -> list[Row]:
    """Return the payments, collected on the day they were made; one failed and was collected again."""
    rows = []
    for number, bill in enumerate((bill for bill in life.bills if bill.paid), start=1):
        row = {
            "id": f"PM{number:06}",
            "amount": f"{bill.amount}.00",
            "amount_refunded": "0.00",
            "charge_date": str(bill.paid),
            "created_at": f"{bill.day}T15:00:00.000Z",
            "currency": "GBP",
            "description": f"Session {bill.day}",
            "reference": life.person.codename.upper(),
            "retry_if_possible": "true",
            "status": "paid_out",
            "links.mandate": "MD0001",
        }
        if number == 20:
            rows.append({**row, "id": "PM000020F", "status": "failed"})
        rows.append(row)
    return rows


def visits(life: Life) -> list[Row]:
    """Return one practice's own spreadsheet: its own words, day before month."""
    rows = []
    for number, slot in enumerate(life.slots):
        first = (slot.slot, slot.move_word) if slot.moved else (slot.slot, slot.outcome)
        row = {"Visit": day_first(first[0]), "What happened": VISIT_WORDS[first[1]], "Who": slot.by, "Why": slot.reason}
        if slot.changed:
            row["Changed on"] = day_first(slot.changed)
        row["Notes"] = "paid £5 for the café next door’s room" if number == 8 else ""
        rows.append(row)
        if slot.moved:
            rows.append({"Visit": day_first(slot.start), "What happened": VISIT_WORDS[slot.outcome]})
    return rows


def _z(local: datetime) -> str:
    return f"{local.replace(tzinfo=LONDON).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _json(value: dict[str, object]) -> bytes:
    return (json.dumps(value, indent=1) + "\n").encode()
