"""What one calendar file lists: sessions and the therapist's time away, each with the row it came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from reattune.language import _, plural
from reattune.model import Break, BreakBy, Initiator, Quarantined, Session, SessionKind, Source
from reattune.reading.gathered import Place
from reattune.reading.ics import read_ics
from reattune.reading.occurrences import Occurrence, Series, expand
from reattune.reading.recreated import pair_recreated
from reattune.reading.vevents import Entry, EntryError
from reattune.reading.zones import day_of, local

MOST_OCCURRENCES: Final = 500_000
"""Occurrences of one file after which further series are set aside."""

_BLOCK = timedelta(hours=24)
_NAMELESS = frozenset({"", "anonymous", "appointment", "blocked", "busy", "client", "patient", "private", "session"})


@dataclass(frozen=True, slots=True)
class Listing:
    """One calendar file's sessions and breaks, each with its label, by slot."""

    name: str
    sessions: tuple[tuple[str, Session], ...]
    breaks: tuple[tuple[str, Break], ...]
    quarantined: tuple[Quarantined, ...] = ()
    remarks: tuple[str, ...] = ()


def read_listing(path: Path, place: Place, until: date, *, labelled: bool) -> Listing:
    """Read one calendar file on its own.

    Args:
        path: The file.
        place: The practice's folder and time zone.
        until: The last day to which rules are followed.
        labelled: Whether each session is to carry what the calendar calls it (a feed of the whole practice).

    Raises:
        UnreadableError: Where it is no calendar.
    """
    file = read_ics(path, place)
    aside = list(file.quarantined)
    masters, overrides = _by_uid(file.entries, file.name, aside)
    uids = dict.fromkeys(entry.uid for entry in file.entries)
    titles = {uid: _title(masters.get(uid), overrides.get(uid, [])) for uid in uids}
    series = list(_expand_all(uids, masters, overrides, until, file.name, aside))
    known = {uid: title for uid, title in titles.items() if not labelled or title.casefold() not in _NAMELESS}
    # In a relationship's own folder every entry is about the same two people, named or not.
    alike = known if labelled else {uid: title or "-" for uid, title in titles.items()}
    writer = _Writer(file.name, place.zone, {uid: known.get(uid, uid) if labelled else "" for uid in uids})
    writer.write(series, pair_recreated(series, alike))
    return Listing(
        name=file.name,
        sessions=tuple(sorted(writer.sessions, key=lambda pair: (pair[1].slot, pair[1].source.row, pair[0]))),
        breaks=tuple(sorted(writer.breaks, key=lambda pair: (pair[1].start, pair[1].end, pair[1].source.row))),
        quarantined=tuple(aside),
        remarks=(*file.remarks, *writer.remarks(sum(one.strays for one in series))),
    )


def _by_uid(
    entries: Iterable[Entry], name: str, aside: list[Quarantined]
) -> tuple[dict[str, Entry], dict[str, list[Entry]]]:
    """Sort entries into masters and overrides; of two with one identity the one changed later is kept."""
    masters: dict[str, Entry] = {}
    overrides: dict[tuple[str, date], Entry] = {}
    for entry in entries:
        before = masters.get(entry.uid) if entry.replaces is None else overrides.get((entry.uid, entry.replaces))
        if before is not None:
            why = _("is listed twice; the one changed later was taken")
            aside.append(Quarantined(name, entry.uid, "UID", why))
            if not _later(entry, before):
                continue
        if entry.replaces is None:
            masters[entry.uid] = entry
        else:
            overrides[entry.uid, entry.replaces] = entry
    grouped: dict[str, list[Entry]] = {}
    for (uid, _slot), entry in overrides.items():
        grouped.setdefault(uid, []).append(entry)
    return masters, grouped


def _later(entry: Entry, before: Entry) -> bool:
    if entry.modified is None or before.modified is None:
        return before.modified is None
    return entry.modified >= before.modified


def _title(master: Entry | None, overrides: list[Entry]) -> str:
    entries = [*([master] if master else []), *overrides]
    return next((entry.summary for entry in entries if entry.summary), "")


def _expand_all(
    uids: Iterable[str],
    masters: dict[str, Entry],
    overrides: dict[str, list[Entry]],
    until: date,
    name: str,
    aside: list[Quarantined],
) -> Iterable[Series]:
    total = 0
    for uid in uids:
        try:
            series = expand(masters.get(uid), overrides.get(uid, []), until)
        except EntryError as error:
            aside.append(Quarantined(name, error.row, error.field, error.why))
            continue
        total += len(series.occurrences)
        if total > MOST_OCCURRENCES:
            total -= len(series.occurrences)
            why = _("would bring the file above {n} sessions; export a shorter stretch of the calendar")
            aside.append(Quarantined(name, uid, "RRULE", why.format(n=f"{MOST_OCCURRENCES:,}")))
            continue
        yield series


