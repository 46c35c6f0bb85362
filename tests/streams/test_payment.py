"""Days from due to paid, stretch by stretch."""

from datetime import date, timedelta

import pytest
from tests.streams.streams_made import bill, heron, seen, series, values

from reattune.model import PaymentKind, Tilt
from reattune.streams.payment import LAST_DAYS, PATTERN

DUE = date(2025, 3, 1)
PAID, OPEN = PaymentKind.PAID, PaymentKind.DUE


def late(days):
    return DUE + timedelta(days=days)


LONG_AFTER = late(200)


def of(*bills, as_of=LONG_AFTER, **more):
    found = series(heron(payments=bills, **more), "payment", as_of)
    return [] if found is None else [(one.group, one.code, one.value, one.known_at) for one in found.observations]


@pytest.mark.parametrize(
    ("days", "group", "value"),
    [
        (-5, 0, "paid_on_time"),
        (0, 0, "paid_on_time"),
        (1, 1, "paid_1_days_late"),
        (7, 1, "paid_7_days_late"),
        (8, 2, "paid_8_days_late"),
        (30, 3, "paid_30_days_late"),
        (60, 4, "paid_60_days_late"),
    ],
)
def test_one_yes_or_no_for_every_stretch_entered(days, group, value):
    found = of(bill(DUE, late(days), PAID))
    assert [code for _, code, _, _ in found] == [1] * group + [0]
    assert [number for number, _, _, _ in found] == list(range(group + 1))
    assert found[-1][2:] == (value, late(days))


def test_unpaid_as_long_as_nobody_could_have_known_otherwise():
    one = bill(DUE, late(20), PAID)
    assert of(one, as_of=DUE) == []
    assert of(one, as_of=late(1)) == [(0, 1, "unpaid_after_0_days", late(1))]
    assert of(one, as_of=late(19)) == of(bill(DUE, None, OPEN), as_of=late(19))
    assert of(one, as_of=late(20))[-1] == (3, 0, "paid_20_days_late", late(20))


def test_nothing_is_counted_beyond_sixty_days():
    never = of(bill(DUE, None, PaymentKind.UNPAID))
    assert [known for *_, known in never] == [late(last + 1) for last in LAST_DAYS]
    assert of(bill(DUE, late(61), PAID)) == never


@pytest.mark.parametrize(
    "kind",
    [
        PaymentKind.WAIVED,
        PaymentKind.NO_CHARGE,
        PaymentKind.CANCELLED,
        PaymentKind.WRITTEN_OFF,
        PaymentKind.NOT_INVOICED,
        PaymentKind.REFUNDED,
        PaymentKind.UNMAPPED,
        PaymentKind.FAILED,
        PaymentKind.CHARGED_BACK,
        PaymentKind.PAID,
    ],
)
def test_no_evidence(kind):
    assert of(bill(DUE, None, kind)) == []


def test_a_card_that_did_not_go_through_leaves_the_bill_open():
    assert of(bill(DUE, None, PaymentKind.FAILED, "2", id="a"), bill(DUE, late(3), PAID, "3", id="a")) == of(
        bill(DUE, late(3), PAID, "3")
    )


def test_part_payments():
    part = bill(DUE, late(10), PaymentKind.PART_PAID, "2", id="a")
    rest = bill(DUE, late(20), PAID, "3", id="a")
    again = bill(DUE, late(40), PAID, "4", id="a")
    found = [value for _, _, value, _ in of(part, rest, again)]
    assert found == ["unpaid_after_0_days", "unpaid_after_7_days", "paid_20_days_late"]
    assert of(part) == of(part, rest, as_of=late(19))
    assert of(bill(DUE, None, PaymentKind.PART_PAID)) == []


def test_without_a_due_date_the_session_s_day_stands_for_it_and_that_is_said():
    one = heron(payments=(bill(None, late(2), PAID, session_date=DUE), bill(None, late(2), PAID, "9")))
    assert values(one, "payment") == ["unpaid_after_0_days", "paid_2_days_late"]
    assert len(seen(one).remarks) == 1


def test_the_relationship_s_bounds_hold():
    assert of(bill(DUE, None, OPEN), ended=late(10)) == of(bill(DUE, None, OPEN), as_of=late(10))
    assert of(bill(DUE, None, OPEN), started=late(1)) == []
    assert of(bill(date.max, None, OPEN), as_of=date.max) == []


def test_the_pattern_divides_the_chance_of_being_paid():
    assert PATTERN.tilt is Tilt.HAZARD
    assert len(PATTERN.mean) == len(LAST_DAYS)
    assert all(sum(group) == pytest.approx(1) for group in PATTERN.mean)
    assert series(heron(payments=(bill(DUE, None, OPEN),)), "payment", late(90)).basis == "payments"
