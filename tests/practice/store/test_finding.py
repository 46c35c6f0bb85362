"""What opens a backup: the practice's own header first, then those beside the backup."""

import shutil

import pytest
from django.db import connection

from reattune.practice import desk, keys
from reattune.practice.sqlcipher.keyed import DamagedStoreError
from reattune.practice.store import swapping
from reattune.practice.store.backups import back_up
from reattune.practice.store.finding import find
from reattune.practice.vault import WrongPassphraseError

PASSPHRASE = "seven quiet herons at dusk"
NEW = "nine loud wrens at dawn"


@pytest.fixture
def backup(store, tmp_path):
    """A backup in a folder that was away when the passphrase was changed."""
    made = back_up(desk.store_path(), tmp_path / "stick")
    keys.vault().change_passphrase(NEW)
    connection.close()
    desk.lock()
    swapping.begin(store)
    return made


def found(store, backup, secret):
    part = store / swapping.COMING / "part"
    shutil.copyfile(backup, part)
    one = find(store, backup, secret, part)
    one.vault.close()
    return one


def test_the_practices_own_header_comes_first(store, backup):
    assert found(store, backup, NEW).content == (store / "vault.json").read_bytes()


def test_the_passphrase_of_then_opens_the_header_of_then(store, backup):
    assert found(store, backup, PASSPHRASE).content == (backup.parent / "vault.json").read_bytes()


def test_a_wrong_one_is_one_try_and_the_right_one_forgets_it(store, backup):
    with pytest.raises(WrongPassphraseError):
        found(store, backup, "neither this nor that")
    assert b'"tries": 1' in (store / "attempts.json").read_bytes()
    found(store, backup, NEW)
    assert not (store / "attempts.json").exists()


def test_a_backup_that_no_key_opens_is_said(store, backup):
    backup.write_bytes(b"x" * 8192)
    with pytest.raises(DamagedStoreError, match="damaged, or was made with other keys"):
        found(store, backup, NEW)
