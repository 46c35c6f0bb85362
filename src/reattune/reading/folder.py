"""A practice's folder, or one relationship's: everything in it read, nothing written."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path

from reattune.errors import NothingToReadError
from reattune.language import _
from reattune.model import Instrument, NotAnalysed, Practice, Quarantined, Relationship
from reattune.reading.assembling import Pieces, assemble, calendars_or_why, read_pieces
from reattune.reading.calendars import read_feeds
from reattune.reading.gathered import Gathered, Place
from reattune.reading.known import broken_packages
from reattune.reading.layout import INSTRUMENTS_FOLDER, Contents, FileKind, look_into, recordings_of
from reattune.reading.linking import by_codename, labelled, with_codenames
from reattune.reading.one_file import read_one
from reattune.reading.own_instruments import read_instruments
from reattune.reading.settings import SETTINGS_FILE, Settings, holiday_dates, read_settings
from reattune.reading.transcripts.sessions import holds_sessions

_AHEAD = timedelta(days=60)
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class _Layout:
    """The practice's own folder, the relationships' folders in it, and which one was asked about, if one was."""

    top: Contents
    relationships: tuple[Contents, ...]
    others: tuple[Contents, ...] = ()
    """Folders in which nothing is known."""
    asked: str | None = None
    alone: bool = False
    """Whether the folder above is no practice, so that nothing else in it is any of our business."""


def read_folder(path: str | Path, *, as_of: date | None = None) -> Practice:
    """Read a practice's folder, or a single relationship's.

    A single relationship's folder is read together with the practice it lies in, because the others are what its
    usual patterns and the attention budget are measured by; `Practice.asked` then names it alone.

    Args:
        path: The folder.
        as_of: The day to look from; today if None. Calendars are followed up to 60 days after it.

    Returns:
        The practice, with everything that was set aside or not analysed, in a fixed order.

    Raises:
        NothingToReadError: Where nothing in it could be read, or practice.toml cannot be understood.
    """
    folder = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links and change names
    if not folder.is_dir():
        raise NothingToReadError(
            _("{path} is not a folder; give the folder that holds practice.toml or the files.").format(path=path)
        )
    root = _root(folder)
    settings = read_settings(root)
    place = Place(root=root, zone=settings.zone, mappings=settings.mappings, currency=settings.currency)
    instruments, aside = read_instruments(root, place)
    layout = _layout(folder, place, instruments)
    if layout.alone:
        place = replace(place, root=root.parent)
        layout = replace(layout, relationships=(look_into(root, place),))
    day = as_of or datetime.now(settings.zone).date()
    until = min(day, date.max - _AHEAD) + _AHEAD
    reader = _Reader(place, settings, instruments, until)
    return _readable(reader.practice(layout, aside), path)


def _root(folder: Path) -> Path:
    """Return the practice's folder: the one given, or the one above it where practice.toml lies there."""
    if not (folder / SETTINGS_FILE).exists() and (folder.parent / SETTINGS_FILE).exists():
        return folder.parent
    return folder


def _layout(folder: Path, place: Place, instruments: Mapping[str, Instrument]) -> _Layout:
    top = look_into(place.root, place)
    inside = tuple(look_into(each, place) for each in top.folders if each.name != INSTRUMENTS_FOLDER)
    relationships = tuple(each for each in inside if _is_relationship(each, place, instruments))
    others = tuple(each for each in inside if each not in relationships)
    if place.root != folder:
        return _Layout(top, relationships, others, asked=folder.name)
    if relationships or (folder / SETTINGS_FILE).exists():
        return _Layout(top, relationships, others)
    # Files without any practice around them: one relationship's folder, given by itself.
    return _Layout(Contents(folder), (top,), asked=folder.name, alone=True)


