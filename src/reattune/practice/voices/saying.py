"""What a client says and who may read it: kept for them alone, shared, withdrawn; unshared words leave no trace.

"Only for me" is sealed for the client's own key and for nothing else; without such a key it is not kept at all.
"After we have ended" waits in the practice's store, shown to nobody before; whoever holds every key of the practice
and writes a program of their own could read it there, and the page says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Share
from reattune.practice import auditing, backing, clients, clock, models
from reattune.practice.check_in import reaching
from reattune.practice.models.voice import SHARED, UTC
from reattune.practice.voices import effects, own, talks
from reattune.practice.voices.kinds import Kind

CLIENT = "client"
"""The word in the audit for what a client did and shared."""


@dataclass(frozen=True, slots=True)
class Place:
    """What something said belongs to; everything may be missing."""

    sitting: UUID | None = None
    talk: UUID | None = None
    about: UUID | None = None


def say(
    client: models.Client,
    kind: Kind,
    words: Mapping[str, Any],
    share: Share,
    day: date,
    place: Place | None = None,
) -> models.Said | None:
    """Keep something a client said, for whoever they chose.

    Args:
        client: Whose voice.
        kind: What it is.
        words: `text` and what the kind has besides; JSON values.
        share: Who may read it.
        day: The day it was said.
        place: What it belongs to.

    Returns:
        The row; None where it was to be theirs alone and they have no key for that: then nothing was kept.
    """
    at = place or Place()
    row = models.Said(
        client=client, kind=kind.value, day=day, sitting=at.sitting, talk_id=at.talk, about_said_id=at.about
    )
    row.own = own.put(client, row.packed(dict(words)), row.about)
    if row.own is None and share is Share.ONLY_ME:
        return None
    _seal(row, words, share, day)
    with transaction.atomic():
        row.save(force_insert=True)
        _told(row, auditing.Action.WROTE)
    return row


def share(row: models.Said, words: Mapping[str, Any], chosen: Share, day: date) -> None:
    """Change who may read something; withdrawn, it is gone from every page of the therapist at once.

    Kept for them alone from now on, where they have no key for that, it is deleted: nobody could read it.

    Args:
        row: What was said.
        words: Its words, as its author can read them.
        chosen: Who may read it from now on.
        day: The day of choosing.

    Raises:
        ReattuneError: It was deleted meanwhile, in another window.
    """
    with transaction.atomic():
        if not _as_it_is(row):
            raise ReattuneError(_("It was deleted meanwhile; nothing was changed."))
        before = row.share in SHARED
        if row.own is None:
            # Made before they had a key: it is sealed for them now. Without one, nothing can be kept for them alone.
            row.own = own.put(row.client, row.packed(dict(words)), row.about)
        if row.own is None and chosen is Share.ONLY_ME:
            take_away(row)
            return
        _seal(row, words, chosen, day)
        row.save()
        if row.share in SHARED:
            _told(row, auditing.Action.CHANGED)
        elif before:
            auditing.record(auditing.Action.UNDID, row.client_id, f"said: {row.kind}", "sharing", who=CLIENT)
            talks.withdrawn(row)
            effects.end(row)
            clients.changed(row.client)


def take_away(row: models.Said) -> None:
    """Delete something its author said; where it had been shared, the audit says that something was taken back."""
    with transaction.atomic():
        if not _as_it_is(row):
            return
        shared = row.share in SHARED
        if shared:
            auditing.record(auditing.Action.UNDID, row.client_id, f"said: {row.kind}", "sharing", who=CLIENT)
            talks.withdrawn(row)
            effects.end(row)
        row.delete()
        if shared:
            clients.changed(row.client)


def _as_it_is(row: models.Said) -> bool:
    """Take over what another window has done to a row meanwhile, and say whether it is there still."""
    backing.queue(f"said {row.pk}")
    try:
        row.refresh_from_db(fields=("sealed", "own", "share", "shared_on", "talk"))
    except models.Said.DoesNotExist:
        return False
    return True


def words_for_author(row: models.OwnWords, key: own.Own | None) -> dict[str, Any] | None:
    """Return the words of a row as its author can read them; None where only their own key opens them, and it is shut.

    Args:
        row: What they said.
        key: Their own key, where it is open.
    """
    if _is_heard(row) and row.sealed is not None:
        return row.words
    return None if key is None else key.words(row)


def _is_heard(row: models.OwnWords) -> bool:
    """Say whether the therapist can read it; what they can read, its author can read without a key, too."""
    chosen = getattr(row, "share", "")
    over = chosen == Share.AFTER_ENDING.value and row.client.has_opened(clock.today(UTC))  # type: ignore[attr-defined]
    return chosen in SHARED or over


def _seal(row: models.Said, words: Mapping[str, Any], chosen: Share, day: date) -> None:
    row.share = chosen.value
    if chosen is Share.ONLY_ME:
        row.sealed = None
        row.shared_on = None
        return
    row.words = dict(words)
    row.shared_on = (row.shared_on or day) if chosen.value in SHARED else None


def _told(row: models.Said, action: auditing.Action) -> None:
    """Write down and take into account what was shared, and leave no trace of what was not."""
    if row.share in SHARED:
        auditing.record(action, row.client_id, f"said: {row.kind}", "sharing", who=CLIENT)
        effects.begin(row)
        clients.changed(row.client)
        reaching.arrived(row)
