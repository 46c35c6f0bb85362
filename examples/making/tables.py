"""Delimited tables as bytes, with rows spoilt on purpose and remembered."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from making.person import BEGIN, Faults, Life, Slot

Row = dict[str, str]
APPOINTMENTS = ("id", "start", "end", "status", "initiated_by", "changed_at", "reason", "fee_charged", "note")
PAYMENTS = ("id", "session_date", "due", "paid", "amount", "currency", "status", "changed_by", "note")
ITEMS = tuple(f"i{number}" for number in range(1, 10))
RATINGS = ("session_date", "instrument", "by", "timing", "score")
CHECK_INS = ("date", "by", "felt_off", "words", "share")


@dataclass
class Table:
    """One delimited file on its way out."""

    name: str
    columns: Sequence[str]
    rows: list[Row]
    delimiter: str = ","
    encoding: str = "utf-8"
    header: Sequence[str] = field(default=())

    def data(self) -> bytes:
        """Return the file's bytes."""
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=self.delimiter, lineterminator="\r\n")
        writer.writerow(self.header or self.columns)
        writer.writerows([[row.get(column, "") for column in self.columns] for row in self.rows])
        return out.getvalue().encode(self.encoding)

    def first(self, wanted: Callable[[Row], bool], after: int) -> int:
        """Return the index of the first wanted row from `after` on, or of any wanted row, or of the last."""
        found = [number for number, row in enumerate(self.rows) if wanted(row)]
        return next((number for number in found if number >= after), found[-1] if found else len(self.rows) - 1)

    def spoil(self, index: int, column: str, value: str, faults: Faults, expect: str, what: str) -> None:
        """Put `value` where it does not belong, and remember it."""
        self.rows[index] = {**self.rows[index], column: value}
        faults.add(self.name, self.row(index), column, expect, what)

    def row(self, index: int) -> int:
        """Return the row's number as a therapist sees it: what a client keeps to themselves leaves no gap."""
        return 2 + sum(may_be_read(row) for row in self.rows[:index])

    def double(self, index: int, faults: Faults) -> None:
        """Write one row twice, and remember the second."""
        self.rows.insert(index + 1, dict(self.rows[index]))
        faults.add(self.name, index + 3, "", "duplicate", "the row before it, once more")


def appointments(life: Life, calendar: date = BEGIN) -> list[Row]:
    """Return what became of each slot.

    A moved one has two rows, at its old and its new time; only the new one where the calendar, as it was seen
    on the day `calendar`, already tells of the move.
    """
    rows: list[Row] = []
    for number, slot in enumerate(life.slots, start=1):
        name = f"{life.person.codename[0]}{number:03}"
        if slot.moved and slot.changed and slot.changed.date() < calendar:
            rows.append(_told(life, slot, name, slot.start, slot.outcome))
        elif slot.moved:
            old = _told(life, slot, name, slot.slot, slot.move_word)
            rows += [old, _appointment(life, f"{name}b", slot.start, slot.outcome, charged="yes")]
        elif slot.outcome == "therapist cancelled":
            rows.append(_told(life, slot, name, slot.slot, "therapist_unavailable"))
        else:
            rows.append(_told(life, slot, name, slot.slot, slot.outcome))
    return rows


def _told(life: Life, slot: Slot, name: str, start: datetime, status: str) -> Row:
    row = _appointment(life, name, start, status, charged="yes" if slot.charged and start == slot.start else "no")
    row.update(initiated_by=slot.by, reason=slot.reason)
    if slot.changed:
        row["changed_at"] = f"{slot.changed:%Y-%m-%d %H:%M}"
    return row


def _appointment(life: Life, name: str, start: datetime, status: str, charged: str) -> Row:
    end = start + timedelta(minutes=life.person.minutes)
    return {
        "id": name,
        "start": f"{start:%Y-%m-%d %H:%M}",
        "end": f"{end:%Y-%m-%d %H:%M}",
        "status": status,
        "fee_charged": charged,
    }


def payments(life: Life) -> list[Row]:
    """Return what was due and when it was paid."""
    return [
        {
            "id": f"{life.person.codename[:2].upper()}-{number:03}",
            "session_date": bill.day.isoformat(),
            "due": bill.due.isoformat(),
            "paid": bill.paid.isoformat() if bill.paid else "",
            "amount": f"{bill.amount}.00",
            "currency": "GBP",
            "status": "paid" if bill.paid else "unpaid",
        }
        for number, bill in enumerate(life.bills, start=1)
    ]


def ratings(life: Life) -> list[Row]:
    """Return every answer; a skipped one has neither score nor items."""
    rows = []
    for answer in life.answers:
        row = {
            "session_date": answer.day.isoformat(),
            "instrument": answer.instrument,
            "by": answer.by,
            "timing": answer.timing,
            "score": "" if answer.score is None else f"{answer.score:g}",
        }
        row.update({name: "" if item is None else str(item) for name, item in zip(ITEMS, answer.items, strict=False)})
        rows.append(row)
    return rows


def may_be_read(row: Row) -> bool:
    """Whether a therapist may know of this row at all: anything but a check-in that its author has not shared."""
    return "share" not in row or row["share"] in {"now", "raise_for_me"}


def day_first(value: datetime | date) -> str:
    """Return a day, or a moment, in day/month/year."""
    return f"{value:%d/%m/%Y %H:%M}" if isinstance(value, datetime) else f"{value:%d/%m/%Y}"
