"""Putting a backup back: whole, with the keys of today, and never between two stores."""

import os
import shutil
from pathlib import Path

import pytest
from django.db import connection

from reattune.errors import ReattuneError
from reattune.practice import auditing, desk, keys, models
from reattune.practice.sqlcipher import keyed
from reattune.practice.sqlcipher.keyed import DamagedStoreError
from reattune.practice.store import copies, swapping
from reattune.practice.store.backups import back_up
from reattune.practice.store.erasing import erase
from reattune.practice.store.faults import StoreError
from reattune.practice.store.opening import whole
from reattune.practice.store.restoring import restore
from reattune.practice.vault import DamagedVaultError, TooManyTriesError, Vault, VaultError, WrongPassphraseError

STEPS = 26
PASSPHRASE = "seven quiet herons at dusk"


@pytest.fixture
def backup(store, new_client) -> Path:
    """A backup with one client in it; a second came afterwards. The practice is locked again."""
    moment = models.Moment(client=new_client("heron"), felt="met", day="2026-06-01")
    moment.words = {"words": "as it was"}
    moment.save()
    made = back_up(desk.store_path())
    new_client("later")
    _lock()
    return made


def _lock():
    connection.close()
    desk.lock()


def opened(home):
    desk.at(home)
    desk.unlock(PASSPHRASE)
    return [one.codename for one in models.Client.objects.all()]


def test_the_rows_are_those_of_the_backup(store, backup):
    told = restore(store, backup, PASSPHRASE)
    assert backup.name in told.words
    assert opened(store) == ["heron"]
    assert models.Moment.objects.get().words == {"words": "as it was"}


def test_no_line_of_the_audit_is_lost(store, backup):
    before = opened(store) and models.AuditEvent.objects.count()
    _lock()
    restore(store, backup, PASSPHRASE)
    opened(store)
    assert models.AuditEvent.objects.filter(action="restored").count() == 1
    assert models.AuditEvent.objects.count() == before + 3
    assert whole(desk.store_path()) == ()


def test_what_was_there_before_is_set_aside_and_goes_at_the_next_erasing(store, backup):
    told = restore(store, backup, PASSPHRASE)
    assert told.former.exists()
    assert told.former.name in told.words
    opened(store)
    erase(models.Client.objects.get())
    assert not told.former.exists()


def test_whoever_was_erased_stays_erased(store, written, raw, readable, tmp_path):
    heron, _wren = written
    kept = tmp_path / "kept"
    backup = back_up(desk.store_path())
    kept.mkdir()
    shutil.copyfile(backup, kept / backup.name)
    erase(heron)
    _lock()
    # A copy that nobody told the program about, so that erasing could not reach it.
    told = restore(store, kept / backup.name, PASSPHRASE)
    assert told.dropped == 1
    assert "1 person" in told.words
    assert opened(store) == ["wren"]
    found = readable(desk.store_path())
    assert b"zugzwang" not in found
    assert b"heron" not in found
    _lock()
    assert b"zugzwang" not in raw(store)


@pytest.mark.parametrize("damage", ["store", "header", "both", "folder", "empty"])
def test_it_works_where_store_or_header_are_damaged_or_gone(store, backup, tmp_path, damage):
    home = store
    if damage == "store":
        (store / "practice.db").write_bytes(os.urandom(8192))
    if damage == "empty":
        (store / "practice.db").write_bytes(b"")
    if damage in {"header", "both"}:
        (store / "vault.json").write_text("{}")
    if damage == "both":
        (store / "practice.db").unlink()
    if damage == "folder":
        home = tmp_path / "new"
    told = restore(home, backup, PASSPHRASE)
    assert told.header_too == (damage in {"header", "both", "folder"})
    assert opened(home) == ["heron"]
    assert models.Moment.objects.get().words == {"words": "as it was"}


def test_the_recovery_code_opens_it_too(store):
    code = keys.vault().new_recovery_code()
    backup = back_up(desk.store_path())
    _lock()
    assert backup.name in restore(store, backup, code.lower().replace("-", " ")).words


def test_a_wrong_passphrase_changes_nothing_and_counts_as_one_try(store, backup):
    before = (store / "practice.db").read_bytes()
    for _n in range(5):
        with pytest.raises(WrongPassphraseError):
            restore(store, backup, "seven quiet herons at dawn")
    with pytest.raises(TooManyTriesError):
        restore(store, backup, "seven quiet herons at dawn")
    assert (store / "practice.db").read_bytes() == before


