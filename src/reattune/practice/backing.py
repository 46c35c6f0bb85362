"""Where the practice is kept: in the sealed file of one's own desk, or in a PostgreSQL database that several share."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.sqlcipher import keyed

POSTGRESQL = "postgresql"


@dataclass(slots=True)
class _Served:
    """Whether the database is in use, and the path that stands for it: files of its practice lie beside."""

    path: Path | None = None
    generation: int = 0


_served = _Served()


def is_postgres() -> bool:
    """Say whether this process keeps the practice in PostgreSQL."""
    return connection.vendor == POSTGRESQL


def is_open() -> bool:
    """Say whether a practice is open, wherever it is kept."""
    return keyed.is_open() or _served.path is not None


def generation() -> int:
    """Return a number that grows with each opening and closing."""
    return keyed.generation() + _served.generation


def path() -> Path:
    """Return the open store's file; of one in a database, the path beside which its practice's other files lie.

    Raises:
        LockedError: None is open.
    """
    return _served.path or keyed.current()[0]


def opened(beside: Path) -> None:
    """Say that the database is in use from now on.

    Args:
        beside: The path that stands for it.
    """
    _served.path = beside
    _served.generation += 1


def close() -> None:
    """Close whichever store is open; whoever still uses it is cut off."""
    keyed.close_store()
    if _served.path is not None:
        from reattune.practice.postgres.base import close_all  # noqa: PLC0415  (only a shared practice has the driver)

        _served.path = None
        _served.generation += 1
        close_all()


def queue(what: str) -> None:
    """Wait, within a transaction, until nobody else is between here and the end of theirs; a file has one writer.

    Args:
        what: Two that name the same wait for each other.

    Raises:
        ReattuneError: There is no transaction, at whose end others could go on.
    """
    if not is_postgres():
        return
    if not connection.in_atomic_block:
        raise ReattuneError(_("One can only wait for others within a transaction."))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", (f"reattune: {what}",))


def bare() -> Any:
    """Return what works on the store's tables by themselves: a file's own connection, or what is spoken to like one."""
    if is_postgres():
        from reattune.practice.postgres.bare import Bare  # noqa: PLC0415

        return Bare()
    connection.ensure_connection()
    return connection.connection
