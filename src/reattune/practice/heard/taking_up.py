"""A moment of a transcript put into a repair record, a new one or one that is there: as words, and a way back."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import attaching, episodes, models
from reattune.practice.auditing import Action, record
from reattune.practice.mapping.episodes import record_of
from reattune.practice.typed import NOBODYS, as_identity
from reattune.repair.movement import Place
from reattune.speech.moments import Moment
from reattune.speech.reading import Reading
from reattune.speech.telling import title

HEARD = "heard"
LONGEST = 400
"""Characters of a quote in a record; there is a way back to the rest."""
MOST = 12
"""Records that are offered to be joined, the newest ones."""


def ref(heard: models.Heard, moment: str) -> str:
    """Return how a moment of a transcript is found again from a record."""
    return f"{HEARD}:{heard.pk}:{moment}"


def is_spoken(reference: str) -> bool:
    """Say whether what a record is about are words of a transcript: most often the client's own."""
    return reference.startswith(f"{HEARD}:")


def address(client: models.Client, reference: str) -> str:
    """Return where a moment of a transcript is read again, "" for what is none."""
    kind, _colon, rest = reference.partition(":")
    heard, _colon, moment = rest.partition(":")
    if kind != HEARD or as_identity(heard) == NOBODYS or not moment:
        return ""
    return reverse("heard-moment", kwargs={"client": client.pk, "heard": UUID(heard), "moment": moment})


def begin(heard: models.Heard, reading: Reading, moment: Moment) -> models.Episode:
    """Begin a record with a moment; return the one that was begun or joined with it before, if any.

    Args:
        heard: The transcript.
        reading: What was read in it.
        moment: One of it.
    """
    with transaction.atomic():
        # Pressed twice, or in two windows, it is one record.
        list(models.Heard.objects.select_for_update().filter(pk=heard.pk).values_list("pk"))
        before = taken(heard).get(moment.id)
        if before is not None:
            return before
        blank = replace(episodes.blank(heard.day), place=Place.IN_SESSION)
        return episodes.begin(heard.client, blank, lambda row: _attach(row, heard, reading, moment))


def join(heard: models.Heard, reading: Reading, moment: Moment, episode: str) -> models.Episode:
    """Put a moment into a record that is there; twice is once.

    Args:
        heard: The transcript.
        reading: What was read in it.
        moment: One of it.
        episode: The record's id.

    Raises:
        ReattuneError: There is no such record of this client.
    """
    row: models.Episode | None = heard.client.episodes.filter(pk=as_identity(episode)).first()
    if row is None:
        raise ReattuneError(_("Choose one of the records; this one is not there."))
    if all(one.words["ref"] != ref(heard, moment.id) for one in row.attached.filter(kind=attaching.MOMENT)):
        with transaction.atomic():
            _attach(row, heard, reading, moment)
            record(Action.CHANGED, heard.client_id, episodes.WHAT, "therapy")
    return row


def let_go(heard: models.Heard, moment: str) -> bool:
    """Take a moment out of every record it was put into; return whether it was in any.

    A record that was begun with it and has nothing else in it goes with it.
    """
    found = [one for one in _rows(heard) if one.words["ref"] == ref(heard, moment)]
    with transaction.atomic():
        for one in found:
            row = one.episode
            one.delete()
            if _is_untouched(row):
                row.delete()
            record(Action.CHANGED, heard.client_id, episodes.WHAT, "therapy")
    return bool(found)


def taken(heard: models.Heard) -> dict[str, models.Episode]:
    """Return the records that moments of a transcript were put into, by the moment's id."""
    start = ref(heard, "")
    named = ((one.words["ref"], one.episode) for one in _rows(heard))
    return {name.removeprefix(start): episode for name, episode in named if name.startswith(start)}


def open_records(client: models.Client) -> list[models.Episode]:
    """Return the records of a client that can be joined: those not put away, newest first."""
    return list(client.episodes.filter(closed=None)[:MOST])


def _rows(heard: models.Heard) -> list[models.Attached]:
    rows = models.Attached.objects.filter(client_id=heard.client_id, kind=attaching.MOMENT)
    return list(rows.select_related("episode"))


def _attach(row: models.Episode, heard: models.Heard, reading: Reading, moment: Moment) -> None:
    quote = reading.quote(moment.hits[0])
    short = quote if len(quote) <= LONGEST else f"{quote[:LONGEST].rstrip()}…"
    made = models.Attached(client_id=heard.client_id, episode=row, kind=attaching.MOMENT, day=heard.day)
    made.words = {
        "ref": ref(heard, moment.id),
        "what": _("{title}: “{quote}”").format(title=title(moment), quote=short),
    }
    made.save(force_insert=True)


def _is_untouched(row: models.Episode) -> bool:
    """Say whether nothing was ever written into a record, and nothing else is in it."""
    if row.version != 1 or any(
        rows.exists() for rows in (row.attached, row.moments, row.asides, row.talks, row.consultations)
    ):
        return False
    blank = replace(episodes.blank(row.day), id=str(row.pk), place=Place.IN_SESSION)
    return record_of(row) == blank
