"""Movement in recordings: how much the client moves, and whether the two move together; "changed", and nothing more.

More of it and less of it have both gone with difficult sessions, and most short recordings do not differ from chance.
"""

import math
from collections.abc import Callable, Iterator, Sequence

from reattune.language import plural
from reattune.model import MovementFigures, Scores, Series
from reattune.streams.ratings import code_of
from reattune.streams.recorded import (
    BASIS,
    BY,
    LEAST_SECONDS,
    Figure,
    for_length,
    log_of,
    observation,
    size,
    two_sided,
    watched,
)
from reattune.streams.registry import Found, Stream
from reattune.streams.ticks import View

FAMILY = "movement"
LITTLE = 0.4
"""The most that one observation counts."""
LEAST = 0.05
"""Percent; below that a picture counts as still."""

LONG = 1200.0
"""Seconds of movement that how far it lies from chance is told for, however long a recording is."""
LINEAR = 2.0
"""Standard deviations from chance up to which a step counts about in full; two who move much together vary more."""

# All figures here are Reattune's own defaults, not findings (docs/streams/movement.md).
AMOUNT = two_sided(centre=0.7, between=0.7, within=0.4, table=(-3.0, 4.6, 0.2), carry=0.2)
TOGETHER = two_sided(centre=1.0, between=1.0, within=1.2, table=(-6.0, 10.0, 0.5), carry=0.1)


def observe(view: View) -> Found:
    """Return a series of how much the client moves, and one of how the two move together against shifted series.

    Args:
        view: one relationship, with the figures of its recordings.

    Returns:
        The series; sessions too short, in another unit or by another statistic are said.
    """
    known = watched(view)
    enough = [one for one in known if one.usable >= LEAST_SECONDS]
    statistic = first_statistic(enough)
    alike = [one for one in enough if one.statistic == statistic]
    series = (
        _series("movement amount", AMOUNT, enough, _amount, view),
        _series("movement together", TOGETHER, alike, _together, view),
    )
    return Found(series, tuple(_remarks(known, enough, alike)))


def first_statistic(figures: Sequence[MovementFigures]) -> str:
    """Return the statistic of the session known first: only its like is held against it, whatever comes later."""
    told = [one for one in figures if one.together is not None]
    first = min(told, key=lambda one: (max(one.day, one.known_at), one.day, one.source), default=None)
    return "" if first is None else first.statistic


def _series(
    name: str,
    pattern: Scores,
    figures: Sequence[MovementFigures],
    figure: Callable[[MovementFigures], Figure | None],
    view: View,
) -> Series:
    found = []
    for one in figures:
        seen = figure(one)
        if seen is not None:
            most, code = LITTLE * size(one.usable), code_of(pattern, seen.level)
            found.append(observation(one, code, seen.told, most, view.relationship.left_out))
    return Series(name, pattern, tuple(found), BASIS)


def _amount(one: MovementFigures) -> Figure | None:
    if one.client is None or not one.comparable:
        return None
    return Figure(log_of(one.client, LEAST), f"{one.client:.2f}")


def _together(one: MovementFigures) -> Figure | None:
    if one.together is None:
        return None
    z = for_length(one.together, one.usable, LONG)
    return Figure(LINEAR * math.asinh(z / LINEAR), f"{z:.1f}{BY}{one.statistic}")


def _remarks(
    known: Sequence[MovementFigures], enough: Sequence[MovementFigures], alike: Sequence[MovementFigures]
) -> Iterator[str]:
    if len(known) > len(enough):
        yield plural(
            "{n} recording has too little movement of both people to look at here.",
            "{n} recordings have too little movement of both people to look at here.",
            len(known) - len(enough),
        )
    other = sum(one.together is not None for one in enough) - sum(one.together is not None for one in alike)
    if other:
        yield plural(
            "Moving together was reckoned in another way in {n} recording; it is not held against the others.",
            "Moving together was reckoned in another way in {n} recordings; they are not held against the others.",
            other,
        )
    unlike = sum(one.client is not None and not one.comparable for one in enough)
    if unlike:
        yield plural(
            "How much was moved in {n} recording is in a unit of its own; only moving together is looked at there.",
            "How much was moved in {n} recordings is in a unit of its own; only moving together is looked at there.",
            unlike,
        )


STREAM = Stream(family=FAMILY, observe=observe)
