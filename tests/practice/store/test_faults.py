"""Faults: killed at any moment, a full disk, a clock set back. What was saved is there, and nothing is half saved."""

import errno
import os
import random
import select
import shutil
import signal
from datetime import date
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from sqlcipher3 import dbapi2

from reattune.practice import auditing, desk, keys, models
from reattune.practice.sqlcipher import keyed
from reattune.practice.store import opening
from reattune.practice.store.backups import back_up, listed
from reattune.practice.store.doctor import examine
from reattune.practice.store.faults import StoreError, in_words, told

PASSPHRASE = "seven quiet herons at dusk"
DAY = date(2026, 6, 1)
KILLS = 100


def _lock():
    connection.close()
    desk.lock()


def _save(client, number):
    """Save what belongs together: an episode with a moment, and an import with ten rows, with their audit line."""
    with transaction.atomic():
        episode = models.Episode(client=client, day=DAY)
        episode.words = {"text": f"episode {number}", "long": "x" * 5000}
        episode.save()
        moment = models.Moment(client=client, felt="off", day=DAY, episode=episode)
        moment.words = {"words": f"moment {number}"}
        moment.save()
        auditing.record(auditing.Action.WROTE, client.pk, "episode", "therapy")
    with transaction.atomic():
        imported = models.Import(kind="payments", state="kept", client=client)
        imported.words = {"name": f"file {number}", "rows": 10}
        imported.save()
        for row in range(10):
            record = models.Record(client=client, source=imported, kind="payment", day=DAY)
            record.words = {"row": row}
            record.save()
        auditing.record(auditing.Action.IMPORTED, client.pk, "import", "keeping")
    return episode.pk, imported.pk


def _save_often(client, times):
    for number in range(times):
        _save(client, number)


def _saving_for_ever(say, codename):
    """Save again and again, and say after each commit what was saved."""
    desk.unlock(PASSPHRASE)
    client = models.Client.objects.get(codename=codename)
    number = 0
    while True:
        episode, imported = _save(client, number)
        say(f"{episode} {imported}")
        number += 1


def test_a_hundred_kills_lose_nothing_and_leave_nothing_half_saved(store, new_client, killed):
    new_client("heron")
    back_up(desk.store_path())
    _lock()
    chance, saved = random.Random(20260630), []
    for kill in range(KILLS):
        said = killed(lambda say: _saving_for_ever(say, "heron"), chance.random() * 0.03)
        assert said, f"kill {kill} met nobody at work"
        saved += said
    desk.unlock(PASSPHRASE)
    episodes = {str(one.pk): one for one in models.Episode.objects.all()}
    imports = {str(one.pk): one for one in models.Import.objects.all()}
    assert {one[0] for one in saved} <= set(episodes)
    assert {one[1] for one in saved} <= set(imports)
    assert all(one.words["text"] and one.moments.get().words["words"] for one in episodes.values())
    assert all(one.records.count() == one.words["rows"] for one in imports.values())
    assert models.AuditEvent.objects.filter(action="wrote").count() == len(episodes)
    assert opening.whole(desk.store_path()) == ()
    assert keyed.integrity(desk.store_path(), keys.vault().database_key()) == ()
    assert [one.words for one in examine(store, PASSPHRASE) if not one.ok] == []


def test_killed_while_a_backup_is_made_there_is_a_whole_one_or_none(store, new_client):
    new_client("heron")
    _lock()
    chance = random.Random(7)
    for _kill in range(10):
        pid = os.fork()
        if pid == 0:
            desk.unlock(PASSPHRASE)
            while True:
                back_up(desk.store_path())
        select.select([], [], [], 0.05 + chance.random() * 0.2)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    desk.unlock(PASSPHRASE)
    key = keys.vault().database_key()
    assert all(keyed.integrity(one, key) == () for one in listed(store))
    back_up(desk.store_path())
    assert [one.words for one in examine(store, PASSPHRASE) if not one.ok] == []


def test_a_full_disk_is_told_in_words_and_nothing_is_half_saved(store, new_client):
    client = new_client("heron")
    _save(client, 0)
    before = models.Episode.objects.count(), models.Import.objects.count(), models.AuditEvent.objects.count()
    pages = connection.cursor().execute("PRAGMA page_count").fetchone()[0]
    connection.cursor().execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(StoreError, match="no space left"), told(desk.store_path()):
        _save_often(client, 50)
    connection.cursor().execute("PRAGMA max_page_count = 1000000")
    now = models.Episode.objects.count(), models.Import.objects.count(), models.AuditEvent.objects.count()
    assert now[0] - before[0] <= 2
    assert all(one.moments.count() == 1 for one in models.Episode.objects.all())
    assert all(one.records.count() == 10 for one in models.Import.objects.all())
    assert opening.whole(desk.store_path()) == ()
    _save(client, 99)
    assert models.Episode.objects.count() == now[0] + 1


def test_with_the_clock_set_back_lines_follow_each_other_and_nothing_is_refused(store, new_client, monkeypatch):
    from datetime import UTC, datetime

    class Earlier(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2020, 1, 1, tzinfo=tz or UTC)

    client = new_client("heron")
    _save(client, 0)
    _lock()
    with monkeypatch.context() as patched:
        patched.setattr(auditing, "datetime", Earlier)
        patched.setattr(opening, "datetime", Earlier)
        desk.unlock(PASSPHRASE)
        _save(client, 1)
        assert "clock is earlier" in opening.clock_words()
        _lock()
    desk.unlock(PASSPHRASE)
    assert opening.clock_words() == ""
    assert opening.whole(desk.store_path()) == ()
    assert models.Episode.objects.count() == 2


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "no space left for a.db"),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "no space left for a.db"),
        (dbapi2.OperationalError("database or disk is full"), "Free some space"),
        (DatabaseError("database or disk is full"), "Free some space"),
        (dbapi2.OperationalError("database is locked"), "in use by another program"),
        (PermissionError(errno.EACCES, "Permission denied"), r"Permission denied"),
    ],
)
def test_what_the_disk_says_is_told_with_what_to_do(error, said):
    with pytest.raises(StoreError, match=said), told(Path("folder/a.db")):
        raise error
    assert "a.db" in in_words(error, "a.db")


@pytest.mark.parametrize(("free", "said"), [(9, "no space left for a.db"), (2**30, "disk I/O error")])
def test_a_full_disk_is_known_where_the_database_does_not_say_so(tmp_path, monkeypatch, free, said):
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(2**40, 0, free))
    with pytest.raises(StoreError, match=said), told(tmp_path / "a.db"):
        raise dbapi2.OperationalError("disk I/O error")
    assert "disk I/O error" in in_words(dbapi2.OperationalError("disk I/O error"), "a.db")


def test_what_has_nothing_to_do_with_the_disk_is_not_covered_up(store):
    with pytest.raises(ZeroDivisionError), told(desk.store_path()):
        raise ZeroDivisionError
