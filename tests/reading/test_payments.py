"""Payments tables."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reattune.errors import UnreadableError
from reattune.model import Initiator, PaymentKind
from reattune.reading.gathered import ColumnMapping, Place
from reattune.reading.payments import read_payments

GOLDEN = Path(__file__).parent / "golden"
ZONE = ZoneInfo("Europe/London")
HERE = Place(GOLDEN, ZONE, currency="GBP")
STATEMENT = ColumnMapping(
    "statement.csv", "payments", {"paid": "Date", "reference": "Details", "amount": "Amount"}, {}, day_first=True
)


def read(tmp_path, text, mapping=None):
    path = tmp_path / "payments.csv"
    path.write_text(text, encoding="utf-8")
    return read_payments(path, Place(tmp_path, ZONE, currency="GBP"), mapping)


def test_reads_the_contract_file():
    gathered = read_payments(GOLDEN / "payments.csv", HERE, None)
    found = {payment.id: payment for _label, payment in gathered.payments}
    assert {key: payment.kind for key, payment in found.items()} == {
        "p1": PaymentKind.PAID,
        "p2": PaymentKind.PAID,
        "p3": PaymentKind.DUE,
        "p7": PaymentKind.WAIVED,
        "p8": PaymentKind.UNMAPPED,
    }
    assert (found["p2"].due, found["p2"].paid, found["p2"].original_word) == (date(2026, 1, 13), date(2026, 1, 27), "")
    assert found["p2"].currency == "GBP"
    assert (found["p7"].amount, found["p7"].changed_by) == (Decimal("1080.50"), Initiator.THERAPIST)


def test_says_what_was_set_aside_and_why():
    gathered = read_payments(GOLDEN / "payments.csv", HERE, None)
    assert [(one.row, one.field) for one in gathered.quarantined] == [
        ("5", "paid"),
        ("6", "paid"),
        ("7", "amount"),
        ("10", "id"),
    ]
    assert gathered.quarantined[0].why == "31.02.2026 is not a date; give year-month-day or set day_first"
    assert "does not go with a paid date" in gathered.quarantined[1].why
    assert "below zero" in gathered.quarantined[2].why
    assert "“gift”" in gathered.not_analysed[0].why
    assert any("EUR, GBP" in remark for remark in gathered.remarks)


def test_a_bank_statement_gives_references_as_labels():
    gathered = read_payments(GOLDEN / "statement.csv", HERE, STATEMENT)
    assert [(label, payment.paid, payment.amount, payment.source.row) for label, payment in gathered.payments] == [
        ("HER-17", date(2026, 1, 5), Decimal(80), "4"),
        ("HER-17", date(2026, 1, 20), Decimal(80), "6"),
        ("WR 4", date(2026, 1, 20), Decimal(1080), "7"),
    ]
    assert {payment.kind for _label, payment in gathered.payments} == {PaymentKind.PAID}
    assert gathered.remarks == ("statement.csv: 1 row with money going out was left out",)


def test_a_paid_row_without_a_day_is_said(tmp_path):
    gathered = read(tmp_path, "session_date,status\n2026-01-06,paid\n")
    assert "without saying when" in gathered.remarks[0]


def test_nothing_due_is_no_charge(tmp_path):
    ((_label, payment),) = read(tmp_path, "session_date,amount\n2026-01-06,0\n").payments
    assert payment.kind is PaymentKind.NO_CHARGE


def test_money_given_back_may_be_below_zero(tmp_path):
    ((_label, payment),) = read(tmp_path, "session_date,amount,status\n2026-01-06,-80,refunded\n").payments
    assert payment.amount == 80


def test_rows_without_a_day_and_tables_without_one(tmp_path):
    gathered = read(tmp_path, "id,due\n1,\n2,2026-01-06\n")
    assert [one.row for one in gathered.quarantined] == ["2"]
    with pytest.raises(UnreadableError, match="none of the columns session_date, due, paid"):
        read(tmp_path, "id,amount\n1,80\n")


def test_two_payments_for_one_session_are_both_kept(tmp_path):
    text = "session_date,paid,amount\n2026-01-06,2026-01-06,40\n2026-01-06,2026-01-09,40\n2026-01-06,2026-01-09,40\n"
    gathered = read(tmp_path, text)
    assert len(gathered.payments) == 2
    assert "the same as row 3" in gathered.quarantined[0].why


def test_who_changed_it_has_to_be_known(tmp_path):
    gathered = read(tmp_path, "session_date,changed_by\n2026-01-06,reception\n")
    assert gathered.quarantined[0].field == "changed_by"


def test_a_mapping_may_give_one_word_for_every_row(tmp_path):
    columns = {"paid": "When", "status": "=waived", "client": "=wren"}
    gathered = read(tmp_path, "When\n2026-01-06\n", ColumnMapping("*", "payments", columns, {}))
    ((label, payment),) = gathered.payments
    assert (label, payment.kind, payment.note) == ("wren", PaymentKind.WAIVED, None)


CELL = st.sampled_from(["", "2026-01-06", "03/04/2026", "80", "-80", "paid", "unpaid", "x"])


@given(rows=st.lists(st.lists(CELL, min_size=6, max_size=6), max_size=10), statement=st.booleans())
@settings(deadline=None, max_examples=150)
def test_every_row_is_read_set_aside_or_counted(tmp_path_factory, rows, statement):
    root = tmp_path_factory.getbasetemp()
    path = root / "any_payments.csv"
    header = "session_date,due,paid,amount,status,details"
    path.write_text("\n".join([header, *(",".join(row) for row in rows)]), encoding="utf-8")
    columns = {"reference": "details"} if statement else {}
    gathered = read_payments(path, Place(root, ZONE), ColumnMapping("*", "payments", columns, {}))
    filled = [number for number, row in enumerate(rows, start=2) if any(row)]
    outgoing = [number for number in filled if statement and rows[number - 2][3] in {"", "-80", "2026-01-06"}]
    accounted = [int(payment.source.row) for _label, payment in gathered.payments]
    accounted += [int(one.row) for one in gathered.quarantined]
    assert sorted(accounted) == [number for number in filled if number not in outgoing]
    assert bool(outgoing) == any("going out" in remark for remark in gathered.remarks)
