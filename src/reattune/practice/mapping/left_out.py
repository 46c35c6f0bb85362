"""Rows set to "known, leave it out": found again by what they are about, in whichever file they stand by now."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC
from typing import Any

from reattune.model import Payment, Rating, Session, Source
from reattune.practice import models
from reattune.practice.agenda import REGISTER

Found = tuple[models.Record, Any]
"""A row of the store with the library's record that it holds."""


def about(row: models.Record, record: Any) -> str:
    """Return what a row is about, the same for the same row of a later export.

    Args:
        row: The row of the store.
        record: The library's record that it holds.
    """
    match record:
        case Session() if row.kind == models.Record.Kind.LISTED:
            # A calendar knows its entries by names of its own, also where they were moved.
            said: tuple[object, ...] = (record.source.row,)
        case Session():
            said = (record.slot.astimezone(UTC).isoformat(),)
        case Payment():
            said = (record.id,) if record.id else (record.session_date, record.due, record.amount)
        case Rating():
            said = (record.session_date, record.instrument, record.by.value, record.timing.value)
        case _:
            said = (repr(replace(record, source=Source("", ""))),)
    return "|".join(map(str, (row.kind, *said)))


def about_place(place: Source, found: Iterable[Found]) -> str:
    """Return what the row in a place is about, "" where there is none."""
    return next((about(row, record) for row, record in found if record.source == place), "")


def left_out(client: models.Client, found: Iterable[Found]) -> dict[Source, models.LeftOut]:
    """Return every place that is left out, with the row that says so.

    A newer export lists the same rows again in another file: they are left out there too. What was entered by hand
    about the same session is news, and counts.

    Args:
        client: Whose.
        found: Their rows.
    """
    # What the client corrected comes before what the therapist left out in part.
    every = sorted(client.left_out.filter(undone=None), key=lambda one: one.said_id is None)
    said = [(one, one.words) for one in every]
    if not said:
        return {}
    rows = [(about(row, record), record.source) for row, record in found]
    places: dict[Source, models.LeftOut] = {}
    for one, words in said:
        place = Source(words["file"], words["row"])
        what = words.get("about") or next((each for each, source in rows if source == place), "")
        same = [source for each, source in rows if each == what and (source.file != REGISTER or source == place)]
        # Another file of the same name may have another row there since the one that was meant was undone.
        for source in same if words.get("about") else [place, *same]:
            places.setdefault(source, one)
    return places
