"""Backups: dated copies of the store without anybody's keys, and one sealed file with the keys as they are now.

The rows are dated, the keys are current: a client who is erased is gone from every backup, because their key is in
none of them and the one file that holds keys is written anew.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from django.db import transaction

from reattune.language import _, plural
from reattune.practice import auditing, backing, jobs
from reattune.practice.models import Client, Job
from reattune.practice.sqlcipher import keyed
from reattune.practice.store import copies, folders
from reattune.practice.store.faults import told
from reattune.practice.store.folders import FOLDER, SUFFIX, backups_in
from reattune.practice.store.forgetting import leave_behind
from reattune.practice.vault.alone import alone
from reattune.practice.vault.whole import own_folder

NEWEST = 30
"""How many are kept in each folder."""
DATED = "%Y-%m-%dT%H%M%S.%f"
TURN = "store.lock"
"""The file that is held while backups are written or changed, so that none is made of what is just being erased."""
KIND = "backup"


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup: its file, when it was made, and how large it is in bytes."""

    path: Path
    made: datetime | None
    size: int

    @property
    def words(self) -> str:
        """Return it in words: when, and how large."""
        when = self.path.stem if self.made is None else f"{self.made.astimezone():%Y-%m-%d %H:%M}"
        return _("{when}, {size} MB").format(when=when, size=f"{self.size / 1_000_000:.1f}")


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made: its file, which old ones went, and what a person should know."""

    path: Path
    gone: tuple[str, ...]
    caught_up: folders.CaughtUp

    @property
    def words(self) -> str:
        """Return what was done, in sentences."""
        return " ".join((_("A backup was made and read again: {name}").format(name=self.path.name), *self.besides))

    @property
    def besides(self) -> tuple[str, ...]:
        """Return what else was done, and which folders or backups could not be reached; nothing where all went well."""
        if not self.gone:
            return self.caught_up.words
        let_go = plural(
            "{n} older backup was let go, so that the newest stay.",
            "{n} older backups were let go, so that the newest stay.",
            len(self.gone),
        )
        return (let_go, *self.caught_up.words)


def back_up(path: Path, folder: Path | None = None) -> Path:
    """Copy the open store, and write down the keys as they are now.

    Args:
        path: The store's file.
        folder: Where to; the practice's own folder of backups by default.

    Returns:
        The copy, which is whole: it was read again and looked over.

    Raises:
        DamagedStoreError: The copy is not whole; it was taken away again.
        VaultError: The folder cannot be made.
        StoreError: The copy cannot be written there; nothing half written is left.
    """
    return make(path, folder).path


def make(path: Path, folder: Path | None = None) -> Made:
    """Make a backup as `back_up` does, and say what else was done: which old ones went, which folders are away."""
    if backing.is_postgres():
        return _dumps().make(path, folder)
    home = path.parent
    where = home / FOLDER if folder is None else folder
    own_folder(home / FOLDER)
    if folder is not None and not where.is_dir():
        own_folder(where)
    with alone(home, TURN), told(path):
        with transaction.atomic():
            folders.add(home, where)
        made = _copy(path, where)
        caught_up = folders.catch_up(home)
        return Made(made, _let_go(where), caught_up)


def _copy(path: Path, where: Path) -> Path:
    _file, key, _generation = keyed.current()
    name = f"{datetime.now(UTC):{DATED}}{SUFFIX}"
    # Made beside the store and only then copied: what is taken out of it never lies on another disk.
    with copies.part_of(path.parent / FOLDER / name) as part:
        copies.copy_open(path, key, part, leave_behind)
        if where == path.parent / FOLDER:
            copies.settle(part, key, where / name)
        else:
            with copies.part_of(where / name) as there:
                copies.copy_file(part, there)
                copies.settle(there, key, where / name)
    return where / name


def _let_go(folder: Path) -> tuple[str, ...]:
    """Delete all but the newest, and only what this program named."""
    old = [one for one in backups_in(folder) if _when(one) is not None][NEWEST:]
    for one in old:
        with suppress(OSError):
            one.unlink()
    return tuple(one.name for one in old if not one.exists())


def _dumps() -> ModuleType:
    from reattune.practice.postgres import backups as dumps  # noqa: PLC0415  (only a shared practice has the driver)

    return dumps


def listed(home: Path) -> tuple[Path, ...]:
    """Return the backups in the practice's own folder, newest first."""
    if backing.is_postgres():
        found: tuple[Path, ...] = _dumps().dumps_in(home / FOLDER)
        return found
    return backups_in(home / FOLDER)


def told_of(home: Path) -> tuple[Kept, ...]:
    """Return the backups in the practice's own folder with when they were made and how large they are."""
    found = []
    for one in listed(home):
        with suppress(OSError):
            made = _dumps().when(one) if backing.is_postgres() else _when(one)
            found.append(Kept(one, made, one.stat().st_size))
    return tuple(found)


def _when(backup: Path) -> datetime | None:
    with suppress(ValueError):
        return datetime.strptime(backup.name.removesuffix(SUFFIX), DATED).replace(tzinfo=UTC)
    return None


def is_due(home: Path) -> bool:
    """Say whether there is anybody to keep safe and no backup of today; a clock that was set back changes nothing."""
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    return Client.objects.exists() and not any(one.name.startswith(today) for one in listed(home))


def back_up_if_due(path: Path) -> Job | None:
    """Put today's backup in line where there is none yet; made in the background, it keeps nobody waiting.

    Returns:
        The job, None where there is a backup of today.
    """
    return jobs.start(KIND) if is_due(path.parent) else None


@jobs.kind(KIND)
def back_up_today(job: Job) -> None:
    """Make today's backup, if another window did not."""
    path = backing.path()
    if is_due(path.parent):
        made = make(path)
        auditing.record(auditing.Action.BACKED_UP, what="practice", purpose="keeping")
        jobs.progress(job, 1, 1, made.words)


def back_up_before_update(path: Path) -> Path:
    """Make a backup because the tables are about to change."""
    own_folder(path.parent / FOLDER)
    with alone(path.parent, TURN), told(path):
        if backing.is_postgres():
            copied: Path = _dumps().copy(path.parent / FOLDER)
            return copied
        return _copy(path, path.parent / FOLDER)


def latest_words(home: Path) -> str:
    """Return what to do next, with the name of the last backup where there is one."""
    found = listed(home)
    if not found:
        return _("There is no backup beside it; a copy that you made yourself can be put back with: reattune restore")
    return _("The last backup is {name}; it can be put back with: reattune restore {name}").format(name=found[0].name)
