"""From one relationship's records to what was observed about it: streams, ticks, and the therapist's own acts."""

from collections.abc import Mapping
from datetime import date

from reattune.language import _
from reattune.model import Instrument, Relationship, Streams
from reattune.streams import (
    attendance,
    gap,
    movement,
    payment,
    ratings,
    rescheduling,
    silence,
    speech,
    turns,
    unanswered,
    voice,
)
from reattune.streams.own import own_acts
from reattune.streams.registry import Found, Stream, gather, offered, register
from reattune.streams.ticks import Tick, View, agreed, days, horizon, ticks

BUILT_IN: tuple[Stream, ...] = (
    attendance.STREAM,
    gap.STREAM,
    movement.STREAM,
    payment.STREAM,
    ratings.STREAM,
    rescheduling.STREAM,
    silence.STREAM,
    speech.STREAM,
    turns.STREAM,
    unanswered.STREAM,
    voice.STREAM,
)

__all__ = ["BUILT_IN", "Found", "Stream", "Tick", "View", "observe", "ticks"]


def observe(
    relationship: Relationship,
    practice_holidays: Mapping[date, str],
    instruments: Mapping[str, Instrument],
    as_of: date,
) -> Streams:
    """Return what had been observed about one relationship by a day, as it would have been seen on that day.

    Args:
        relationship: the records; what a client has not shared is not among what is read here.
        practice_holidays: public holidays by day.
        instruments: the practice's own definitions; shipped ones are known anyway.
        as_of: the day of asking; nothing known later is used.

    Returns:
        The ticks up to that day, one series per stream with anything in it, and the therapist's own acts.

    Raises:
        ReattuneError: an installed package offers a stream that is none.
    """
    until = horizon(relationship, as_of)
    slots = agreed(relationship, as_of)
    if relationship.suppress:
        silent = relationship.suppress_why or _("prompts are switched off for this relationship")
        return Streams(relationship.codename, days(slots, until), (), silent=silent)
    view = View(relationship, slots, practice_holidays, instruments, until)
    found = gather(register((*BUILT_IN, *offered())), view)
    return Streams(
        codename=relationship.codename,
        ticks=days(slots, until),
        series=found.series,
        own=own_acts(relationship, until),
        remarks=found.remarks,
    )
