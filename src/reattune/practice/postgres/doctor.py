"""A shared practice looked over: the database, its tables and walls, the keys, the audit, the backups."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.db import DatabaseError, connection

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import backing, desk, keys, models, scope
from reattune.practice.postgres import backups, dumping, walls
from reattune.practice.postgres.opening import belongs, reached
from reattune.practice.store import doctor
from reattune.practice.store.doctor import Finding
from reattune.practice.store.folders import FOLDER
from reattune.practice.vault import Vault

TRIGGERS = frozenset({"practice_audit_no_change", "practice_audit_no_truncate"})
OLD = timedelta(days=2)
AHEAD = timedelta(seconds=60)
"""By so much the database's clock and this computer's may differ."""


def examine(home: Path, passphrase: str) -> list[Finding]:
    """Look everything over and change nothing; as `store.doctor.examine` does for one's own desk.

    Args:
        home: The practice's folder.
        passphrase: What opens its keys; not needed where it is open in this process.

    Returns:
        What was found. What cannot be opened is the last thing looked at.
    """
    found = [*doctor.files(home), doctor.room(home)]
    if backing.is_open():
        with scope.use(scope.EVERYONE):
            return [*found, *_inside(home)]
    try:
        vault = Vault.unlock(home, passphrase)
    except ReattuneError as error:
        return [*found, Finding(ok=False, words=str(error), what_to_do=_("Nothing else could be looked at."))]
    found.append(Finding(ok=True, words=_("The file of keys can be read, and the passphrase opens it.")))
    with _open(home, vault), scope.use(scope.EVERYONE):
        return [*found, *_inside(home)]


@contextmanager
def _open(home: Path, vault: Vault) -> Iterator[None]:
    backing.opened(home / desk.STORE)
    keys.hold(vault)
    try:
        yield
    finally:
        connection.close()
        backing.close()
        keys.release()


def _inside(home: Path) -> Iterator[Finding]:
    try:
        yield _database()
    except ReattuneError as error:
        yield Finding(ok=False, words=str(error), what_to_do=_("Nothing else could be looked at."))
        return
    checks: tuple[Callable[[Path], Finding], ...] = (
        _belongs,
        doctor.tables,
        _walls,
        _triggers,
        doctor.audit,
        doctor.sealed,
        doctor.keys_file,
        _backups,
        doctor.away,
        _clock,
    )
    for check in checks:
        try:
            yield check(home)
        except (ReattuneError, DatabaseError, OSError, ValueError) as error:
            words = _("This could not be looked at: {what}").format(what=error)
            to_do = _("See that the server was started once with this version.")
            yield Finding(ok=False, words=words, what_to_do=to_do)


def _database() -> Finding:
    with reached(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version')")
        version = cursor.fetchone()[0]
    return Finding(ok=True, words=_("The database answers (PostgreSQL {version}).").format(version=version))


def _belongs(_home: Path) -> Finding:
    if belongs(keys.vault()):
        return Finding(ok=True, words=_("The keys are those that this database was filled with."))
    to_do = _("Name the folder that belongs to it with --home, or its own database with REATTUNE_DATABASE.")
    return Finding(ok=False, words=_("The database was filled with other keys."), what_to_do=to_do)


def _walls(_home: Path) -> Finding:
    if walls.is_above():
        words = _("The database account may pass every wall between two therapists’ rows.")
        to_do = _("Let the practice use an account that is no superuser and has no BYPASSRLS.")
        return Finding(ok=False, words=words, what_to_do=to_do)
    missing = walls.missing()
    if missing:
        words = _("The table {table} has no wall between two therapists’ rows.").format(table=missing[0])
        return Finding(ok=False, words=words, what_to_do=_("Start the server again; it puts the wall up."))
    count = len(list(walls.walled()))
    words = plural(
        "{n} table has its wall, and its owner is held by it too.",
        "{n} tables have their wall, and their owner is held by it too.",
        count,
    )
    return Finding(ok=True, words=words)


def _triggers(_home: Path) -> Finding:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = 'practice_auditevent'::regclass AND tgenabled != 'D'"
        )
        there = {row[0] for row in cursor.fetchall()}
    if there >= TRIGGERS:
        return Finding(ok=True, words=_("The database itself lets no line of the audit be changed."))
    words = _("The database would let a line of the audit be changed.")
    return Finding(ok=False, words=words, what_to_do=_("Somebody took its guard away; restore the last backup."))


def _backups(home: Path) -> Finding:
    """Open every backup in the practice's own folder, and see how old the newest is."""
    found = backups.dumps_in(home / FOLDER)
    if not found:
        words = _("There is no backup yet.")
        to_do = _("Make one now: reattune backup")
        return Finding(ok=not models.Client.objects.exists(), words=words, what_to_do=to_do)
    for one in found:
        try:
            dumping.look_over(one, keys.vault().sealer(backups.SEALED_AS))
        except ReattuneError as error:
            return Finding(ok=False, words=str(error), what_to_do=_("Make a new one, then delete it: reattune backup"))
    made = backups.when(found[0])
    if made is not None and datetime.now(UTC) - made > OLD:
        words = _("The newest backup is of {day}.").format(day=f"{made:%Y-%m-%d}")
        return Finding(ok=False, words=words, what_to_do=_("Make one now: reattune backup"))
    return Finding(ok=True, words=plural("{n} backup, and it opens.", "{n} backups, and all open.", len(found)))


def _clock(home: Path) -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        there = cursor.fetchone()[0]
    if abs(datetime.now(UTC) - there) > AHEAD:
        words = _("The database’s clock and this computer’s differ by more than a minute.")
        return Finding(ok=False, words=words, what_to_do=_("Let both take the time from the same place (NTP)."))
    return doctor.clock(home)