class _Writer:
    """Turns occurrences into sessions and breaks."""

    def __init__(self, name: str, zone: ZoneInfo, labels: dict[str, str]) -> None:
        self.sessions: list[tuple[str, Session]] = []
        self.breaks: list[tuple[str, Break]] = []
        self._name = name
        self._zone = zone
        self._labels = labels
        self._joined = 0

    def write(self, series: Iterable[Series], pairs: dict[tuple[str, date], Occurrence]) -> None:
        """Take over every occurrence once; an event that took a removed slot's place is part of that session."""
        taken = {occurrence.entry.uid for occurrence in pairs.values()}
        for one in series:
            for occurrence in one.occurrences:
                if one.uid not in taken:
                    self._take(occurrence, pairs.get((one.uid, occurrence.slot)) if occurrence.removed else None)

    def remarks(self, strays: int) -> Iterable[str]:
        """Yield what was understood and should be said."""
        if self.sessions:
            yield _("{file}: a calendar does not say who came.").format(file=self._name)
        yield from (f"{self._name}: {words}" for count, words in self._counted(strays) if count)

    def _counted(self, strays: int) -> Iterable[tuple[int, str]]:
        """Yield how many of what were read in a way that should be said, and the words for it."""
        yield (
            len(self.breaks),
            plural(
                "{n} all-day entry was read as the therapist's time away.",
                "{n} all-day entries were read as the therapist's time away.",
                len(self.breaks),
            ),
        )
        yield (
            self._joined,
            plural(
                "{n} session taken out of its series appears again at another time; it was read as moved.",
                "{n} sessions taken out of their series appear again at another time; they were read as moved.",
                self._joined,
            ),
        )
        yield (
            strays,
            plural(
                "{n} removed date matches no session of its series and was left out.",
                "{n} removed dates match no session of their series and were left out.",
                strays,
            ),
        )

    def _take(self, occurrence: Occurrence, again: Occurrence | None) -> None:
        slot, start = occurrence.slot, occurrence.start
        if isinstance(slot, datetime) and isinstance(start, datetime) and not _is_block(occurrence):
            session = self._session(occurrence, slot, start, again)
            self.sessions.append((self._labels[occurrence.entry.uid], session))
        elif not (occurrence.removed or occurrence.entry.cancelled):
            self.breaks.append(("", self._break(occurrence)))

    def _session(self, occurrence: Occurrence, slot: datetime, start: datetime, again: Occurrence | None) -> Session:
        entry = occurrence.entry
        row = self._row(occurrence)
        timed = occurrence if again is None else again
        begins = timed.start if isinstance(timed.start, datetime) else start
        moved = local(begins, self._zone) != local(slot, self._zone)
        kind, word, by = _outcome(occurrence, joined=again is not None)
        known = (again.entry.created or again.entry.modified) if again is not None else entry.modified
        self._joined += again is not None
        return Session(
            slot=local(slot, self._zone),
            start=local(begins, self._zone),
            end=local(timed.end, self._zone) if isinstance(timed.end, datetime) else None,
            kind=kind,
            original_word=word,
            source=Source(self._name, row),
            id=row,
            initiated_by=by,
            changed_at=self._moment(entry.modified) if kind is SessionKind.CANCELLED else None,
            stated_reason=entry.comment or None if entry.cancelled or entry.declined else None,
            note=None if again is None else _("listed again as {uid}").format(uid=again.entry.uid),
            moved_by=Initiator.UNKNOWN if moved else None,
            moved_at=self._moment(known) if moved else None,
        )

    def _break(self, occurrence: Occurrence) -> Break:
        start = day_of(occurrence.start, self._zone)
        # The end of a calendar entry is the first moment, or day, after it.
        step = timedelta(microseconds=1) if isinstance(occurrence.start, datetime) else timedelta(days=1)
        end = start if occurrence.end is None else day_of(occurrence.end - step, self._zone)
        created = occurrence.entry.created
        return Break(
            start=start,
            end=max(start, end),
            by=BreakBy.THERAPIST,
            source=Source(self._name, self._row(occurrence)),
            agreed=None if created is None else day_of(created, self._zone),
            note=occurrence.entry.summary or None,
        )

    def _row(self, occurrence: Occurrence) -> str:
        if not occurrence.recurring:
            return occurrence.entry.uid
        slot = occurrence.slot
        text = f"{local(slot, self._zone):%Y%m%dT%H%M%S}" if isinstance(slot, datetime) else f"{slot:%Y%m%d}"
        return f"{occurrence.entry.uid}|{text}"

    def _moment(self, moment: datetime | None) -> datetime | None:
        return None if moment is None else local(moment, self._zone)


def _is_block(occurrence: Occurrence) -> bool:
    return occurrence.end is not None and occurrence.end - occurrence.start >= _BLOCK


def _outcome(occurrence: Occurrence, *, joined: bool) -> tuple[SessionKind, str, Initiator]:
    entry = occurrence.entry
    if joined:
        return SessionKind.SCHEDULED, "EXDATE", Initiator.UNKNOWN
    if occurrence.removed:
        return SessionKind.SERIES_SLOT_REMOVED, "EXDATE", Initiator.UNKNOWN
    if entry.cancelled:
        word = "CANCELLED; DECLINED" if entry.declined else "CANCELLED"
        return SessionKind.CANCELLED, word, Initiator.CLIENT if entry.client_declined else Initiator.UNKNOWN
    return SessionKind.SCHEDULED, "DECLINED" if entry.declined else entry.status, Initiator.UNKNOWN
