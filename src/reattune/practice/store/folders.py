"""Every folder that backups ever went to, and what each of them has still to catch up with.

A folder that is not there now (a stick, another disk) is caught up with when it is next seen.
"""

import base64
import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from reattune.language import _
from reattune.practice import auditing, backing, keys, scope
from reattune.practice.models import ClientKey, Setting
from reattune.practice.sqlcipher import keyed
from reattune.practice.sqlcipher.keyed import DamagedStoreError
from reattune.practice.store import copies, own_keys, silencing
from reattune.practice.store.faults import told
from reattune.practice.store.forgetting import clients, forgetting
from reattune.practice.vault import header
from reattune.practice.vault.errors import DamagedVaultError
from reattune.practice.vault.sealing import Sealer
from reattune.practice.vault.whole import write_private

FOLDER = "backups"
KEYS = "keys.sealed"
SUFFIX = ".reattune"
SEALED_AS = "backup keys"
FOLDERS, BEHIND, FORMER = "backup folders", "behind", "former keys"
ROOM = 1024
"""Bytes left in the file of keys for each client's own key; one takes about half of that."""
NOTHING: dict[str, Any] = {"forget": [], "rekey": False, "voices": False}


@dataclass(frozen=True, slots=True)
class CaughtUp:
    """Which folders could not be reached, and which backups could not be opened, so that they are as they were."""

    unreachable: tuple[Path, ...] = ()
    unopened: tuple[Path, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Return what a person should know; nothing where all went well."""
        away = [
            _("The folder {folder} is not there now; it is brought up to date when a backup next finds it.").format(
                folder=one
            )
            for one in self.unreachable
        ]
        shut = [
            _("The backup {name} cannot be opened and is as it was; if you do not need it, delete it.").format(name=one)
            for one in self.unopened
        ]
        return (*away, *shut)


@dataclass(frozen=True, slots=True)
class HeldKeys:
    """What the sealed file of keys holds: each client's key, former keys of the store, and how new it is.

    Besides, the keys that clients keep for themselves, as sealed by their own words, and which voices were erased.
    """

    line: int
    clients: dict[UUID, bytes]
    stores: tuple[str, ...]
    own: own_keys.Rows = field(default_factory=dict)
    silenced: silencing.Silenced = field(default_factory=dict)


def known(home: Path) -> tuple[Path, ...]:
    """Return every folder that backups went to, the practice's own first."""
    return (home / FOLDER, *(Path(one) for one in _setting(FOLDERS, []) if Path(one) != home / FOLDER))


def add(home: Path, folder: Path) -> None:
    """Keep in mind that backups go to a folder."""
    if folder not in known(home):
        _keep(FOLDERS, [*_setting(FOLDERS, []), str(folder)])


def backups_in(folder: Path) -> tuple[Path, ...]:
    """Return the backups that lie in a folder, newest first."""
    return tuple(sorted((one for one in folder.glob(f"*{SUFFIX}") if not one.name.startswith(".")), reverse=True))


def fall_behind(home: Path, forget: Iterable[UUID] = (), *, rekey: bool = False, voices: bool = False) -> None:
    """Note, in the transaction of the change itself, what every folder has to catch up with.

    Args:
        home: The practice's folder.
        forget: Clients that no backup may know any more.
        rekey: Whether backups are to be sealed with the store's present key.
        voices: Whether backups are to lose the voices that were erased.
    """
    behind = _setting(BEHIND, {})
    for folder in known(home):
        own = NOTHING | behind.get(_name(home, folder), {})
        own["forget"] = sorted({*own["forget"], *(str(one) for one in forget)})
        own["rekey"] = own["rekey"] or rekey
        own["voices"] = own["voices"] or voices
        behind[_name(home, folder)] = own
    _keep(BEHIND, behind)


def catch_up(home: Path) -> CaughtUp:
    """Bring every folder that can be reached up to date: its backups, the keys, and the header beside them.

    Cut off at any moment, the next call goes on with what was left.
    """
    unreachable, unopened = [], []
    for folder in known(home):
        if not _reachable(folder):
            unreachable += [folder] if folder != home / FOLDER else []
            continue
        copies.clear_parts(folder, f"*{SUFFIX}")
        own = NOTHING | _setting(BEHIND, {}).get(_name(home, folder), {})
        who = frozenset(UUID(one) for one in own["forget"])
        # The keys first: from this moment on nobody who was erased can be read in any backup here.
        write_keys(home, folder)
        for backup in backups_in(folder) if who or own["rekey"] or own["voices"] else ():
            unopened += [] if _rewrite(backup, who) else [backup]
        _done(_name(home, folder))
    if not _setting(BEHIND, {}):
        Setting.objects.filter(name=FORMER).delete()
    return CaughtUp(tuple(unreachable), tuple(unopened))


def write_keys(home: Path, folder: Path) -> None:
    """Write every client's key as it is now, sealed, and the header, in place of what was written before."""
    held = {str(row.client_id): _text(bytes(row.wrapped)) for row in ClientKey.objects.all()}
    tail, sealer = auditing.tail(), keys.vault().sealer(SEALED_AS)
    before = [one.line for each in (folder, home / FOLDER) if (one := read_keys(sealer, each)) is not None]
    # After a restore the audit may be shorter; what is written now must still count as the newest.
    content = {
        "line": max((tail[0] if tail else 0, *before)),
        "clients": held,
        "stores": list(former_keys()),
        "voices": silenced(),
    }
    # As long as if everybody had a key of their own: the file's size is to tell of nobody's.
    length = len(json.dumps(content)) + ROOM * (1 + len(held))
    whole = json.dumps({**content, "own": own_keys.packed(_own_keys())}).ljust(length)
    sealed = sealer.seal(whole.encode(), KEYS)
    with told(folder / KEYS):
        write_private(folder / KEYS, sealed)
        write_private(folder / header.NAME, (home / header.NAME).read_bytes())


def read_keys(sealer: Sealer, folder: Path) -> HeldKeys | None:
    """Return what a folder's sealed file of keys holds; None where there is none, or it does not open.

    Args:
        sealer: What sealed it.
        folder: Where it lies.
    """
    try:
        found = json.loads(sealer.open((folder / KEYS).read_bytes(), KEYS))
    except (OSError, DamagedVaultError):
        return None
    held = {UUID(name): base64.b64decode(key) for name, key in found["clients"].items()}
    own = own_keys.unpacked(found.get("own", {}))
    return HeldKeys(int(found["line"]), held, tuple(found["stores"]), own, found.get("voices", {}))


def silenced() -> silencing.Silenced:
    """Return whose voices were erased, and up to when."""
    found: silencing.Silenced = _setting(silencing.SETTING, {})
    return found


def silence(client: UUID, by: str, until: str) -> None:
    """Keep in mind that a voice was erased, so that nothing that is put back brings it with it."""
    known = silenced()
    _keep(silencing.SETTING, {**known, str(client): {**known.get(str(client), {}), by: until}})


def _own_keys() -> own_keys.Rows:
    with scope.use(scope.EVERYONE):
        return own_keys.read(backing.bare())


def former_keys() -> tuple[str, ...]:
    """Return the store's former keys, kept as long as a backup may still be sealed with one of them."""
    return tuple(_setting(FORMER, []))


def keep_former(key: str) -> None:
    """Keep a key of the store that backups are sealed with."""
    _keep(FORMER, [key, *(one for one in former_keys() if one != key)])


def key_of(part: Path, candidates: Iterable[str]) -> str:
    """Return which key opens a copy of a backup, "" where none does."""
    for key in candidates:
        try:
            keyed.connect(part, key).close()
        except DamagedStoreError:
            continue
        return key
    return ""


def _rewrite(backup: Path, who: frozenset[UUID]) -> bool:
    """Have a backup forget, sealed with the present key; say whether it could be opened."""
    _path, present, _generation = keyed.current()
    voices = silenced()
    with copies.part_of(backup) as part:
        copies.copy_file(backup, part)
        key = key_of(part, (present, *former_keys()))
        if not key:
            return False
        try:
            known = _clients_of(part, key)
            if key != present or who & known or set(voices) & {str(one) for one in known}:
                forget = forgetting(keys.vault(), who, lambda made: silencing.silence_all(made, voices))
                copies.change_closed(part, key, forget, present)
                copies.settle(part, present, backup)
        except DamagedStoreError:
            return False
    return True


def _clients_of(part: Path, key: str) -> frozenset[UUID]:
    made = keyed.connect(part, key)
    try:
        return clients(made)
    finally:
        made.close()


def _reachable(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _name(home: Path, folder: Path) -> str:
    """Return a folder as it is noted: the practice's own may be moved together with the practice."""
    return "" if folder == home / FOLDER else str(folder)


def _done(name: str) -> None:
    behind = _setting(BEHIND, {})
    if behind.pop(name, None) is not None:
        _keep(BEHIND, behind)


def _setting(name: str, default: Any) -> Any:
    found = Setting.objects.filter(name=name).values_list("value", flat=True).first()
    return default if found is None else found


def _keep(name: str, value: object) -> None:
    Setting.objects.update_or_create(name=name, defaults={"value": value})


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
