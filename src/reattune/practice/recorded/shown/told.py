"""What was measured in a recording, in sentences and as a table: what the ribbons draw, for whoever reads instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from reattune.charts.ribbon import clock
from reattune.language import _, decimal, plural
from reattune.model import Source
from reattune.nonverbal import figures, telling
from reattune.nonverbal.moment_words import seconds
from reattune.nonverbal.watched import Amount, Together
from reattune.practice.recorded.shown.opened import Opened

MOST = 200
"""Silences of one table, the longest ones; a session of three hours has more."""
POINTS = 2000
"""Points of the line of loudness."""
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One silence of the table: when, how long, between whom, and whether something can be heard in it."""

    start: float
    at: str
    long: str
    between: str
    sounds: str


def heard(one: Opened) -> tuple[str, ...]:
    """Return the figures of what was heard, as sentences; the way they are known comes first.

    Args:
        one: The recording.
    """
    if one.listened is None:
        return ()
    day = one.row.day
    source = Source(str(one.row.words.get("name", "")), str(one.row.pk))
    return telling.figures(figures.sound_figures(one.listened, day, source, day))


def seen(one: Opened) -> tuple[str, ...]:
    """Return the figures of what was seen, as sentences; that moving together is as by chance is one of them.

    Args:
        one: The recording.
    """
    watched = one.watched
    if watched is None:
        return ()
    usable = _("{usable} of {all} minutes have movement data of both of you.").format(
        usable=decimal(f"{watched.usable / MINUTE:.1f}"), all=decimal(f"{watched.seconds / MINUTE:.1f}")
    )
    theirs = _amount(watched.client, _("The client moved in {active} % of the time, {bursts} times a minute."))
    yours = _amount(watched.therapist, _("You moved in {active} % of the time, {bursts} times a minute."))
    return tuple(said for said in (usable, theirs, yours, watched.result, _together(watched.together)) if said)


def silences(one: Opened) -> tuple[Row, ...]:
    """Return the silences of a recording in time order, the longest ones where there are many.

    Args:
        one: The recording.
    """
    if one.listened is None:
        return ()
    longest = sorted(one.listened.silences, key=lambda each: -each.seconds)[:MOST]
    return tuple(
        Row(
            each.start,
            clock(each.start),
            seconds(each.seconds),
            telling.between(each.between),
            plural("{n} sound that is not speech", "{n} sounds that are not speech", len(each.sounds))
            if each.sounds
            else "",
        )
        for each in sorted(longest, key=lambda each: each.start)
    )


def peaks(one: Opened) -> tuple[float, ...]:
    """Return the line of loudness, at most two thousand points from 0 to 1.

    Args:
        one: The recording.
    """
    known = one.listened.peaks if one.listened else ()
    return tuple(_thinned(known))


def _thinned(known: tuple[float, ...]) -> Iterator[float]:
    each = max(1, -(-len(known) // POINTS))
    for first in range(0, len(known), each):
        yield round(max(known[first : first + each]), 3)


def _amount(amount: Amount | None, words: str) -> str:
    if amount is None:
        return ""
    return words.format(active=round(amount.active), bursts=decimal(f"{amount.bursts:.1f}"))


def _together(found: Together | None) -> str:
    if found is None:
        return ""
    words = _("{statistic}: {value} here, {chance} on average in {shifts} shifted series (z {z}, p {p}).")
    return words.format(
        statistic=found.statistic,
        value=decimal(f"{found.value:.2f}"),
        chance=decimal(f"{found.chance:.2f}"),
        shifts=found.shifts,
        z=decimal(f"{found.z:.1f}"),
        p=decimal(f"{found.p:.3f}"),
    )
