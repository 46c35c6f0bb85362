"""One client taken out of a store: every row, the key, and what the words of others' rows say about them.

It works on a bare connection, so that the store in use, a backup and what is being restored forget in the same way,
and by the links between tables, so that a table that is added later is not forgotten about.
"""

import json
from collections.abc import Callable, Iterator
from uuid import UUID

from reattune.practice.sqlcipher.keyed import Connection
from reattune.practice.store import own_keys
from reattune.practice.store.scrubbing import About, mentions, phrases, scrub, texts
from reattune.practice.vault import DamagedVaultError, ErasedError, Sealer, Vault

CLIENT, IMPORT, JOB = "practice_client", "practice_import", "practice_job"
PRACTICE_WORDS = (IMPORT, JOB, "practice_feed", "practice_preset")
"""Tables whose words are sealed with the practice's key; a client's own feed is deleted before they are looked at."""
NAMES = frozenset({"name", "file", "stem"})
"""What an import's file is called, in its words."""
PLAIN = frozenset({"practice", "backup folders", "behind", "former keys", "wording", "letters"})
"""Settings in which no client is ever named."""


def clients(made: Connection) -> frozenset[UUID]:
    """Return which clients a store has."""
    return frozenset(UUID(row[0]) for row in made.execute("SELECT id FROM practice_client").fetchall())


def forget(made: Connection, vault: Vault, client: UUID) -> None:
    """Take one client out of a store, within the transaction that is open.

    Args:
        made: A connection to it.
        vault: The open vault, for the practice's own words.
        client: Whom; nothing happens to the rows of anybody else.
    """
    made.execute("PRAGMA defer_foreign_keys = ON").fetchall()
    about = _about(made, vault, client)
    had_part = set(_column(made, "SELECT DISTINCT source_id FROM practice_record WHERE client_id = ?", client))
    named = _forget_imports(made, client)
    for table, column in _links_to(made, CLIENT):
        if table != IMPORT:
            made.execute(f"DELETE FROM {table} WHERE {column} = ?", (client.hex,))  # noqa: S608  (names from the schema)
    made.execute("DELETE FROM practice_client WHERE id = ?", (client.hex,))
    loosen(made)
    sealer = vault.sealer("practice")
    _forget_jobs(made, sealer, about)
    _scrub_words(made, sealer, about, had_part, named)
    _scrub_settings(made, about)


def _about(made: Connection, vault: Vault, client: UUID) -> About:
    names = {str(client), client.hex}
    names.update(_column(made, "SELECT codename FROM practice_client WHERE id = ?", client))
    digests = set(_column(made, "SELECT digest FROM practice_label WHERE client_id = ?", client))
    if digests:
        # In a backup only digests say which labels are theirs, so every phrase that could be one is tried.
        every = {text for _key, words in _practice_words(made, vault.sealer("practice")) for text in texts(words)}
        tried = {phrase for text in every for phrase in phrases(text)}
        names.update(phrase for phrase in tried if vault.digest("label", phrase) in digests)
    links = (str(UUID(one)) for one in _column(made, "SELECT id FROM practice_label WHERE client_id = ?", client))
    return About(frozenset({*names, *digests, *links}))


def _practice_words(made: Connection, sealer: Sealer) -> Iterator[tuple[tuple[str, str], dict[str, object]]]:
    """Yield all words that are sealed with the practice's key, with the table and the row they stand in."""
    for table in PRACTICE_WORDS:
        rows = made.execute(f"SELECT id, sealed FROM {table}").fetchall()  # noqa: S608  (a name from above)
        for key, sealed in rows:
            yield (table, key), _opened(sealer, f"{table.replace('_', '.', 1)}:{UUID(key)}", sealed)


def _forget_imports(made: Connection, client: UUID) -> set[str]:
    """Delete the files that are theirs alone, and those that wait unread by anybody: they may hold rows of theirs.

    Returns:
        Those that were said to be theirs and stay for the rows of others.
    """
    feeds = _column(made, "SELECT id FROM practice_feed WHERE client_id = ?", client)
    theirs = set(_column(made, "SELECT id FROM practice_import WHERE client_id = ?", client))
    for feed in feeds:
        theirs.update(
            row[0] for row in made.execute("SELECT id FROM practice_import WHERE feed_id = ?", (feed,)).fetchall()
        )
    waiting = "SELECT id FROM practice_import WHERE state = 'previewed' AND client_id IS NULL"
    theirs.update(row[0] for row in made.execute(waiting).fetchall())
    others = "SELECT count(*) FROM practice_record WHERE source_id = ? AND client_id != ?"
    stay = set()
    for one in sorted(theirs):
        if made.execute(others, (one, client.hex)).fetchone()[0]:
            made.execute("UPDATE practice_import SET client_id = NULL, body = NULL WHERE id = ?", (one,))
            stay.add(one)
        else:
            made.execute("DELETE FROM practice_record WHERE source_id = ?", (one,))
            made.execute("DELETE FROM practice_import WHERE id = ?", (one,))
    return stay


