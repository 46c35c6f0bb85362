"""What the therapist says to a moment of a recording: in effect at once, taken back on request, never lost."""

from datetime import UTC, datetime

from django.db import transaction

from reattune.language import _
from reattune.practice import models
from reattune.practice.auditing import Action, record

WHAT = "answer to a moment of a recording"
Said = models.Picked.Said


def say(recording: models.Recording, moment: str, said: Said) -> models.Picked:
    """Keep what was said to a moment; what was said to it before is taken back by it.

    Args:
        recording: The recording.
        moment: The id of one of its moments.
        said: What was said.

    Returns:
        The row, which can be undone; the one that is there where the same was said already.
    """
    standing = models.Picked.objects.filter(recording=recording, moment=moment, undone=None)
    with transaction.atomic():
        _alone(recording)
        before = list(standing)
        if len(before) == 1 and before[0].answer == said.value:
            same: models.Picked = before[0]
            return same
        standing.update(undone=datetime.now(UTC))
        row = models.Picked(client_id=recording.client_id, recording=recording, moment=moment, answer=said.value)
        row.words = {}
        row.save(force_insert=True)
        record(Action.WROTE, recording.client_id, WHAT, "therapy")
    return row


def take_back(recording: models.Recording, moment: str) -> bool:
    """Take back whatever stands for a moment; it stays as undone.

    Returns:
        Whether there was anything to take back.
    """
    with transaction.atomic():
        _alone(recording)
        standing = models.Picked.objects.filter(recording=recording, moment=moment, undone=None)
        if not standing.update(undone=datetime.now(UTC)):
            return False
        record(Action.UNDID, recording.client_id, WHAT, "therapy")
    return True


def standing(recording: models.Recording) -> dict[str, models.Picked]:
    """Return the answers to a recording's moments that stand, by the moment's id."""
    return {one.moment: one for one in models.Picked.objects.filter(recording=recording, undone=None)}


def words(said: Said) -> str:
    """Return an answer as its button says it."""
    match said:
        case Said.WORTH:
            return _("Worth a thought")
        case Said.ORDINARY:
            return _("Ordinary")
        case _left:
            return _("Leave it")


def _alone(recording: models.Recording) -> None:
    """Let two windows that answer at the same moment come one after the other."""
    list(models.Recording.objects.select_for_update().filter(pk=recording.pk).values_list("pk"))
