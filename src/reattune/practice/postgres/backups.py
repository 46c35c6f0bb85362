"""Backups of a shared practice: dated, sealed dumps without anybody's keys, and one sealed file with the keys."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import keys, scope
from reattune.practice.postgres import dumping
from reattune.practice.store import copies, folders
from reattune.practice.store.backups import DATED, NEWEST, TURN, Made
from reattune.practice.store.faults import told
from reattune.practice.store.folders import FOLDER
from reattune.practice.vault.alone import alone
from reattune.practice.vault.whole import own_folder

SUFFIX = ".dump.sealed"
SEALED_AS = "dumps"


def make(path: Path, folder: Path | None = None) -> Made:
    """Make a backup of the open practice, read it again, and write down the keys as they are now.

    Args:
        path: Stands for the database.
        folder: Where to; the practice's own folder of backups by default.

    Raises:
        DumpError: PostgreSQL's program is missing or refused.
        StoreError: It cannot be written there; nothing half written is left.
    """
    home = path.parent
    where = home / FOLDER if folder is None else folder
    own_folder(home / FOLDER)
    if folder is not None and not where.is_dir():
        own_folder(where)
    with alone(home, TURN), told(path), scope.use(scope.EVERYONE):
        with transaction.atomic():
            folders.add(home, where)
        made = copy(where)
        caught_up = folders.catch_up(home)
        return Made(made, _let_go(where), caught_up)


def copy(where: Path) -> Path:
    """Write one sealed dump into a folder and read it again; return it."""
    into = where / f"{datetime.now(UTC):{DATED}}{SUFFIX}"
    sealer = keys.vault().sealer(SEALED_AS)
    with copies.part_of(into) as part:
        part.unlink(missing_ok=True)
        dumping.dump(part, sealer)
        dumping.look_over(part, sealer)
        part.chmod(0o600)
        part.replace(into)
    return into


def dumps_in(folder: Path) -> tuple[Path, ...]:
    """Return the dumps that lie in a folder, newest first."""
    return tuple(sorted((one for one in folder.glob(f"*{SUFFIX}") if not one.name.startswith(".")), reverse=True))


def when(backup: Path) -> datetime | None:
    """Return when a dump was made; None where its name does not say."""
    with suppress(ValueError):
        return datetime.strptime(backup.name.removesuffix(SUFFIX), DATED).replace(tzinfo=UTC)
    return None


def _let_go(folder: Path) -> tuple[str, ...]:
    old = [one for one in dumps_in(folder) if when(one) is not None][NEWEST:]
    for one in old:
        with suppress(OSError):
            one.unlink()
    return tuple(one.name for one in old if not one.exists())


def named(backup: Path, home: Path) -> Path:
    """Return a backup that was named at the terminal: a path, or the name of one in the practice's own folder.

    Raises:
        ReattuneError: There is none.
    """
    for one in (backup, home / FOLDER / backup):
        if one.is_file():
            return one
    raise ReattuneError(_("There is no backup {name} here, nor among the practice’s own.").format(name=backup))
