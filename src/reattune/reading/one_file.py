"""One file to what it gives; a file that cannot be read is set aside whole, and the rest goes on."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.model import Instrument, Quarantined
from reattune.reading.appointments import read_appointments
from reattune.reading.check_ins import read_check_ins
from reattune.reading.episodes import read_episodes
from reattune.reading.gathered import Gathered, Place
from reattune.reading.known import read_known
from reattune.reading.layout import FileKind, Found
from reattune.reading.payments import read_payments
from reattune.reading.ratings import read_ratings
from reattune.reading.raw import without_name

_T = TypeVar("_T")


def read_one(file: Found, place: Place, instruments: Mapping[str, Instrument]) -> Gathered:
    """Read a table, an export known by its content, or a repair record.

    Args:
        file: The file and what it is; not a calendar, a frame or marks.
        place: Where reading happens.
        instruments: The practice's own instruments.

    Returns:
        What it gave; where it cannot be read at all, one entry that says so.
    """
    gathered, aside = or_set_aside(lambda: _read(file, place, instruments), place.name(file.path))
    return gathered if gathered is not None else Gathered(quarantined=aside)


def or_set_aside(read: Callable[[], _T], name: str) -> tuple[_T | None, tuple[Quarantined, ...]]:
    """Return what `read` returns, or None and the entry that says why the file `name` was set aside."""
    try:
        return read(), ()
    except UnreadableError as error:
        return None, (Quarantined(name, "", "", without_name(str(error), name)),)
    except OSError as error:
        why = _("could not be opened ({why})").format(why=error.strerror or type(error).__name__)
        return None, (Quarantined(name, "", "", why),)


def _read(file: Found, place: Place, instruments: Mapping[str, Instrument]) -> Gathered:  # noqa: PLR0911 - one a kind
    match file.kind:
        case FileKind.APPOINTMENTS:
            return read_appointments(file.path, place, file.mapping)
        case FileKind.PAYMENTS:
            return read_payments(file.path, place, file.mapping)
        case FileKind.RATINGS:
            return read_ratings(file.path, place, file.mapping, instruments)
        case FileKind.CHECK_INS:
            return read_check_ins(file.path, place, file.mapping)
        case FileKind.EPISODES:
            return read_episodes(file.path, place)
        case FileKind.KNOWN:
            known = read_known(file.path, place)
            if known is None:
                raise UnreadableError(
                    _("{file} changed while it was read; try again.").format(file=place.name(file.path))
                )
            return known
        case FileKind.FRAME | FileKind.MARKS | FileKind.CALENDAR:
            return Gathered()
