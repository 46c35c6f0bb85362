"""Motion energy as other programs write it: two columns of numbers, one row for each picture.

A table with `time_s,client,therapist` says its own rate; what rMEA and MEA write does not, and somebody must say it.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from reattune.errors import UnreadableError
from reattune.language import _, plural
from reattune.model import Movement, Quarantined
from reattune.reading.motion_rows import Number, Rows, looks_like_rows, rows_of
from reattune.reading.raw import decode, read_bytes

ENDING = ".mea.csv"
_TEXT = (".txt", ".csv", ".tsv", ".dat")
_SAMPLE = 4096
_TIMES = frozenset({"time_s", "time", "seconds", "t"})
_CLIENT = ("client", "patient", "s1")
_THERAPIST = ("therapist", "s2")
FAR = 10.0
"""Standard deviations of its own series beyond which rMEA, too, says that a value is far off."""
RATE_APART = 0.01
DAY = 86_400.0
"""Seconds beyond which times are not counted from the beginning of a recording."""
MOST_ROWS = 20_000_000
"""Rows that gaps in the times may add up to."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A series that was read, and the rows that were set aside; in their places the series has no value."""

    movement: Movement
    quarantined: tuple[Quarantined, ...] = ()


@dataclass(frozen=True, slots=True)
class _Even:
    """Values of both people at even times."""

    rate: float
    pairs: Sequence[tuple[Number, ...]]
    start: float = 0.0
    remarks: tuple[str, ...] = ()


def is_series(path: Path) -> bool:
    """Return whether a file is, by its name or by its first rows, nothing but columns of numbers."""
    name = path.name.casefold()
    if name.endswith(ENDING):
        return True
    if not name.endswith(_TEXT):
        return False
    try:
        text, _remarks = decode(read_bytes(path, path.name, at_most=_SAMPLE), path.name)
    except UnreadableError:
        return False
    return looks_like_rows(text)


def read_movement(
    path: Path, name: str = "", *, per_second: float | None = None, columns: tuple[int, int] | None = None
) -> Moved:
    """Read the motion energy of two people.

    Args:
        path: The file: `time_s,client,therapist`, or what rMEA or MEA writes.
        name: The file's name as a person sees it.
        per_second: How many values there are a second, where the file has no times.
        columns: Which columns are the client's and the therapist's, from 1; by their names, or the first two.

    Raises:
        UnreadableError: It is no such file, its rate is not known, or too few rows can be used.
    """
    shown = name or path.name
    text, remarks = decode(read_bytes(path, shown), shown)
    rows = rows_of(text, shown)
    time, client, therapist = _columns(rows, columns, shown)
    wanted = (client, therapist)
    even = _Even(_said_rate(per_second, shown), rows.of(wanted)) if time is None else _timed(rows, time, wanted, shown)
    first, second = (tuple(values) for values in zip(*even.pairs, strict=True))
    _usable(first, second, shown)
    said = (
        *remarks,
        *even.remarks,
        *_other_rate(even.rate, per_second, shown),
        *_far(first, _("client"), shown),
        *_far(second, _("therapist"), shown),
    )
    movement = Movement(shown, even.rate, first, second, even.start, remarks=(*said, *_lengths(first, second, shown)))
    return Moved(movement, rows.quarantined)


def _columns(rows: Rows, columns: tuple[int, int] | None, name: str) -> tuple[int | None, int, int]:
    names = [one.casefold() for one in rows.names]
    time = next((place for place, one in enumerate(names) if one in _TIMES), None)
    if columns is not None:
        chosen = (columns[0] - 1, columns[1] - 1)
        if not all(0 <= one < rows.width for one in chosen) or chosen[0] == chosen[1]:
            message = _("{file} has {count} columns; say which two of them are the client's and the therapist's")
            raise UnreadableError(message.format(file=name, count=rows.width))
        return time, *chosen
    client = next((names.index(one) for one in _CLIENT if one in names), None)
    therapist = next((names.index(one) for one in _THERAPIST if one in names), None)
    if client is not None and therapist is not None:
        return time, client, therapist
    left = [place for place in range(rows.width) if place != time]
    if len(left) < 2:  # noqa: PLR2004  (two people)
        message = _("{file} has no columns of two people; it needs time_s, client and therapist, or two columns")
        raise UnreadableError(message.format(file=name))
    return time, left[0], left[1]


