"""Appointments from appointments.csv, or from any table whose columns practice.toml names."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from pathlib import Path

from reattune.errors import UnreadableError
from reattune.language import _, plural
from reattune.model import Initiator, NotAnalysed, Session, SessionKind
from reattune.reading.fields import FieldError, to_datetime
from reattune.reading.gathered import ColumnMapping, Gathered, Place
from reattune.reading.rows import Row, read_each, rows_of, without_repeats
from reattune.reading.statuses import PLAIN, Meaning, initiator_named, says_death, session_meaning, unmapped
from reattune.reading.tables import Table, normalised, read_table

FIELDS = frozenset(
    {
        *("id", "start", "end", "status", "initiated_by", "changed_at", "reason", "fee_charged", "note"),
        *("moved_to", "original_start", "moved_by", "moved_at", "client"),
        *("date", "time", "end_time", "minutes"),
    }
)
_DAY_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind of appointments table differs from another.

    `names` gives the header for each of our fields, `preset` the meaning of its status words.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    preset: Mapping[str, Meaning] = field(default_factory=lambda: PLAIN)
    notes: bool = True
    """Whether unknown columns are kept as notes."""


def read_appointments(path: Path, place: Place, mapping: ColumnMapping | None = None) -> Gathered:
    """Read one table of appointments.

    Columns are those of appointments.csv (`id, start, end, status, initiated_by, changed_at, reason, fee_charged,
    note`), or those that `mapping` names. Also known: `moved_to` (the new time of `start`), `original_start` (the
    time first agreed, where `start` is the new one), `moved_by`, `moved_at`, `client`; and instead of `start` and
    `end` also `date`, `time`, `end_time`, `minutes`. Other columns become notes.

    Args:
        path: The file.
        place: Where reading happens.
        mapping: What practice.toml says about this file, if anything.

    Returns:
        The sessions by the label in `client`; every other row is quarantined.

    Raises:
        UnreadableError: If it is no table, or one without a start.

    """
    table = read_table(path, place.name(path))
    names = mapping.columns if mapping else {}
    table = table.headed_by(header for header in names.values() if not header.startswith("="))
    return sessions_from(table, place, mapping, Style())


def sessions_from(table: Table, place: Place, mapping: ColumnMapping | None, style: Style) -> Gathered:
    """Return the sessions in a table; see `read_appointments`."""
    reader = _Reader(style, mapping.status if mapping else {})
    rows = list(rows_of(table, place, mapping, style.names))
    has_start = not rows or any(name in rows[0].cells for name in _start_headers(rows[0]))
    if not has_start:
        message = _("{file} has no column {column}; name the column that holds the start, in practice.toml")
        raise UnreadableError(message.format(file=table.name, column=rows[0].header("start")))
    read, broken = read_each(iter(rows), reader.session)
    good, repeated = without_repeats(read, _keys)
    sessions = tuple((row.text("client"), session) for row, session in good)
    return Gathered(
        sessions=sessions,
        quarantined=tuple(sorted(broken + repeated, key=lambda one: int(one.row))),
        not_analysed=unmapped(table.name, [session for _label, session in sessions], reader.own)
        + reader.not_analysed(table.name),
        remarks=table.remarks + reader.remarks(table.name, [session for _label, session in sessions]),
        suppress=tuple(deaths(sessions)),
    )


def _start_headers(row: Row) -> tuple[str, str]:
    return normalised(row.header("start")), normalised(row.header("date"))


def _keys(row: Row, session: Session) -> tuple[tuple[str, str], ...]:
    start = row.text("client") + "|" + session.slot.isoformat()
    return (("id", session.id), ("start", start)) if session.id else (("start", start),)


def deaths(sessions: Sequence[tuple[str, Session]]) -> list[tuple[str, str]]:
    """Return the labels of clients whose row says, as its whole reason or note, that they have died."""
    found: dict[str, str] = {}
    for label, session in sessions:
        # Columns that nobody named stand in the note behind what was written there.
        note, _mark, _columns = (session.note or "").partition("; ")
        if any(says_death(text) for text in (session.original_word, session.stated_reason or "", note)):
            message = _("The records say that the client has died ({file}, row {row}); nothing is shown.")
            found.setdefault(label, message.format(row=session.source.row, file=session.source.file))
    return sorted(found.items())


class _Reader:
    """Reads one file's rows and remembers what is to be said about the file once."""

    def __init__(self, style: Style, own: Mapping[str, str]) -> None:
        self.style = style
        self.own = own
        self.nobody: Counter[str] = Counter()
        self.ends: list[int] = []

    def session(self, row: Row) -> Session:
        """Return the row's session.

        Raises:
            FieldError: If a cell of it cannot be read.

        """
        start = self._start(row)
        other = row.moment("moved_to")
        slot = row.moment("original_start") or start
        start = other or start
        meaning = session_meaning(row.text("status"), self.own, self.style.preset)
        initiator = self._initiator(row, "initiated_by")
        session = Session(
            slot=slot,
            start=start,
            end=None,
            kind=meaning.kind,
            original_word=row.text("status"),
            source=row.source,
            id=row.text("id") or None,
            initiated_by=meaning.initiator if initiator is Initiator.UNKNOWN else initiator,
            changed_at=row.moment("changed_at"),
            stated_reason=row.text("reason") or None,
            fee_charged=row.yes_no("fee_charged"),
            note=self._note(row),
            confirmed=meaning.confirmed,
        )
        session = replace(session, end=self._end(row, session))
        return self._moved(row, session) if session.moved else session

    def not_analysed(self, file: str) -> tuple[NotAnalysed, ...]:
        """Say which words name nobody we know."""
        message = _("“{word}” ({rows}) does not say who; give client, therapist, third_party or unknown")
        return tuple(
            NotAnalysed(file, message.format(word=word, rows=plural("{n} row", "{n} rows", self.nobody[word])))
            for word in sorted(self.nobody)
        )

    def remarks(self, file: str, sessions: Sequence[Session]) -> tuple[str, ...]:
        """Say what was assumed or left out, and in how many rows."""
        without_time = [int(session.source.row) for session in sessions if session.slot.time() == time(0)]
        unconfirmed = [int(session.source.row) for session in sessions if not session.confirmed]
        said = (
            (self.ends, _("{file}: {rows} where the end is not after the start; the end was left out")),
            (without_time, _("{file}: {rows} with a day but no time; the start of that day was taken")),
            (unconfirmed, _("{file}: {rows} with a status that is the default, so that nobody may have confirmed it")),
        )
        return tuple(message.format(file=file, rows=_rows(numbers)) for numbers, message in said if numbers)

    def _start(self, row: Row) -> datetime:
        start = row.moment("start") if row.text("start") else self._joined(row, "date", "time")
        if start is None:
            raise row.error("start", _("the start is missing; give the day and time the session was agreed for"))
        return start

    @staticmethod
    def _joined(row: Row, day: str, clock: str) -> datetime | None:
        if not row.text(day):
            return None
        try:
            text = f"{row.text(day)} {row.text(clock)}".strip()
            return to_datetime(text, row.place.zone, day_first=row.day_first, day_is_enough=not row.text(clock))
        except FieldError as error:
            raise row.error(day, error.why) from None

    def _end(self, row: Row, session: Session) -> datetime | None:
        """Return the end where it lies after the start, else None with a remark."""
        if row.text("end"):
            end = row.moment("end")
        elif row.text("end_time"):
            end = self._joined(row, "date", "end_time")
        else:
            minutes = row.amount("minutes")
            return session.start + timedelta(minutes=float(minutes)) if minutes and 0 < minutes < _DAY_MINUTES else None
        # The end column belongs to the start column; a session that was moved takes as long as was agreed.
        agreed = self._start(row) if row.text("moved_to") else session.start
        if end is None or end <= agreed:
            self.ends.append(row.number)
            return None
        return session.start + (end - agreed)

    def _moved(self, row: Row, session: Session) -> Session:
        by, at = self._initiator(row, "moved_by"), row.moment("moved_at")
        if by is Initiator.UNKNOWN and at is None and session.kind in _TOOK_PLACE:
            # Nothing else about a session that took place has an initiator, so it is the move that is meant.
            by, at = session.initiated_by, session.changed_at
        return replace(session, moved_by=by, moved_at=at)

    def _initiator(self, row: Row, name: str) -> Initiator:
        found = initiator_named(row.text(name))
        if found is None:
            self.nobody[row.text(name)] += 1
        return found or Initiator.UNKNOWN

    def _note(self, row: Row) -> str | None:
        beyond = row.beyond(FIELDS) if self.style.notes else ""
        return "; ".join(part for part in (row.text("note"), beyond) if part) or None


_TOOK_PLACE = frozenset(
    {SessionKind.ATTENDED, SessionKind.ATTENDED_LATE, SessionKind.LEFT_EARLY, SessionKind.SCHEDULED}
)


def _rows(numbers: Sequence[int]) -> str:
    return plural("{n} row", "{n} rows", len(numbers)) + " " + _("(first: row {row})").format(row=min(numbers))
