"""Erasing one client: the rows, the key, and every place that still held a word about them."""

from dataclasses import dataclass
from pathlib import Path

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection, transaction

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import auditing, backing, keys, memory, scope
from reattune.practice.models import Client, Import, Setting
from reattune.practice.store import copies, folders
from reattune.practice.store.aside import set_aside
from reattune.practice.store.backups import TURN
from reattune.practice.store.faults import told
from reattune.practice.store.forgetting import forget
from reattune.practice.store.scrubbing import About, mentions
from reattune.practice.vault.alone import alone

UNFINISHED = "erasing"
"""A setting that is there as long as something that was erased may still lie in a file."""
TRIES = 3


@dataclass(frozen=True, slots=True)
class Erased:
    """What was removed, what is kept and why, and what the person has to do, each in sentences."""

    removed: tuple[str, ...]
    kept: tuple[str, ...]
    to_do: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Return all of it as one text."""
        return " ".join((*self.removed, *self.kept, *self.to_do))


def erase(client: Client) -> Erased:
    """Erase everything about a client from the store, from every backup that can be reached, and from memory.

    Cut off at any moment after the first step, the next opening goes on with it.

    Args:
        client: Whom; only by their identity does the audit know them from then on.

    Returns:
        What was removed and what is kept.

    Raises:
        StoreError: The disk or another program is in the way; either nothing was erased, or the next opening goes on.
    """
    if connection.in_atomic_block:
        raise ReattuneError(_("Erasing is a change of its own; nothing was erased."))
    path, who = backing.path(), client.pk
    home = path.parent
    removed = _counted(client)
    with alone(home, TURN), told(path), scope.use(scope.EVERYONE):
        with transaction.atomic():
            _forget_sessions(client)
            forget(backing.bare(), keys.vault(), who)
            folders.fall_behind(home, (who,))
            Setting.objects.update_or_create(name=UNFINISHED, defaults={"value": True})
            auditing.record(auditing.Action.ERASED, who, "relationship", "keeping")
        keys.forget(who)
        memory.forget(who)
        caught_up = finish(path)
    return Erased(removed, _kept(), (*caught_up.words, *still_there(caught_up)))


def finish(path: Path) -> folders.CaughtUp:
    """Clear away what erasing leaves in files: free pages, the log beside the store, backups, and stores set aside.

    Args:
        path: The open store's file.

    Returns:
        What could not be reached.
    """
    emptied = _clear_pages()
    caught_up = folders.catch_up(path.parent)
    copies.clear_parts(path.parent, path.name)
    for one in set_aside(path.parent):
        one.unlink(missing_ok=True)
    _clear_recordings()
    if emptied:
        # Where somebody was still reading, the log is emptied at the next opening.
        Setting.objects.filter(name=UNFINISHED).delete()
        if not backing.is_postgres():
            _clear_log()
    return caught_up


def is_unfinished() -> bool:
    """Say whether erasing was cut off after its first step."""
    return Setting.objects.filter(name=UNFINISHED).exists()


def go_on(path: Path) -> bool:
    """Go on with what was cut off, and say whether there was anything; the store must be open."""
    if not is_unfinished():
        return False
    with alone(path.parent, TURN), told(path):
        finish(path)
    return True


def _clear_recordings() -> None:
    from reattune.practice.recorded.kept import clear_orphans  # noqa: PLC0415  (it needs what is being opened here)

    clear_orphans()


def _clear_pages() -> bool:
    if backing.is_postgres():
        from reattune.practice.postgres.clearing import clear  # noqa: PLC0415  (only a shared practice has the driver)

        return clear()
    connection.ensure_connection()
    connection.connection.execute("PRAGMA secure_delete = ON").fetchall()
    connection.connection.execute("VACUUM")
    return _clear_log()


def _clear_log() -> bool:
    """Empty the log beside the store, and say whether that was done; whoever reads just now is waited for."""
    for _try in range(TRIES):
        busy = connection.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if not busy:
            return True
    return False


def _forget_sessions(client: Client) -> None:
    """Take out of browsers' sessions what is still to be said about the client; one nobody can read is no use."""
    about = About(frozenset({str(client.pk), client.pk.hex, client.codename}))
    for row in Session.objects.all():
        held = row.get_decoded()
        if not held:
            row.delete()
        elif mentions(held, about):
            left = {name: value for name, value in held.items() if not mentions(value, about)}
            row.session_data = SessionStore().encode(left)
            row.save()


def _counted(client: Client) -> tuple[str, ...]:
    """Return what there is about a client, before it is gone."""
    waiting = Import.objects.filter(state=Import.State.PREVIEWED, client=None).count()
    counts = (
        plural("{n} row from files", "{n} rows from files", client.records.count()),
        plural("{n} moment", "{n} moments", client.moments.count()),
        plural("{n} record of an episode", "{n} records of episodes", client.episodes.count()),
        plural("{n} noticing", "{n} noticings", client.noticed.count()),
        *((plural("{n} transcript", "{n} transcripts", heard),) if (heard := client.heard.count()) else ()),
        *(
            (plural("{n} recording", "{n} recordings", recorded),)
            if (recorded := client.recordings.exclude(state="deleted").count())
            else ()
        ),
    )
    said = [
        _("Removed: {what}, the agreement, the labels, and the key of every word.").format(what=", ".join(counts)),
        _("The backups that could be reached no longer have any of it."),
    ]
    if waiting:
        said.append(
            plural(
                "{n} file that waited to be looked through was put away; take it in again if you need it.",
                "{n} files that waited to be looked through were put away; take them in again if you need them.",
                waiting,
            )
        )
    return tuple(said)


def still_there(caught_up: folders.CaughtUp) -> tuple[str, ...]:
    """Return what a copy that could not be reached means; nothing where all were."""
    if not caught_up.unreachable and not caught_up.unopened:
        return ()
    return (_("Until then, whoever has that copy and the passphrase can still read what was erased here."),)


def _kept() -> tuple[str, ...]:
    return (
        _("Kept: the lines that say when something was seen or changed, with a number in place of a name."),
        _("What you wrote in another relationship stays there, even where it mentions this one."),
    )
