"""Bills: each told by the last that was known of it."""

from datetime import date, timedelta

import pytest
from tests.noticing.telling_made import row

from reattune.model import Observation
from reattune.noticing.bills import STRETCHES, bills
from reattune.streams.payment import LAST_DAYS

DUE = date(2026, 3, 3)


def told(seen, waited=18):
    return bills(seen, DUE + timedelta(days=waited))


def bill(value, number, *, at="2026-03-03", known=None, **more) -> Observation:
    return row(at, value, number=number, known=known, **more).observation


def test_one_bill_is_told_by_its_last_state():
    seen = [
        bill("unpaid_after_7_days", 4, known="2026-03-10"),
        bill("paid_9_days_late", 4, known="2026-03-12"),
    ]
    assert told(seen) == "One bill in these weeks: paid nine days after it was due."


def test_several_bills_are_counted_apart():
    seen = [
        bill("paid_on_time", 2),
        bill("paid_on_time", 3),
        bill("paid_1_day_late", 4),
        bill("unpaid_after_14_days", 5),
    ]
    assert told(seen) == (
        "Of 4 bills in these weeks, 2 were paid on time, 1 was paid 1 day after it was due, "
        "and 1 was not yet paid 18 days after it was due, as far as is known."
    )


def test_days_are_listed_and_never_averaged():
    seen = [bill(f"paid_{days}_days_late", days) for days in (21, 3, 9)]
    assert told(seen) == "Of three bills in these weeks, all were paid after they were due (days after: 3, 9, 21)."
    waiting = [
        bill("unpaid_after_14_days", 2),
        bill("unpaid_after_7_days", 3, at="2026-03-10"),
    ]
    assert told(waiting) == (
        "Of two bills in these weeks, none was paid yet, as far as is known (days after they were due: 11, 18)."
    )


def test_many_days_are_told_by_their_span():
    seen = [bill(f"paid_{days}_days_late", days) for days in range(2, 10)]
    assert told(seen).endswith("all were paid after they were due (days after: 2 to 9).")


def test_a_word_nobody_foresaw_is_quoted():
    seen = [bill("part_refunded", 2), bill("paid_on_time", 3)]
    assert told(seen) == "Of two bills in these weeks, one was paid on time and one is recorded as “part refunded”."


def test_a_payment_in_a_row_of_its_own_joins_its_bill():
    seen = [
        bill("unpaid_after_7_days", 4, known="2026-03-11", group=1),
        bill("paid_9_days_late", 30, known="2026-03-12", group=2),
    ]
    assert told(seen) == "One bill in these weeks: paid nine days after it was due."


def test_a_payment_does_not_join_the_bill_of_another_day():
    seen = [
        bill("unpaid_after_7_days", 4, at="2026-02-03", known="2026-02-11", group=1),
        bill("paid_9_days_late", 30, known="2026-03-12", group=2),
    ]
    assert told(seen).startswith("Of two bills")


def test_what_is_left_out_is_not_counted_with_the_rest():
    seen = [bill("paid_on_time", 2), bill("paid_9_days_late", 3, weight=0.0)]
    assert told(seen) == "Of two bills in these weeks, one was paid on time and one is left out for a known reason."


def test_those_of_one_kind_beside_another_are_counted():
    seen = [bill("paid_on_time", 2), *(bill(f"paid_{days}_days_late", days) for days in (9, 4))]
    seen += [bill("unpaid_after_7_days", number, at=f"2026-03-{number}") for number in (10, 11)]
    assert told(seen) == (
        "Of five bills in these weeks, one was paid on time, two were paid after they were due (days after: 4, 9), "
        "and two were not yet paid, as far as is known (days after they were due: 10, 11)."
    )


@pytest.mark.parametrize(
    ("value", "waited", "words"),
    [
        ("unpaid_after_0_days", 1, "not yet paid one day after it was due, as far as is known"),
        ("unpaid_after_7_days", 10, "not yet paid ten days after it was due, as far as is known"),
        ("unpaid_after_7_days", 14, "not yet paid 14 days after it was due, as far as is known"),
        ("unpaid_after_7_days", 15, "not yet paid seven days after the due date"),
        ("unpaid_after_60_days", 90, "not yet paid 60 days after the due date"),
        ("unpaid_after_0_days", 40, "not paid by the day it was due"),
    ],
)
def test_a_bill_has_waited_until_the_day_of_the_noticing_as_far_as_the_stream_says(value, waited, words):
    assert told([bill(value, 2)], waited) == f"One bill in these weeks: {words}."


def test_bills_of_which_later_is_not_known_are_counted_by_their_last_stretch():
    seen = [bill("paid_on_time", 2), *(bill("unpaid_after_60_days", number) for number in (3, 4))]
    assert told(seen, 90) == (
        "Of 3 bills in these weeks, 1 was paid on time and 2 were not yet paid 60 days after the due date."
    )


def test_the_stretches_are_those_of_the_stream():
    assert STRETCHES == LAST_DAYS
