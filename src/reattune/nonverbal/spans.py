"""Stretches of a recording, cut, joined and measured."""

from collections.abc import Iterable, Sequence

from reattune.language import _
from reattune.model import Span


def both(one: Sequence[Span], two: Sequence[Span]) -> tuple[Span, ...]:
    """Return what lies in stretches of both.

    Args:
        one: stretches in time order, none overlapping another.
        two: likewise.
    """
    found = []
    first = second = 0
    while first < len(one) and second < len(two):
        start = max(one[first].start, two[second].start)
        end = min(one[first].end, two[second].end)
        if end > start:
            found.append(Span(start, end))
        if one[first].end <= two[second].end:
            first += 1
        else:
            second += 1
    return tuple(found)


def either(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return what lies in any of the stretches, in time order and joined where they touch.

    Args:
        spans: stretches in any order.
    """
    found: list[Span] = []
    for one in sorted(spans, key=lambda span: span.start):
        if found and one.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return tuple(found)


def seconds(spans: Iterable[Span]) -> float:
    """Return how long stretches are together.

    Args:
        spans: stretches, none overlapping another.
    """
    return sum(one.seconds for one in spans)


def clock(at: float) -> str:
    """Return a time in a recording as a person reads it, such as "1:02:07" or "4:05".

    Args:
        at: seconds from its beginning.
    """
    hours, rest = divmod(max(0, int(at)), 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        return _("{hours}:{minutes}:{seconds}").format(hours=hours, minutes=f"{minutes:02}", seconds=f"{left:02}")
    return _("{minutes}:{seconds}").format(minutes=minutes, seconds=f"{left:02}")
