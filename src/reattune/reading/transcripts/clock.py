"""Times as transcripts write them, in seconds."""

import re

_CLOCK = re.compile(r"\s*(-?)(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9}))?\s*")
_SIXTY = 60
ARROW = re.compile(r"\s*(-?[\d:.,]+)\s*-->\s*(-?[\d:.,]+)(?P<rest>.*)", re.DOTALL)
"""A line that means to give a beginning and an end, whether or not it can be understood."""


def seconds(text: str) -> float | None:
    """Return a time such as `0:07`, `01:02:03.5` or `00:00:01,250` in seconds, or None where it is none."""
    found = _CLOCK.fullmatch(text)
    if found is None or (int(found[3]) >= _SIXTY and found[2] is not None) or int(found[4]) >= _SIXTY:
        return None
    whole = int(found[2] or 0) * 3600 + int(found[3]) * 60 + int(found[4])
    time = whole + int((found[5] or "0").ljust(9, "0")) / 1e9
    return -time if found[1] else time


def between(line: str) -> tuple[float, float] | None:
    """Return beginning and end of a line such as `00:00:01.000 --> 00:00:02.500`, or None where it has none."""
    found = ARROW.fullmatch(line)
    if found is None:
        return None
    start, end = seconds(found[1]), seconds(found[2])
    return None if start is None or end is None else (start, end)
