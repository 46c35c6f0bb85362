"""Everything kept about a client, as the library's `Relationship`: joined just as a folder's files are."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from reattune.instruments import shipped
from reattune.model import (
    Break,
    BreakBy,
    CheckIn,
    Episode,
    Frame,
    FrameVersion,
    Mark,
    Payment,
    Rating,
    Relationship,
    Session,
    Source,
    Verdict,
)
from reattune.practice import models
from reattune.practice.heard.kept_figures import figures_of
from reattune.practice.mapping import said
from reattune.practice.mapping.codec import load
from reattune.practice.mapping.episodes import told_episode
from reattune.practice.mapping.left_out import Found, left_out
from reattune.practice.mapping.recorded import recorded
from reattune.reading.assembling import Pieces, assemble
from reattune.reading.frames import RelationshipSettings
from reattune.reading.gathered import Gathered
from reattune.reading.listing import Listing
from reattune.reading.marks import Marks
from reattune.reading.snapshots import Snapshot, compare

Kind = models.Record.Kind
TYPES: Mapping[str, type] = {
    Kind.LISTED: Session,
    Kind.LEAVE: Break,
    Kind.SESSION: Session,
    Kind.PAYMENT: Payment,
    Kind.RATING: Rating,
    Kind.CHECK_IN: CheckIn,
    Kind.BREAK: Break,
    Kind.EPISODE: Episode,
}
"""Which of the library's records a row of a kind holds."""

DATES = frozenset({"attendance", "rescheduling"})
PAYMENT = "payment"
FRAME, DESK = "frame", "desk"
"""The file that a source names for what was entered here."""


def relationship(client: models.Client, zone: ZoneInfo) -> tuple[Relationship, Gathered]:
    """Return all that is known about a client, and what is to be said about it.

    Args:
        client: Whose.
        zone: The practice's time zone.

    Returns:
        The relationship, as the library knows it, and what was set aside or remarked while it was joined.
    """
    found = kept_rows(client, zone)
    pieces = Pieces(
        calendar=_calendar(found, zone),
        tables=_tables(found, client),
        frame=_frame(client),
        settings=_settings(client),
        marks=Marks(_marks(client), {place: one.weight for place, one in left_out(client, found).items()}),
    )
    known, gathered = assemble(client.codename, pieces, shipped())
    listened, watched, wrong = recorded(client)
    known = replace(known, speech=figures_of(client), listened=listened, watched=watched)
    return known, gathered + Gathered(remarks=wrong)


def kept_rows(client: models.Client, zone: ZoneInfo) -> list[Found]:
    """Return every row that is kept about a client, each with the library's record that it holds.

    Args:
        client: Whose.
        zone: The practice's time zone.
    """
    # A file that is being kept, or was undone, is seen nowhere: all of its rows, or none.
    hidden = (models.Import.State.PREVIEWED, models.Import.State.UNDONE)
    kept = client.records.select_related("source").defer("source__sealed", "source__body")
    return [(row, load(TYPES[row.kind], row.words, zone)) for row in kept.exclude(source__state__in=hidden)]