@pytest.mark.parametrize("where", [0, 20, 5000, -100])
def test_a_damaged_backup_is_refused(store, backup, where):
    content = bytearray(backup.read_bytes())
    content[where] ^= 1
    backup.write_bytes(content)
    before = (store / "practice.db").read_bytes()
    with pytest.raises((DamagedStoreError, StoreError), match="backup"):
        restore(store, backup, PASSPHRASE)
    assert (store / "practice.db").read_bytes() == before
    assert not (store / swapping.COMING).exists()


def test_a_backup_that_is_not_there_is_said(store, backup):
    with pytest.raises(StoreError, match="There is no backup"):
        restore(store, backup.with_name("none.reattune"), PASSPHRASE)


def test_without_the_file_of_keys_it_says_what_is_missing(store, backup):
    (backup.parent / "keys.sealed").unlink()
    with pytest.raises(ReattuneError, match=r"keys\.sealed"):
        restore(store, backup, PASSPHRASE)


def test_without_any_header_it_says_so(tmp_path, backup):
    alone = tmp_path / "alone" / backup.name
    alone.parent.mkdir()
    shutil.copyfile(backup, alone)
    with pytest.raises(VaultError, match=r"vault\.json"):
        restore(tmp_path / "new", alone, PASSPHRASE)


def test_a_backup_of_a_newer_version_is_refused(store, backup):
    desk.unlock(PASSPHRASE)
    change = "INSERT INTO django_migrations (app, name, applied) VALUES ('practice', '9999_later', '2030-01-01')"
    copies.change_closed(backup, keys.vault().database_key(), lambda made: made.execute(change))
    _lock()
    with pytest.raises(DamagedStoreError, match="newer version"):
        restore(store, backup, PASSPHRASE)


def test_a_store_that_another_program_has_open_is_left_alone(store, backup):
    vault = Vault.unlock(store, PASSPHRASE)
    other = keyed.connect(store / "practice.db", vault.database_key())
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="in use by another program"):
        restore(store, backup, PASSPHRASE)
    other.close()
    assert opened(store) == ["heron", "later"]


def _stopped(step, work, monkeypatch) -> bool:
    """Do something, stop before its next step on a file, and say whether it was done before that."""
    left = [step]

    def stopping(real):
        def call(*arguments, **words):
            if left[0] == 0:
                raise KeyboardInterrupt
            left[0] -= 1
            return real(*arguments, **words)

        return call

    with monkeypatch.context() as patched:
        for place in ("replace", "unlink", "write_bytes", "touch", "mkdir"):
            patched.setattr(Path, place, stopping(getattr(Path, place)))
        # What tidies up afterwards would not run either, where the computer stops.
        patched.setattr(shutil, "rmtree", lambda *_all, **_words: None)
        try:
            work()
        except KeyboardInterrupt:
            return False
        return True


@pytest.mark.parametrize("step", range(STEPS))
def test_interrupted_at_any_step_one_of_the_two_is_in_use(store, backup, monkeypatch, step):
    """Each call that touches a file is a step; the computer stops right before one of them."""
    done = _stopped(step, lambda: restore(store, backup, PASSPHRASE), monkeypatch)
    names = opened(store)
    assert names in (["heron"], ["heron", "later"])
    assert not done or names == ["heron"]
    assert list(auditing.verify()) == []
    assert not (store / swapping.COMING).exists()


@pytest.mark.parametrize("step", range(STEPS))
def test_interrupted_with_a_damaged_header_the_backup_can_still_be_put_back(store, backup, monkeypatch, step):
    (store / "vault.json").write_text("{}")
    if not _stopped(step, lambda: restore(store, backup, PASSPHRASE), monkeypatch):
        try:
            names = opened(store)
        except DamagedVaultError:
            restore(store, backup, PASSPHRASE)
            names = opened(store)
        assert names in (["heron"], ["heron", "later"])
    else:
        assert opened(store) == ["heron"]
    assert list(auditing.verify()) == []


def test_the_steps_reach_to_the_end(store, backup, monkeypatch):
    (store / "vault.json").write_text("{}")
    assert _stopped(STEPS, lambda: restore(store, backup, PASSPHRASE), monkeypatch)
