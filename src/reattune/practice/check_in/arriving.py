"""A letter that came back: opened, read, and taken in once; what is not shared leaves nothing to be seen."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from reattune.charts import day as told
from reattune.language import _
from reattune.practice import auditing, keys, models
from reattune.practice.check_in import gate, letter, letter_words
from reattune.practice.check_in.letter import LetterError
from reattune.practice.keeping import kept
from reattune.practice.voices.saying import Place, say

OLDEST_DAYS = 400
"""A letter older than this tells more about the phone's clock than about the day."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A letter that was taken in: whose, what it is found again by, and what of it was shared and is not asked here."""

    client: models.Client
    sitting: UUID
    left_out: int


def take_in(text: str, today: date) -> Arrived:
    """Take a letter in.

    Args:
        text: A file's content, or a message with the letter in it.
        today: The day it is where the practice is.

    Raises:
        LetterError: It does not open, belongs to nobody here, was taken in before, or check-ins are not open.
    """
    words = letter_words.read(letter.opened(text))
    client = _client(words.to)
    why = gate.why_not(client)
    if why:
        raise LetterError(why)
    day, sitting = _day(words.day, today), UUID(hex=words.sending)
    with transaction.atomic():
        row, new = models.Letter.objects.get_or_create(digest=_digest(sitting), defaults={"client": client})
        if not new:
            raise LetterError(
                _("This letter was taken in already, on {day}. Nothing was kept twice.").format(
                    day=told(row.made.astimezone(kept().zone).date())
                )
            )
        for one in words.said:
            say(client, one.kind, one.words, one.share, day, Place(sitting=sitting))
        auditing.record(auditing.Action.IMPORTED, client.pk, "letter", "therapy")
    return Arrived(client, sitting, words.left_out)


def taken_in(sitting: UUID) -> models.Letter | None:
    """Return the letter that something was said in, by what it is found again by; None where there is none."""
    found: models.Letter | None = models.Letter.objects.select_related("client").filter(digest=_digest(sitting)).first()
    return found


def _digest(sitting: UUID) -> str:
    return keys.vault().digest("sending", sitting.hex)


def _client(token: str) -> models.Client:
    for client in models.Client.objects.all():
        if letter.token(client) == token:
            return client
    raise LetterError(
        _(
            "This letter opens, but it is from nobody who is kept here now; was the relationship erased? "
            "Nothing was kept."
        )
    )


def _day(written: date | None, today: date) -> date:
    """Return the day of a letter: the phone's, or today's where that cannot be."""
    if written is None or not 0 <= (today - written).days <= OLDEST_DAYS:
        return today
    return written
