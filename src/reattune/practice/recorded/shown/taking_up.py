"""A moment of a recording put into a repair record, a new one or one that is there: in words, with a way back."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import attaching, episodes, models
from reattune.practice.auditing import Action, record
from reattune.practice.mapping.episodes import record_of
from reattune.practice.recorded.shown.noted import Note
from reattune.practice.typed import NOBODYS, as_identity
from reattune.repair.movement import Place

RECORDING = "recording"


def ref(recording: models.Recording, moment: str) -> str:
    """Return how a moment of a recording is found again from a record."""
    return f"{RECORDING}:{recording.pk}:{moment}"


def address(client: models.Client, reference: str) -> str:
    """Return where a moment of a recording is heard again, "" for what is none."""
    kind, _colon, rest = reference.partition(":")
    recording, _colon, moment = rest.partition(":")
    if kind != RECORDING or as_identity(recording) == NOBODYS or not moment:
        return ""
    words = {"client": client.pk, "recording": UUID(recording), "moment": moment}
    return reverse("recording-moment", kwargs=words)


def begin(recording: models.Recording, note: Note) -> models.Episode:
    """Begin a record with a moment; return the one that was begun or joined with it before, if any.

    Args:
        recording: The recording.
        note: One of its moments.
    """
    with transaction.atomic():
        # Pressed twice, or in two windows, it is one record.
        list(models.Recording.objects.select_for_update().filter(pk=recording.pk).values_list("pk"))
        before = taken(recording).get(note.id)
        if before is not None:
            return before
        blank = replace(episodes.blank(recording.day), place=Place.IN_SESSION)
        return episodes.begin(recording.client, blank, lambda row: _attach(row, recording, note))


def join(recording: models.Recording, note: Note, episode: str) -> models.Episode:
    """Put a moment into a record that is there; twice is once.

    Args:
        recording: The recording.
        note: One of its moments.
        episode: The record's id.

    Raises:
        ReattuneError: There is no such record of this client.
    """
    row: models.Episode | None = recording.client.episodes.filter(pk=as_identity(episode)).first()
    if row is None:
        raise ReattuneError(_("Choose one of the records; this one is not there."))
    with transaction.atomic():
        list(models.Recording.objects.select_for_update().filter(pk=recording.pk).values_list("pk"))
        if all(one.words["ref"] != ref(recording, note.id) for one in row.attached.filter(kind=attaching.MOMENT)):
            _attach(row, recording, note)
            record(Action.CHANGED, recording.client_id, episodes.WHAT, "therapy")
    return row


def let_go(recording: models.Recording, moment: str) -> bool:
    """Take a moment out of every record it was put into; return whether it was in any.

    A record that was begun with it and has nothing else in it goes with it.
    """
    found = [one for one in _rows(recording) if one.words["ref"] == ref(recording, moment)]
    with transaction.atomic():
        for one in found:
            row = one.episode
            one.delete()
            if _is_untouched(row):
                row.delete()
            record(Action.CHANGED, recording.client_id, episodes.WHAT, "therapy")
    return bool(found)


def taken(recording: models.Recording) -> dict[str, models.Episode]:
    """Return the records that moments of a recording were put into, by the moment's id."""
    start = ref(recording, "")
    named = ((one.words["ref"], one.episode) for one in _rows(recording))
    return {name.removeprefix(start): episode for name, episode in named if name.startswith(start)}


def _rows(recording: models.Recording) -> list[models.Attached]:
    rows = models.Attached.objects.filter(client_id=recording.client_id, kind=attaching.MOMENT)
    return list(rows.select_related("episode"))


def _attach(row: models.Episode, recording: models.Recording, note: Note) -> None:
    made = models.Attached(client_id=recording.client_id, episode=row, kind=attaching.MOMENT, day=recording.day)
    what = _("{time} of the recording: {sentence}").format(time=note.at, sentence=note.sentence)
    made.words = {"ref": ref(recording, note.id), "what": what}
    made.save(force_insert=True)


def _is_untouched(row: models.Episode) -> bool:
    """Say whether nothing was ever written into a record, and nothing else is in it."""
    if row.version != 1 or any(
        rows.exists() for rows in (row.attached, row.moments, row.asides, row.talks, row.consultations)
    ):
        return False
    return record_of(row) == replace(episodes.blank(row.day), id=str(row.pk), place=Place.IN_SESSION)
