"""What the therapist makes of what came up: kept, undone on request, and said with its effect in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import assert_never

from django.db import transaction

from reattune.charts import day as day_words
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Source
from reattune.practice import clients, models
from reattune.practice.auditing import Action, record
from reattune.practice.keeping import kept
from reattune.practice.mapping.left_out import about_place
from reattune.practice.mapping.relationships import kept_rows
from reattune.practice.scope import THERAPIST

LONGEST = timedelta(days=366)
MOST_LETTERS = 2000


class Said(StrEnum):
    """What can be made of a noticing; the values are those of `models.Verdict`."""

    TALKED = "talked"
    ORDINARY = "ordinary"
    LATER = "later"
    MATTERED = "mattered"
    UNSURE = "unsure"

    @property
    def settles(self) -> bool:
        """Whether the noticing is then no longer among what to think about."""
        return self in {Said.TALKED, Said.ORDINARY, Said.MATTERED}


@dataclass(frozen=True, slots=True)
class Told:
    """One verdict in words, undone ones included."""

    id: int
    noticing: date
    on: date
    words: str
    undone: bool
    by_client: bool = False
    """Whether the client said so; it is theirs to take back."""


def say(noticed: models.Noticed, said: Said, today: date, until: date | None = None) -> models.Verdict:
    """Keep what was made of a noticing; what the therapist said of it earlier the same day is taken back by it.

    Args:
        noticed: What came up.
        said: What was made of it.
        today: The day of saying so.
        until: For "look later": the day it comes back.

    Returns:
        The row, which can be undone.

    Raises:
        ReattuneError: Later, and no day after today, or one more than a year away.
    """
    if said is Said.LATER and not _is_later(until, today):
        raise ReattuneError(_("Looking later needs a day after today, within a year; choose one, such as next week."))
    with transaction.atomic():
        of_today = {"client": noticed.client_id, "noticing": noticed.at, "on": today, "undone": None}
        earlier = models.Verdict.objects.filter(**of_today, by=THERAPIST)
        earlier.update(undone=datetime.now(UTC))
        row = models.Verdict.objects.create(
            client_id=noticed.client_id,
            noticing=noticed.at,
            verdict=said.value,
            on=today,
            until=until if said is Said.LATER else None,
        )
        record(Action.WROTE, noticed.client_id, f"feedback: {said.value}", "therapy")
        clients.changed(noticed.client)
    return row


def _is_later(until: date | None, today: date) -> bool:
    return until is not None and today < until <= today + LONGEST


def undo(row: models.Verdict) -> bool:
    """Take a verdict back; it stays in sight as undone. Return whether that was still to do."""
    if row.undone is not None:
        return False
    with transaction.atomic():
        row.undone = datetime.now(UTC)
        row.save(update_fields=["undone"])
        record(Action.UNDID, row.client_id, f"feedback: {row.verdict}", "therapy")
        clients.changed(row.client)
    return True


def effect(said: Said, codename: str, until: date | None = None) -> str:
    """Return what a verdict does, in words.

    Args:
        said: What was made of the noticing.
        codename: Whose it is.
        until: For "look later": the day it comes back.
    """
    match said:
        case Said.ORDINARY:
            return _(
                "Called ordinary. Patterns like this count less for {codename} for about ten sessions, less with each "
                "one; it fades by itself. What {codename} says is always shown."
            ).format(codename=codename)
        case Said.TALKED:
            return _(
                "Talked about. It is put away for {codename}; if something comes up again, it comes up as new."
            ).format(codename=codename)
        case Said.MATTERED:
            return _(
                "It mattered. It is put away for {codename} and stays in the history; it does not change what is usual."
            ).format(codename=codename)
        case Said.UNSURE:
            return _("Not sure yet. It stays open for {codename}, and nothing else changes.").format(codename=codename)
        case Said.LATER:
            back = "" if until is None else day_words(until)
            return _("It comes back for {codename} on {day}, and not before.").format(codename=codename, day=back)
        case other:
            assert_never(other)


def history(client: models.Client) -> Sequence[Told]:
    """Return all that was made of a client's noticings, newest first, what was undone included."""
    found = []
    for row in client.verdicts.all():
        by_client = row.by != THERAPIST
        words = _clients_own(client.codename) if by_client else effect(Said(row.verdict), client.codename, row.until)
        found.append(Told(row.pk, row.noticing, row.on, words, row.undone is not None, by_client))
    return found[::-1]


def _clients_own(codename: str) -> str:
    return _(
        "Your client said: as always, for me. Patterns like this count less for {codename} for about ten sessions."
    ).format(codename=codename)


def leave_out(client: models.Client, row: tuple[str, str], what: str, why: str, today: date) -> models.LeftOut:
    """Set a row to "known, leave it out": it is no longer weighed, and stays where it is.

    Args:
        client: Whose.
        row: The file and the row in it, as the observation's source names them.
        what: What the row says, for the list of what was left out.
        why: The reason, in the therapist's words.
        today: The day of saying so.

    Returns:
        The row that says so, which can be undone.

    Raises:
        ReattuneError: No row, no reason, or one that is too long.
    """
    reason = why.strip()
    if not all(row):
        raise ReattuneError(_("It was not said which row is to be left out; go back to what came up and choose one."))
    if not reason:
        raise ReattuneError(_("Leaving a row out needs a reason, so that it makes sense later: a word is enough."))
    if len(reason) > MOST_LETTERS or len(what) > MOST_LETTERS:
        raise ReattuneError(_("This is too long; {n} letters at most.").format(n=MOST_LETTERS))
    with transaction.atomic():
        left = models.LeftOut(client=client, weight=0.0, on=today)
        place = Source(*row)
        meant = about_place(place, kept_rows(client, kept().zone))
        said = {"file": place.file, "row": place.row, "what": what, "why": reason}
        left.words = {**said, "about": meant} if meant else said
        left.save()
        record(Action.WROTE, client.pk, "row left out", "therapy")
        clients.changed(client)
    return left


def weigh_again(left: models.LeftOut) -> bool:
    """Undo leaving a row out; it stays in sight as undone. Return whether that was still to do."""
    if left.undone is not None:
        return False
    with transaction.atomic():
        left.undone = datetime.now(UTC)
        left.save(update_fields=["undone"])
        record(Action.UNDID, left.client_id, "row left out", "therapy")
        clients.changed(left.client)
    return True


def left_out_words(codename: str) -> str:
    """Return what leaving a row out does."""
    return _(
        "Left out for {codename}, as known to you. It no longer counts in what comes up, and it stays in the picture "
        "and in the list."
    ).format(codename=codename)
