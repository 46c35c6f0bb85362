"""Copies of a store: made beside the file, changed, looked over, and put in its place wholly or not at all."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reattune.language import _
from reattune.practice.sqlcipher import keyed
from reattune.practice.sqlcipher.keyed import Connection, DamagedStoreError
from reattune.practice.store.faults import told
from reattune.practice.vault.whole import FILE_MODE

ENDS = ("-wal", "-shm", "-journal")
"""What the engine writes beside a store."""

Change = Callable[[Connection], object]


def beside(path: Path) -> tuple[Path, ...]:
    """Return the files that the engine keeps beside a store."""
    return tuple(path.with_name(path.name + end) for end in ENDS)


@contextmanager
def part_of(path: Path) -> Iterator[Path]:
    """Yield a place beside a file for what is to become it; whatever is left there afterwards is taken away."""
    part = path.with_name(f".{path.name}.part")
    take_away(part)
    try:
        yield part
    finally:
        with suppress(OSError):
            take_away(part)


def take_away(path: Path) -> None:
    """Delete a store and what lies beside it, where they are there."""
    for one in (path, *beside(path)):
        one.unlink(missing_ok=True)


def clear_parts(folder: Path, name: str = "*") -> None:
    """Take away what was left half written in a folder by something that was cut off; nobody may be writing there.

    Args:
        folder: Where.
        name: The files it was to become; any by default.
    """
    with suppress(OSError):
        for one in folder.glob(f".{name}.part*"):
            one.unlink(missing_ok=True)


def copy_open(path: Path, key: str, part: Path, change: Change | None = None) -> None:
    """Copy a store that others may be using, as it is at one moment, and leave nothing beside the copy.

    Args:
        path: The store's file.
        key: Its raw key; the copy has the same.
        part: Where to.
        change: What is done to the copy before it is closed.
    """
    with told(part):
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, FILE_MODE))
        source = keyed.connect(path, key)
        try:
            target = keyed.connect(part, key)
            try:
                source.backup(target)
                _close_up(target, change)
            finally:
                target.close()
        finally:
            source.close()


def copy_file(path: Path, part: Path) -> None:
    """Copy a file's bytes for its owner alone, written out to the disk."""
    with told(part):
        shutil.copyfile(path, part)
        part.chmod(FILE_MODE)
        with part.open("rb+") as file:
            os.fsync(file.fileno())


def change_closed(part: Path, key: str, change: Change | None = None, new_key: str = "") -> None:
    """Change a store that nobody uses, and leave nothing beside it.

    Args:
        part: Its file.
        key: Its raw key.
        change: What is done to it.
        new_key: The raw key it has from then on; the same where it is empty.
    """
    with told(part):
        made = keyed.connect(part, key)
        try:
            _close_up(made, change)
            if new_key and new_key != key:
                # What went wrong here is thrown away as a whole, so nothing needs to be written twice.
                made.execute("PRAGMA journal_mode = MEMORY").fetchall()
                made.execute(f"PRAGMA rekey = \"x'{new_key}'\"").fetchall()
        finally:
            made.close()


def settle(part: Path, key: str, path: Path) -> None:
    """Look a finished copy over and put it in its place.

    Raises:
        DamagedStoreError: It is not whole; it was not put there.
    """
    found = faults(part, key)
    if found:
        raise DamagedStoreError(
            _("{name} could not be made whole ({what}); see that there is space on the disk, then do it again.").format(
                name=path.name, what=found[0]
            )
        )
    with told(path):
        for left in beside(part):
            left.unlink(missing_ok=True)
        put(part, path)


def put(part: Path, path: Path) -> None:
    """Give a finished file its name, so that a loss of power leaves the old one or the new one."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)
    keep_folder(path.parent)


def keep_folder(folder: Path) -> None:
    """Write out which files a folder has, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def faults(path: Path, key: str) -> tuple[str, ...]:
    """Return everything that is wrong with a store, its links between rows included; nothing where it is whole."""
    found = keyed.integrity(path, key)
    if found:
        return found
    made = keyed.connect(path, key)
    try:
        lost = made.execute("PRAGMA foreign_key_check").fetchall()
        made.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        made.close()
    return tuple(_("a row of {table} belongs to nothing").format(table=row[0]) for row in lost)


def _close_up(made: Connection, change: Change | None) -> None:
    if change is not None:
        made.execute("BEGIN IMMEDIATE")
        change(made)
        made.commit()
    made.execute("PRAGMA journal_mode = DELETE").fetchall()
    made.execute("VACUUM")
