"""What a therapist did with something a client said: applied now, later, or not; for the therapist alone."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import assert_never
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from reattune.language import _
from reattune.practice import models
from reattune.practice.auditing import Action, record

WHAT = "use"


class Applied(StrEnum):
    """What was done with it; none of the three is better than another."""

    NOW = "applied_now"
    LATER = "applied_later"
    NOT = "not_applied"


def words(applied: Applied) -> str:
    """Return how a use is named, on its button and where it stands."""
    match applied:
        case Applied.NOW:
            return _("applied now")
        case Applied.LATER:
            return _("applied later")
        case Applied.NOT:
            return _("not applied")
        case other:
            assert_never(other)


def choices() -> tuple[tuple[str, str], ...]:
    """Return all uses, each with its words."""
    return tuple((one.value, words(one)) for one in Applied)


def keep(about: models.Said | models.Talk, applied: Applied, day: date) -> models.Use:
    """Keep what was done with something a client said; what was kept of it before is taken back by it.

    Args:
        about: Something said that may be read, or a talk; of words that opened a talk, the talk is meant.
        applied: What was done.
        day: The day of saying so.

    Returns:
        The row, which can be undone.
    """
    talk = about.pk if isinstance(about, models.Talk) else about.talk_id
    said = None if talk else about.pk
    with transaction.atomic():
        earlier = models.Use.objects.filter(talk=talk) if talk else models.Use.objects.filter(said=said)
        earlier.filter(undone=None).update(undone=datetime.now(UTC))
        row: models.Use = models.Use.objects.create(
            client_id=about.client_id, talk_id=talk, said_id=said, use=applied.value, day=day
        )
        record(Action.WROTE, row.client_id, WHAT, "therapy")
    return row


def undo(row: models.Use) -> bool:
    """Take a use back; return whether that was still to do."""
    with transaction.atomic():
        changed = models.Use.objects.filter(pk=row.pk, undone=None).update(undone=datetime.now(UTC))
        if changed:
            record(Action.UNDID, row.client_id, WHAT, "therapy")
    return bool(changed)


def standing(talks: Iterable[UUID] = (), said: Iterable[UUID] = ()) -> dict[UUID, models.Use]:
    """Return what was done with talks and with things said, as it stands, in one question.

    Args:
        talks: Which talks.
        said: Which things said, as far as they opened no talk.
    """
    asked = Q(talk__in=list(talks)) | Q(said__in=list(said))
    rows = models.Use.objects.filter(asked, undone=None).order_by("day", "made")
    return {row.talk_id or row.said_id: row for row in rows}
