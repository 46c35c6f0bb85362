"""Erasing one of the two voices of a relationship: the client's, or the therapist's; the other stays as it is."""

from django.db import connection, transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import auditing, backing, clients, memory, scope
from reattune.practice.models import Client, Likeness, Said, Setting, Side, Talk
from reattune.practice.store import folders, silencing
from reattune.practice.store.backups import TURN
from reattune.practice.store.erasing import UNFINISHED, Erased, finish, still_there
from reattune.practice.store.faults import told
from reattune.practice.vault.alone import alone

VOICES = {silencing.CLIENT: "own erasure", silencing.THERAPIST: "therapist's voice"}
"""What the audit calls the two."""


def erase(client: Client, by: str) -> Erased:
    """Erase one of the two voices from the store and every backup that can be reached, and leave the other as it is.

    Cut off at any moment after the first step, the next opening goes on with it. What nobody but the client could see
    leaves no line in the audit.

    Args:
        client: In which relationship.
        by: Whose voice, "client" or "therapist".

    Returns:
        What was removed and what is kept.

    Raises:
        StoreError: The disk or another program is in the way; either nothing was erased, or the next opening goes on.
    """
    if connection.in_atomic_block:
        raise ReattuneError(_("Erasing is a change of its own; nothing was erased."))
    path, until = backing.path(), silencing.now()
    seen = by == silencing.THERAPIST or _was_heard(client)
    with alone(path.parent, TURN), told(path):
        with transaction.atomic():
            if seen:
                auditing.record(auditing.Action.ERASED, client.pk, VOICES[by], "keeping", who=by)
                clients.changed(client)
            with scope.use(scope.EVERYONE):
                silencing.silence(backing.bare(), client.pk, by, until)
                folders.silence(client.pk, by, until)
                folders.fall_behind(path.parent, voices=True)
                Setting.objects.update_or_create(name=UNFINISHED, defaults={"value": True})
        memory.forget(client.pk)
        with scope.use(scope.EVERYONE):
            caught_up = finish(path)
    return Erased(_said_gone(by), _said_kept(by), (*caught_up.words, *still_there(caught_up)))


def _was_heard(client: Client) -> bool:
    """Say whether the therapist could see anything that a client said here."""
    rows = (Said.objects, Talk.objects.filter(by="client"), Side.objects.filter(by="client"))
    more = (Likeness.objects.filter(by="client"), client.moments.filter(by="client"))
    return any(one.filter(client=client).exists() for one in (*rows, *more, client.verdicts.filter(by="client")))


def _said_gone(by: str) -> tuple[str, ...]:
    if by == silencing.CLIENT:
        gone = _("Erased: everything you said here, shared or not, what was only yours, and the key to it.")
    else:
        gone = _("Erased: your records, moments, answers and sides, what you brought to supervision, and your replies.")
    return (gone, _("The backups that could be reached no longer have any of it."))


def _said_kept(by: str) -> tuple[str, ...]:
    if by == silencing.CLIENT:
        return (
            _("Kept: your therapist’s own record, and what came from calendars, bills and forms; ask them about it."),
            _("What was handed out or brought to supervision before is where it went."),
        )
    return (
        _("Kept: what the client said, the frame, what was agreed, and the rows from files."),
        _("What was handed out or brought to supervision on paper is where it went."),
    )
