"""What time it is here: one place to ask, so that a demonstration and a test can say another day."""

import os
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

DAY = "REATTUNE_TODAY"
"""An environment variable with a day (ISO 8601) to show the desk as on that day."""


def shown_day() -> date | None:
    """Return the day that the desk is shown as on, where somebody chose one."""
    with suppress(ValueError):
        return date.fromisoformat(os.environ.get(DAY, ""))
    return None


def now(zone: ZoneInfo) -> datetime:
    """Return the time in a time zone; on a chosen day, the present time of that day."""
    present = datetime.now(UTC).astimezone(zone)
    chosen = shown_day()
    return present if chosen is None else present + timedelta(days=(chosen - present.date()).days)


def today(zone: ZoneInfo) -> date:
    """Return the day it is in a time zone."""
    return now(zone).date()


def monday_of(day: date) -> date:
    """Return the first day of the week that a day lies in."""
    return day - timedelta(days=day.weekday())
