"""What lies in a folder: which files are known, by name, by a mapping or by content, and which folder is whose."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import NotAnalysed, Quarantined
from reattune.reading.gathered import ColumnMapping, Place
from reattune.reading.known import recognise
from reattune.reading.rows import settings_for
from reattune.reading.settings import SETTINGS_FILE

INSTRUMENTS_FOLDER = "instruments"
SESSIONS_FOLDER = "sessions"
_TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
_CONTENT = (*_TABLES, ".json")


class FileKind(StrEnum):
    """What a file is read as."""

    FRAME = "frame.toml"
    MARKS = "marks.toml"
    EPISODES = "episodes.toml"
    CALENDAR = "calendar"
    APPOINTMENTS = "appointments"
    PAYMENTS = "payments"
    RATINGS = "ratings"
    CHECK_INS = "check_ins"
    KNOWN = "known by content"


_WHOLE_NAMES = {kind.value: kind for kind in (FileKind.FRAME, FileKind.MARKS, FileKind.EPISODES)}
_SAID_EMPTY = (FileKind.FRAME, FileKind.MARKS)
"""An empty episodes.toml is not said to be empty: without that line, another would be known to hold what is private."""
_BLANK = 4096
_STEMS = (FileKind.CHECK_INS, FileKind.APPOINTMENTS, FileKind.PAYMENTS, FileKind.RATINGS)


@dataclass(frozen=True, slots=True)
class Found:
    """A file that can be read, as what, and with which mapping."""

    path: Path
    kind: FileKind
    mapping: ColumnMapping | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What lies directly in one folder, in the order of the names."""

    folder: Path
    files: tuple[Found, ...] = ()
    folders: tuple[Path, ...] = ()
    not_analysed: tuple[NotAnalysed, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()

    def of(self, kind: FileKind) -> tuple[Found, ...]:
        """Return the files of one kind."""
        return tuple(file for file in self.files if file.kind is kind)

    @property
    def known(self) -> bool:
        """Whether any file says that this is a relationship's folder; check-ins alone do not (see `check_ins`)."""
        return any(file.kind is not FileKind.CHECK_INS for file in self.files)


def look_into(folder: Path, place: Place) -> Contents:
    """List a folder's files by what they are; nothing below its own folders is looked at.

    Args:
        folder: The folder.
        place: Where reading happens, with its mappings.
    """
    files: list[Found] = []
    folders: list[Path] = []
    not_known: list[NotAnalysed] = []
    aside: list[Quarantined] = []
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        return Contents(folder, quarantined=(_closed(folder, place, error),))
    for entry in entries:
        if entry.name.startswith((".", "_", "~$")):
            continue
        try:
            if entry.is_dir():
                if _leads_back(entry, folder):
                    not_known.append(NotAnalysed(place.name(entry), _("a link back to a folder it lies in")))
                else:
                    folders.append(entry)
                continue
            found = _found(entry, place)
            if (found is None or found.kind in _SAID_EMPTY) and _is_empty_toml(entry):
                not_known.append(NotAnalysed(place.name(entry), _("is empty")))
                # An empty frame still says that this is a relationship's folder.
                files += [found] if found else []
                continue
        # A link that leads round in a circle raises RuntimeError or OSError, by version of Python.
        except (OSError, RuntimeError) as error:
            aside.append(_closed(entry, place, error))
            continue
        if found is not None:
            files.append(found)
        elif entry.name != SETTINGS_FILE:
            not_known.append(NotAnalysed(place.name(entry), _not_recognised(entry)))
    return Contents(folder, tuple(files), tuple(folders), tuple(not_known), tuple(aside))


def recordings_of(contents: Contents) -> Path | None:
    """Return the folder of transcripts and recordings inside a relationship's folder, None where it holds nothing."""
    folder = contents.folder / SESSIONS_FOLDER
    return folder if folder in contents.folders and _holds_anything(folder) else None


def inner_folders(contents: Contents, place: Place) -> tuple[NotAnalysed, ...]:
    """Say of the folders inside a relationship's folder why nothing in them was read."""
    recordings = contents.folder / SESSIONS_FOLDER
    others = [folder for folder in contents.folders if folder != recordings]
    empty = NotAnalysed(place.name(recordings), _("no transcripts or recordings"))
    return (
        *(() if recordings_of(contents) else (empty,)),
        *(NotAnalysed(place.name(each), _("a folder inside a relationship's folder is not read")) for each in others),
    )


def _is_empty_toml(path: Path) -> bool:
    if path.name != SETTINGS_FILE and path.name.casefold() not in _WHOLE_NAMES:
        return False
    return path.stat().st_size <= _BLANK and not path.read_bytes().removeprefix(b"\xef\xbb\xbf").strip()


def _leads_back(entry: Path, folder: Path) -> bool:
    return entry.is_symlink() and folder.resolve().is_relative_to(entry.resolve())


def _holds_anything(folder: Path) -> bool:
    try:
        return any(not entry.name.startswith(".") for entry in folder.iterdir())
    except OSError:
        return True


def _found(path: Path, place: Place) -> Found | None:
    name = path.name.casefold()
    if name in _WHOLE_NAMES:
        return Found(path, _WHOLE_NAMES[name])
    if name.endswith(".ics"):
        return Found(path, FileKind.CALENDAR)
    by_stem = next((kind for kind in _STEMS if name.startswith(kind) and name.endswith(_TABLES)), None)
    mapping = settings_for(place.name(path), place)
    if by_stem is FileKind.CHECK_INS:
        # What people say to each other is never read as anything else, whatever a mapping says.
        mine = mapping if mapping and mapping.kind == FileKind.CHECK_INS else None
        return Found(path, FileKind.CHECK_INS, mine)
    if mapping is not None and (mapping.columns or mapping.kind == FileKind.CHECK_INS or not _is_known(path)):
        return Found(path, FileKind(mapping.kind), mapping)
    if name.endswith(_CONTENT) and _is_known(path):
        return Found(path, FileKind.KNOWN)
    return Found(path, by_stem) if by_stem else None


def _is_known(path: Path) -> bool:
    try:
        return recognise(path) is not None
    # Also where an installed package offers something that is no reader: that is said once, by `broken_packages`.
    except ReattuneError:
        return False


def _not_recognised(path: Path) -> str:
    if path.name.casefold().endswith(_CONTENT):
        return _("not recognised; add a [[mapping]] for it to practice.toml")
    return _("not recognised; Reattune reads calendars (.ics), tables (.csv, .xlsx) and its own .toml files")


def _closed(path: Path, place: Place, error: Exception) -> Quarantined:
    why = getattr(error, "strerror", None) or type(error).__name__
    return Quarantined(place.name(path), "", "", _("could not be opened ({why})").format(why=why))
