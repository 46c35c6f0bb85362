"""New keys for everything: what was before opens nothing, and cut off at any step the practice still opens."""

import os
import pydoc
import shutil
import signal
import subprocess
import sys

import pytest
from django.db import connection

from reattune.errors import ReattuneError
from reattune.practice import auditing, desk, keys, models
from reattune.practice.sqlcipher import keyed
from reattune.practice.store import folders
from reattune.practice.store.backups import back_up
from reattune.practice.store.faults import StoreError
from reattune.practice.store.rekeying import rekey
from reattune.practice.store.restoring import restore
from reattune.practice.vault import Vault, WrongCodeError, WrongPassphraseError

PASSPHRASE = "seven quiet herons at dusk"
NEW = "nine loud wrens at dawn"


@pytest.fixture
def practice(store, new_client):
    moment = models.Moment(client=new_client("heron"), felt="met", day="2026-06-01")
    moment.words = {"words": "as it was"}
    moment.save()
    return store


def _lock():
    connection.close()
    desk.lock()


def words_of(passphrase):
    _lock()
    desk.unlock(passphrase)
    return models.Moment.objects.get().words["words"]


def test_the_practice_is_open_afterwards_and_opens_with_the_new_passphrase_alone(practice):
    before = keys.vault().database_key()
    rekey(NEW)
    assert models.Moment.objects.get().words == {"words": "as it was"}
    assert keys.vault().database_key() != before
    _lock()
    with pytest.raises(WrongPassphraseError):
        desk.unlock(PASSPHRASE)
    assert words_of(NEW) == "as it was"
    assert list(auditing.verify()) == []


def test_the_former_key_and_the_former_header_open_nothing(practice, tmp_path):
    old = keys.vault().database_key()
    backup = back_up(desk.store_path())
    shutil.copytree(practice, tmp_path / "before")
    rekey(NEW)
    _lock()
    for path in (practice / "practice.db", backup):
        with pytest.raises(keyed.DamagedStoreError):
            keyed.connect(path, old)
    former = Vault.unlock(tmp_path / "before", PASSPHRASE)
    assert former.database_key() == old


def test_the_new_code_opens_it_and_the_former_one_does_not(practice):
    former = keys.vault().new_recovery_code()
    code = rekey(NEW)
    _lock()
    with pytest.raises(WrongCodeError):
        Vault.recover(practice, former)
    desk.unlock_by_code(code)
    assert models.Moment.objects.count() == 1


def test_backups_are_sealed_with_the_new_key_and_can_be_put_back(practice, tmp_path):
    backup, outside = back_up(desk.store_path()), back_up(desk.store_path(), tmp_path / "stick")
    rekey(NEW)
    key = keys.vault().database_key()
    assert folders.former_keys() == ()
    _lock()
    for one in (backup, outside):
        assert keyed.integrity(one, key) == ()
        assert restore(practice, one, NEW).dropped == 0
        assert words_of(NEW) == "as it was"
        _lock()


def test_a_folder_that_was_away_is_sealed_anew_when_it_is_there_again(practice, tmp_path):
    stick, away = tmp_path / "stick", tmp_path / "away"
    backup = back_up(desk.store_path(), stick)
    stick.rename(away)
    rekey(NEW)
    assert folders.former_keys()
    # Meanwhile it can be put back with the passphrase of then, or, found by the new one, from where it was.
    shutil.copytree(away, stick)
    back_up(desk.store_path())
    assert keyed.integrity(backup, keys.vault().database_key()) == ()
    assert folders.former_keys() == ()


def test_a_backup_with_the_former_key_is_put_back_with_the_present_passphrase(practice, tmp_path):
    stick, away = tmp_path / "stick", tmp_path / "away"
    backup = back_up(desk.store_path(), stick)
    stick.rename(away)
    rekey(NEW)
    back_up(desk.store_path())
    _lock()
    assert restore(practice, away / backup.name, NEW).header_too is False
    assert words_of(NEW) == "as it was"


def test_a_short_passphrase_is_refused_before_anything_is_done(practice):
    with pytest.raises(ReattuneError, match="at least 10"):
        rekey("short")
    assert words_of(PASSPHRASE) == "as it was"


HOLDING = """
import sys, time
from pathlib import Path
from reattune.practice.sqlcipher import keyed
other = keyed.connect(Path(sys.argv[1]), sys.argv[2])
other.execute("BEGIN")
other.execute("SELECT count(*) FROM practice_client").fetchone()
print("held", flush=True)
time.sleep(60)
"""


def test_while_another_program_has_it_open_nothing_is_done(practice):
    given = [sys.executable, "-c", HOLDING, str(desk.store_path()), keys.vault().database_key()]
    with subprocess.Popen(given, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(StoreError, match="in use by another program"):
            rekey(NEW)
        other.kill()
    assert words_of(PASSPHRASE) == "as it was"


STEPS = (
    "reattune.practice.store.folders.keep_former",
    "reattune.practice.store.folders.fall_behind",
    "reattune.practice.sqlcipher.keyed.close_store",
    "reattune.practice.store.swapping.quiet",
    "reattune.practice.store.copies.copy_file",
    "reattune.practice.vault.vault.Vault.rekey",
    "reattune.practice.store.copies.change_closed",
    "reattune.practice.store.copies.settle",
    "reattune.practice.store.copies.put",
    "reattune.practice.vault.vault.Vault.settle",
    "reattune.practice.sqlcipher.keyed.open_store",
    "reattune.practice.store.folders.catch_up",
    "reattune.practice.store.folders.write_keys",
    "reattune.practice.store.folders._rewrite",
    "reattune.practice.store.folders._done",
)


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("step", STEPS)
def test_killed_at_any_step_it_opens_and_the_backup_too(practice, monkeypatch, step, after):
    backup = back_up(desk.store_path())
    # The process that is killed takes the store over; this one has nothing open meanwhile.
    _lock()
    pid = os.fork()
    if pid == 0:
        desk.unlock(PASSPHRASE)
        _die_at(step, after)
        rekey(NEW)
        os._exit(7)
    _pid, status = os.waitpid(pid, 0)
    assert os.WIFSIGNALED(status), step
    try:
        passphrase = PASSPHRASE
        assert words_of(PASSPHRASE) == "as it was"
    except WrongPassphraseError:
        passphrase = NEW
        assert words_of(NEW) == "as it was"
    assert list(auditing.verify()) == []
    back_up(desk.store_path())
    assert keyed.integrity(backup, keys.vault().database_key()) == ()
    assert folders.former_keys() == ()
    _lock()
    restore(practice, backup, passphrase)
    assert words_of(passphrase) == "as it was"


def _die_at(step, after):
    module, _, name = step.rpartition(".")
    owner = pydoc.locate(module)
    real = getattr(owner, name)

    def dying(*arguments, **words):
        if after:
            real(*arguments, **words)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, dying)


def test_where_it_cannot_be_written_the_store_opens_as_it_says(practice, monkeypatch):
    def full(*_arguments, **_words):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("reattune.practice.store.copies.put", full)
        with pytest.raises(StoreError, match="opens with the new passphrase"):
            rekey(NEW)
    assert words_of(NEW) == "as it was"
