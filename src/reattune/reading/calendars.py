"""Calendars people have (iCalendar): one folder's files, dated exports of one feed, or a whole practice's feed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import NotAnalysed, Quarantined
from reattune.reading.gathered import Gathered, Place
from reattune.reading.listing import Listing, read_listing
from reattune.reading.raw import without_name
from reattune.reading.snapshots import Snapshot, compare

_DATED = re.compile(r"(?P<stem>.*)@(?P<day>[^@]*)", re.DOTALL)


def read_calendars(paths: Sequence[Path], place: Place, *, until: date) -> Gathered:
    """Read all calendar files of one relationship's folder.

    Files named `stem@YYYY-MM-DD.ics` are exports of one feed and are compared; others are joined.

    Args:
        paths: The files.
        place: The practice's folder and time zone.
        until: The last day to which rules are followed; single events are kept whatever their day.

    Returns:
        Sessions and breaks, labelled "" because the folder says whose they are. A file that is no calendar is set
        aside while another one could be read.

    Raises:
        UnreadableError: Where none of the files could be read.
    """
    return _gather(paths, place, until, labelled=False)


def read_feed(path: Path, place: Place, until: date) -> Gathered:
    """Read a calendar of the whole practice.

    Args:
        path: The file, at the top of the practice's folder.
        place: The practice's folder and time zone.
        until: The last day to which rules are followed.

    Returns:
        Sessions labelled with what the calendar calls them, or with their UID where it names nobody, to be linked by
        hand. Breaks are labelled "": the therapist's time away is everybody's.

    Raises:
        UnreadableError: Where it is no calendar.
    """
    return _gather([path], place, until, labelled=True)


def read_feeds(paths: Sequence[Path], place: Place, until: date) -> Gathered:
    """Read a practice's feeds, dated exports of one feed compared as in `read_calendars`.

    Raises:
        UnreadableError: Where none of the files could be read.
    """
    return _gather(paths, place, until, labelled=True)


@dataclass(frozen=True, slots=True)
class _Named:
    path: Path
    stem: str
    day: date | None


def _gather(paths: Sequence[Path], place: Place, until: date, *, labelled: bool) -> Gathered:
    files, misnamed = _sort_names(paths, place)
    read: list[tuple[_Named, Listing]] = []
    failures: list[tuple[str, UnreadableError]] = []
    for file in files:
        try:
            read.append((file, read_listing(file.path, place, until, labelled=labelled)))
        except UnreadableError as error:
            failures.append((place.name(file.path), error))
    if failures and not read:
        raise failures[0][1]
    aside = tuple(Quarantined(name, "", "", without_name(str(error), name)) for name, error in failures)
    gathered = Gathered(quarantined=aside, not_analysed=misnamed)
    for stem in sorted({file.stem for file, _listing in read if file.day is not None}):
        gathered += _compared([pair for pair in read if pair[0].stem == stem], place)
    for file, listing in read:
        if file.day is None:
            gathered += _plain(listing)
    return _without_duplicates(gathered)


def _sort_names(paths: Sequence[Path], place: Place) -> tuple[list[_Named], tuple[NotAnalysed, ...]]:
    files, misnamed = [], []
    for path in sorted(paths):
        match = _DATED.fullmatch(path.stem)
        if match is None:
            files.append(_Named(path, f"{path.parent}/{path.stem}", None))
            continue
        try:
            day = date.fromisoformat(match["day"])
        except ValueError:
            why = _('"{day}" in its name is not a date; name it {stem}@YEAR-MONTH-DAY.ics')
            misnamed.append(NotAnalysed(place.name(path), why.format(day=match["day"], stem=match["stem"])))
            continue
        files.append(_Named(path, f"{path.parent}/{match['stem']}", day))
    dated = {file.stem for file in files if file.day is not None}
    for file in [file for file in files if file.day is None and file.stem in dated]:
        files.remove(file)
        why = _("there are dated exports of the same calendar; put the day of its export into its name too")
        misnamed.append(NotAnalysed(place.name(file.path), why))
    return files, tuple(misnamed)


def _compared(pairs: Sequence[tuple[_Named, Listing]], place: Place) -> Gathered:
    snapshots = [Snapshot(file.day, listing) for file, listing in pairs if file.day is not None]
    sessions, breaks = compare(snapshots, place.zone)
    listings = [listing for _file, listing in pairs]
    return Gathered(
        sessions=sessions,
        breaks=breaks,
        quarantined=tuple(each for listing in listings for each in listing.quarantined),
        remarks=tuple(each for listing in listings for each in listing.remarks),
    )


def _plain(listing: Listing) -> Gathered:
    return Gathered(
        sessions=listing.sessions, breaks=listing.breaks, quarantined=listing.quarantined, remarks=listing.remarks
    )


def _without_duplicates(gathered: Gathered) -> Gathered:
    """Keep the first of two sessions that two files list with the same UID and slot, and say so."""
    seen: dict[str, str] = {}
    kept, aside = [], []
    for label, session in gathered.sessions:
        row = session.source.row
        if row in seen:
            why = _("is listed in {other} too; that one was taken").format(other=seen[row])
            aside.append(Quarantined(session.source.file, row, "UID", why))
        else:
            seen[row] = session.source.file
            kept.append((label, session))
    kept.sort(key=lambda pair: (pair[1].slot, pair[1].source, pair[0]))
    breaks = {(pair[1].start, pair[1].end, pair[1].source.row): pair for pair in reversed(gathered.breaks)}
    return replace(
        gathered,
        sessions=tuple(kept),
        breaks=tuple(breaks[key] for key in sorted(breaks)),
        quarantined=gathered.quarantined + tuple(aside),
    )
