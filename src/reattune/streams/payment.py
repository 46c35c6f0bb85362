"""How long after it was due an amount is paid: one yes or no for every stretch of days in which it could have been."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reattune.language import plural
from reattune.model import Direction, Observation, Outcomes, Payment, PaymentKind, Series, Source, Tilt
from reattune.streams.reasons import weigh
from reattune.streams.registry import Found, Stream
from reattune.streams.ticks import View

NAME = "payment"
LABELS = ("paid", "unpaid")
PAID, UNPAID = range(2)
LAST_DAYS = (0, 7, 14, 30, 60)
"""The last day late of each stretch; beyond the last, nothing more is counted."""
PATTERN = Outcomes(
    labels=LABELS,
    # Reattune's own default, not a finding: the chance of being paid in each stretch, if not before.
    mean=((0.7, 0.3), (0.6, 0.4), (0.5, 0.5), (0.5, 0.5), (0.4, 0.6)),
    strength=6.0,
    changes=((PAID, Direction.AWAY),),
    tilt=Tilt.HAZARD,
    factors=(2.0, 4.0),
    # One late transfer may pay several bills, and a thin month makes several late (docs/evidence.md).
    trust=0.7,
)


@dataclass(frozen=True, slots=True)
class _Bill:
    """One amount due: when, and when it was paid in full or first in part, as far as is recorded."""

    due: date
    source: Source
    paid: date | None
    paid_in: Source | None
    in_part_from: date | None


def observe(view: View) -> Found:
    """Return, for every bill and every stretch of days late that it entered, whether it was paid in it."""
    bills: dict[tuple[str, str, str], list[Payment]] = {}
    for row in view.relationship.payments:
        key = ("id", row.id, "") if row.id else ("row", row.source.file, row.source.row)
        bills.setdefault(key, []).append(row)
    seen: list[Observation] = []
    for rows in bills.values():
        bill = _bill(sorted(rows, key=lambda row: row.source))
        if bill is not None and not _before_the_start(bill, view):
            seen += _stretches(bill, view)
    return Found((Series(NAME, PATTERN, tuple(seen), basis="payments"),), _remarks(view))


def _before_the_start(bill: _Bill, view: View) -> bool:
    started = view.relationship.started
    return started is not None and bill.due < started


def _bill(rows: Sequence[Payment]) -> _Bill | None:
    """Return what a bill's rows say together, or None where they say nothing about the client."""
    rows = [row for row in rows if not _says_nothing(row.kind)]
    due = next((day for row in rows if (day := row.due or row.session_date) is not None), None)
    if due is None or any(_settled_otherwise(row.kind) for row in rows):
        return None
    full = sorted(
        (row.paid, row.source) for row in rows if row.paid is not None and row.kind is not PaymentKind.PART_PAID
    )
    if any(row.kind is PaymentKind.PAID and row.paid is None for row in rows):
        # Paid, but nobody knows when: from no day on may it be called unpaid.
        return None
    in_part = [row.paid or due for row in rows if row.kind is PaymentKind.PART_PAID]
    return _Bill(
        due=due,
        source=rows[0].source,
        paid=full[0][0] if full else None,
        paid_in=full[0][1] if full else None,
        in_part_from=min(in_part, default=None),
    )


def _says_nothing(kind: PaymentKind) -> bool:
    """Whether a row is no evidence by itself: a card that did not go through is most often an expired card."""
    return kind in {PaymentKind.FAILED, PaymentKind.CHARGED_BACK}


def _settled_otherwise(kind: PaymentKind) -> bool:
    match kind:
        case (
            PaymentKind.WAIVED
            | PaymentKind.NO_CHARGE
            | PaymentKind.CANCELLED
            | PaymentKind.WRITTEN_OFF
            | PaymentKind.NOT_INVOICED
            | PaymentKind.REFUNDED
            | PaymentKind.UNMAPPED
        ):
            return True
        case (
            PaymentKind.DUE
            | PaymentKind.PAID
            | PaymentKind.PART_PAID
            | PaymentKind.UNPAID
            | PaymentKind.FAILED
            | PaymentKind.CHARGED_BACK
        ):
            return False


def _stretches(bill: _Bill, view: View) -> Iterator[Observation]:
    due = bill.due.toordinal()
    late = None if bill.paid is None else bill.paid.toordinal() - due
    for group, last in enumerate(LAST_DAYS):
        over = due + last + 1
        if late is not None and late <= last and bill.paid is not None:
            yield _observation(bill, view, group, PAID, bill.paid)
            return
        if over > date.max.toordinal():
            return
        # Somebody who has paid in part is not somebody who has not paid: from then on only the rest, once paid, counts.
        if bill.in_part_from is None or over <= bill.in_part_from.toordinal():
            yield _observation(bill, view, group, UNPAID, date.fromordinal(over))


def _observation(bill: _Bill, view: View, group: int, code: int, known: date) -> Observation:
    source = bill.source if code == UNPAID or bill.paid_in is None else bill.paid_in
    weight = weigh((source, bill.source), view.relationship.left_out)
    late = known.toordinal() - bill.due.toordinal()
    paid = f"paid_{late}_days_late" if late > 0 else "paid_on_time"
    return Observation(
        at=bill.due,
        known_at=known,
        code=code,
        value=paid if code == PAID else f"unpaid_after_{LAST_DAYS[group]}_days",
        source=source,
        group=group,
        weight=weight.weight,
        foreseen=weight.foreseen,
        reason=weight.reason,
    )


def _remarks(view: View) -> tuple[str, ...]:
    without = sum(
        row.due is None and row.session_date is not None and row.session_date <= view.until
        for row in view.relationship.payments
    )
    if not without:
        return ()
    return (
        plural(
            "{n} payment has no due date; the day of its session is taken for it.",
            "{n} payments have no due date; the days of their sessions are taken for it.",
            without,
        ),
    )


STREAM = Stream(family=NAME, observe=observe)
