"""How long recordings stay: deleted on their day, kept longer by a decision, cleared away where they never arrived."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from reattune.charts import day as spoken_day
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import auditing, clients, clock, jobs, models, scope
from reattune.practice.keeping import kept as settings
from reattune.practice.recorded import arriving, kept

HOUR = 3600
UNFINISHED_DAYS = 7
SHORTEST, LONGEST = 1, 365
"""Days that a recording is kept at most, counted from today whenever it is kept longer."""
State = models.Recording.State


def delete(recording: models.Recording, purpose: str = "therapy") -> None:
    """Delete a recording's file and its key for good; its day, its name and what was found in it stay.

    Args:
        recording: Which; deleted already, nothing happens.
        purpose: For what, as the audit says it.
    """
    with transaction.atomic():
        row = models.Recording.objects.select_for_update().filter(pk=recording.pk).exclude(state=State.DELETED).first()
        if row is None:
            return
        row.state = State.DELETED
        # The key first: cut off after this, the file that is left opens for nobody, and is cleared away later.
        row.words = {name: value for name, value in row.words.items() if name not in {"key", "mark"}}
        row.save()
        auditing.record(auditing.Action.ERASED, row.client_id, arriving.WHAT, purpose)
    kept.drop((row.pk,))


def take_out(recording: models.Recording) -> None:
    """Take a recording out with everything that was found in it and made of it."""
    client = recording.client
    arriving.take_back(recording)
    clients.changed(client)


def longer(recording: models.Recording, days: int) -> date:
    """Keep a recording longer.

    Args:
        recording: One that is here.
        days: For so many days from today.

    Returns:
        The day on which it is deleted from now on.

    Raises:
        ReattuneError: It is not here any more, or the number of days is not one it can be kept for.
    """
    if not SHORTEST <= days <= LONGEST:
        raise ReattuneError(
            _("A recording is kept from {least} to {most} days longer.").format(least=SHORTEST, most=LONGEST)
        )
    until = clock.today(settings().zone) + timedelta(days=days)
    with transaction.atomic():
        row = models.Recording.objects.select_for_update().filter(pk=recording.pk, state=State.HERE).first()
        if row is None:
            raise ReattuneError(_("This recording was deleted; what was found in it is all that is left."))
        row.delete_on = max(until, row.delete_on)
        row.save(update_fields=["delete_on", "touched"])
        auditing.record(auditing.Action.CHANGED, row.client_id, "until when a recording is kept", "therapy")
    return row.delete_on


@jobs.regularly(HOUR)
def keep_to_days() -> int:
    """Delete what has come to its day and what never arrived, and clear away what belongs to nobody.

    Returns:
        How many recordings were deleted.
    """
    today = clock.today(settings().zone)
    before = timezone.now() - timedelta(days=UNFINISHED_DAYS)
    # Whoever's they are: the day of a recording comes, too, when its therapist is not there any more.
    with scope.use(scope.EVERYONE):
        due = list(models.Recording.objects.filter(state=State.HERE, delete_on__lte=today))
        for row in due:
            delete(row, "keeping")
        never = list(models.Recording.objects.filter(state=State.ARRIVING, touched__lt=before))
        for row in never:
            arriving.take_back(row)
    kept.clear_orphans()
    return len(due) + len(never)


def until_for_client(row: models.Recording) -> str:
    """Return until when a recording is kept, in a sentence said to the client."""
    if row.state == State.DELETED:
        return _("The recording was deleted; numbers and times from it are kept.")
    return _("Kept encrypted on your therapist’s desk, and deleted on {day}.").format(day=spoken_day(row.delete_on))


def until_words(row: models.Recording) -> str:
    """Return until when a recording is kept, or that it is not any more, in a sentence."""
    if row.state == State.HERE:
        return _("Deleted on {day}; what was found in it stays.").format(day=spoken_day(row.delete_on))
    if row.state == State.DELETED:
        return _("The recording was deleted. What was found in it stays.")
    return _("Only a part of it has arrived. What does not arrive within {n} days is deleted.").format(
        n=UNFINISHED_DAYS
    )
