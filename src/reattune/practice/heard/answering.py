"""What the therapist says to a moment: kept with the rules it rests on, taken back on request, never lost."""

from datetime import UTC, datetime

from django.db import transaction

from reattune.language import _
from reattune.practice import models
from reattune.practice.auditing import Action, record
from reattune.practice.heard import figures
from reattune.speech.moments import Moment
from reattune.speech.worth import Said, answer

WHAT = "answer to a moment"


def say(heard: models.Heard, moment: Moment, said: Said) -> models.Answer:
    """Keep what was said to a moment; what was said to it before is taken back by it.

    Args:
        heard: The transcript.
        moment: One of it.
        said: What was said.

    Returns:
        The row, which can be undone; the one that is there where the same was said already.
    """
    given = answer(moment, said)
    standing = models.Answer.objects.filter(heard=heard, moment=moment.id, undone=None)
    with transaction.atomic():
        _alone(heard)
        before = list(standing)
        if len(before) == 1 and before[0].answer == said.value:
            same: models.Answer = before[0]
            return same
        standing.update(undone=datetime.now(UTC))
        row = models.Answer(client_id=heard.client_id, heard=heard, moment=moment.id, answer=said.value)
        row.words = {"rules": list(given.rules)}
        row.save(force_insert=True)
        record(Action.WROTE, heard.client_id, WHAT, "therapy")
        _counted_anew(heard, said, *(Said(one.answer) for one in before))
    return row


def take_back(row: models.Answer) -> bool:
    """Take an answer back, and whatever another window said to the same moment; both stay as undone.

    Returns:
        Whether that was still to do.
    """
    with transaction.atomic():
        _alone(row.heard)
        standing = models.Answer.objects.filter(heard_id=row.heard_id, moment=row.moment, undone=None)
        before = list(standing)
        if row.pk not in {one.pk for one in before}:
            return False
        row.undone = datetime.now(UTC)
        standing.update(undone=row.undone)
        record(Action.UNDID, row.client_id, WHAT, "therapy")
        _counted_anew(row.heard, *(Said(one.answer) for one in before))
    return True


def standing(heard: models.Heard) -> dict[str, models.Answer]:
    """Return the answers to a transcript's moments that stand, by the moment's id."""
    return {one.moment: one for one in models.Answer.objects.filter(heard=heard, undone=None)}


def words(said: Said) -> str:
    """Return an answer as its button says it."""
    match said:
        case Said.YES:
            return _("Yes, that")
        case Said.NO:
            return _("No, ordinary")
        case _unsure:
            return _("Not sure")


def _alone(heard: models.Heard) -> None:
    """Let two windows that answer at the same moment come one after the other."""
    list(models.Heard.objects.select_for_update().filter(pk=heard.pk).values_list("pk"))


def _counted_anew(heard: models.Heard, *said: Said) -> None:
    # What was called ordinary is not among a session's figures; the other answers change none of them.
    if Said.NO in said:
        figures.changed(heard.client)
