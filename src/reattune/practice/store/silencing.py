"""One of the two voices taken out of a store, and the other one left as it is.

On a bare connection, as `forgetting` takes out a whole client, so that backups and what is put back are without it too.
Something that one began and the other has written in stays with the other, without the words it began with.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from reattune.practice.sqlcipher.keyed import Connection
from reattune.practice.store.forgetting import clients, loosen

SETTING = "erased voices"
"""Whose voices were erased, and up to when: a backup that is put back later brings none of it with it."""
CLIENT, THERAPIST = "client", "therapist"
Silenced = Mapping[str, Mapping[str, str]]
"""By client, by whose voice, the moment up to which it was erased."""
FORMAT = "%Y-%m-%d %H:%M:%S.%f"
DAY_CHARACTERS = 10
UP_TO, BY, OF_SAID, OWN, OF_EPISODE, ON = "made", "by", "of said", "own", "of an episode", "on"
PICKS: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    UP_TO: ("made", "client_id = ? AND made <= ?", ("client", "until")),
    BY: ("by", "by = ?", ("by",)),
    OF_SAID: (
        "said_id",
        "said_id IN (SELECT id FROM practice_said WHERE client_id = ? AND made <= ?)",
        ("client", "until"),
    ),
    OWN: ("said_id", "said_id IS NULL", ()),
    OF_EPISODE: (
        "episode_id",
        "episode_id IN (SELECT id FROM practice_episode WHERE client_id = ? AND made <= ?)",
        ("client", "until"),
    ),
    ON: ("on", 'client_id = ? AND "on" <= ?', ("client", "day")),
}
"""What picks rows: the column that it needs, the condition, and which values stand in it."""
GOES: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    CLIENT: (
        ("practice_leftout", (OF_SAID,)),
        ("practice_reply", (OF_SAID,)),
        ("practice_likeness", (UP_TO, BY)),
        ("practice_side", (UP_TO, BY)),
        ("practice_moment", (UP_TO, BY)),
        ("practice_verdict", (UP_TO, BY)),
        ("practice_said", (UP_TO,)),
        ("practice_letter", (UP_TO,)),
        ("practice_invitation", (UP_TO,)),
        ("practice_ownkey", (UP_TO,)),
    ),
    THERAPIST: (
        ("practice_attached", (OF_EPISODE,)),
        ("practice_aside", (UP_TO,)),
        ("practice_leftout", (ON, OWN)),
        ("practice_remark", (UP_TO,)),
        ("practice_consultation", (UP_TO,)),
        ("practice_use", (UP_TO,)),
        ("practice_reply", (UP_TO,)),
        ("practice_likeness", (UP_TO, BY)),
        ("practice_side", (UP_TO, BY)),
        ("practice_moment", (UP_TO, BY)),
        ("practice_verdict", (UP_TO, BY)),
        ("practice_episode", (UP_TO,)),
    ),
}
"""Which rows are one's voice: the table, and what picks them in it."""
WRITTEN_IN = (
    "SELECT shown FROM practice_side WHERE talk_id = ? AND by != ?",
    "SELECT shown FROM practice_likeness WHERE talk_id = ? AND by != ?",
    "SELECT shown FROM practice_likeness WHERE other_id = ? AND by != ?",
)
"""What the other wrote in something that one began, and whether that is shown."""
SAID_IN = "SELECT shared_on FROM practice_said WHERE talk_id = ?"


def now() -> str:
    """Return this moment as rows are dated."""
    return datetime.now(UTC).strftime(FORMAT)


def silence(made: Connection, client: UUID, by: str, until: str) -> None:
    """Take one voice of a relationship out of a store, within the transaction that is open.

    Args:
        made: A connection to it.
        client: Which relationship.
        by: Whose voice, "client" or "therapist".
        until: What was written after this moment stays.
    """
    made.execute("PRAGMA defer_foreign_keys = ON").fetchall()
    words = {"client": client.hex, "by": by, "until": until, "day": until[:DAY_CHARACTERS]}
    if _columns(made, "practice_talk"):
        _leave_talks(made, words)
    for table, wanted in GOES[by]:
        picks = _picks(_columns(made, table), by, wanted)
        if picks:
            _change(made, f"DELETE FROM {table}", picks, words)  # noqa: S608  (names from above)
    if by == CLIENT and _columns(made, "practice_consent"):
        _change(made, "UPDATE practice_consent SET sealed = NULL", (UP_TO, BY), words)
    loosen(made)


def silence_all(made: Connection, silenced: Silenced) -> None:
    """Take out of a store every voice that was erased, of the clients it knows."""
    for who in sorted(clients(made)):
        for by, until in silenced.get(str(who), {}).items():
            silence(made, who, by, until)


def _picks(columns: frozenset[str], by: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Return what picks rows of a table; nothing where a store of an earlier version has none of them.

    Before there was a column for it, every row was the therapist's own.
    """
    known = tuple(one for one in wanted if PICKS[one][0] in columns)
    return known if known == wanted or by == THERAPIST else ()


def _change(made: Connection, start: str, picks: tuple[str, ...], words: Mapping[str, str]) -> Any:
    condition = " AND ".join(PICKS[one][1] for one in picks)
    return made.execute(f"{start} WHERE {condition}", tuple(words[name] for one in picks for name in PICKS[one][2]))


def _leave_talks(made: Connection, words: Mapping[str, str]) -> None:
    """Delete what one began, or leave it to the other where they wrote in it; neither learns what the other wrote."""
    other = THERAPIST if words["by"] == CLIENT else CLIENT
    for (talk,) in _change(made, "SELECT id FROM practice_talk", (UP_TO, BY), words).fetchall():
        found = [row[0] for one in WRITTEN_IN for row in made.execute(one, (talk, words["by"])).fetchall()]
        if other == CLIENT:
            found += [row[0] for row in made.execute(SAID_IN, (talk,)).fetchall()]
        if not found:
            made.execute("DELETE FROM practice_talk WHERE id = ?", (talk,))
            continue
        shown = "shown" if any(one is not None for one in found) else "NULL"
        left = f"UPDATE practice_talk SET by = ?, sealed = NULL, own = NULL, shown = {shown} WHERE id = ?"  # noqa: S608
        made.execute(left, (other, talk))


def _columns(made: Connection, table: str) -> frozenset[str]:
    return frozenset(str(row[1]) for row in made.execute(f"PRAGMA table_info({table})").fetchall())
