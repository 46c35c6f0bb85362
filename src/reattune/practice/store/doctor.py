"""Everything about a practice looked over, each thing with what was found and what to do."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import backing, desk, keys, models
from reattune.practice.sqlcipher import keyed
from reattune.practice.store import copies, folders, swapping
from reattune.practice.store.backups import listed, told_of
from reattune.practice.store.faults import StoreError
from reattune.practice.store.opening import clock_words, whole
from reattune.practice.vault import Vault
from reattune.practice.vault.whole import FILE_MODE, FOLDER_MODE

LEAST_ROOM = 200 * 2**20
TIMES_ROOM = 3
"""How often the store has to fit on the disk, so that a backup and a rewriting have room."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is in order, in words, and what to do where it is not."""

    ok: bool
    words: str
    what_to_do: str = ""


def examine(home: Path, passphrase: str) -> list[Finding]:
    """Look everything over; nothing is changed but for what an opening itself finishes.

    Args:
        home: The practice's folder.
        passphrase: What opens it; not needed where it is open in this process.

    Returns:
        What was found, in the order in which it was looked at. What cannot be opened is the last thing looked at.
    """
    if backing.is_postgres():
        from reattune.practice.postgres.doctor import examine as examine_shared  # noqa: PLC0415

        found: list[Finding] = examine_shared(home, passphrase)
        return found
    found = [*files(home), room(home)]
    if keyed.is_open() and keyed.current()[0].parent == home:
        return [*found, *_inside(home)]
    try:
        vault = Vault.unlock(home, passphrase)
    except ReattuneError as error:
        return [*found, Finding(ok=False, words=str(error), what_to_do=_("Nothing else could be looked at."))]
    found.append(Finding(ok=True, words=_("The file of keys can be read, and the passphrase opens it.")))
    with _open(home, vault) as trouble:
        if trouble:
            return [*found, Finding(ok=False, words=trouble, what_to_do=_to_restore(home))]
        found += _inside(home)
    return found


@contextmanager
def _open(home: Path, vault: Vault) -> Iterator[str]:
    """Open a store as it is, without bringing it up to date, and yield why not where it does not open."""
    path = home / desk.STORE
    key = swapping.opens(path, vault.candidates())
    if not key:
        vault.close()
        yield _("The store {name} is not there, or is damaged.").format(name=path.name)
        return
    keyed.open_store(path, key)
    keys.hold(vault)
    try:
        yield ""
    finally:
        connection.close()
        keyed.close_store()
        keys.release()


def _inside(home: Path) -> Iterator[Finding]:
    checks: tuple[Callable[[Path], Finding], ...] = (
        _store,
        tables,
        audit,
        sealed,
        keys_file,
        _backups,
        away,
        clock,
    )
    for check in checks:
        try:
            yield check(home)
        except StoreError as error:
            # A full disk or a file in use is no reason to put a backup back; the error says what to do.
            yield Finding(ok=False, words=_("This could not be looked at: {what}").format(what=error))
        except (ReattuneError, DatabaseError, OSError, ValueError) as error:
            words = _("This could not be looked at: {what}").format(what=error)
            yield Finding(ok=False, words=words, what_to_do=_to_restore(home))


def files(home: Path) -> Iterator[Finding]:
    """Say whether everything is for its owner alone, and whether anything is left over."""
    every = [one for one in (home, *home.rglob("*")) if not one.is_symlink()]
    wide = [one.name for one in every if os.name != "nt" and _is_wide(one)]
    if wide:
        words = _("Other people who use this computer may open {name}.").format(name=wide[0])
        yield Finding(ok=False, words=words, what_to_do=_("Let nobody but yourself read it: see its properties."))
    else:
        yield Finding(ok=True, words=_("Every file is for you alone."))
    left = [one.name for one in every if one.name.endswith(".part") or one.name == swapping.COMING]
    if left:
        words = _("{name} was left by something that was cut off.").format(name=left[0])
        yield Finding(ok=False, words=words, what_to_do=_("Open the practice once; if it is still there, delete it."))


def _is_wide(path: Path) -> bool:
    return bool(stat.S_IMODE(path.stat().st_mode) & ~(FOLDER_MODE if path.is_dir() else FILE_MODE))


def room(home: Path) -> Finding:
    """Say whether the disk has room for backups."""
    path = home / desk.STORE
    needed = max(LEAST_ROOM, TIMES_ROOM * (path.stat().st_size if path.exists() else 0))
    free = shutil.disk_usage(home).free
    words = _("{free} MB are free on the disk.").format(free=f"{free / 1_000_000:.0f}")
    if free >= needed:
        return Finding(ok=True, words=words)
    to_do = _("Free some space: at least {n} MB, so that backups can be made.").format(n=f"{needed / 1_000_000:.0f}")
    return Finding(ok=False, words=words, what_to_do=to_do)


