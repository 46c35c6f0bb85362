"""Putting a backup back: looked over wholly, given the keys as they are now, and swapped in so that nothing is between.

It works where the store, or the header with the keys, is damaged or gone: a copy of the header lies beside each backup.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db.migrations.loader import MigrationLoader

from reattune.language import _, plural
from reattune.practice import desk
from reattune.practice.auditing import Action
from reattune.practice.sqlcipher import keyed
from reattune.practice.sqlcipher.keyed import Connection, DamagedStoreError
from reattune.practice.store import copies, own_keys, silencing, swapping
from reattune.practice.store.anchor import note
from reattune.practice.store.backups import TURN
from reattune.practice.store.carrying import carry_audit, say, tail
from reattune.practice.store.faults import StoreError, told
from reattune.practice.store.finding import Found, find
from reattune.practice.store.forgetting import clients, forget
from reattune.practice.vault import header
from reattune.practice.vault.alone import alone
from reattune.practice.vault.whole import own_folder, write_private

CARRIED = ("backup folders", "behind", "former keys", silencing.SETTING)
"""Settings about files, which are as they are now and not as they were when the backup was made."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, how many clients were not because they had been erased, and where the former store lies."""

    backup: Path
    dropped: int
    former: Path | None
    header_too: bool

    @property
    def words(self) -> str:
        """Return it in sentences."""
        said = [_("The practice is as it was in the backup {name}.").format(name=self.backup.name)]
        if self.dropped:
            said.append(
                plural(
                    "{n} person in it had been erased since, and stays erased.",
                    "{n} people in it had been erased since, and stay erased.",
                    self.dropped,
                )
            )
        if self.header_too:
            said.append(_("Its keys were put back as well: it opens with the passphrase you just gave."))
        if self.former is not None:
            said.append(
                _("What was there before is kept as {name}; it is removed when somebody is next erased.").format(
                    name=self.former.name
                )
            )
        return " ".join(said)


def restore(home: Path, backup: Path, passphrase_or_code: str) -> Restored:
    """Put a backup back; interrupted at any moment, the former store is still the one in use.

    Args:
        home: The practice's folder; made where it is gone. The practice in it is locked first.
        backup: The backup's file.
        passphrase_or_code: What opens the practice, or opened it when the backup was made.

    Returns:
        What was put back.

    Raises:
        DamagedStoreError: The backup is not whole; nothing was changed.
        VaultError: No key opens it; nothing was changed.
        StoreError: The disk or another program is in the way; nothing was changed.
    """
    if not backup.is_file():
        raise StoreError(_("There is no backup {name}; nothing was changed.").format(name=backup))
    own_folder(home)
    if keyed.is_open() and keyed.current()[0].parent == home:
        desk.lock()
    with alone(home, TURN), told(home / desk.STORE):
        swapping.settle(home / desk.STORE)
        coming = swapping.begin(home)
        try:
            return _restore(home, backup, passphrase_or_code, coming)
        finally:
            swapping.drop(home)


def _restore(home: Path, backup: Path, secret: str, coming: Path) -> Restored:
    path, part = home / desk.STORE, coming / desk.STORE
    copies.copy_file(backup, part)
    found = find(home, backup, secret, part)
    try:
        _look_over(part, found.key, backup)
        present = swapping.opens(path, found.vault.candidates())
        held = _newest(found, path, present)
        dropped = _rebuild(part, found, held, path, present)
        new_header = not _is(home / header.NAME, found.content)
        if new_header:
            write_private(coming / header.NAME, found.content)
        end = _tail(part, found.vault.database_key())
        former = swapping.swap(path, present)
        note(home, end)
    finally:
        found.vault.close()
    return Restored(backup, dropped, former, new_header)


def _look_over(part: Path, key: str, backup: Path) -> None:
    faults = copies.faults(part, key)
    if faults:
        raise DamagedStoreError(
            _("The backup {name} is damaged ({what}); take another one. Nothing was changed.").format(
                name=backup.name, what=faults[0]
            )
        )
    made = keyed.connect(part, key)
    try:
        known = {name for app, name in MigrationLoader(None).disk_migrations if app == "practice"}
        rows = made.execute("SELECT name FROM django_migrations WHERE app = 'practice'").fetchall()
    finally:
        made.close()
    if {row[0] for row in rows} - known:
        raise DamagedStoreError(
            _(
                "The backup {name} is of a newer version of Reattune; update, then try again. Nothing was changed."
            ).format(name=backup.name)
        )


@dataclass(frozen=True, slots=True)
class _Newest:
    """What holds as it is now, whatever the backup's day: clients' keys, their own ones, and which voices are gone."""

    clients: Mapping[UUID, bytes]
    own: own_keys.Rows
    silenced: silencing.Silenced


def _newest(found: Found, path: Path, present: str) -> _Newest:
    """Return it from the present store if it opens, else from the newest sealed file."""
    if not present:
        return _Newest(found.held.clients, found.held.own, found.held.silenced)
    made = keyed.connect(path, present)
    try:
        rows = made.execute("SELECT client_id, wrapped FROM practice_clientkey").fetchall()
        own = own_keys.read(made)
        gone = made.execute("SELECT value FROM practice_setting WHERE name = ?", (silencing.SETTING,)).fetchone()
    finally:
        made.close()
    return _Newest({UUID(row[0]): bytes(row[1]) for row in rows}, own, json.loads(gone[0]) if gone else {})


def _rebuild(part: Path, found: Found, held: _Newest, path: Path, present: str) -> int:
    """Give what is to come the keys as they are now; whoever has none is forgotten. Return how many those are."""
    dropped = 0
    before = keyed.connect(path, present) if present else None

    def change(made: Connection) -> None:
        nonlocal dropped
        made.execute("DELETE FROM practice_clientkey")
        made.execute("DELETE FROM django_session")
        for one in sorted(clients(made)):
            if one in held.clients:
                wrapped = (one.hex, held.clients[one])
                made.execute("INSERT INTO practice_clientkey (client_id, wrapped) VALUES (?, ?)", wrapped)
            else:
                forget(made, found.vault, one)
                dropped += 1
        silencing.silence_all(made, held.silenced)
        known = clients(made)
        own_keys.put(made, {one: row for one, row in held.own.items() if one in known})
        if before is not None:
            carry_audit(before, made)
            _carry_settings(before, made)
        else:
            _put_setting(made, silencing.SETTING, held.silenced)
        say(made, Action.RESTORED, "practice")

    try:
        copies.change_closed(part, found.key, change, found.vault.database_key())
    finally:
        if before is not None:
            before.close()
    faults = copies.faults(part, found.vault.database_key())
    if faults:
        raise DamagedStoreError(_("The backup could not be rebuilt ({what}).").format(what=faults[0]))
    return dropped


def _carry_settings(before: Connection, made: Connection) -> None:
    for name in CARRIED:
        row = before.execute("SELECT value FROM practice_setting WHERE name = ?", (name,)).fetchone()
        _put_setting(made, name, json.loads(row[0]) if row is not None else None)


def _put_setting(made: Connection, name: str, value: object) -> None:
    made.execute("DELETE FROM practice_setting WHERE name = ?", (name,))
    if value is not None:
        made.execute("INSERT INTO practice_setting (name, value) VALUES (?, ?)", (name, json.dumps(value)))


def _tail(part: Path, key: str) -> tuple[int, str] | None:
    made = keyed.connect(part, key)
    try:
        found = tail(made)
        made.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        made.close()
    return found


def _is(path: Path, content: bytes) -> bool:
    with suppress(OSError):
        return path.read_bytes() == content
    return False