def _said_rate(per_second: float | None, name: str) -> float:
    if per_second is None:
        message = _("{file} has no times; say how many values there are a second: reattune watch FILE --rate 25")
        raise UnreadableError(message.format(file=name))
    if not (math.isfinite(per_second) and 0 < per_second <= 1000):  # noqa: PLR2004  (no camera is faster)
        message = _("{file}: {rate} values a second cannot be; give a number such as 25")
        raise UnreadableError(message.format(file=name, rate=per_second))
    return per_second


def _timed(rows: Rows, time: int, wanted: tuple[int, int], name: str) -> _Even:
    """Return the values on an even grid, missing where the times jump."""
    found: list[tuple[float, Number, Number]] = []
    backwards = 0
    for at, one, two in rows.of((time, *wanted)):
        if at is None or (found and at <= found[-1][0]):
            backwards += 1
        else:
            found.append((at, one, two))
    if len(found) < 3:  # noqa: PLR2004  (a rate needs steps)
        raise UnreadableError(_("{file} has no times that go on; its column time_s needs seconds").format(file=name))
    step = statistics.median(late[0] - early[0] for early, late in pairwise(found))
    start = found[0][0]
    places = [round((at - start) / step) for at, _one, _two in found]
    if places[-1] >= MOST_ROWS:
        message = _("{file}: its times reach too far for their steps; see that time_s is in seconds throughout")
        raise UnreadableError(message.format(file=name))
    grid: list[tuple[Number, Number]] = [(None, None)] * (places[-1] + 1)
    for place, (_at, one, two) in zip(places, found, strict=True):
        grid[place] = (one, two)
    said = []
    if backwards:
        text = plural(
            "{n} row of {{file}} has no time, or one that goes back; it was left out",
            "{n} rows of {{file}} have no time, or one that goes back; they were left out",
            backwards,
        )
        said.append(text.format(file=name))
    missing = len(grid) - len(set(places))
    if missing:
        text = plural(
            "in the times of {{file}}, {n} value is missing and stays missing",
            "in the times of {{file}}, {n} values are missing and stay missing",
            missing,
        )
        said.append(text.format(file=name))
    begins = start
    if start > DAY:
        begins = 0.0
        said.append(_("the times in {file} are of a clock; they are counted from the first").format(file=name))
    # Times are written with few decimals: over the whole length the rate is known far better than from one step.
    return _Even((len(grid) - 1) / (found[-1][0] - start), grid, begins, tuple(said))


def _other_rate(rate: float, said: float | None, name: str) -> tuple[str, ...]:
    if said is None or abs(said - rate) <= RATE_APART * rate:
        return ()
    message = _("the times in {file} say {rate} values a second, not {said}; the times are believed")
    return (message.format(file=name, rate=f"{rate:.4g}", said=f"{said:g}"),)


def _usable(first: Sequence[Number], second: Sequence[Number], name: str) -> None:
    both = sum(one is not None and two is not None for one, two in zip(first, second, strict=True))
    if both * 2 < len(first) or both < 2:  # noqa: PLR2004
        message = _("{file}: fewer than half of its rows have numbers of both people; see which columns they are in")
        raise UnreadableError(message.format(file=name))


def _far(values: Sequence[Number], who: str, name: str) -> tuple[str, ...]:
    known = [one for one in values if one is not None]
    limit = FAR * statistics.pstdev(known)
    far = sum(one > limit for one in known) if limit > 0 else 0
    if not far:
        return ()
    text = plural(
        "{{file}}, {{who}}: {n} value is more than ten standard deviations; perhaps a camera was moved",
        "{{file}}, {{who}}: {n} values are more than ten standard deviations; perhaps a camera was moved",
        far,
    )
    return (text.format(file=name, who=who),)


def _lengths(first: Sequence[Number], second: Sequence[Number], name: str) -> tuple[str, ...]:
    ends = [len(one) - sum(1 for _gone in _trailing(one)) for one in (first, second)]
    if ends[0] == ends[1]:
        return ()
    message = _("the two series in {file} are not of one length ({client} and {therapist} values); the rest is missing")
    return (message.format(file=name, client=ends[0], therapist=ends[1]),)


def _trailing(values: Sequence[Number]) -> Sequence[int]:
    count = next((place for place, one in enumerate(reversed(values)) if one is not None), len(values))
    return range(count)
