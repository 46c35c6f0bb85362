"""A quiet look: now and then one relationship with nothing noticed is drawn at random, and said to be so.

Before people leave, sessions often grow quieter; and without it nobody could know what was missed.
"""

from datetime import date, timedelta
from enum import StrEnum
from random import Random
from uuid import UUID

from django.db import transaction

from reattune.language import _
from reattune.practice import keys, models
from reattune.practice.auditing import Action, record
from reattune.practice.clock import monday_of

CHANCE = 1 / 3
"""Of a week: about one look in three weeks, however the weeks went."""
WITHOUT = timedelta(weeks=8)
"""A relationship counts as quiet where nothing came up for this long."""
WAITS = timedelta(days=14)
"""An offer that was not taken up goes away by itself."""


class Answer(StrEnum):
    """What the therapist made of it."""

    NOTHING = "nothing"
    SOMETHING = "something"
    LAPSED = "lapsed"


def draw(day: date) -> models.QuietLook | None:
    """Draw for the week of a day, where that was not done; drawn again, the answer is the same.

    Args:
        day: Today.

    Returns:
        The offer that was made now; None where none was, or one is still open.
    """
    monday = monday_of(day)
    lapsed = models.QuietLook.objects.filter(answered=None, offered__lt=day - WAITS)
    lapsed.update(answered=day, answer=Answer.LAPSED.value)
    if models.QuietLook.objects.filter(answered=None).exists():
        return None
    if models.QuietLook.objects.filter(offered__gte=monday).exists() or not drawn(monday):
        return None
    able = candidates(day)
    if not able:
        return None
    chosen = _chance(monday).choice(able)
    return models.QuietLook.objects.create(client_id=chosen, offered=day)


def drawn(monday: date) -> bool:
    """Return whether the draw falls on a week; nothing that was seen has any part in it."""
    return _chance(monday).random() < CHANCE


def _chance(monday: date) -> Random:
    # Seeded with a secret of this practice: the same however often it is asked, and foreseen by nobody.
    return Random(keys.vault().digest("quiet look", monday.isoformat()))  # noqa: S311


def candidates(day: date) -> list[UUID]:
    """Return the clients with nothing noticed lately, whose work goes on and who are looked at at all."""
    lately = models.Noticed.objects.filter(at__gt=day - WITHOUT).values("client")
    going_on = models.Glance.objects.filter(last_session__gt=day - WITHOUT, client__suppress=False)
    quiet = going_on.exclude(client__in=lately).exclude(client__ended__lte=day)
    return list(quiet.order_by("client").values_list("client", flat=True))


def offered(day: date) -> models.QuietLook | None:
    """Return the offer that is open on a day, if there is one."""
    found = models.QuietLook.objects.filter(answered=None, offered__lte=day, offered__gte=day - WAITS)
    return found.select_related("client").first()


def answer(look: models.QuietLook, said: Answer, day: date) -> None:
    """Keep what the therapist made of a quiet look, and say so in the audit.

    Args:
        look: The offer.
        said: The answer.
        day: Today.
    """
    with transaction.atomic():
        look.answer, look.answered = said.value, day
        look.save(update_fields=["answer", "answered"])
        record(Action.WROTE, look.client_id, "quiet look", "therapy")


def words(codename: str) -> str:
    """Return how an offer is told."""
    return _(
        "{codename} was drawn at random, not because of anything that was seen. Is there something worth a moment's "
        "thought, or nothing special?"
    ).format(codename=codename)
