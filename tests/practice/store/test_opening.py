"""Opening: the right key, whole or refused, up to date, and what was cut off before is finished."""

import os
import signal
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import connection

from reattune.practice import auditing, desk, keys, models
from reattune.practice.keeping import keep, kept
from reattune.practice.sqlcipher import keyed
from reattune.practice.sqlcipher.keyed import DamagedStoreError
from reattune.practice.store import opening
from reattune.practice.store.backups import back_up, listed

PASSPHRASE = "seven quiet herons at dusk"


def _lock():
    connection.close()
    desk.lock()


@pytest.mark.parametrize("share", [0.0, 0.00001, 0.001, 0.01, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.99, 1.0])
def test_a_flipped_bit_anywhere_is_refused_and_the_last_backup_named(store, written, share):
    backup = back_up(desk.store_path())
    _lock()
    path = store / "practice.db"
    content = bytearray(path.read_bytes())
    content[min(int(share * len(content)), len(content) - 1)] ^= 0x10
    path.write_bytes(content)
    with pytest.raises(DamagedStoreError, match=backup.name):
        desk.unlock(PASSPHRASE)
    assert not desk.is_open()


@pytest.mark.parametrize("left", [0, 100, 4096, 40960])
def test_a_store_that_was_cut_off_is_refused(store, written, left):
    _lock()
    path = store / "practice.db"
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(DamagedStoreError, match="backup"):
        desk.unlock(PASSPHRASE)


def test_a_store_that_is_gone_is_not_begun_anew(store):
    _lock()
    (store / "practice.db").unlink()
    with pytest.raises(DamagedStoreError, match="not there any more"):
        desk.unlock(PASSPHRASE)
    assert not (store / "practice.db").exists()


def test_everything_of_the_practice_is_for_the_owner_alone_and_what_else_lies_there_is_left_alone(store):
    for name in ("practice.db.aside-2026", ".vault.json.part", "letter.txt"):
        (store / name).write_text("x")
        (store / name).chmod(0o644)
    _lock()
    desk.unlock(PASSPHRASE)
    wide = {one.name for one in store.iterdir() if one.is_file() and one.stat().st_mode & 0o777 != 0o600}
    assert wide == {"letter.txt"}


def test_a_clock_that_was_set_back_is_said_and_refuses_nothing(store):
    assert opening.clock_words() == ""
    later = (datetime.now(UTC) + timedelta(days=2)).isoformat()
    keep(latest=later)
    _lock()
    desk.unlock(PASSPHRASE)
    assert "clock is earlier" in opening.clock_words()
    assert kept().latest == later
    assert list(auditing.verify()) == []
    assert opening.whole(desk.store_path()) == ()


@pytest.mark.parametrize("written", ["", "yesterday", "2020-01-01T00:00:00"])
def test_a_time_that_cannot_be_read_stops_nobody(store, written):
    keep(latest=written)
    assert opening.clock_words() == ""
    _lock()
    desk.unlock(PASSPHRASE)
    assert datetime.now(UTC) - datetime.fromisoformat(kept().latest) < timedelta(minutes=1)


def test_after_new_keys_that_were_cut_off_either_key_opens_it(store):
    former = keys.vault().database_key()
    keys.vault().rekey("nine loud wrens at dawn")
    assert former in keys.vault().candidates()
    _lock()
    desk.unlock("nine loud wrens at dawn")
    assert keys.vault().candidates() == (former,)


def test_where_no_key_opens_it_that_is_said(store):
    keys.vault().rekey("nine loud wrens at dawn")
    _lock()
    (store / "practice.db").write_bytes(os.urandom(8192))
    with pytest.raises(DamagedStoreError, match="No key opens"):
        desk.unlock("nine loud wrens at dawn")


def _back_to_the_first_tables():
    call_command("migrate", "practice", "0001_initial", verbosity=0, interactive=False)


def test_tables_are_brought_up_to_date_after_a_backup(store):
    _back_to_the_first_tables()
    _lock()
    desk.unlock(PASSPHRASE)
    assert len(listed(store)) == 1
    assert not opening.bring_up_to_date(desk.store_path())
    with pytest.raises(Exception, match="never changed"):
        models.AuditEvent.objects.update(what="x")


@pytest.mark.parametrize("statement", range(8))
def test_killed_in_the_middle_of_it_the_next_opening_goes_on(store, statement):
    _back_to_the_first_tables()
    _lock()
    pid = os.fork()
    if pid == 0:
        _die_in_migration(statement)
        desk.unlock(PASSPHRASE)
        os._exit(0)
    _pid, status = os.waitpid(pid, 0)
    assert statement > 3 or os.WIFSIGNALED(status)
    desk.unlock(PASSPHRASE)
    assert not opening.bring_up_to_date(desk.store_path())
    assert keyed.integrity(desk.store_path(), keys.vault().database_key()) == ()
    with pytest.raises(Exception, match="never deleted"):
        models.AuditEvent.objects.all().delete()
    assert list(auditing.verify()) == []


def _die_in_migration(statement):
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor
    from django.db.migrations.recorder import MigrationRecorder

    left, execute, applied = [statement], BaseDatabaseSchemaEditor.execute, MigrationRecorder.record_applied

    def dying(real):
        def call(*arguments, **words):
            _step(left)
            done = real(*arguments, **words)
            _step(left)
            return done

        return call

    BaseDatabaseSchemaEditor.execute = dying(execute)
    MigrationRecorder.record_applied = dying(applied)


def _step(left):
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
