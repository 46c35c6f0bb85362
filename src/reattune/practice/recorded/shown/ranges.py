"""Which part of a file a browser asks for (RFC 9110, section 14): one range, or all of it."""

import re
from dataclasses import dataclass

_ONE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """The bytes from `start` to before `end`."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many bytes it is."""
        return self.end - self.start


class OutsideError(ValueError):
    """A range that begins after the end of the file, or has no byte in it."""


def asked(header: str, size: int) -> Part | None:
    """Return the part that is asked for; None where all of it is to be given.

    What is no range, or several of them, is answered with all of it, as the standard allows.

    Args:
        header: The request's Range, "" where there is none.
        size: How many bytes there are.

    Raises:
        OutsideError: There is nothing where the range begins.
    """
    found = _ONE.fullmatch(header)
    if found is None or not any(found.groups()):
        return None
    first, last = found.groups()
    if not first:
        return _suffix(int(last), size)
    start, end = int(first), min(int(last) + 1, size) if last else size
    if last and int(last) < start:
        return None
    if start >= size:
        raise OutsideError
    return Part(start, end)


def _suffix(length: int, size: int) -> Part:
    if not length or not size:
        raise OutsideError
    return Part(max(0, size - length), size)


def holds(condition: str, mark: str) -> bool:
    """Say whether a range may be given: nothing was made a condition (If-Range), or the file is still that one.

    Args:
        condition: The request's If-Range, "" where there is none.
        mark: The file's strong entity tag.
    """
    return not condition or condition.strip() == mark
