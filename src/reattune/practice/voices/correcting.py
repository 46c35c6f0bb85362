"""What a client says about what came up: a row is not what it looks like, "as always, for me", or a line beside it.

The original stays where it is, with these words beside it; what they change is undone by taking them back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from reattune.charts import day as day_words
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Share, Source
from reattune.practice import models
from reattune.practice.keeping import kept
from reattune.practice.mapping.left_out import about_place, left_out
from reattune.practice.mapping.relationships import kept_rows
from reattune.practice.models.voice import SHARED
from reattune.practice.voices import saying
from reattune.practice.voices.kinds import Kind

ABOUT = (Kind.CORRECTION, Kind.ORDINARY, Kind.LINE)
NOTICING, ROOM = "noticing", "room"
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Meant:
    """One row as it was shown: where it stands, its day, and what it says."""

    source: Source
    at: date
    said: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Something the client said about what came up; `what` is the row that a correction is about."""

    id: UUID
    day: date
    kind: Kind
    what: str
    text: str
    in_room: bool
    """Whether it was written down at the therapist's desk, with both there."""


def correct(client: models.Client, noticing: date, row: Meant, text: str, place: tuple[date, bool]) -> models.Said:
    """Keep that a row is not what it looks like; it counts for nothing from now on, and stays where it is.

    Args:
        client: Whose voice.
        noticing: The day of what came up.
        row: Which.
        text: What it was, in their words; may be empty.
        place: The day of saying so, and whether that was in the room.

    Raises:
        ReattuneError: The text is too long.
    """
    found = kept_rows(client, kept().zone)
    words = {
        "file": row.source.file,
        "row": row.source.row,
        "about": about_place(row.source, found),
        "what": f"{day_words(row.at)}: {row.said}",
        "day": row.at.isoformat(),
    }
    return _say(client, Kind.CORRECTION, noticing, {**words, "text": _short(text)}, place)


def ordinary(client: models.Client, noticing: date, text: str, place: tuple[date, bool]) -> models.Said:
    """Keep that what came up is as always for the client; it counts as their own verdict.

    Args:
        client: Whose voice.
        noticing: The day of what came up.
        text: In their words; may be empty.
        place: The day of saying so, and whether that was in the room.

    Raises:
        ReattuneError: The text is too long.
    """
    return _say(client, Kind.ORDINARY, noticing, {"text": _short(text)}, place)


def line(client: models.Client, noticing: date, text: str, place: tuple[date, bool]) -> models.Said:
    """Keep a line that the client adds to what came up; it changes nothing else.

    Args:
        client: Whose voice.
        noticing: The day of what came up.
        text: The line.
        place: The day of saying so, and whether that was in the room.

    Raises:
        ReattuneError: There is no text, or it is too long.
    """
    words = _short(text)
    if not words:
        raise ReattuneError(_("There is nothing written yet; a few words are enough."))
    return _say(client, Kind.LINE, noticing, {"text": words}, place)


def said(client: models.Client, noticing: date) -> tuple[Beside, ...]:
    """Return what the client said about what came up on a day and shares, oldest first.

    Args:
        client: Whose.
        noticing: The day of what came up.
    """
    at = noticing.isoformat()
    return tuple(_beside(row, words) for row, words in _rows(client) if words.get(NOTICING) == at)


def days(client: models.Client) -> frozenset[date]:
    """Return the days of what came up about which the client said something and shares it."""
    return frozenset(date.fromisoformat(words[NOTICING]) for _row, words in _rows(client) if words.get(NOTICING))


def corrected(client: models.Client, found: Iterable[tuple[models.Record, Any]] | None = None) -> Mapping[Source, str]:
    """Return what the client says about each row that they corrected, by where it stands, also in a newer export.

    Args:
        client: Whose.
        found: Their rows, where they were read already.
    """
    rows = list(kept_rows(client, kept().zone) if found is None else found)
    return {
        place: beside_words(str(one.words.get("why", "")))
        for place, one in left_out(client, rows).items()
        if one.said_id is not None
    }


def beside_words(text: str) -> str:
    """Return a correction as it stands beside the row that it is about, for whoever reads that row.

    Args:
        text: The client's words; may be empty.
    """
    if not text:
        return _("The client says that this is not what it looks like. It does not count.")
    return _("The client says: “{text}”. It does not count.").format(text=text.rstrip("."))


def effect(kind: Kind) -> str:
    """Return what something said about what came up does, to be read by both."""
    return {
        Kind.CORRECTION: _(
            "This row counts for nothing from now on. It stays where it is, with these words beside it."
        ),
        Kind.ORDINARY: _(
            "Things like this count less for a while, less with each session; what is said in words always counts."
        ),
        Kind.LINE: _("Kept beside it; nothing else changes."),
    }[kind]


def of(client: models.Client, said: UUID) -> models.Said | None:
    """Return something that the client said about what came up and shares, None where there is none such.

    Args:
        client: Whose.
        said: Its identity.
    """
    found = _shared(client).filter(pk=said).first()
    return found if found is not None and NOTICING in found.words else None


def is_in_room(row: models.Said) -> bool:
    """Say whether something was written down at the therapist's desk, with both there."""
    return bool(row.words.get(ROOM))


def _say(
    client: models.Client, kind: Kind, noticing: date, words: Mapping[str, str], place: tuple[date, bool]
) -> models.Said:
    day, in_room = place
    every = {**words, NOTICING: noticing.isoformat(), ROOM: in_room}
    # What is shared at once is always kept.
    with transaction.atomic():
        row: models.Said = saying.say(client, kind, every, Share.NOW, day)  # type: ignore[assignment]
        if in_room:
            # It was spoken about as it was written down, and need not be told again on Today.
            row.taken_up = day
            row.save(update_fields=["taken_up"])
    return row


def _short(text: str) -> str:
    found = text.replace("\r\n", "\n").strip()
    if len(found) > LONGEST:
        raise ReattuneError(_("This is too long; {n} letters at most.").format(n=LONGEST))
    return found


def _shared(client: models.Client) -> Any:
    kinds = [one.value for one in ABOUT]
    return models.Said.objects.filter(client=client, kind__in=kinds, share__in=SHARED, talk=None)


def _rows(client: models.Client) -> list[tuple[models.Said, dict[str, Any]]]:
    return [(row, row.words) for row in _shared(client).order_by("day", "made")]


def _beside(row: models.Said, words: Mapping[str, Any]) -> Beside:
    return Beside(
        id=row.pk,
        day=row.day,
        kind=Kind(row.kind),
        what=str(words.get("what", "")),
        text=str(words.get("text", "")),
        in_room=bool(words.get(ROOM)),
    )
