"""Django's SQLite backend with SQLCipher in place of SQLite; everything else is Django's own."""

import decimal
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base as stock
from django.db.backends.sqlite3._functions import register
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2

from reattune.language import _
from reattune.practice.sqlcipher import keyed

STORE = ":store:"
"""The name of a database that is whichever store is open now."""

for _name, _converter in {
    "bool": b"1".__eq__,
    "date": stock.decoder(parse_date),
    "time": stock.decoder(parse_time),
    "datetime": stock.decoder(parse_datetime),
    "timestamp": stock.decoder(parse_datetime),
}.items():
    dbapi2.register_converter(_name, _converter)
dbapi2.register_adapter(decimal.Decimal, str)
dbapi2.register_adapter(date, stock.adapt_date)
dbapi2.register_adapter(datetime, stock.adapt_datetime)


class DatabaseWrapper(stock.DatabaseWrapper):
    """A connection that goes to the open store, and to the next one after the store was locked and opened again.

    With another name than ":store:" it is an ordinary file, opened with the key in OPTIONS["key"].
    """

    display_name = "SQLCipher"
    transaction_mode: str | None
    Database = dbapi2

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._generation = -1

    def get_connection_params(self) -> dict[str, Any]:
        """Return what a connection needs; two that write wait for each other from the beginning."""
        found: dict[str, Any] = super().get_connection_params()
        if self.transaction_mode is None:
            self.transaction_mode = "IMMEDIATE"
        return found

    def get_new_connection(self, conn_params: dict[str, Any]) -> keyed.Connection:
        """Open a connection with the key of the open store."""
        options = dict(conn_params)
        path, key = Path(options.pop("database")), options.pop("key", "")
        if self.settings_dict["NAME"] == STORE:
            path, key, self._generation = keyed.current()
        made = keyed.connect(path, key, **{**options, "uri": False})
        register(made)
        made.execute("PRAGMA legacy_alter_table = OFF")
        return made

    def ensure_connection(self) -> None:
        """Connect where there is no connection, or only one to a store that was closed since.

        Raises:
            LockedError: It was closed in the middle of a transaction; what is left of that must not be saved alone.
        """
        self._drop_if_stale()
        if self.connection is None and self.in_atomic_block and self.closed_in_transaction:
            raise keyed.LockedError(_("The practice is locked; unlock it with the passphrase."))
        super().ensure_connection()

    def close_if_unusable_or_obsolete(self) -> None:
        """Let go of a connection to a closed store: Django asks it before each request whether it is still well."""
        self._drop_if_stale()
        super().close_if_unusable_or_obsolete()

    def _drop_if_stale(self) -> None:
        stale = self._generation not in {-1, keyed.generation()}
        if self.connection is not None and stale:
            self._drop()

    def _drop(self) -> None:
        self.connection = None
        if self.in_atomic_block:
            # Django ends the transaction as one that is lost, at the end of its outermost block.
            self.closed_in_transaction = self.needs_rollback = True
            self.run_on_commit = []
            return
        self.in_atomic_block = False
        self.savepoint_ids = []
        self.atomic_blocks = []
        self.run_on_commit = []
        self.needs_rollback = False

    def create_cursor(self, name: str | None = None) -> Any:  # noqa: ARG002  (Django's signature)
        """Return a cursor that understands Django's placeholders."""
        return self.connection.cursor(factory=Cursor)


class Cursor(dbapi2.Cursor):
    """A cursor that takes %s and %(name)s, as Django writes them."""

    convert_query: Callable[..., str] = stock.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:
        """Run a query."""
        if params is None:
            return super().execute(query)
        return super().execute(self.convert_query(query, param_names=_names(params)), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        """Run a query with each of many sets of parameters."""
        every = iter(param_list)
        first = next(every, None)
        if first is None:
            return super().executemany(self.convert_query(query), [])
        return super().executemany(self.convert_query(query, param_names=_names(first)), chain((first,), every))


def _names(params: Any) -> list[str] | None:
    return list(params) if isinstance(params, Mapping) else None
