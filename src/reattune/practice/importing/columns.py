"""What a person can say about a table's columns: which of ours each is, and what its words mean."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import PaymentKind, SessionKind
from reattune.practice import models
from reattune.practice.importing.held import Held
from reattune.practice.importing.recognising import head_of, headers_digest, preset_for
from reattune.reading.check_in_rows import check_in_rows
from reattune.reading.layout import FileKind
from reattune.reading.tables import Table, normalised

SAMPLES = 3
LONGEST_SAMPLE = 24
"""A longer cell holds words; those are for the file's own reader, not for a page about columns."""
NAME_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its name, some short cells of it, and the field it is taken for."""

    header: str
    samples: tuple[str, ...]
    field: str


def kinds() -> Mapping[str, str]:
    """Return what a table can hold, in words."""
    return {
        FileKind.APPOINTMENTS.value: _("Appointments"),
        FileKind.PAYMENTS.value: _("Payments"),
        FileKind.RATINGS.value: _("Ratings (answers to a questionnaire)"),
        FileKind.CHECK_INS.value: _("Check-ins (what each of you said)"),
    }


def fields(kind: str) -> Mapping[str, str]:
    """Return what a column can be in a table of a kind, in words."""
    return _FIELDS[FileKind(kind)]()


def _appointments() -> dict[str, str]:
    return {
        "start": _("Start: day and time"),
        "date": _("Day"),
        "time": _("Time it begins"),
        "end": _("End: day and time"),
        "end_time": _("Time it ends"),
        "minutes": _("Minutes"),
        "status": _("What became of it"),
        "client": _("Whose: name, alias or number"),
        "initiated_by": _("Who changed or cancelled it"),
        "changed_at": _("When that was said"),
        "moved_to": _("New time, where it was moved"),
        "original_start": _("Time first agreed, where it was moved"),
        "reason": _("Reason given"),
        "fee_charged": _("Whether the fee was charged"),
        "id": _("Its own number"),
        "note": _("Note"),
    }


def _payments() -> dict[str, str]:
    return {
        "session_date": _("Day of the session"),
        "due": _("Due on"),
        "paid": _("Paid on"),
        "amount": _("Amount"),
        "currency": _("Currency"),
        "status": _("What became of it"),
        "client": _("Whose: name, alias or number"),
        "reference": _("Reference on a bank statement"),
        "changed_by": _("Who changed it"),
        "id": _("Its own number"),
        "note": _("Note"),
    }


def _ratings() -> dict[str, str]:
    return {
        "session_date": _("Day of the session"),
        "instrument": _("Which questionnaire"),
        "by": _("By whom"),
        "timing": _("Before or after the session"),
        "score": _("Total"),
        "client": _("Whose: name, alias or number"),
    }


def _check_ins() -> dict[str, str]:
    return {
        "date": _("Day"),
        "by": _("By whom"),
        "felt_off": _("Whether something felt off"),
        "words": _("Words"),
        "share": _("Whether it is shared with you"),
        "client": _("Whose: name, alias or number"),
    }


_FIELDS: Mapping[FileKind, Callable[[], dict[str, str]]] = {
    FileKind.APPOINTMENTS: _appointments,
    FileKind.PAYMENTS: _payments,
    FileKind.RATINGS: _ratings,
    FileKind.CHECK_INS: _check_ins,
}


_NEEDED: Mapping[FileKind, tuple[tuple[str, ...], ...]] = {
    FileKind.APPOINTMENTS: (("start", "date"),),
    FileKind.PAYMENTS: (("session_date", "due", "paid"),),
    FileKind.RATINGS: (("session_date",), ("instrument",), ("by",), ("timing",)),
    FileKind.CHECK_INS: (("date",),),
}
"""Without one of each, no row of a table can be read."""
_ALSO: Mapping[FileKind, Mapping[str, str]] = {
    FileKind.APPOINTMENTS: {"day": "date", "cancellation_reason": "reason"},
    FileKind.RATINGS: {"date": "session_date", "day": "session_date", "total": "score"},
}
"""Names that other programs give to what is ours; only offered, and seen before anything is read so."""


def missing(file: Held, kind: str, mapping: Mapping[str, str]) -> list[str]:
    """Return, in words, what must still be said before a row can be read.

    Args:
        file: The table.
        kind: What it holds.
        mapping: Our fields to the file's headers, or to what is so in every row.
    """
    taken = {normalised(header) for header in mapping.values()}
    there = {name for _header, name, _samples in _headed(file, kind)} - taken | set(mapping)
    shown = fields(kind)
    return [_(" or ").join(shown[one] for one in each) for each in _NEEDED[FileKind(kind)] if not there & set(each)]


def meanings(kind: str) -> Mapping[str, str]:
    """Return what a status word can mean, in words; nothing for tables that have none."""
    if kind == FileKind.PAYMENTS:
        return _payment_words()
    return _session_words() if kind == FileKind.APPOINTMENTS else {}


def _session_words() -> dict[str, str]:
    return {
        SessionKind.ATTENDED.value: _("Came"),
        SessionKind.ATTENDED_LATE.value: _("Came late"),
        SessionKind.LEFT_EARLY.value: _("Left early"),
        SessionKind.DID_NOT_ATTEND.value: _("Did not come"),
        SessionKind.CANCELLED.value: _("Cancelled"),
        SessionKind.CANCELLED_SHORT_NOTICE.value: _("Cancelled at short notice"),
        SessionKind.RESCHEDULED.value: _("Moved"),
        SessionKind.RESCHEDULED_SHORT_NOTICE.value: _("Moved at short notice"),
        SessionKind.THERAPIST_UNAVAILABLE.value: _("You were away"),
        SessionKind.SCHEDULED.value: _("Planned; nothing more is said"),
    }


def _payment_words() -> dict[str, str]:
    return {
        PaymentKind.PAID.value: _("Paid"),
        PaymentKind.DUE.value: _("Due"),
        PaymentKind.UNPAID.value: _("Not paid"),
        PaymentKind.PART_PAID.value: _("Paid in part"),
        PaymentKind.NO_CHARGE.value: _("Nothing to pay"),
        PaymentKind.WAIVED.value: _("Waived"),
        PaymentKind.NOT_INVOICED.value: _("No bill yet"),
        PaymentKind.REFUNDED.value: _("Given back"),
        PaymentKind.CANCELLED.value: _("Cancelled"),
        PaymentKind.FAILED.value: _("Did not go through"),
        PaymentKind.CHARGED_BACK.value: _("Taken back by the bank"),
    }


def columns(file: Held, kind: str, known: Mapping[str, str]) -> tuple[Column, ...]:
    """Return a table's columns with what each is taken for: as said before, or by the plain-folder contract's own name.

    Args:
        file: The table.
        kind: What it holds.
        known: What was said before: our fields to the file's headers.
    """
    ours = {normalised(header): field for field, header in known.items() if not header.startswith("=")}
    headed = _headed(file, kind)
    own = {name: name for name in fields(kind)}
    there = {name for _header, name, _samples in headed}
    also = {name: field for name, field in _ALSO.get(FileKind(kind), {}).items() if field not in there}
    offered = {} if known else {**also, **own}
    return tuple(Column(header, samples, ours.get(name, offered.get(name, ""))) for header, name, samples in headed)


def _headed(file: Held, kind: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return each column's header, its plain name, and some cells; of check-ins no cell, since it may not be shared."""
    if kind == FileKind.CHECK_INS:
        header, _rows = check_in_rows(file, file.name)
        return [(one, normalised(one), ()) for one in header]
    table = head_of(file)
    return [(one, name, _samples(table, name)) for one, name in zip(table.header, table.columns, strict=True)]


def save(file: Held, kind: str, name: str, mapping: Mapping[str, object]) -> models.Preset:
    """Keep how a table is read under a name, so that the same export is known the next time.

    Args:
        file: The table.
        kind: What it holds; "" for a program's export.
        name: The preset's name.
        mapping: The `columns`, `status` and `day_first`.

    Raises:
        ReattuneError: The name is empty or too long.
    """
    plain = " ".join(name.split())
    if not plain or len(plain) > NAME_LONGEST:
        raise ReattuneError(_("Give it a name of at most {n} characters, by which you know it again.").format(n=80))
    headers = frozenset(head_of(file).columns)
    preset = preset_for(headers) or models.Preset(headers=headers_digest(headers))
    preset.name, preset.kind = plain, kind
    preset.words = mapping
    preset.save()
    return preset


def _samples(table: Table, column: str) -> tuple[str, ...]:
    cells = dict.fromkeys(cells.get(column, "") for _number, cells in table.records())
    short = [cell for cell in cells if cell and len(cell) <= LONGEST_SAMPLE]
    return tuple(short[:SAMPLES])
