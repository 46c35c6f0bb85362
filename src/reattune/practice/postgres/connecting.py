"""Which database a practice is kept in, as it is named at the terminal."""

from contextlib import suppress
from pathlib import Path
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.commands import NOTED
from reattune.practice.vault.whole import write_private

ENGINE = "reattune.practice.postgres"
NAMES = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def use(database: str) -> None:
    """Have this process keep the practice in a PostgreSQL database from now on.

    Args:
        database: Its address, "postgresql://user@host/name" or "host=... dbname=...".

    Raises:
        ReattuneError: It is no such address, or the driver is not installed.
    """
    change(settings_of(database))


def change(wanted: dict[str, Any]) -> dict[str, Any]:
    """Have this process use other settings of its database, and return those of before."""
    connection.close()
    connections.configure_settings({DEFAULT_DB_ALIAS: wanted})
    former, connections.settings[DEFAULT_DB_ALIAS] = connections.settings[DEFAULT_DB_ALIAS], wanted
    with suppress(AttributeError):  # this thread may never have had one
        del connections[DEFAULT_DB_ALIAS]
    return former


def settings_of(database: str) -> dict[str, Any]:
    """Return Django's settings for a database, as `use` does."""
    try:
        from psycopg import Error  # noqa: PLC0415  (only a shared practice needs the driver)
        from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415
    except ImportError as error:
        message = _("A shared practice needs the PostgreSQL driver; install it with: pip install 'reattune[clinic]'")
        raise ReattuneError(message) from error
    try:
        words = {name: value for name, value in conninfo_to_dict(database).items() if value is not None}
    except Error as error:
        raise ReattuneError(_no_address(database)) from error
    if "dbname" not in words:
        raise ReattuneError(_no_address(database))
    known = {ours: words.pop(theirs, "") for theirs, ours in NAMES.items()}
    return {
        "ENGINE": ENGINE,
        **known,
        "OPTIONS": words,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        # A cursor that lives on in the server would go on reading under whatever scope comes after it.
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "ATOMIC_REQUESTS": False,
    }


def note(home: Path, database: str) -> None:
    """Write down in a practice's folder which database it is kept in, without a password."""
    from psycopg.conninfo import conninfo_to_dict, make_conninfo  # noqa: PLC0415

    words: dict[str, Any] = {name: one for name, one in conninfo_to_dict(database).items() if name != "password"}
    write_private(home / NOTED, make_conninfo(**words).encode())


def _no_address(database: str) -> str:
    # It may hold a password; nothing of it but the beginning is said again.
    begins = database.split(":", 1)[0][:12]
    return _(
        "This is not the address of a PostgreSQL database ({begins}…). "
        "It looks like: postgresql://reattune@localhost/reattune"
    ).format(begins=begins)