def _store(home: Path) -> Finding:
    path, key, _generation = keyed.current()
    found = keyed.integrity(path, key)
    lost = connection.cursor().execute("PRAGMA foreign_key_check").fetchall()
    if found or lost:
        what = found[0] if found else _("a row of {table} belongs to nothing").format(table=lost[0][0])
        words = _("The store is damaged ({what}).").format(what=what)
        return Finding(ok=False, words=words, what_to_do=_to_restore(home))
    return Finding(ok=True, words=_("The store opens, and every page of it is as it was written."))


def tables(_home: Path) -> Finding:
    """Say whether the tables are those of this version."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        words = _("The tables are of an earlier version.")
        return Finding(ok=False, words=words, what_to_do=_("Open the practice once; they are brought up to date."))
    return Finding(ok=True, words=_("The tables are those of this version."))


def audit(home: Path) -> Finding:
    """Say whether the audit is whole."""
    found = whole(home / desk.STORE)
    if found:
        to_do = _("Somebody, or another program, changed the store. Compare it with a backup of an earlier day.")
        return Finding(ok=False, words=found[0], what_to_do=to_do)
    count = models.AuditEvent.objects.count()
    words = plural("The audit is whole, {n} line.", "The audit is whole, {n} lines.", count)
    return Finding(ok=True, words=words)


def sealed(home: Path) -> Finding:
    """Open every sealed row there is."""
    count = 0
    for table in apps.get_app_config("practice").get_models():
        for row in table._default_manager.iterator() if issubclass(table, models.Sealed) else ():  # noqa: SLF001
            try:
                dict(row.words)
            except (ReattuneError, ValueError) as error:
                return Finding(ok=False, words=str(error), what_to_do=_to_restore(home))
            count += 1
    return Finding(ok=True, words=plural("{n} sealed row, and it opens.", "{n} sealed rows, and all open.", count))


def keys_file(home: Path) -> Finding:
    """Say whether the sealed file of keys beside the backups opens, and is of today."""
    where = home / folders.FOLDER
    if not listed(home):
        to_do = _("Make one now: reattune backup")
        return Finding(ok=not models.Client.objects.exists(), words=_("There is no backup yet."), what_to_do=to_do)
    held = folders.read_keys(keys.vault().sealer(folders.SEALED_AS), where)
    now = set(models.ClientKey.objects.values_list("client_id", flat=True))
    if held is None or set(held.clients) - now:
        words = _("The sealed file of keys beside the backups is missing, or is not of today.")
        return Finding(ok=False, words=words, what_to_do=_("Make a backup; it is written anew: reattune backup"))
    return Finding(ok=True, words=_("The sealed file of keys beside the backups opens."))


def _backups(home: Path) -> Finding:
    """Open every backup in the practice's own folder."""
    _path, key, _generation = keyed.current()
    for one in told_of(home):
        with copies.part_of(one.path) as part:
            copies.copy_file(one.path, part)
            used = folders.key_of(part, (key, *folders.former_keys()))
            if not used or copies.faults(part, used):
                words = _("The backup {name} cannot be opened.").format(name=one.path.name)
                return Finding(ok=False, words=words, what_to_do=_("Make a new one, then delete it: reattune backup"))
    count = len(told_of(home))
    return Finding(ok=True, words=plural("{n} backup, and it opens.", "{n} backups, and all open.", count))


def away(home: Path) -> Finding:
    """Say whether every folder that backups went to is there."""
    away = [one for one in folders.known(home)[1:] if not one.is_dir()]
    if away:
        words = _("Backups also went to {folder}, which is not there now.").format(folder=away[0])
        return Finding(ok=True, words=words)
    return Finding(ok=True, words=_("Every folder that backups went to is there."))


def clock(_home: Path) -> Finding:
    """Say whether the clock goes on from where it was."""
    words = clock_words()
    if words:
        return Finding(ok=False, words=words, what_to_do=_("Set this computer's date and time."))
    return Finding(ok=True, words=_("The clock goes on from where it was."))


def _to_restore(home: Path) -> str:
    found = told_of(home)
    if not found:
        return _("Put back a copy that you made yourself: reattune restore")
    return _("Put the last backup back: reattune restore {name}").format(name=found[0].path.name)
