"""The audit on bare connections: lines written after a backup was made are carried over, so that none is ever lost."""

from datetime import UTC, datetime
from typing import Any

from reattune.practice.auditing import FIRST, THERAPIST, Action, digest
from reattune.practice.models import AuditEvent
from reattune.practice.sqlcipher.keyed import Connection

COLUMNS = "seq, at, who, action, client, what, purpose, previous, digest"


def tail(made: Connection) -> tuple[int, str] | None:
    """Return the number and digest of a store's last line."""
    row = made.execute("SELECT seq, digest FROM practice_auditevent ORDER BY seq DESC LIMIT 1").fetchone()
    return None if row is None else (int(row[0]), str(row[1]))


def carry_audit(before: Connection, made: Connection) -> int:
    """Add the lines that one store has after the last of another, where they go on from it.

    Args:
        before: The store that has more lines.
        made: The one they are added to.

    Returns:
        How many were added; none where the two are not of one chain.
    """
    end = tail(made)
    known = (
        end is None
        or before.execute("SELECT count(*) FROM practice_auditevent WHERE seq = ? AND digest = ?", end).fetchone()[0]
    )
    if not known:
        return 0
    after = f"SELECT {COLUMNS} FROM practice_auditevent WHERE seq > ? ORDER BY seq"  # noqa: S608  (columns from above)
    lines = before.execute(after, (end[0] if end else 0,)).fetchall()
    _insert(made, lines)
    return len(lines)


def say(made: Connection, action: Action, what: str) -> None:
    """Add one line to a store's audit, as `auditing.record` does to the open one.

    Args:
        made: A connection, within a transaction.
        action: What was done.
        what: The thing itself.
    """
    end = tail(made)
    line = AuditEvent(
        at=datetime.now(UTC),
        who=THERAPIST,
        action=action.value,
        client=None,
        what=what,
        purpose="keeping",
        previous=end[1] if end else FIRST,
    )
    at = line.at.replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")
    number = (end[0] if end else 0) + 1
    row = (number, at, line.who, line.action, None, line.what, line.purpose, line.previous, digest(line))
    _insert(made, [row])


def _insert(made: Connection, lines: list[Any]) -> None:
    places = ", ".join("?" for _column in COLUMNS.split(","))
    made.executemany(f"INSERT INTO practice_auditevent ({COLUMNS}) VALUES ({places})", lines)  # noqa: S608
