"""Text and JSON from a transcript's bytes, and numbers from whatever stands in them."""

import json
import math
import re

from reattune.errors import UnreadableError
from reattune.language import _
from reattune.reading.raw import decode

HEAD = 8192
"""Bytes by which a format is recognised."""
_LONGEST_TIME = 1e7
_WORST_NUMBER = 40
"""No time has so many digits; a longer one would only take long to read."""


def text_of(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text in `data` with plain line ends, and remarks about what had to be assumed.

    Raises:
        UnreadableError: If the bytes are no text.

    """
    try:
        text, remarks = decode(data, name)
    except UnreadableError as error:
        message = _("{file} holds no text that can be read; export the transcript again as WebVTT or text.")
        raise UnreadableError(message.format(file=name)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n"), remarks


def head_of(data: bytes) -> str:
    """Return the beginning of the text in `data` for recognising it, "" where it is no text."""
    try:
        return text_of(data[:HEAD], "")[0]
    except UnreadableError:
        return ""


def json_of(data: bytes, name: str) -> object:
    """Return what a JSON file holds.

    Raises:
        UnreadableError: If it holds no complete JSON.

    """
    try:
        parsed: object = json.loads(text_of(data, name)[0])
    except (ValueError, RecursionError) as error:
        message = _("{file} holds no complete JSON; it may have been cut off. Export it again.")
        raise UnreadableError(message.format(file=name)) from error
    return parsed


def has_keys(data: bytes, *keys: str) -> bool:
    """Return whether the bytes look like JSON in which all these keys stand somewhere."""
    if head_of(data)[:64].lstrip()[:1] not in {"{", "["}:
        return False
    # A quotation mark inside a text is written \", so that what is found here is a key and never something said.
    narrow = data.replace(b"\x00", b"") if b"\x00" in data[:64] else data
    return all(re.search(rb'(?<!\\)"' + re.escape(key.encode()) + rb'"\s*:', narrow) for key in keys)


def as_dict(value: object) -> dict[str, object]:
    """Return the value where it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_dicts(value: object) -> list[dict[str, object]]:
    """Return the JSON objects in a list, none where it is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def as_text(value: object) -> str:
    """Return a text or whole number as text, "" for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LONGEST_TIME else ""


def number(value: object) -> float | None:
    """Return a finite number of a reasonable size, written as number or text, or None."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str) and len(value) > _WORST_NUMBER:
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) and abs(found) <= _LONGEST_TIME else None


def plain(text: str) -> str:
    """Return text on one line, with single spaces."""
    return " ".join(text.split())
