"""One relationship from all its files."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from reattune.language import _, plural
from reattune.model import Break, Frame, Instrument, Relationship, Session
from reattune.reading.calendars import read_calendars
from reattune.reading.frames import RelationshipSettings, read_frame
from reattune.reading.gathered import Gathered, Place
from reattune.reading.infer import infer_frame, inferred_remarks
from reattune.reading.joining import join_payments, join_sessions
from reattune.reading.layout import Contents, FileKind, inner_folders, recordings_of
from reattune.reading.linking import in_folder, silenced
from reattune.reading.marks import Marks, read_marks
from reattune.reading.one_file import or_set_aside, read_one
from reattune.reading.ratings import risk_answers, without_repeats
from reattune.reading.transcripts.sessions import Spoken, read_sessions

_LONG = timedelta(days=366)
"""The last day of a break this much after its first makes it longer than any year."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Everything found about one relationship, before it is joined: from calendars, and from all else."""

    calendar: Gathered = field(default_factory=Gathered)
    tables: Gathered = field(default_factory=Gathered)
    frame: Frame = field(default_factory=Frame)
    settings: RelationshipSettings = field(default_factory=RelationshipSettings)
    marks: Marks = field(default_factory=Marks)
    spoken: Spoken = field(default_factory=Spoken)


def read_pieces(
    contents: Contents, place: Place, links: Mapping[str, str], instruments: Mapping[str, Instrument], until: date
) -> Pieces:
    """Read every known file in one relationship's folder.

    Args:
        contents: What lies in the folder.
        place: Where reading happens.
        links: Labels and the codenames they stand for.
        instruments: The practice's own instruments.
        until: The last day up to which a calendar's repeated events are followed.
    """
    codename = contents.folder.name
    tables = Gathered(
        quarantined=contents.quarantined, not_analysed=contents.not_analysed + inner_folders(contents, place)
    )
    for file in contents.files:
        tables += in_folder(read_one(file, place, instruments), codename, links)
    frame, settings, frame_aside = _frame(contents, place)
    marks, marks_aside = _marks(contents, place)
    spoken = _spoken(contents, place)
    tables += Gathered(quarantined=spoken.quarantined, not_analysed=spoken.not_analysed, remarks=spoken.remarks)
    return Pieces(
        calendar=calendars_or_why(_own_calendars, [file.path for file in contents.of(FileKind.CALENDAR)], place, until),
        tables=replace(tables, quarantined=tables.quarantined + frame_aside.quarantined + marks_aside.quarantined),
        frame=frame,
        settings=settings,
        marks=marks,
        spoken=spoken,
    )


def assemble(codename: str, pieces: Pieces, instruments: Mapping[str, Instrument]) -> tuple[Relationship, Gathered]:
    """Join one relationship's pieces.

    Returns:
        The relationship, and what is to be said about reading it.
    """
    calendar, tables = pieces.calendar, pieces.tables
    joined = join_sessions(_records(calendar), _records(tables), codename)
    payments, payments_aside = join_payments([payment for _label, payment in tables.payments])
    ratings, ratings_aside = without_repeats([("", rating) for _label, rating in tables.ratings])
    answers = tuple(rating for _label, rating in sorted(ratings, key=lambda pair: pair[1].session_date))
    frame, remarks = _with_frame(codename, pieces, joined.sessions)
    died = silenced((tables, calendar))
    relationship = Relationship(
        codename=codename,
        frame=frame,
        sessions=joined.sessions,
        payments=tuple(sorted(payments, key=lambda one: one.due or one.session_date or one.paid or date.min)),
        ratings=answers,
        check_ins=tuple(sorted((one for _label, one in tables.check_ins), key=lambda one: one.day)),
        episodes=tuple(sorted((one for _label, one in tables.episodes), key=lambda one: (one.day, one.id))),
        marks=pieces.marks.marks,
        risk_answers=risk_answers(answers, instruments),
        started=pieces.settings.started,
        ended=pieces.settings.ended,
        ended_how=pieces.settings.ended_how,
        ended_by=pieces.settings.ended_by,
        suppress=pieces.settings.suppress or bool(died),
        suppress_why=died or pieces.settings.suppress_why,
        off=frozenset(pieces.settings.off),
        on=frozenset(pieces.settings.on),
        transcripts=pieces.spoken.transcripts,
        listened=pieces.spoken.listened,
        watched=pieces.spoken.watched,
        left_out=pieces.marks.left_out,
    )
    return relationship, Gathered(
        quarantined=calendar.quarantined + tables.quarantined + joined.quarantined + payments_aside + ratings_aside,
        not_analysed=tables.not_analysed + calendar.not_analysed,
        remarks=calendar.remarks + tables.remarks + joined.remarks + remarks,
    )


