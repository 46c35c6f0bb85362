"""Erased rows gone from the database's files, and not only out of sight."""

from django.db import OperationalError, connection

from reattune.practice.postgres.walls import walled

PATIENCE = "5s"
"""How long a table is waited for; where somebody uses it longer, it is done at the next start."""
BESIDES = ("django_session",)


def clear() -> bool:
    """Write every table that held something about a client anew without what was deleted, and say whether all could be.

    PostgreSQL's log of changes keeps what was deleted until it is written over, and so does a copy of the disk.
    """
    tables = [*(one._meta.db_table for one in walled()), *BESIDES]  # noqa: SLF001
    done = True
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", (PATIENCE,))
        try:
            for table in tables:
                done = _rewritten(table) and done
        finally:
            cursor.execute("SELECT set_config('lock_timeout', '0', false)")
    return done


def _rewritten(table: str) -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"VACUUM (FULL) {table}")
    except OperationalError:
        return False
    return True
