"""The practice's settings, kept as they were last said."""

from dataclasses import asdict, dataclass, fields, replace
from zoneinfo import ZoneInfo

from django.db import connection, transaction

from reattune.model import Threshold
from reattune.practice import backing
from reattune.practice.models import Setting

NAME = "practice"


@dataclass(frozen=True, slots=True)
class Kept:
    """What holds for the whole practice.

    `budget` is a month's noticings that turn out to be nothing, over the whole caseload; `idle_minutes` is when it
    locks by itself; `safety` is the practice's own text on where to turn, shown wherever words are taken; `pack` names
    the wording pack; `set_up` says whether the first run was gone through.
    """

    time_zone: str = "Europe/London"
    currency: str = ""
    holidays: str = ""
    budget: float = 2.0
    threshold: str = Threshold.GUARANTEED.value
    language: str = "en"
    theme: str = "auto"
    pack: str = "integrative"
    safety: str = ""
    read_when: str = ""
    """When what clients write is read; with `safety` said beforehand, and without both no check-in can be opened."""
    turn_to: str = ""
    """Where a client can turn if something is more than the two can talk over; fixed on what is given to clients."""
    idle_minutes: int = 15
    retention_years: int = 0
    """Years after the end of the work at which erasing is suggested; 0 for not said."""
    recording_days: int = 90
    """Days after which a recording is deleted; what was found in it stays."""
    latest: str = ""
    """The latest time seen (ISO 8601), so that a clock that was set back is noticed."""
    totp: str = ""
    """The secret of the second step, where one was set up."""
    set_up: bool = False
    sheet: bool = False
    """Whether somebody said that the present recovery sheet was printed or written down."""

    @property
    def zone(self) -> ZoneInfo:
        """Return the time zone."""
        return ZoneInfo(self.time_zone)


@dataclass(slots=True)
class _Memory:
    """What was read last, for which opening, and how often anything was changed since the program began."""

    opening: int = -1
    settings: Kept | None = None
    changes: int = 0


_memory = _Memory()


def kept() -> Kept:
    """Return the settings; what was never said has its default.

    They are read once an opening, and again after each change: every page asks for them many times.
    """
    opening, changes = backing.generation(), _memory.changes
    if connection.in_atomic_block:
        return _read()
    if _memory.settings is not None and _memory.opening == opening and backing.is_open():
        return _memory.settings
    found = _read()
    # Somebody else may have changed them while they were read; then they are read again the next time.
    if _memory.changes == changes:
        _memory.opening, _memory.settings = opening, found
    return found


def _forget() -> None:
    _memory.changes += 1
    _memory.settings = None


def _read() -> Kept:
    row = Setting.objects.filter(name=NAME).values_list("value", flat=True).first() or {}
    known = {one.name for one in fields(Kept)}
    return Kept(**{name: value for name, value in row.items() if name in known})


def keep(**changes: object) -> Kept:
    """Change some settings and return them all.

    Args:
        changes: By name, as in `Kept`.
    """
    with transaction.atomic():  # so that of two changes at the same time neither is lost
        backing.queue("settings")
        changed = replace(kept(), **changes)  # type: ignore[arg-type]  # names and types are those of Kept
        Setting.objects.update_or_create(name=NAME, defaults={"value": asdict(changed)})
        transaction.on_commit(_forget)
    return changed
