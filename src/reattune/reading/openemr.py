"""Appointments as OpenEMR keeps them, by its native status codes (its FHIR form loses lateness and short notice)."""

from dataclasses import replace
from pathlib import Path

from reattune.errors import UnreadableError
from reattune.language import _, plural
from reattune.model import NotAnalysed
from reattune.reading.appointments import Style, sessions_from
from reattune.reading.gathered import Gathered, Place
from reattune.reading.rows import settings_for
from reattune.reading.statuses import OPENEMR
from reattune.reading.tables import Table, read_table

_VARIANTS = {
    "date": ("pc_eventDate", "Event Date", "Appointment Date", "Date"),
    "time": ("pc_startTime", "Start Time", "Appointment Time", "Time"),
    "end_time": ("pc_endTime", "End Time"),
    "status": ("pc_apptstatus", "apptstat", "Appt Status", "Appointment Status", "Status"),
    "client": ("pc_pid", "pid", "Patient ID", "Patient"),
    "id": ("pc_eid", "eid", "Appointment ID"),
    "reason": ("pc_hometext", "Comments"),
    "minutes": ("pc_minutes",),
}
_NATIVE = frozenset({"pc_eventdate", "pc_starttime", "pc_apptstatus"})
_READABLE = frozenset({"apptstat", "appt_status"})


def recognises(names: frozenset[str]) -> bool:
    """Return whether these headers are OpenEMR's: a date, a start time and a native status."""
    table = Table("", tuple(names), ())
    required = all(_found(table, field) for field in ("date", "time", "status"))
    return required and (names >= _NATIVE or bool(names & _READABLE))


def read(path: Path, place: Place) -> Gathered:
    """Read an export of OpenEMR's appointments.

    Required: `pc_eventDate`, `pc_startTime`, `pc_apptstatus`, or a date, a start time and `apptstat` or `Appt Status`
    under readable headers. Used where present: `pc_endTime`, `pc_eid`, `pc_pid` (the label), `pc_hometext`.
    Rows without a client are the practice's own entries; they are left out and counted.

    Raises:
        UnreadableError: If a required column is missing.

    """
    name = place.name(path)
    table = read_table(path, name)
    names = {field: header for field in _VARIANTS if (header := _found(table, field))}
    if not {"date", "time", "status"} <= set(names):
        message = _("{file} lacks one of the columns pc_eventDate, pc_startTime and pc_apptstatus; export them too")
        raise UnreadableError(message.format(file=name))
    # A spreadsheet guards the codes =, + and - with an apostrophe, so that it does not take them for a formula.
    table = replace(table, rows=tuple((number, tuple(cell.lstrip("'") for cell in row)) for number, row in table.rows))
    table, further = _with_clients(table, names.get("client", ""))
    gathered = sessions_from(table, place, settings_for(name, place), Style(names, OPENEMR, notes=False))
    return gathered + Gathered(not_analysed=further + _repeating(table))


def _found(table: Table, field: str) -> str:
    columns = set(table.columns)
    return next((name for name in _VARIANTS[field] if name.lower().replace(" ", "_") in columns), "")


def _with_clients(table: Table, client: str) -> tuple[Table, tuple[NotAnalysed, ...]]:
    column = client.lower().replace(" ", "_")
    own = {number for number, cells in table.records() if column and cells[column] in {"", "0"}}
    if not own:
        return table, ()
    counted = plural("{n} row names no client", "{n} rows name no client", len(own))
    why = _("{rows}: entries of the practice, such as meetings; give your own breaks in frame.toml")
    kept = tuple(row for row in table.rows if row[0] not in own)
    return replace(table, rows=kept), (NotAnalysed(table.name, why.format(rows=counted)),)


def _repeating(table: Table) -> tuple[NotAnalysed, ...]:
    repeating = [number for number, cells in table.records() if cells.get("pc_recurrtype", "0") not in {"", "0"}]
    if not repeating:
        return ()
    counted = plural("{n} row stands", "{n} rows stand", len(repeating))
    why = _("{rows} for a whole series, of which only the first session is given; export the appointments report too")
    return (NotAnalysed(table.name, why.format(rows=counted)),)
