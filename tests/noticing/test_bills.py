"""Bills: each told by the last that was known of it."""

from tests.noticing.telling_made import row

from reattune.model import Observation
from reattune.noticing.bills import bills


def bill(value, number, *, at="2026-03-03", known=None, **more) -> Observation:
    return row(at, value, number=number, known=known, **more).observation


def test_one_bill_is_told_by_its_last_state():
    seen = [
        bill("unpaid_after_7_days", 4, known="2026-03-10"),
        bill("paid_9_days_late", 4, known="2026-03-12"),
    ]
    assert bills(seen) == "One bill in these weeks: paid nine days after it was due."


def test_several_bills_are_counted_apart():
    seen = [
        bill("paid_on_time", 2),
        bill("paid_on_time", 3),
        bill("paid_1_day_late", 4),
        bill("unpaid_after_14_days", 5),
    ]
    assert bills(seen) == (
        "Of four bills in these weeks, two were paid on time, one was paid one day after it was due, "
        "and one was not yet paid 14 days after it was due, as far as is known."
    )


def test_days_are_listed_and_never_averaged():
    seen = [bill(f"paid_{days}_days_late", days) for days in (21, 3, 9)]
    assert bills(seen) == "Of three bills in these weeks, all were paid after they were due (days after: 3, 9, 21)."
    waiting = [bill(f"unpaid_after_{days}_days", days) for days in (14, 7)]
    assert bills(waiting) == (
        "Of two bills in these weeks, none was paid yet, as far as is known (days after they were due: 7, 14)."
    )


def test_many_days_are_told_by_their_span():
    seen = [bill(f"paid_{days}_days_late", days) for days in range(2, 10)]
    assert bills(seen).endswith("all were paid after they were due (days after: 2 to 9).")


def test_a_word_nobody_foresaw_is_quoted():
    seen = [bill("part_refunded", 2), bill("paid_on_time", 3)]
    assert bills(seen) == "Of two bills in these weeks, one was paid on time and one is recorded as “part refunded”."


def test_a_payment_in_a_row_of_its_own_joins_its_bill():
    seen = [
        bill("unpaid_after_7_days", 4, known="2026-03-11", group=1),
        bill("paid_9_days_late", 30, known="2026-03-12", group=2),
    ]
    assert bills(seen) == "One bill in these weeks: paid nine days after it was due."


def test_a_payment_does_not_join_the_bill_of_another_day():
    seen = [
        bill("unpaid_after_7_days", 4, at="2026-02-03", known="2026-02-11", group=1),
        bill("paid_9_days_late", 30, known="2026-03-12", group=2),
    ]
    assert bills(seen).startswith("Of two bills")


def test_what_is_left_out_is_not_counted_with_the_rest():
    seen = [bill("paid_on_time", 2), bill("paid_9_days_late", 3, weight=0.0)]
    assert bills(seen) == "Of two bills in these weeks, one was paid on time and one is left out for a known reason."


def test_those_of_one_kind_beside_another_are_counted():
    seen = [bill("paid_on_time", 2), *(bill(f"paid_{days}_days_late", days) for days in (9, 4))]
    seen += [bill(f"unpaid_after_{days}_days", days) for days in (30, 60)]
    assert bills(seen) == (
        "Of five bills in these weeks, one was paid on time, two were paid after they were due (days after: 4, 9), "
        "and two were not yet paid, as far as is known (days after they were due: 30, 60)."
    )
