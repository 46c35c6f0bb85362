"""Stripe's exports."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from reattune.model import PaymentKind
from reattune.reading import stripe
from reattune.reading.gathered import Place

GOLDEN = Path(__file__).parent / "golden"
HERE = Place(GOLDEN, ZoneInfo("Europe/London"), currency="GBP")


def test_reads_payments_on_the_day_people_lived():
    gathered = stripe.read_payments(GOLDEN / "stripe_payments.csv", HERE)
    assert [(label, one.kind, one.due, one.paid) for label, one in gathered.payments] == [
        ("cus_1", PaymentKind.PAID, None, date(2026, 7, 2)),  # 23:30 UTC is the next day in summer
        ("cus_1", PaymentKind.FAILED, date(2026, 7, 8), None),
        ("w@example.invalid", PaymentKind.REFUNDED, date(2026, 7, 15), None),
        ("cus_1", PaymentKind.UNMAPPED, date(2026, 7, 22), None),
    ]
    assert [one.row for one in gathered.quarantined] == ["6"]
    assert "“Uncaptured”" in gathered.not_analysed[0].why


def test_the_order_of_columns_does_not_matter(tmp_path):
    lines = (GOLDEN / "stripe_payments.csv").read_text(encoding="utf-8").splitlines()
    path = tmp_path / "stripe_payments.csv"
    path.write_text("\n".join(",".join(reversed(line.split(","))) for line in lines), encoding="utf-8")
    turned = stripe.read_payments(path, Place(tmp_path, HERE.zone, currency="GBP"))
    assert turned.payments == stripe.read_payments(GOLDEN / "stripe_payments.csv", HERE).payments


def test_reads_the_itemised_balance():
    gathered = stripe.read_balance(GOLDEN / "stripe_balance.csv", HERE)
    assert [(label, one.kind, one.paid, one.amount) for label, one in gathered.payments] == [
        ("cus_1", PaymentKind.PAID, date(2026, 7, 1), 80),
        ("cus_1", PaymentKind.REFUNDED, None, 80),
    ]
    assert "1 row about fees or payouts" in gathered.remarks[-1]


def test_a_balance_without_clients_and_payouts_are_of_no_use(tmp_path):
    path = tmp_path / "b.csv"
    path.write_text(
        "balance_transaction_id,created_utc,gross,reporting_category\nt,2026-01-01,1,charge\n", encoding="utf-8"
    )
    assert "names the client" in stripe.read_balance(path, HERE).not_analysed[0].why
    assert "name no client" in stripe.read_payouts(GOLDEN / "stripe_payouts.csv", HERE).not_analysed[0].why