def _is_relationship(contents: Contents, place: Place, instruments: Mapping[str, Instrument]) -> bool:
    if contents.known or contents.quarantined or holds_sessions(recordings_of(contents)):
        return True
    # Check-ins make a relationship only by what may be read in them: with none of that, they are as if not there.
    said = [read_one(file, place, instruments) for file in contents.of(FileKind.CHECK_INS)]
    return any(each.check_ins or each.quarantined for each in said)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What reading needs to know throughout."""

    place: Place
    settings: Settings
    instruments: Mapping[str, Instrument]
    until: date

    def practice(self, layout: _Layout, aside: tuple[Quarantined, ...]) -> Practice:
        """Return the practice that lies there."""
        settings = self.settings
        pieces, said = self._shared_out(layout)
        relationships = []
        for codename in sorted(pieces):
            relationship, about = assemble(codename, pieces[codename], self.instruments)
            relationships.append(relationship)
            said += about
        return Practice(
            relationships=tuple(relationships),
            time_zone=settings.zone,
            currency=settings.currency,
            holidays=holiday_dates(settings.holidays, _years(relationships, self.until)),
            budget_per_month=settings.budget_per_month,
            threshold=settings.threshold,
            has_settings=settings.has_settings,
            instruments=self.instruments,
            quarantined=tuple(sorted((*settings.quarantined, *aside, *said.quarantined), key=_order)),
            not_analysed=tuple(sorted(said.not_analysed, key=lambda each: (each.what, each.why))),
            asked=frozenset(pieces) if layout.asked is None else frozenset({layout.asked}),
            remarks=settings.remarks + said.remarks,
        )

    def _shared_out(self, layout: _Layout) -> tuple[dict[str, Pieces], Gathered]:
        """Return everybody's pieces by codename, and what is to be said about the practice as a whole."""
        folders = [each.folder.name for each in (*layout.relationships, *layout.others)]
        links = with_codenames(self.settings.links, folders)
        pieces = {
            contents.folder.name: read_pieces(contents, self.place, links, self.instruments, self.until)
            for contents in layout.relationships
        }
        calendars, said = by_codename(self._feeds(layout.top), links)
        tables, aside = by_codename(self._tables(layout.top), links)
        for codename in sorted({*calendars, *tables}):
            pieces.setdefault(codename, Pieces())
        everybody = Gathered(breaks=said.breaks + aside.breaks)
        for codename, piece in pieces.items():
            pieces[codename] = replace(
                piece,
                calendar=piece.calendar + calendars.get(codename, Gathered()) + everybody,
                tables=piece.tables + tables.get(codename, Gathered()),
            )
        return pieces, self._beside(layout) + replace(said + aside, breaks=())

    def _feeds(self, top: Contents) -> Gathered:
        return calendars_or_why(read_feeds, [file.path for file in top.of(FileKind.CALENDAR)], self.place, self.until)

    def _tables(self, top: Contents) -> Gathered:
        gathered = Gathered()
        for file in top.files:
            gathered += read_one(file, self.place, self.instruments)
        return gathered

    def _beside(self, layout: _Layout) -> Gathered:
        """Say what lies in the practice's folder and is not analysed."""
        said = {entry.what for entry in layout.top.not_analysed}
        misplaced = tuple(
            NotAnalysed(self.place.name(file.path), _("this belongs into a relationship's folder"))
            for kind in (FileKind.FRAME, FileKind.MARKS, FileKind.EPISODES)
            for file in layout.top.of(kind)
            if self.place.name(file.path) not in said
        )
        broken = broken_packages()
        packages = (NotAnalysed(_("files for readers of installed packages"), broken),) if broken else ()
        unknown = tuple(
            NotAnalysed(self.place.name(each.folder), _("no file in this folder is known")) for each in layout.others
        )
        inside = tuple(entry for each in layout.others for entry in each.not_analysed)
        return Gathered(
            quarantined=layout.top.quarantined,
            not_analysed=layout.top.not_analysed + misplaced + unknown + inside + packages,
            remarks=self._several_titles(layout.relationships[0]) if layout.alone else (),
        )

    def _several_titles(self, contents: Contents) -> tuple[str, ...]:
        """Say where the calendar of a folder given by itself names more than one thing: it may be a whole caseload."""
        titles = [title for title in labelled(self._feeds(contents)) if title]
        if len(titles) <= 1:
            return ()
        why = _(
            "The calendar has {count} titles ({first}, {second} ...) and was read as one relationship. If they are "
            "several people, put practice.toml beside it and link each title under [links]."
        )
        return (why.format(count=len(titles), first=titles[0], second=titles[1]),)


def _years(relationships: list[Relationship], until: date) -> range:
    first = min((each.slot.year for one in relationships for each in one.sessions), default=until.year)
    return range(first, until.year + 1)


def _order(entry: Quarantined) -> tuple[str, int, str, str, str]:
    number = int(entry.row) if entry.row.isdecimal() and entry.row.isascii() else 0
    return entry.file, number, entry.row, entry.field, entry.why


def _readable(practice: Practice, path: str | Path) -> Practice:
    """Return the practice if anything was read of what was asked about."""
    asked = [each for each in practice.relationships if each.codename in practice.asked]
    if any(_holds_something(each) for each in asked):
        return practice
    reasons = [f"{each.file}: {each.why}" for each in practice.quarantined[:_SHOWN]]
    message = _("Nothing in {path} could be read. Put a calendar (.ics) or appointments.csv into a folder there.")
    raise NothingToReadError("\n".join([message.format(path=path), *reasons]))


def _holds_something(one: Relationship) -> bool:
    records = (one.sessions, one.payments, one.ratings, one.check_ins, one.episodes, one.transcripts)
    return any(records) or any((one.listened, one.watched, one.frame.versions))
