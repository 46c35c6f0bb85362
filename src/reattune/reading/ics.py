"""One iCalendar file: its entries, each read by itself, so that a broken one never costs the others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Quarantined
from reattune.reading.gathered import Place
from reattune.reading.vevents import KEPT, Block, Entry, EntryError, read_entry
from reattune.reading.zones import Zones

_LARGEST = 200 * 1024 * 1024
_LONGEST_LINE = 100_000
_CALENDAR = re.compile(rb"(?:\A|[\r\n])[ \t]*BEGIN:VCALENDAR", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9-]+")


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """What one calendar file lists, in its own order."""

    name: str
    entries: tuple[Entry, ...]
    quarantined: tuple[Quarantined, ...]
    remarks: tuple[str, ...]


def read_ics(path: Path, place: Place) -> CalendarFile:
    """Read one iCalendar file.

    Args:
        path: The file.
        place: The practice's folder and time zone; a time without a zone is taken to be in it.

    Returns:
        Every entry that can be understood, and the others set aside one by one.

    Raises:
        UnreadableError: Where it is no calendar, larger than 200 MB, or cannot be opened.
    """
    name = place.name(path)
    data = _bytes(path, name)
    lines, remarks = _lines(data, name)
    entries: list[Entry] = []
    aside: list[Quarantined] = []
    definitions: dict[str, str] = {}
    blocks = list(_blocks(lines, definitions, name, aside))
    zones = Zones(definitions)
    for block in blocks:
        try:
            entry, odd = read_entry(block, zones, place.zone)
        except EntryError as error:
            aside.append(Quarantined(name, error.row, error.field, error.why))
            continue
        entries.append(entry)
        aside.extend(Quarantined(name, entry.uid, field, why) for field, why in odd)
    return CalendarFile(name, tuple(entries), tuple(aside), remarks)


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableError(
                _("{file} is larger than 200 MB; export a shorter stretch of the calendar.").format(file=name)
            )
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UnreadableError(_("{file} could not be opened ({why}).").format(file=name, why=why)) from error
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", errors="replace").encode("utf-8", errors="replace")
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not _CALENDAR.search(data):
        raise UnreadableError(
            _("{file} is not a calendar (there is no BEGIN:VCALENDAR in it); export it again as iCalendar.").format(
                file=name
            )
        )
    return data


def _lines(data: bytes, name: str) -> tuple[list[str], tuple[str, ...]]:
    """Return whole lines; long ones are folded by bytes and may be cut within a character, so they are joined first."""
    joined = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n ", b"").replace(b"\n\t", b"")
    try:
        return joined.decode().split("\n"), ()
    except UnicodeDecodeError:
        remark = _("{file} has characters that are not UTF-8; each stands as \N{REPLACEMENT CHARACTER}.")
        return joined.decode(errors="replace").split("\n"), (remark.format(file=name),)


def _blocks(lines: list[str], definitions: dict[str, str], name: str, aside: list[Quarantined]) -> Iterator[Block]:
    """Cut a file into its entries, keeping only the lines that are needed, and collect its time zones."""
    floating, count, within = "", 0, 0
    kept: list[str] | None = None
    zone: list[str] | None = None
    for line in lines:
        head = line[:16].upper().rstrip()
        if head == "BEGIN:VEVENT":
            if kept is not None:
                aside.append(_unfinished(name, kept))
            kept, within, count = [], 0, count + 1
        elif head == "END:VEVENT" and kept is not None:
            yield from _finished(Block(tuple(kept), floating, count), name, aside, whole=within == 0)
            kept = None
        elif kept is not None:
            # an end without its beginning closes nothing: what follows still belongs to the entry
            within = max(0, within + _step(head))
            if within == 0:
                _keep(line, kept)
        elif head == "BEGIN:VTIMEZONE":
            zone = [line]
        elif zone is not None:
            zone.append(line)
            if head == "END:VTIMEZONE":
                _define(zone, definitions)
                zone = None
        elif head == "BEGIN:VCALENDAR":
            floating = ""
        elif head.startswith("X-WR-TIMEZONE"):
            floating = line.partition(":")[2].strip()
    if kept is not None:
        aside.append(_unfinished(name, kept))


def _step(head: str) -> int:
    """Return how a line changes the depth of parts within an entry (alarms)."""
    if head.startswith("BEGIN:"):
        return 1
    return -1 if head.startswith("END:") else 0


def _keep(line: str, kept: list[str]) -> None:
    match = _NAME.match(line)
    if match and match.group().upper() in KEPT:
        kept.append(line if len(line) <= _LONGEST_LINE else f"{match.group()}:")


def _define(zone: list[str], definitions: dict[str, str]) -> None:
    for line in zone:
        if line[:5].upper() == "TZID:":
            definitions.setdefault(line[5:].strip(), "\r\n".join([*zone, ""]))
            return


def _finished(block: Block, name: str, aside: list[Quarantined], *, whole: bool) -> Iterator[Block]:
    """Yield an entry, or set it aside where a part of it was never closed."""
    if whole:
        yield block
    else:
        aside.append(_unfinished(name, list(block.lines)))


def _unfinished(name: str, kept: list[str]) -> Quarantined:
    uid = next((line.partition(":")[2] for line in kept if line[:4].upper() in {"UID:", "UID;"}), "")
    why = _("has a part without its END line, so the file was cut in the middle of it; export the calendar again")
    return Quarantined(name, uid, "END", why)