def _calendar(found: Iterable[tuple[models.Record, Any]], zone: ZoneInfo) -> Gathered:
    """Return the calendars' sessions: the dated exports of one feed compared, feeds joined."""
    feeds: dict[Any, dict[models.Import, list[tuple[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row, record in found:
        if row.kind in {Kind.LISTED, Kind.LEAVE} and row.source is not None:
            feeds[row.source.feed_id or row.source_id][row.source].append((row.kind, record))
    gathered = Gathered()
    # Of an entry that stands in two calendars, the one that was taken in last is believed.
    for feed, imports in sorted(feeds.items(), key=lambda pair: max(map(_exported, pair[1])), reverse=True):
        sessions, breaks = compare(_snapshots(feed, imports), zone)
        gathered += Gathered(sessions=sessions, breaks=breaks)
    # The same entry in two calendars is one session, as in a folder.
    return Gathered(
        sessions=_once(gathered.sessions, lambda one: one.source.row),
        breaks=_once(gathered.breaks, lambda one: (one.start, one.end, one.source.row)),
    )


def _once(pairs: Iterable[tuple[str, Any]], key: Callable[[Any], Hashable]) -> tuple[tuple[str, Any], ...]:
    """Return the first of records with the same key."""
    found: dict[Hashable, tuple[str, Any]] = {}
    for label, record in pairs:
        found.setdefault(key(record), (label, record))
    return tuple(found.values())


def _said(record: Any) -> Hashable:
    """Return all that a record says, wherever it stands."""
    return replace(record, source=Source("", ""))


def _once_a_file(pairs: Iterable[tuple[str, Any]]) -> tuple[tuple[str, Any], ...]:
    """Return records of several files so that what stands in two files counts once; within a file, each counts."""
    seen: Counter[tuple[Hashable, str]] = Counter()
    numbered = []
    for label, record in pairs:
        key = (_said(record), record.source.file)
        numbered.append((label, record, (key[0], seen[key])))
        seen[key] += 1
    found: dict[Hashable, tuple[str, Any]] = {}
    for label, record, number in numbered:
        found.setdefault(number, (label, record))
    return tuple(found.values())


def _snapshots(feed: Any, imports: Mapping[models.Import, list[tuple[str, Any]]]) -> list[Snapshot]:
    """Return a feed's snapshots for one client, those without any row of theirs included."""
    every = list(models.Import.objects.filter(feed_id=feed, state=models.Import.State.KEPT)) or list(imports)
    found = []
    for one in sorted(every, key=_exported):
        rows = imports.get(one, [])
        listing = Listing(
            name="",
            sessions=tuple(("", record) for kind, record in rows if kind == Kind.LISTED),
            breaks=tuple(("", record) for kind, record in rows if kind == Kind.LEAVE),
        )
        found.append(Snapshot(one.day or one.made.date(), listing, one.first_day))
    return found


def _exported(one: models.Import) -> tuple[date, datetime]:
    """Return when an export was made, as far as it is known."""
    return one.day or date.min, one.made


def _tables(found: Iterable[tuple[models.Record, Any]], client: models.Client) -> Gathered:
    # What was entered by hand comes first, then the latest import: of two equally settled rows the first is kept.
    rows = sorted(found, key=lambda pair: pair[0].source.made if pair[0].source else pair[0].made, reverse=True)
    rows.sort(key=lambda pair: pair[0].source is not None)
    of: dict[str, list[tuple[str, Any]]] = defaultdict(list)
    for row, record in rows:
        of[row.kind].append(("", record))
    episodes = [("", told_episode(one)) for one in client.episodes.all()]
    told = [("", one) for one in said.check_ins(client)]
    rated = [("", one) for one in said.ratings(client)]
    return Gathered(
        sessions=tuple(of[Kind.SESSION]),
        payments=tuple(of[Kind.PAYMENT]),
        ratings=(*of[Kind.RATING], *rated),
        check_ins=_once_a_file(of[Kind.CHECK_IN] + told),
        breaks=_once_a_file(of[Kind.BREAK]),
        episodes=_once(of[Kind.EPISODE] + episodes, lambda one: one.id),
    )


def _frame(client: models.Client) -> Frame:
    versions = tuple(
        FrameVersion(
            start=one.start,
            source=Source(FRAME, str(one.id)),
            weekday=one.weekday,
            starts_at=one.starts_at,
            minutes=one.minutes,
            every_weeks=one.every_weeks,
            fee=one.fee,
            notice_hours=one.notice_hours,
        )
        for one in client.agreements.all()
    )
    pauses = models.Pause.objects.filter(client=client) | models.Pause.objects.filter(client=None)
    breaks = tuple(
        Break(start=one.start, end=one.end, by=BreakBy(one.by), source=Source(FRAME, str(one.id)), agreed=one.agreed)
        for one in pauses
    )
    return Frame(versions=versions, breaks=breaks)


def _settings(client: models.Client) -> RelationshipSettings:
    """Return what was settled: dates and payments count only from when they were agreed on."""
    off = set(client.off)
    off |= DATES if client.dates_agreed is None else set()
    off |= {PAYMENT} if client.payment_agreed is None else set()
    return RelationshipSettings(
        started=client.started,
        ended=client.ended,
        ended_how=client.ended_how or None,
        ended_by=client.ended_by or None,
        suppress=client.suppress,
        suppress_why=client.suppress_why,
        off=frozenset(off),
        on=frozenset(client.on),
    )


MEANS = {"mattered": Verdict.TALKED}
"""What the library's noticing knows of the words that only the desk has; "unsure" leaves a noticing open."""


UNSURE = "unsure"
PLACES = 12
"""Digits of a verdict's number: of two on one day the later one must stand later among words too."""


def _marks(client: models.Client) -> tuple[Mark, ...]:
    said: dict[date, list[models.Verdict]] = defaultdict(list)
    for one in client.verdicts.filter(undone=None):
        if one.verdict == UNSURE:
            # Whoever is not sure any more takes back what was made of it before.
            said[one.noticing].clear()
        else:
            said[one.noticing].append(one)
    marks = [_mark(one) for of_one in said.values() for one in of_one]
    return tuple(sorted(marks, key=lambda mark: (mark.on, mark.source)))


def _mark(one: models.Verdict) -> Mark:
    verdict = MEANS.get(one.verdict) or Verdict(one.verdict)
    return Mark(one.noticing, one.on, verdict, Source(DESK, f"{one.pk:0{PLACES}}"), one.until)
