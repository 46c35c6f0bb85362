"""Opening the store: the right key, an integrity check, its tables brought up to date, whatever was cut off before."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from reattune.language import _
from reattune.practice import auditing, keys
from reattune.practice.keeping import keep, kept
from reattune.practice.models import AuditEvent, Setting
from reattune.practice.sqlcipher import keyed
from reattune.practice.sqlcipher.keyed import DamagedStoreError
from reattune.practice.store import erasing, swapping
from reattune.practice.store.anchor import note, noted
from reattune.practice.store.backups import back_up_before_update, back_up_if_due, latest_words
from reattune.practice.vault import Vault
from reattune.practice.vault.whole import FILE_MODE

CUT = "audit cut"
"""A setting that says which line of the audit was noted outside the store and was not there at an opening."""
LEEWAY = timedelta(minutes=5)
OWN = ("practice.", "vault.", "attempts.", "audit-anchor.", "desk.", "store.")
"""How the names of the practice's own files begin."""


def open_with(vault: Vault, path: Path, *, beside: bool = False) -> None:
    """Open a store with a vault; the vault is held for this process from then on.

    Args:
        vault: The open vault.
        path: The store's file; made where there is none.
        beside: Whether a desk may have it open in another process.

    Raises:
        DamagedStoreError: No key opens it, or it is damaged or gone; the text names the last backup.
    """
    swapping.settle(path)
    _refuse_lost(path)
    key = _key_for(vault, path)
    if path.exists():
        found = keyed.integrity(path, key)
        if found:
            raise DamagedStoreError(
                _("The store {file} is damaged ({what}). {backup}").format(
                    file=path.name, what=found[0], backup=latest_words(path.parent)
                )
            )
    _keep_private(path)
    keyed.open_store(path, key)
    try:
        keys.hold(vault)
        bring_up_to_date(path)
        remember_cut(path.parent)
        auditing.record(auditing.Action.UNLOCKED, what="practice", purpose="therapy")
        note(path.parent, auditing.tail())
        remember_time()
        if not beside:
            # Browsers that were let in before must unlock again, so what was kept for them is of no use to anybody.
            Session.objects.all().delete()
        erasing.go_on(path)
        back_up_if_due(path)
    except BaseException:
        keyed.close_store()
        keys.release()
        raise


def closing(path: Path) -> None:
    """Say in the audit that it was locked, and note its end outside the store."""
    auditing.record(auditing.Action.LOCKED, what="practice")
    note(path.parent, auditing.tail())


def clock_words() -> str:
    """Return what to say where this computer's clock is behind the latest time the practice has seen; "" otherwise.

    Nothing is refused for it: what is saved keeps its order, and days are right again once the clock is.
    """
    latest = _time(kept().latest)
    if latest is None or latest <= datetime.now(UTC) + LEEWAY:
        return ""
    return _(
        "This computer's clock is earlier than when the practice was last open ({day}). "
        "If the clock is not right, set it; nothing is lost."
    ).format(day=latest.date().isoformat())


def _keep_private(path: Path) -> None:
    """Keep every file of the practice to its owner, a store that is only now to be made included."""
    path.touch(mode=FILE_MODE)
    for one in path.parent.iterdir():
        # Somebody may keep the practice where other things lie; those are left as they are.
        if one.is_file() and one.name.lstrip(".").startswith(OWN):
            with suppress(OSError):
                one.chmod(FILE_MODE)


def _refuse_lost(path: Path) -> None:
    """Refuse to begin anew where there was a store: an empty file must not pass for the practice."""
    there = path.exists() and path.stat().st_size > 0
    if not there and noted(path.parent) is not None:
        raise DamagedStoreError(
            _("The store {file} is empty or not there any more. {backup}").format(
                file=path.name, backup=latest_words(path.parent)
            )
        )


def _key_for(vault: Vault, path: Path) -> str:
    """Return the key that opens the store: after an interrupted `rekey` it may be the former one."""
    candidates = vault.candidates()
    if not path.exists() or len(candidates) == 1:
        return candidates[0]
    for key in candidates:
        try:
            keyed.connect(path, key).close()
        except DamagedStoreError:
            continue
        vault.settle(key)
        return key
    raise DamagedStoreError(
        _("No key opens the store {file}. {backup}").format(file=path.name, backup=latest_words(path.parent))
    )


def bring_up_to_date(path: Path) -> bool:
    """Bring the tables up to date, after a backup where there was anything before, and say whether that was needed.

    Each migration is one transaction: cut off at any moment, the next opening goes on where it stopped.
    """
    executor = MigrationExecutor(connection)
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False
    if executor.loader.applied_migrations:
        back_up_before_update(path)
    call_command("migrate", verbosity=0, interactive=False)
    return True


def whole(path: Path) -> tuple[str, ...]:
    """Return what is wrong with the audit of the open store, nothing where it is whole."""
    cut = Setting.objects.filter(name=CUT).values_list("value", flat=True).first()
    found = tuple(auditing.verify(noted(path.parent)))
    if cut is None:
        return found
    before = _("At the opening on {day}, line {n} of the audit was not there, though it had been noted.")
    return (*found, before.format(n=cut["line"], day=cut["day"]))


def remember_cut(home: Path) -> None:
    """Keep in mind that the audit was shorter than noted, because the note is written anew right afterwards."""
    anchor = noted(home)
    if anchor is None or AuditEvent.objects.filter(seq=anchor[0], digest=anchor[1]).exists():
        return
    value = {"line": anchor[0], "day": datetime.now(UTC).date().isoformat()}
    Setting.objects.get_or_create(name=CUT, defaults={"value": value})


def remember_time() -> None:
    """Keep the latest time seen, so that a clock that was set back is noticed."""
    present, latest = datetime.now(UTC), _time(kept().latest)
    if latest is None or present > latest:
        keep(latest=present.isoformat())


def _time(written: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
