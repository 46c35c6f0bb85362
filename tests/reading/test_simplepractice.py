"""SimplePractice's reports."""

from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from reattune.model import Initiator, PaymentKind, SessionKind
from reattune.reading import simplepractice
from reattune.reading.gathered import ColumnMapping, Place

GOLDEN = Path(__file__).parent / "golden"
ZONE = ZoneInfo("America/New_York")
HERE = Place(GOLDEN, ZONE, currency="USD")


def test_takes_the_clients_columns_by_position():
    gathered = simplepractice.read_report(GOLDEN / "simplepractice_status.csv", HERE)
    assert [(payment.kind, payment.amount) for _label, payment in gathered.payments] == [
        (PaymentKind.PAID, Decimal(40)),
        (PaymentKind.UNPAID, Decimal(40)),
        (PaymentKind.PART_PAID, Decimal(40)),
        (PaymentKind.NO_CHARGE, Decimal(0)),
        (PaymentKind.NOT_INVOICED, Decimal(40)),
    ]
    assert gathered.payments[2][1].original_word == "UNPAID"
    assert all(payment.paid is None and payment.due is None for _label, payment in gathered.payments)


def test_says_what_the_report_cannot_show():
    gathered = simplepractice.read_report(GOLDEN / "simplepractice_status.csv", HERE)
    assert gathered.sessions == ()
    assert "no column for attendance" in gathered.not_analysed[1].why
    assert [(one.row, one.field) for one in gathered.quarantined] == [
        ("7", "Client Payment Status"),
        ("8", "Date of Service"),
    ]
    assert "day_first" in gathered.quarantined[1].why


def test_the_practice_says_the_order_of_day_and_month():
    place = Place(GOLDEN, ZONE, (ColumnMapping("simplepractice*.csv", "payments", {}, {}, day_first=False),))
    gathered = simplepractice.read_report(GOLDEN / "simplepractice_status.csv", place)
    assert [one.row for one in gathered.quarantined] == ["7"]
    assert gathered.payments[-1][1].session_date.month == 3


def test_a_status_column_gives_sessions_and_show_is_unconfirmed(tmp_path):
    path = tmp_path / "s.csv"
    path.write_text(
        "Date of Service,Client,Clinician,Client Payment Status,Appointment Status\n"
        "2026-01-15 10:00,W.,T.,PAID,Show\n"
        "2026-01-22 10:00,W.,T.,NO CHARGE,clinician canceled\n"
        "2026-01-22 10:00,W.,T.,PAID,Show\n"
        "never,W.,T.,PAID,Show\n",
        encoding="utf-8",
    )
    gathered = simplepractice.read_report(path, Place(tmp_path, ZONE))
    (_one, came), (_two, cancelled) = gathered.sessions
    assert (came.kind, came.confirmed, came.start.hour) == (SessionKind.ATTENDED, False, 10)
    assert (cancelled.kind, cancelled.initiated_by) == (SessionKind.CANCELLED, Initiator.THERAPIST)
    assert any("default" in remark for remark in gathered.remarks)
    assert [one.row for one in gathered.quarantined] == ["5", "4"]


def test_outstanding_balances_have_no_day():
    gathered = simplepractice.read_balances(GOLDEN / "simplepractice_balances.csv", HERE)
    assert gathered.payments == ()
    assert "totals per client without a day" in gathered.not_analysed[0].why