def _scrub_words(made: Connection, sealer: Sealer, about: About, had_part: set[str], named: set[str]) -> None:
    for (table, key), words in list(_practice_words(made, sealer)):
        cleaned = scrub(words, about, had_part=table == IMPORT and key in had_part | named)
        if table == IMPORT and key in named:
            cleaned |= dict.fromkeys(NAMES & set(cleaned), "")
        if cleaned != words:
            sealed = _sealed(sealer, f"{table.replace('_', '.', 1)}:{UUID(key)}", cleaned)
            made.execute(f"UPDATE {table} SET sealed = ? WHERE id = ?", (sealed, key))  # noqa: S608


def _forget_jobs(made: Connection, sealer: Sealer, about: About) -> None:
    """Delete what is over, whose words may hold anything, and what is still to do about this client."""
    said = dict(made.execute("SELECT id, said FROM practice_job").fetchall())
    made.execute("DELETE FROM practice_job WHERE state IN ('done', 'stopped')")
    for (table, key), words in list(_practice_words(made, sealer)):
        if table == JOB and mentions(words, about):
            made.execute("DELETE FROM practice_job WHERE id = ?", (key,))
        elif table == JOB and about.names_in(said[key]):
            made.execute("UPDATE practice_job SET said = '' WHERE id = ?", (key,))


def _scrub_settings(made: Connection, about: About) -> None:
    for name, value in made.execute("SELECT name, value FROM practice_setting").fetchall():
        words = {"value": json.loads(value)}
        if name in PLAIN or not mentions(words, about):
            continue
        cleaned = json.dumps(scrub(words, about)["value"], ensure_ascii=False)
        made.execute("UPDATE practice_setting SET value = ? WHERE name = ?", (cleaned, name))


def loosen(made: Connection) -> None:
    """Let go of what belonged to a row that is gone: an empty link where that is possible, else the row goes too."""
    while lost := made.execute("PRAGMA foreign_key_check").fetchall():
        for table, row, _parent, number in lost:
            links = made.execute(f"PRAGMA foreign_key_list({table})").fetchall()
            column = next(link[3] for link in links if link[0] == number)
            must = {one[1] for one in made.execute(f"PRAGMA table_info({table})").fetchall() if one[3]}
            change = f"DELETE FROM {table}" if column in must else f"UPDATE {table} SET {column} = NULL"  # noqa: S608
            made.execute(f"{change} WHERE rowid = ?", (row,))


def _links_to(made: Connection, target: str) -> list[tuple[str, str]]:
    tables = [row[0] for row in made.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    return [
        (table, link[3])
        for table in tables
        for link in made.execute(f"PRAGMA foreign_key_list({table})").fetchall()
        if link[2] == target
    ]


def _column(made: Connection, query: str, client: UUID) -> list[str]:
    return [str(row[0]) for row in made.execute(query, (client.hex,)).fetchall() if row[0] is not None]


def _opened(sealer: Sealer, name: str, sealed: bytes | None) -> dict[str, object]:
    if sealed is None:
        return {}
    try:
        found: dict[str, object] = json.loads(sealer.open(bytes(sealed), name))
    except (DamagedVaultError, ErasedError):
        return {}
    return found


def _sealed(sealer: Sealer, name: str, words: dict[str, object]) -> bytes:
    return sealer.seal(json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode(), name)


Forget = Callable[[Connection], None]


def forgetting(vault: Vault, who: frozenset[UUID], besides: Forget | None = None) -> Forget:
    """Return what makes a copy forget several clients, and who was let in anywhere.

    Args:
        vault: The open vault.
        who: Whom it forgets.
        besides: What is done to it afterwards.
    """

    def change(made: Connection) -> None:
        leave_behind(made)
        for one in sorted(who & clients(made)):
            forget(made, vault, one)
        if besides is not None:
            besides(made)

    return change


def leave_behind(made: Connection) -> None:
    """Take out of a copy what no copy may have: everybody's keys, and who was let in where."""
    made.execute("DELETE FROM practice_clientkey")
    own_keys.leave_out(made)
    made.execute("DELETE FROM django_session")
