"""One process, one practice: opened with its passphrase, locked by itself, and never half open."""

import pytest
from django.contrib.sessions.models import Session
from django.db import connection

from reattune.practice import auditing, desk, jobs, keys, models
from reattune.practice.sqlcipher import keyed
from reattune.practice.sqlcipher.keyed import LockedError
from reattune.practice.vault import WrongPassphraseError

PASSPHRASE = "seven quiet herons at dusk"


def test_unlocking_opens_the_store_and_says_so_in_the_audit(store):
    assert desk.is_open()
    assert models.AuditEvent.objects.last().action == "unlocked"
    assert list(auditing.verify()) == []


def test_a_wrong_passphrase_opens_nothing(home):
    with pytest.raises(WrongPassphraseError):
        desk.unlock("seven quiet herons at dawn")
    assert not desk.is_open()
    with pytest.raises(LockedError):
        models.Client.objects.count()


def test_what_is_locked_can_be_opened_again_by_the_same_thread(store, new_client):
    new_client("heron")
    desk.lock()
    with pytest.raises(LockedError):
        models.Client.objects.count()
    desk.unlock(PASSPHRASE)
    assert [one.codename for one in models.Client.objects.all()] == ["heron"]


def test_locking_forgets_every_key(store, new_client):
    new_client("heron")
    keys.sealer(None)
    desk.lock()
    with pytest.raises(Exception, match="locked"):
        keys.vault()
    assert not keyed.is_open()


def test_it_locks_when_nobody_used_it(store, monkeypatch):
    assert not desk.lock_if_idle()
    monkeypatch.setattr(desk, "since_start", lambda: 1e12)
    assert desk.lock_if_idle()
    assert not desk.is_open()


def test_the_file_says_nothing_of_what_is_in_it(store, new_client):
    new_client("wryneck")
    connection.close()
    content = b"".join(one.read_bytes() for one in store.iterdir() if one.is_file())
    assert b"wryneck" not in content
    assert b"SQLite format 3" not in content


def test_a_job_left_running_by_a_cut_off_process_is_put_back_in_line(store):
    job = jobs.start("look")
    models.Job.objects.filter(pk=job.pk).update(state="running", attempt=1)
    assert jobs.sweep(starting=True) == 1
    assert models.Job.objects.get(pk=job.pk).state == "waiting"


def test_an_opening_lets_go_of_what_was_kept_for_browsers(browser, store):
    assert Session.objects.exists()
    desk.lock()
    desk.unlock(PASSPHRASE)
    assert not Session.objects.exists()


def test_a_backup_beside_an_open_desk_leaves_its_browser_let_in(browser, store):
    desk.lock()
    desk.unlock(PASSPHRASE, beside=True)
    assert Session.objects.exists()
