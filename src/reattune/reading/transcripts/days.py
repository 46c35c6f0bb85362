"""The day of a session, as a file's name begins with it."""

import re
from datetime import date

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")


def day_of(name: str) -> date | None:
    """Return the day with which a file's name begins (`2026-03-10.vtt`, `2026-03-10 second.docx`), or None."""
    found = _DAY.match(name)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
