"""What works on a file's bare connection works on a database: the few statements of `store` that differ, put its way.

Identities go in and come out as 32 hexadecimal digits and words as bytes, as a file has them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

LINKS = """
SELECT child.relname, own.attname, parent.relname, own.attnotnull
FROM pg_constraint
JOIN pg_class child ON child.oid = conrelid
JOIN pg_class parent ON parent.oid = confrelid
JOIN pg_attribute own ON own.attrelid = conrelid AND own.attnum = conkey[1]
WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
ORDER BY child.relname, own.attname
"""
KEY = """
SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
WHERE indisprimary AND indrelid = %s::regclass
"""
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
OF_TABLE = re.compile(r"PRAGMA (\w+)\((\w+)\)")


class Rows:
    """What a statement gave."""

    def __init__(self, rows: Iterable[Sequence[Any]], count: int = -1) -> None:
        self._rows = [tuple(_as_in_file(one) for one in row) for row in rows]
        self.rowcount = count

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Return all that are left."""
        left, self._rows = self._rows, []
        return left

    def fetchone(self) -> tuple[Any, ...] | None:
        """Return the next one."""
        return self._rows.pop(0) if self._rows else None

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        return iter(self.fetchall())


class Bare:
    """The database, spoken to as a file's connection is."""

    def execute(self, words: str, values: Sequence[Any] = ()) -> Rows:
        """Run one statement.

        Args:
            words: With ? where values stand.
            values: They.
        """
        found = OF_TABLE.fullmatch(words)
        if found:
            return _described(found[1], found[2])
        match words:
            case "PRAGMA defer_foreign_keys = ON":
                return _run("SET CONSTRAINTS ALL DEFERRED")
            case "PRAGMA foreign_key_check":
                return Rows(_lost())
            case "SELECT name FROM sqlite_master WHERE type = 'table'":
                return _run(TABLES)
        # A row that belongs to nothing is known by its place, which is no column that could be looked up.
        there = words.replace("WHERE rowid = ?", "WHERE ctid = ?::tid")
        return _run(there.replace("%", "%%").replace("?", "%s"), values)

    def executemany(self, words: str, every: Iterable[Sequence[Any]]) -> None:
        """Run one statement with each of many sets of values."""
        for values in every:
            self.execute(words, values)


def _run(words: str, values: Sequence[Any] = ()) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(words, tuple(values))
        return Rows(cursor.fetchall() if cursor.description else (), cursor.rowcount)


def _links() -> list[tuple[str, str, str, bool]]:
    with connection.cursor() as cursor:
        cursor.execute(LINKS)
        return [(row[0], row[1], row[2], row[3]) for row in cursor.fetchall()]


def _described(what: str, table: str) -> Rows:
    """Return a table's links, or its columns, in the places where a file's engine has them."""
    if what == "foreign_key_list":
        return Rows(
            (number, 0, parent, column)
            for number, (child, column, parent, _must) in enumerate(_links())
            if child == table
        )
    with connection.cursor() as cursor:
        known = table in connection.introspection.table_names(cursor)
        described = connection.introspection.get_table_description(cursor, table) if known else ()
    return Rows((number, one.name, "", not one.null_ok) for number, one in enumerate(described))


def _lost() -> Iterator[tuple[str, str, str, int]]:
    """Yield each row that links to one that is gone."""
    for number, (child, column, parent, _must) in enumerate(_links()):
        with connection.cursor() as cursor:
            cursor.execute(KEY, (parent,))
            key = cursor.fetchone()[0]
            cursor.execute(
                f"SELECT ctid::text FROM {child} own WHERE {column} IS NOT NULL AND NOT EXISTS "  # noqa: S608
                f"(SELECT 1 FROM {parent} WHERE {parent}.{key} = own.{column})"
            )
            for row in cursor.fetchall():
                yield child, row[0], parent, number


def _as_in_file(value: Any) -> Any:
    match value:
        case UUID():
            return value.hex
        case memoryview():
            return bytes(value)
        case bool():
            return int(value)
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
        case date():
            return value.isoformat()
        case _:
            return value
