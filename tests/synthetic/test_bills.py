"""Rows of payments: what the stream of payments reads back is what was drawn."""

from datetime import date, timedelta

import numpy as np
import pytest

from reattune.model import PaymentKind, Relationship
from reattune.streams import observe
from reattune.streams.payment import NAME, PATTERN
from reattune.synthetic.bills import bills
from reattune.synthetic.paying import NOT_ENTERED, PAYING, payment
from reattune.synthetic.relationship import relationship
from reattune.synthetic.setting import Setting


@pytest.fixture(scope="module")
def sessions():
    return relationship("egret", 1, 60).relationship.sessions


@pytest.mark.parametrize("population", [PAYING, PATTERN])
def test_payments_are_read_back_as_they_were_drawn(sessions, population):
    found = payment(1, 60, np.random.default_rng(2), population=population, slower=np.full(60, 3.0))
    rows = bills("egret", Setting(), sessions, found.days_late[0], 7)
    read = observe(Relationship("egret", payments=rows, started=date(2025, 1, 1)), {}, {}, date(2028, 1, 1))
    seen = {}
    for one in next(series for series in read.series if series.name == NAME).observations:
        seen.setdefault(one.at, {})[one.group] = one.code
    charged = [index for index, one in enumerate(sessions) if one.fee_charged]
    assert len(rows) == len(charged) < 60
    for index in charged:
        due = sessions[index].start.date() + timedelta(days=7)
        codes = {group: int(code) for group, code in enumerate(found.codes[0, index]) if code != NOT_ENTERED}
        assert seen[due] == codes


def test_a_bill_that_is_never_paid_is_unpaid(sessions):
    rows = bills("egret", Setting(), sessions, np.full(60, np.inf), 7)
    assert {(one.kind, one.paid) for one in rows} == {(PaymentKind.UNPAID, None)}


def test_every_bill_has_its_fee_and_its_place(sessions):
    rows = bills("egret", Setting(currency="EUR"), sessions, np.full(60, -20.0), 7)
    assert {(one.amount, one.currency) for one in rows} == {(70, "EUR")}
    assert [one.source.row for one in rows] == [str(number + 2) for number in range(len(rows))]
    assert all(one.paid == one.session_date for one in rows), "nobody pays before the session"
