"""Putting a finished store in place of another one, so that one of the two is always whole and in use.

What is to come lies finished in a folder of its own. Where the header comes with it, the header's new name is the
moment from which on the new store counts, and the next opening does what is left.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from reattune.practice.sqlcipher import keyed
from reattune.practice.sqlcipher.keyed import DamagedStoreError
from reattune.practice.store import copies
from reattune.practice.store.aside import name_aside, put_aside
from reattune.practice.store.faults import StoreError, in_words, told
from reattune.practice.vault import header
from reattune.practice.vault.whole import own_folder, write_private

COMING = ".restoring"
READY = "ready"
"""A file that is there once all that is to come is whole."""


def begin(home: Path) -> Path:
    """Return an empty folder for what is to come."""
    drop(home)
    own_folder(home / COMING)
    return home / COMING


def drop(home: Path) -> None:
    """Let go of what was to come."""
    shutil.rmtree(home / COMING, ignore_errors=True)


def swap(path: Path, key: str = "") -> Path | None:
    """Put what lies finished in the folder of what is to come in its place, and set aside what was there.

    Args:
        path: The store's file.
        key: What opens the store that is there, "" where nothing does.

    Returns:
        Where the former store lies now; None where there was none.

    Raises:
        StoreError: Another program has the store open, or the disk is in the way; the former one is still in use.
    """
    home = path.parent
    if key:
        quiet(path, key)
    write_private(home / COMING / READY, b"")
    aside = name_aside(path)
    with told(path):
        put_aside(path, aside)
        if (home / COMING / header.NAME).exists():
            put_aside(home / header.NAME, name_aside(home / header.NAME))
            write_private(home / header.NAME, (home / COMING / header.NAME).read_bytes())
        _put_store(path, aside)
    drop(home)
    return aside if aside.exists() else None


def settle(path: Path) -> None:
    """Do what is left of a swap that was cut off: all of it where the new header is in use, else nothing of it."""
    coming = path.parent / COMING
    if not coming.exists():
        return
    if (coming / READY).exists() and (coming / path.name).exists() and _is_in_use(coming / header.NAME, path.parent):
        with told(path):
            _put_store(path, name_aside(path))
    drop(path.parent)


def quiet(path: Path, key: str) -> None:
    """Write the log beside a store into it, so that the file alone is everything; nobody else may have it open.

    Raises:
        StoreError: Somebody has.
    """
    try:
        made = keyed.connect(path, key)
        try:
            made.execute("PRAGMA busy_timeout = 1000").fetchall()
            made.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            mode = made.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        finally:
            made.close()
    except dbapi2.Error as error:
        raise StoreError(in_words(error, path.name)) from error
    if mode != "delete":
        raise StoreError(in_words(OSError("locked"), path.name))


def opens(path: Path, candidates: tuple[str, ...]) -> str:
    """Return which key opens a store and finds it whole; "" where none does."""
    for key in candidates if path.exists() and path.stat().st_size else ():
        with suppress(DamagedStoreError):
            if not keyed.integrity(path, key):
                return key
    return ""


def _put_store(path: Path, aside: Path) -> None:
    # A log that belongs to the former store must not be read into the new one.
    for left in copies.beside(path):
        if left.exists():
            left.replace(aside.with_name(aside.name + left.name.removeprefix(path.name)))
    copies.put(path.parent / COMING / path.name, path)


def _is_in_use(coming: Path, home: Path) -> bool:
    with suppress(OSError):
        return coming.read_bytes() == (home / header.NAME).read_bytes()
    return False