def _records(gathered: Gathered) -> list[Session]:
    return [session for _label, session in gathered.sessions]


def calendars_or_why(
    read: Callable[[Sequence[Path], Place, date], Gathered], paths: Sequence[Path], place: Place, until: date
) -> Gathered:
    """Return what calendars give; where none of them can be read, why each was set aside."""
    if not paths:
        return Gathered()
    gathered, _why = or_set_aside(lambda: read(paths, place, until), place.name(paths[0]))
    if gathered is not None:
        return gathered
    each = [or_set_aside(lambda path=path: read([path], place, until), place.name(path)) for path in paths]  # type: ignore[misc]
    return Gathered(quarantined=tuple(entry for _nothing, aside in each for entry in aside))


def _own_calendars(paths: Sequence[Path], place: Place, until: date) -> Gathered:
    return read_calendars(paths, place, until=until)


def _frame(contents: Contents, place: Place) -> tuple[Frame, RelationshipSettings, Gathered]:
    for file in contents.of(FileKind.FRAME):
        read, aside = or_set_aside(lambda path=file.path: read_frame(path, place), place.name(file.path))  # type: ignore[misc]
        if read is None:
            # it may hold a wish for silence or for a stream to be left out, which must not be lost
            why = _("frame.toml could not be read, and it may ask for silence; nothing is said until it is corrected.")
            return Frame(), RelationshipSettings(suppress=True, suppress_why=why), Gathered(quarantined=aside)
        return read[0], read[1], Gathered(quarantined=read[2])
    return Frame(), RelationshipSettings(), Gathered()


def _marks(contents: Contents, place: Place) -> tuple[Marks, Gathered]:
    for file in contents.of(FileKind.MARKS):
        read, aside = or_set_aside(lambda path=file.path: read_marks(path, place), place.name(file.path))  # type: ignore[misc]
        if read is None:
            return Marks(), Gathered(quarantined=aside)
        return read, Gathered(quarantined=read.quarantined)
    return Marks(), Gathered()


def _spoken(contents: Contents, place: Place) -> Spoken:
    folder = recordings_of(contents)
    return Spoken() if folder is None else read_sessions(folder, place)


def _with_frame(codename: str, pieces: Pieces, sessions: tuple[Session, ...]) -> tuple[Frame, tuple[str, ...]]:
    """Return the frame with the calendar's breaks; where none is written down, as the sessions suggest it."""
    found = (*pieces.calendar.breaks, *pieces.tables.breaks)
    breaks = _sorted((*pieces.frame.breaks, *(one for _label, one in found)))
    long = tuple(_long_break(codename, one) for one in pieces.frame.breaks if one.end - one.start >= _LONG)
    if pieces.frame.versions or not sessions:
        return replace(pieces.frame, breaks=breaks), long
    inferred = replace(infer_frame(sessions), breaks=breaks)
    return inferred, (*long, *(f"{codename}: {said}" for said in inferred_remarks(inferred, sessions)))


def _long_break(codename: str, one: Break) -> str:
    counted = plural("{n} day", "{n} days", (one.end - one.start).days + 1)
    return _("{codename}: {row} in frame.toml lasts {days}; see whether both years are right.").format(
        codename=codename, row=one.source.row, days=counted
    )


def _sorted(breaks: tuple[Break, ...]) -> tuple[Break, ...]:
    return tuple(sorted(breaks, key=lambda one: (one.start, one.end, one.source)))
