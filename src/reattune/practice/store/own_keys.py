"""Clients' own keys as they lie in a store: in no backup, and in the one sealed file of keys as they are now."""

import base64
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from reattune.practice.sqlcipher.keyed import Connection

TABLE = "practice_ownkey"
SEALED = ("public", "by_words", "by_code", "salt", "code_salt")
COLUMNS = ("client_id", *SEALED, "cost", "made")
Rows = dict[UUID, dict[str, Any]]
"""Each key's row by its client, column by column."""


def are_kept(made: Connection) -> bool:
    """Say whether a store has such keys at all; one of an earlier version has not."""
    return bool(made.execute(f"PRAGMA table_info({TABLE})").fetchall())


def read(made: Connection) -> Rows:
    """Return every client's own key as a store holds it."""
    if not are_kept(made):
        return {}
    rows = made.execute(f"SELECT {', '.join(COLUMNS)} FROM {TABLE}").fetchall()  # noqa: S608  (names from above)
    return {UUID(row[0]): _plain(dict(zip(COLUMNS[1:], row[1:], strict=True))) for row in rows}


def leave_out(made: Connection) -> None:
    """Take every client's own key out of a copy."""
    if are_kept(made):
        made.execute(f"DELETE FROM {TABLE}")  # noqa: S608


def put(made: Connection, rows: Rows) -> None:
    """Put clients' own keys into a store in place of those that are there.

    Args:
        made: A connection, within a transaction.
        rows: Those of clients that the store knows.
    """
    if not are_kept(made):
        return
    leave_out(made)
    places = ", ".join("?" for _column in COLUMNS)
    for client, row in rows.items():
        values = (client.hex, *(row[name] for name in COLUMNS[1:]))
        made.execute(f"INSERT INTO {TABLE} ({', '.join(COLUMNS)}) VALUES ({places})", values)  # noqa: S608


def packed(rows: Rows) -> dict[str, dict[str, str]]:
    """Return keys as JSON values."""
    return {str(client): {name: _text(value) for name, value in row.items()} for client, row in rows.items()}


def unpacked(held: Mapping[str, Mapping[str, str]]) -> Rows:
    """Return the keys that `packed` made JSON of."""
    return {
        UUID(client): {name: base64.b64decode(value) if name in SEALED else value for name, value in row.items()}
        for client, row in held.items()
    }


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row as a file has it, whatever the connection made of it: bytes, and texts."""
    made, cost = row["made"], row["cost"]
    if isinstance(made, datetime):
        in_utc = made.astimezone(UTC) if made.tzinfo else made
        made = in_utc.replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")
    cost = cost if isinstance(cost, str) else json.dumps(cost)
    return {**{name: bytes(row[name]) for name in SEALED}, "cost": cost, "made": made}


def _text(value: bytes | str) -> str:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value
