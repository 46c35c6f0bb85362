"""What readers hand over: labelled records, and everything that was set aside on the way."""

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from reattune.model import Break, CheckIn, Episode, NotAnalysed, Payment, Quarantined, Rating, Session


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """How one unknown table is to be read, as the person said in practice.toml (`[[mapping]]`).

    `columns` maps our field names to the file's headers; `status` maps the file's words to kinds.
    """

    file: str
    kind: str
    columns: dict[str, str]
    status: dict[str, str]
    day_first: bool | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where reading happens: the practice's folder, its time zone, and the mappings that were agreed."""

    root: Path
    zone: ZoneInfo
    mappings: tuple[ColumnMapping, ...] = ()
    currency: str | None = None

    def name(self, path: Path) -> str:
        """Return the file's name as a person sees it, relative to the practice's folder, with slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.name


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything one or more files gave.

    Records come with the label the file gave to the person (a name, an alias, an id), or "" where it names nobody.
    A label is only ever linked to a codename by hand.
    """

    sessions: tuple[tuple[str, Session], ...] = ()
    payments: tuple[tuple[str, Payment], ...] = ()
    ratings: tuple[tuple[str, Rating], ...] = ()
    check_ins: tuple[tuple[str, CheckIn], ...] = ()
    breaks: tuple[tuple[str, Break], ...] = ()
    episodes: tuple[tuple[str, Episode], ...] = ()
    quarantined: tuple[Quarantined, ...] = ()
    not_analysed: tuple[NotAnalysed, ...] = ()
    remarks: tuple[str, ...] = ()
    suppress: tuple[tuple[str, str], ...] = ()
    """Labels to be silent about, each with the reason (a client who has died)."""

    def __add__(self, other: "Gathered") -> "Gathered":
        """Join what two files gave, in order."""
        return Gathered(
            sessions=self.sessions + other.sessions,
            payments=self.payments + other.payments,
            ratings=self.ratings + other.ratings,
            check_ins=self.check_ins + other.check_ins,
            breaks=self.breaks + other.breaks,
            episodes=self.episodes + other.episodes,
            quarantined=self.quarantined + other.quarantined,
            not_analysed=self.not_analysed + other.not_analysed,
            remarks=self.remarks + other.remarks,
            suppress=self.suppress + other.suppress,
        )
