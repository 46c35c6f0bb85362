"""A held file to what it gives, by the same readers that read a folder."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from reattune.errors import UnreadableError
from reattune.instruments import shipped
from reattune.language import _
from reattune.practice.importing.held import Held
from reattune.practice.importing.recognising import Way
from reattune.practice.keeping import Kept
from reattune.reading.gathered import Gathered, Place
from reattune.reading.layout import FileKind, Found
from reattune.reading.listing import read_listing
from reattune.reading.one_file import read_one

AHEAD = timedelta(days=400)
"""How far a calendar's repeated entries are followed beyond the day of its export: to the next export, and a year."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How one file is read at the desk: by the practice's settings, in one way.

    `of_one` says that all of it is about one relationship, so that a calendar's titles name nobody; `day` is the day of
    a calendar's export.
    """

    settings: Kept
    way: Way
    of_one: bool
    day: date

    def read(self, file: Held) -> Gathered:
        """Return what the file gives.

        Raises:
            UnreadableError: Nothing in it can be read; the text says why.
        """
        if self.way.kind is None:
            return Gathered()
        if self.way.kind is FileKind.CALENDAR:
            return self._calendar(file)
        found = Found(file, self.way.kind, self.way.mapping)
        gathered = read_one(found, self._place(), shipped())
        whole = next((one for one in gathered.quarantined if not one.row), None)
        if whole is not None and not _holds_rows(gathered):
            raise UnreadableError(_("{file}: {why}").format(file=file.name, why=whole.why))
        return gathered

    def _calendar(self, file: Held) -> Gathered:
        until = min(self.day, date.max - AHEAD) + AHEAD
        listing = read_listing(file, self._place(), until, labelled=not self.of_one)
        return Gathered(
            sessions=listing.sessions,
            breaks=listing.breaks,
            quarantined=listing.quarantined,
            remarks=listing.remarks,
        )

    def _place(self) -> Place:
        mapping = self.way.mapping
        return Place(
            root=Path(),
            zone=self.settings.zone,
            mappings=() if mapping is None else (replace(mapping, file="*"),),
            currency=self.settings.currency or None,
        )


def first_day(gathered: Gathered) -> date | None:
    """Return the first day that a calendar lists anything for."""
    days = [session.slot.date() for _label, session in gathered.sessions]
    return min([*days, *(one.start for _label, one in gathered.breaks)], default=None)


def _holds_rows(gathered: Gathered) -> bool:
    return bool(
        gathered.sessions
        or gathered.payments
        or gathered.ratings
        or gathered.check_ins
        or gathered.breaks
        or gathered.episodes
    )
