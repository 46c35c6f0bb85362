"""Opening a shared practice: the right database for these keys, its tables and walls as this version has them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import auditing, backing, keys, scope
from reattune.practice.models import ClientKey, Setting
from reattune.practice.postgres import walls
from reattune.practice.store import erasing
from reattune.practice.store import opening as of_file
from reattune.practice.store.anchor import note
from reattune.practice.store.backups import back_up_before_update, back_up_if_due
from reattune.practice.vault import DamagedVaultError, Vault

SEALED_AS, WORDS = "shared store", b"the keys of this practice"
BELONGS = "keys"
"""A setting with words that only the keys of this practice open."""
START = 0x7265617474756E65
"""Held by whoever is bringing the tables up to date; another server that starts meanwhile waits."""


class DatabaseError(ReattuneError):
    """The database cannot be used; the text says why and what to do."""


def open_with(vault: Vault, path: Path, *, beside: bool = False) -> None:
    """Open a shared practice with a vault; the vault is held for this process from then on.

    Args:
        vault: The open vault.
        path: Stands for the database: the other files of the practice lie beside it.
        beside: Whether a server may have it open in another process; then who is signed in stays so.

    Raises:
        DatabaseError: The database cannot be reached, belongs to other keys, or lets this program pass its walls.
    """
    backing.opened(path)
    try:
        with scope.use(scope.EVERYONE), reached():
            keys.hold(vault)
            _refuse_above()
            bring_up_to_date(path)
            _refuse_others(vault)
            of_file.remember_cut(path.parent)
            auditing.record(auditing.Action.UNLOCKED, what="practice", purpose="therapy")
            note(path.parent, auditing.tail())
            of_file.remember_time()
            if not beside:
                Session.objects.all().delete()
                erasing.go_on(path)
                back_up_if_due(path)
    except BaseException:
        connection.close()
        backing.close()
        keys.release()
        raise


def closing(path: Path) -> None:
    """Say in the audit that it was closed, and note its end outside the database."""
    with scope.use(scope.EVERYONE):
        of_file.closing(path)
    connection.close()


@contextmanager
def reached() -> Iterator[None]:
    """Raise what keeps the database from being reached within a `with` block in words."""
    try:
        yield
    except OperationalError as error:
        # The driver's first line says which server did not answer, and never a password.
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        message = _("The database cannot be reached ({reason}). See that PostgreSQL runs and lets this account in.")
        raise DatabaseError(message.format(reason=reason)) from error


def _refuse_above() -> None:
    if walls.is_above():
        raise DatabaseError(
            _(
                "The database account of this address may pass every wall between two therapists’ rows, so it is not "
                "used. Make one that may not: CREATE ROLE reattune LOGIN; ALTER DATABASE … OWNER TO reattune."
            )
        )


def bring_up_to_date(path: Path) -> bool:
    """Bring the tables and their walls up to date, and say whether the tables were not."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", (START,))
    try:
        executor = MigrationExecutor(connection)
        behind = bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
        if behind:
            if executor.loader.applied_migrations:
                back_up_before_update(path)
                walls.lower()
            call_command("migrate", verbosity=0, interactive=False)
        if behind or walls.missing():
            walls.raise_walls()
        return behind
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", (START,))


def belongs(vault: Vault) -> bool:
    """Say whether the database is that of a vault; one in which nobody is kept yet belongs to whoever comes."""
    row = Setting.objects.filter(name=BELONGS).first()
    if row is None:
        return not ClientKey.objects.exists()
    try:
        return vault.sealer(SEALED_AS).open(bytes.fromhex(row.value), BELONGS) == WORDS
    except (DamagedVaultError, ValueError, TypeError):
        return False


def _refuse_others(vault: Vault) -> None:
    if not belongs(vault):
        message = _(
            "This database was filled with other keys than those in {folder}; name the folder that belongs to it."
        )
        raise DatabaseError(message.format(folder=vault.home))
    sealed = vault.sealer(SEALED_AS).seal(WORDS, BELONGS).hex()
    Setting.objects.get_or_create(name=BELONGS, defaults={"value": sealed})
