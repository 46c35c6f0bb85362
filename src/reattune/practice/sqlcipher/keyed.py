"""Connections to an encrypted store: every one opened with the raw key, none left open when the practice is locked."""

import os
import threading
import time
import weakref
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from reattune.errors import ReattuneError
from reattune.language import _

BUSY_MS = 20_000
PAGE_CACHE_KIB = 65_536
OWNER = 0o600
HEX = frozenset("0123456789abcdef")
KEY_DIGITS = 64


class LockedError(ReattuneError):
    """The store is locked; nothing can be read or written before it is unlocked."""


class DamagedStoreError(ReattuneError):
    """The store cannot be read: another key, another kind of file, or damage."""


@dataclass(slots=True)
class _Open:
    path: Path | None = None
    key: str = ""
    generation: int = 0


_state = _Open()
_lock = threading.RLock()
_connections: "weakref.WeakSet[Connection]" = weakref.WeakSet()


class Connection(dbapi2.Connection):
    """A connection that can be found again, to be closed when the store is, and not while a thread is using it."""

    __slots__ = ("__weakref__", "using")

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.using = threading.RLock()

    def cursor(self, factory: Any = None) -> Any:
        """Return a cursor that says when it is using the connection."""
        return super().cursor(factory or Cursor)

    def commit(self) -> None:
        """Commit, as one use of the connection."""
        with self.using:
            super().commit()

    def rollback(self) -> None:
        """Roll back, as one use of the connection."""
        with self.using:
            super().rollback()


class Cursor(dbapi2.Cursor):
    """A cursor whose every step is one use of its connection."""

    def execute(self, *words: Any) -> Any:
        """Run a query."""
        with self.connection.using:
            return super().execute(*words)

    def executemany(self, *words: Any) -> Any:
        """Run a query with each of many sets of parameters."""
        with self.connection.using:
            return super().executemany(*words)

    def fetchone(self) -> Any:
        """Return the next row, if there is one."""
        with self.connection.using:
            return super().fetchone()

    def fetchmany(self, *words: Any) -> Any:
        """Return some of the next rows."""
        with self.connection.using:
            return super().fetchmany(*words)

    def fetchall(self) -> Any:
        """Return all rows that are left."""
        with self.connection.using:
            return super().fetchall()


def open_store(path: Path, key: str) -> None:
    """Have all connections from now on go to a store; whoever used another one is cut off.

    Args:
        path: Its file; made where there is none.
        key: The raw key, 64 hexadecimal digits.

    Raises:
        DamagedStoreError: The key does not open it.
    """
    connect(path, key).close()
    with _lock:
        _cut_off()
        _state.path, _state.key = path, key
        _state.generation += 1


def close_store() -> None:
    """Close every connection and forget the key."""
    with _lock:
        _cut_off()
        if _state.path is not None:
            _state.path, _state.key = None, ""
            _state.generation += 1


def is_open() -> bool:
    """Say whether a store is open."""
    return _state.path is not None


def current() -> tuple[Path, str, int]:
    """Return the open store's file, its key, and a number that grows with each opening and closing.

    Raises:
        LockedError: None is open.
    """
    with _lock:
        if _state.path is None:
            raise LockedError(_("The practice is locked; unlock it with the passphrase."))
        return _state.path, _state.key, _state.generation


def generation() -> int:
    """Return a number that grows with each opening and closing."""
    return _state.generation


def connect(path: Path, key: str, **options: Any) -> Connection:
    """Return a connection to a store, ready to use.

    Args:
        path: Its file; made, for its owner alone, where there is none.
        key: The raw key, 64 hexadecimal digits.
        options: As for `sqlite3.connect`.

    Raises:
        DamagedStoreError: The key does not open it, or it is not such a file.
    """
    if len(key) != KEY_DIGITS or not set(key) <= HEX:
        raise DamagedStoreError(_("A store's key has 64 hexadecimal digits; this one does not."))
    _own(path)
    made: Connection = dbapi2.connect(str(path), factory=Connection, **options)
    try:
        # A key that does not fit is said in our words; the engine would write to the terminal as well.
        made.execute("PRAGMA cipher_log_level = NONE").fetchall()
        made.execute(f"PRAGMA key = \"x'{key}'\"")
        _require_cipher(made)
        made.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        made.execute("SELECT count(*) FROM sqlite_master").fetchone()
        _prepare(made)
    except dbapi2.DatabaseError as error:
        made.close()
        raise DamagedStoreError(
            _("{file} cannot be opened as a practice's store ({reason}).").format(file=Path(path).name, reason=error)
        ) from error
    except BaseException:
        made.close()
        raise
    with _lock:
        _connections.add(made)
    return made


def _own(path: Path) -> None:
    """Make a store that is not there yet for its owner alone; its log takes over who may read it."""
    with suppress(OSError):  # there already, or nothing that can be made here: the engine says so
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER))


def _require_cipher(made: Connection) -> None:
    if made.execute("PRAGMA cipher_version").fetchone() is None:
        raise DamagedStoreError(_("This build of SQLite cannot encrypt; reinstall Reattune."))


def _prepare(made: Connection) -> None:
    # What was saved must outlive a loss of power (FULL); what was erased must be gone from the file (secure_delete).
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        f"cache_size = -{PAGE_CACHE_KIB}",
        "cipher_memory_security = OFF",
    ):
        made.execute(f"PRAGMA {pragma}").fetchall()


def integrity(path: Path, key: str) -> tuple[str, ...]:
    """Return what is wrong with a store, in the words of the engine; nothing where it is whole.

    Args:
        path: Its file.
        key: Its raw key.
    """
    try:
        made = connect(path, key)
    except DamagedStoreError as error:
        return (str(error),)
    try:
        # Every page is authenticated; then the tables are looked over.
        pages = [str(row[0]) for row in made.execute("PRAGMA cipher_integrity_check").fetchall()]
        tables = [str(row[0]) for row in made.execute("PRAGMA quick_check").fetchall() if row[0] != "ok"]
    except dbapi2.DatabaseError as error:
        return (str(error),)
    finally:
        made.close()
    return (*pages, *tables)


def _cut_off() -> None:
    for one in list(_connections):
        try:
            _end(one)
        except dbapi2.Error:
            # Closed already, or tied to another thread, whose wrapper drops it at its next use.
            continue
    _connections.clear()


def _end(one: Connection) -> None:
    """Close a connection; what a thread is doing with it is interrupted first, for to close it meanwhile is unsafe."""
    until = time.monotonic() + BUSY_MS / 1000
    one.interrupt()
    while not one.using.acquire(timeout=0.02):
        if time.monotonic() > until:
            return
        one.interrupt()
    try:
        one.close()
    finally:
        one.using.release()
