"""Django's PostgreSQL backend, which tells the database before each query whose rows may be seen just now."""

import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from zoneinfo import ZoneInfo

from django.db.backends.postgresql import base as stock
from psycopg import Error

from reattune.language import _
from reattune.practice import backing, clock, scope
from reattune.practice.sqlcipher.keyed import LockedError

TELL = """
SELECT set_config('reattune.reach', %s, false), set_config('reattune.person', %s, false),
       set_config('reattune.client', %s, false), set_config('reattune.day', %s, false)
"""
UTC = ZoneInfo("UTC")
Told = tuple[str, str, str, str]
_made: "weakref.WeakSet[Any]" = weakref.WeakSet()
_lock = threading.Lock()


def close_all() -> None:
    """Close every connection, those of other threads too; what they were in the middle of is taken back."""
    with _lock:
        every = list(_made)
        _made.clear()
    for one in every:
        with suppress(Error):  # whoever uses it this moment meets an error of its own
            one.close()


class DatabaseWrapper(stock.DatabaseWrapper):
    """A connection that is usable while the practice is open, and on which every query has the scope it is made in.

    What was told before is believed only until a rollback, which takes settings back too.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._told: Told | None = None
        self._generation = -1
        self.execute_wrappers.append(self._within_scope)

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect; nothing was told to the new connection, so that it shows no row yet."""
        made = super().get_new_connection(conn_params)
        self._told, self._generation = None, backing.generation()
        with _lock:
            _made.add(made)
        return made

    def ensure_connection(self) -> None:
        """Connect where there is no connection, or only one from before the practice was closed.

        Raises:
            LockedError: It is not open.
        """
        if self.connection is not None and self._generation != backing.generation():
            self._leave()
        if not backing.is_open():
            raise LockedError(_("The practice is locked; unlock it with the passphrase."))
        super().ensure_connection()

    def _leave(self) -> None:
        if self.in_atomic_block:
            # The transaction is lost; Django ends it at the end of its outermost block.
            self.needs_rollback = True
            raise LockedError(_("The practice is locked; unlock it with the passphrase."))
        self.close()

    def _within_scope(self, execute: Callable[..., Any], *words: Any) -> Any:
        if self._generation != backing.generation():
            self.ensure_connection()
            raise LockedError(_("The practice is locked; unlock it with the passphrase."))
        self._tell()
        return execute(*words)

    def _tell(self) -> None:
        wanted = told(scope.present())
        if wanted == self._told:
            return
        self._told = None
        with self.wrap_database_errors, self.connection.cursor() as cursor:
            cursor.execute(TELL, wanted)
        self._told = wanted

    def _rollback(self) -> Any:
        self._told = None
        return super()._rollback()  # type: ignore[misc]  # the stubs leave it out

    def _savepoint_rollback(self, sid: str) -> None:
        # In a transaction in which something went wrong, nothing else can be said before this.
        self._told = told(scope.present())
        try:
            super()._savepoint_rollback(sid)  # type: ignore[misc]  # the stubs leave it out
        finally:
            self._told = None


def told(seen: scope.Scope) -> Told:
    """Return what the database is told of a scope: how far, who, which client, and the day it is."""
    return seen.reach.value, _text(seen.person), _text(seen.client), clock.today(UTC).isoformat()


def _text(value: object) -> str:
    return "" if value is None else str(value)
