"""GoCardless exports."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from reattune.model import PaymentKind
from reattune.reading import gocardless
from reattune.reading.gathered import Place

GOLDEN = Path(__file__).parent / "golden"
HERE = Place(GOLDEN, ZoneInfo("Europe/London"), currency="GBP")


def test_reads_payments():
    gathered = gocardless.read_payments(GOLDEN / "gocardless_payments.csv", HERE)
    assert [(label, one.kind, one.paid) for label, one in gathered.payments] == [
        ("MD1", PaymentKind.PAID, date(2026, 1, 8)),
        ("MD1", PaymentKind.FAILED, None),
        ("MD1", PaymentKind.CHARGED_BACK, None),
        ("MD1", PaymentKind.FAILED, None),
        ("HER-17", PaymentKind.CANCELLED, None),
        ("MD1", PaymentKind.DUE, None),
    ]
    assert {one.amount for _label, one in gathered.payments} == {Decimal(80)}
    assert gathered.payments[1][1].due == date(2026, 1, 15)


def test_amounts_that_may_be_pence_are_only_noted(tmp_path):
    path = tmp_path / "p.csv"
    path.write_text("id,amount,charge_date,status,links.mandate\nPM1,8000,2026-01-08,paid_out,MD1\n", encoding="utf-8")
    gathered = gocardless.read_payments(path, HERE)
    ((_label, payment),) = gathered.payments
    assert payment.amount is None
    assert "8000" in payment.note
    assert "pence or in pounds" in gathered.remarks[-1]


def test_payouts_are_of_no_use():
    gathered = gocardless.read_payouts(GOLDEN / "gocardless_payouts.csv", HERE)
    assert "name no client" in gathered.not_analysed[0].why
