"""The whole practice as files, by name: what each relationship has, and where it was spoilt."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from making.calendars import calendar
from making.draw import Draw
from making.exports import (
    GOCARDLESS,
    OPENEMR,
    SIMPLEPRACTICE,
    STRIPE,
    VISITS,
    cliniko_appointments,
    cliniko_invoices,
    gocardless,
    openemr,
    simplepractice,
    stripe,
    visits,
)
from making.frames import PRACTICE, frame
from making.person import BEGIN, END, Faults, Life
from making.spoken import DAY, SPEAKERS, transcript
from making.tables import (
    APPOINTMENTS,
    CHECK_INS,
    ITEMS,
    PAYMENTS,
    RATINGS,
    Row,
    Table,
    appointments,
    may_be_read,
    payments,
    ratings,
)
from making.words import episodes, said

SNAPSHOTS = (date(2026, 3, 1), date(2026, 6, 1))
EXTRA_SESSION = date(2026, 6, 11)
# The real report repeats some headers for insurance; the rows need names of their own.
HEADERS = {"appointment-status-report.csv": tuple(column.removesuffix(" 2") for column in SIMPLEPRACTICE)}

PLAIN: dict[str, tuple[Sequence[str], Callable[[Life], list[Row]]]] = {
    "appointments.csv": (APPOINTMENTS, appointments),
    "payments.csv": (PAYMENTS, payments),
    "ratings.csv": (RATINGS, ratings),
    "openemr_appointments.csv": (OPENEMR, openemr),
    "appointment-status-report.csv": (SIMPLEPRACTICE, simplepractice),
    "stripe_payments.csv": (STRIPE, stripe),
    "gocardless_payments.csv": (GOCARDLESS, gocardless),
    "visits.csv": (VISITS, visits),
}
HAVE = {
    "bunting": ("appointments.csv", "payments.csv", "ratings.csv", "check_ins.csv"),
    "curlew": ("calendar.ics", "appointment-status-report.csv", "ratings.csv"),
    "dipper": ("calendar.ics", "appointments.csv", "payments.csv", "ratings.csv", "check_ins.csv"),
    "dunlin": ("visits.csv", "gocardless_payments.csv"),
    "fulmar": ("calendar.ics",),
    "godwit": ("appointments.csv", "payments.csv"),
    "heron": ("snapshots", "appointments.csv", "payments.csv", "ratings.csv", "check_ins.csv", "sessions"),
    "kestrel": ("cliniko_appointments.json", "cliniko_invoices.json", "ratings.csv"),
    "lapwing": ("appointments.csv", "payments.csv", "ratings.csv"),
    "linnet": ("appointments.csv", "payments.csv", "ratings.csv"),
    "merlin": ("appointments.csv", "stripe_payments.csv", "ratings.csv"),
    "plover": ("openemr_appointments.csv", "payments.csv", "ratings.csv"),
    "siskin": ("snapshots", "appointments.csv", "payments.csv", "ratings.csv"),
    "wren": ("appointments.csv", "payments.csv", "ratings.csv", "check_ins.csv", "episodes.toml"),
}
NO_FRAME = {"fulmar"}
DRESS = {
    "dunlin/visits.csv": (";", "cp1252"),
    "plover/payments.csv": (";", "utf-8-sig"),
    "bunting/check_ins.csv": (",", "utf-16"),
}


def written(lives: Sequence[Life], seed: int) -> tuple[dict[str, bytes], Faults]:
    """Return every file of the practice by its name, and all that was spoilt in them."""
    faults = Faults()
    files = {"practice.toml": PRACTICE.encode()}
    for life in lives:
        for name, data in _files(life, seed, faults):
            files[f"{life.person.codename}/{name}"] = data
    files["fulmar/check_ins.csv"] = b""
    faults.add("fulmar/check_ins.csv", "", "", "set_aside", "an empty file")
    extra = "heron-extra@example.invalid"
    what = "a session that the earlier export lists and the later one does not"
    faults.add(f"heron/calendar@{SNAPSHOTS[1]}.ics", extra, "", "no_longer_listed", what)
    faults.found.sort(key=lambda fault: (fault.file, fault.row))
    return files, faults


def _files(life: Life, seed: int, faults: Faults) -> Iterator[tuple[str, bytes]]:
    codename = life.person.codename
    if codename not in NO_FRAME:
        yield "frame.toml", frame(life).encode()
    for name in HAVE[codename]:
        match name:
            case "calendar.ics":
                yield name, calendar(life, END)
            case "snapshots":
                yield from _snapshots(life)
            case "sessions":
                yield f"{name}/{DAY}.vtt", transcript(Draw(seed, codename, "speaking")).encode()
                yield f"{name}/speakers.toml", SPEAKERS.encode()
            case "cliniko_appointments.json":
                yield name, cliniko_appointments(life)
            case "cliniko_invoices.json":
                yield name, cliniko_invoices(life)
            case "episodes.toml":
                yield name, episodes(life).encode()
            case _:
                yield name, _table(life, name, seed, faults).data()


def _snapshots(life: Life) -> Iterator[tuple[str, bytes]]:
    for number, seen in enumerate(SNAPSHOTS):
        extra = EXTRA_SESSION if number == 0 and life.person.codename == "heron" else None
        yield f"calendar@{seen}.ics", calendar(life, seen, extra)


def _table(life: Life, name: str, seed: int, faults: Faults) -> Table:
    full = f"{life.person.codename}/{name}"
    columns, make = PLAIN.get(name, (CHECK_INS, lambda life: said(life, Draw(seed, life.person.codename, "saying"))))
    rows = appointments(life, _calendar_until(life)) if name == "appointments.csv" else make(life)
    if name == "ratings.csv" and life.person.phq:
        columns = (*columns, *ITEMS)
    delimiter, encoding = DRESS.get(full, (",", "utf-8"))
    header = HEADERS.get(name, ())
    table = Table(full, columns, rows, delimiter, encoding, header)
    _spoil(table, faults)
    _incomplete(table, faults)
    return table


def _calendar_until(life: Life) -> date:
    have = HAVE[life.person.codename]
    return SNAPSHOTS[-1] if "snapshots" in have else END if "calendar.ics" in have else BEGIN


def _spoil(table: Table, faults: Faults) -> None:
    """Spoil one row of some files; none of them within a stretch where anything was planted (the first 20 rows)."""
    match table.name:
        case "heron/payments.csv":
            row = table.first(lambda row: bool(row["paid"]), 6)
            table.spoil(row, "paid", "31.02.2026", faults, "set_aside", "a day that does not exist")
        case "wren/appointments.csv":
            table.double(9, faults)
        case "lapwing/payments.csv":
            table.double(14, faults)
        case "linnet/appointments.csv":
            row = table.first(lambda row: row["status"] == "attended", 11)
            table.spoil(
                row, "status", "came by phone?", faults, "unmapped", "a word for what happened that is not mapped"
            )
        case "plover/ratings.csv":
            row = table.first(lambda row: bool(row["score"]), 5)
            table.spoil(row, "score", "71", faults, "set_aside", "above the highest score")
        case "dipper/check_ins.csv":
            row = table.first(lambda row: row["by"] == "client" and may_be_read(row), 1)
            table.spoil(row, "felt_off", "perhaps", faults, "set_aside", "an answer that is not one of the four")
        case "dunlin/visits.csv":
            row = table.first(lambda row: row["What happened"] == "Came", 12)
            table.spoil(row, "Visit", "30/02/2025 14:00", faults, "set_aside", "a day that does not exist")
        case "siskin/appointments.csv":
            row = table.first(lambda row: row["status"] == "attended", 8)
            table.spoil(row, "start", "soon", faults, "set_aside", "not a moment")
        case _:
            pass


def _incomplete(table: Table, faults: Faults) -> None:
    """Remember the forms on which an item was left out: PHQ-9 has no rule for that, so there is no score."""
    for index, row in enumerate(table.rows):
        answered = sum(bool(row.get(item)) for item in ITEMS)
        if 0 < answered < len(ITEMS):
            faults.add(table.name, table.row(index), "items", "set_aside", "an item without an answer")
