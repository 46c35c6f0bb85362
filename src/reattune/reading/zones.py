"""Time zones as calendars name them: by the world's names, by Windows' names, or by their own definition."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, tzinfo
from zoneinfo import ZoneInfo

PLAUSIBLE_YEARS = range(1900, 2201)
"""A date outside these years is a slip of some program, never an agreed session."""

BROKEN = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
"""Everything a calendar library raises on nonsense."""


class Zones:
    """The time zones of one calendar file; nothing is remembered from one file to the next."""

    def __init__(self, definitions: Mapping[str, str]) -> None:
        self._definitions = definitions
        self._known: dict[str, tzinfo | None] = {}

    def named(self, name: str) -> tzinfo | None:
        """Return the zone a calendar calls `name`, or None where neither the world nor the file knows it."""
        if name not in self._known:
            self._known[name] = _worldly(name) or self._own(name)
        return self._known[name]

    def _own(self, name: str) -> tzinfo | None:
        text = self._definitions.get(name)
        if text is None:
            return None
        from icalendar import Timezone  # noqa: PLC0415  (slow to import, and only calendars need it)

        try:
            definition = Timezone.from_ical(text)
            if not isinstance(definition, Timezone):
                return None
            zone: tzinfo = definition.to_tz(lookup_tzid=False)
            datetime(2000, 1, 1, tzinfo=zone).utcoffset()
        except BROKEN:
            return None
        return zone


def local(moment: datetime, zone: ZoneInfo) -> datetime:
    """Return a moment in `zone`; a wall-clock time that the spring change skips becomes the one that exists."""
    return moment.astimezone(UTC).astimezone(zone)


def day_of(moment: date, zone: ZoneInfo) -> date:
    """Return the day people in `zone` lived at a moment; a day stays as it is."""
    return local(moment, zone).date() if isinstance(moment, datetime) else moment


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """Return the start of a day in `zone`."""
    return local(datetime.combine(day, time(), tzinfo=zone), zone)


def _worldly(name: str) -> tzinfo | None:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON  # noqa: PLC0415  (only calendars need it)

    cleaned = name.strip().strip("/")
    if cleaned.upper() in {"UTC", "GMT", "Z"}:
        return UTC
    parts = cleaned.split("/")
    # "/mozilla.org/20070129_1/Europe/London": a vendor's prefix before the world's name.
    tails = ["/".join(parts[begin:]) for begin in range(len(parts))] if name.startswith("/") else [cleaned]
    windows = WINDOWS_TO_OLSON.get(cleaned)
    for candidate in [windows] if windows else tails:
        try:
            return ZoneInfo(candidate)
        # An unknown name is a KeyError, a forbidden one a ValueError, a folder's name an OSError.
        except (KeyError, ValueError, OSError):
            continue
    return None
