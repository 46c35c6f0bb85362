"""The frame of an invented relationship: when it meets, what was agreed, what is kept of it, and its planned breaks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from reattune.errors import ReattuneError
from reattune.instruments import find
from reattune.model import Break, BreakBy, Frame, FrameVersion, Instrument, Source
from reattune.synthetic.limits import number, whole

_WEEK_HOURS = 168
_SUMMER, _WINTER = ((8, 4), 21), ((12, 22), 14)
"""The practice's own breaks: first day (month, day) and length in days, as in docs/example.md's practice, roughly."""
_AGREED_BEFORE = timedelta(days=60)
_OWN_BREAK = (5, 1), 60
"""The client's own break begins so many days or fewer after this day, so that it never meets the practice's."""


@dataclass(frozen=True, slots=True)
class Setting:
    """When two people meet, what they agreed, and what is kept of it.

    `start` is the day of the first slot; `notice_hours` the agreed notice; `instrument` an id that Reattune ships or a
    definition; `therapist`, `payments` and `talk` say whether the therapist rates too, bills are kept, and words were
    counted; `breaks` whether there are planned breaks; `ends` whether the last session is a planned last one.
    """

    start: date = date(2025, 1, 6)
    at: time = time(10, 0)
    minutes: int = 50
    every_weeks: int = 1
    notice_hours: int = 48
    fee: Decimal = Decimal(70)
    currency: str = "GBP"
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/London"))
    instrument: Instrument | str = "wai-sr"
    therapist: bool = True
    payments: bool = True
    talk: bool = True
    breaks: bool = True
    ends: bool = False
    holidays: Mapping[date, str] = field(default_factory=dict)

    def check(self) -> None:
        """Raise `ReattuneError` where something cannot be agreed."""
        whole("every_weeks", self.every_weeks, 1, 4)
        whole("minutes", self.minutes, 1, 24 * 60)
        whole("notice_hours", self.notice_hours, 2, _WEEK_HOURS - 1)
        number("The fee", float(self.fee), 0.0)

    def defined(self) -> Instrument:
        """Return the instrument's definition, or raise `ReattuneError` where none is shipped under that id."""
        if isinstance(self.instrument, Instrument):
            return self.instrument
        found = find(self.instrument, {})
        if found is None:
            raise ReattuneError(
                f"No instrument called {self.instrument} is shipped; give a definition (reattune.instruments.load)."
            )
        return found


def breaks_of(codename: str, setting: Setting, weeks: int, chance: tuple[float, float]) -> tuple[Break, ...]:
    """Return the practice's breaks and one of the client's own each year, in order and agreed well before.

    Args:
        codename: whose frame.
        setting: the frame.
        weeks: how many weeks from its start are looked at.
        chance: two uniform numbers that place the client's own breaks and decide their length.
    """
    if not setting.breaks:
        return ()
    source = Source(f"{codename}/frame.toml", "breaks")
    last = setting.start + timedelta(weeks=weeks)
    found = []
    for year in range(setting.start.year, last.year + 1):
        for (month, day), length in (_SUMMER, _WINTER):
            found.append(_break(date(year, month, day), length, BreakBy.THERAPIST, source))
        (month, day), within = _OWN_BREAK
        place = date(year, month, day) + timedelta(days=int(chance[0] * within))
        found.append(_break(place, 7 + int(chance[1] * 6), BreakBy.CLIENT, source))
    kept = [one for one in found if setting.start < one.start <= last]
    return tuple(sorted(kept, key=lambda one: one.start))


def _break(start: date, days: int, by: BreakBy, source: Source) -> Break:
    return Break(start, start + timedelta(days=days - 1), by, source, agreed=start - _AGREED_BEFORE)


def weeks_for(setting: Setting, sessions: int) -> int:
    """Return a number of weeks in which so many slots surely fit beside the breaks."""
    return setting.every_weeks * (sessions * 5 // 4 + 12)


def agreed_days(setting: Setting, breaks: tuple[Break, ...], sessions: int, until: date | None = None) -> list[date]:
    """Return the days of at most so many agreed slots outside breaks, up to and with `until` where it is given."""
    days: list[date] = []
    day = setting.start
    for _slot in range(0, weeks_for(setting, sessions), setting.every_weeks):
        if len(days) == sessions or (until is not None and day > until):
            break
        if not any(one.start <= day <= one.end for one in breaks):
            days.append(day)
        day += timedelta(weeks=setting.every_weeks)
    return days


def frame_of(codename: str, setting: Setting, breaks: tuple[Break, ...]) -> Frame:
    """Return the contract as a record, in one version."""
    version = FrameVersion(
        start=setting.start,
        source=Source(f"{codename}/frame.toml", "frame"),
        weekday=setting.start.weekday(),
        starts_at=setting.at,
        minutes=setting.minutes,
        every_weeks=setting.every_weeks,
        fee=setting.fee,
        notice_hours=float(setting.notice_hours),
    )
    return Frame((version,), breaks)


def slot_of(setting: Setting, day: date) -> datetime:
    """Return the start of the slot on a day, in the practice's time zone."""
    return datetime.combine(day, setting.at, setting.time_zone)
