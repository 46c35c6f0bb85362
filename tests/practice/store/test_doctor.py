"""The doctor: all in order where it is, and each thing that is not is found, with what to do."""

import errno
import shutil
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from reattune.practice import desk, models
from reattune.practice.keeping import keep
from reattune.practice.sqlcipher import keyed
from reattune.practice.store import copies, folders
from reattune.practice.store.backups import back_up
from reattune.practice.store.doctor import examine
from reattune.practice.store.faults import told

PASSPHRASE = "seven quiet herons at dusk"


@pytest.fixture
def practice(store, written):
    back_up(desk.store_path())
    return store


def _lock():
    connection.close()
    desk.lock()


def amiss(home, passphrase=PASSPHRASE):
    found = [one for one in examine(home, passphrase) if not one.ok]
    assert all(one.words and one.what_to_do for one in found)
    return " ".join(f"{one.words} {one.what_to_do}" for one in found)


def test_a_practice_in_order_is_said_to_be(practice):
    assert amiss(practice) == ""
    _lock()
    found = examine(practice, PASSPHRASE)
    assert [one for one in found if not one.ok] == []
    assert len(found) >= 10
    assert not keyed.is_open()


def test_a_new_practice_without_a_backup_is_in_order(store):
    assert amiss(store) == ""


def test_a_wrong_passphrase_is_said_and_ends_it(practice):
    _lock()
    assert "does not open" in amiss(practice, "seven quiet herons at dawn")


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda home: (home / "vault.json").write_text("{"), "vault.json"),
        (lambda home: (home / "practice.db").unlink(), "not there"),
        (lambda home: (home / "practice.db").write_bytes(b"x" * 8192), "reattune restore 2"),
        (lambda home: (home / "backups" / "keys.sealed").write_bytes(b"x"), "sealed file of keys"),
        (lambda home: next((home / "backups").glob("*.reattune")).write_bytes(b"x" * 4096), "cannot be opened"),
        (lambda home: (home / "practice.db").chmod(0o644), "Other people"),
        (lambda home: (home / ".practice.db.part").touch(mode=0o600), "cut off"),
    ],
)
def test_what_is_damaged_is_found(practice, damage, said):
    _lock()
    damage(practice)
    assert said in amiss(practice)


def test_a_changed_audit_is_found(practice):
    connection.cursor().execute("DROP TRIGGER practice_audit_no_update")
    models.AuditEvent.objects.filter(seq=2).update(what="something else")
    assert "changed after it was written" in amiss(practice)


def test_an_audit_that_was_cut_off_is_found_even_after_the_next_opening(practice):
    connection.cursor().execute("DROP TRIGGER practice_audit_no_delete")
    _lock()
    desk.unlock(PASSPHRASE)
    last = models.AuditEvent.objects.last().seq
    models.AuditEvent.objects.filter(seq__gte=last - 1).delete()
    connection.close()
    keyed.close_store()
    desk.unlock(PASSPHRASE)
    assert f"line {last} of the audit was not there" in amiss(practice)


def test_a_sealed_row_that_does_not_open_is_found(practice):
    models.Moment.objects.filter(client__codename="heron").update(sealed=b"\x01" + b"x" * 40)
    assert "changed or belongs elsewhere" in amiss(practice)


def test_keys_of_somebody_erased_beside_the_backups_are_found(practice):
    before = (practice / "backups" / "keys.sealed").read_bytes()
    from reattune.practice.store.erasing import erase

    erase(models.Client.objects.get(codename="heron"))
    assert amiss(practice) == ""
    (practice / "backups" / "keys.sealed").write_bytes(before)
    assert "not of today" in amiss(practice)


def test_tables_of_an_earlier_version_are_found(practice):
    latest = "SELECT max(id) FROM django_migrations WHERE app = 'practice'"
    connection.cursor().execute(f"DELETE FROM django_migrations WHERE id = ({latest})")
    assert "earlier version" in amiss(practice)


def test_a_clock_that_was_set_back_is_found(practice):
    keep(latest=(datetime.now(UTC) + timedelta(days=3)).isoformat())
    assert "clock is earlier" in amiss(practice)


def test_a_full_disk_is_found(practice, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10, 9, 1))
    assert "Free some space" in amiss(practice)


def test_where_the_disk_is_full_nobody_is_told_to_put_a_backup_back(practice, monkeypatch):
    def full(*_given):
        with told(practice / "a.part"):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(copies, "copy_file", full)
    (found,) = (one for one in examine(practice, PASSPHRASE) if not one.ok)
    assert "could not be looked at: There is no space left" in found.words
    assert found.what_to_do == ""


def test_a_row_that_belongs_to_nothing_is_found(practice):
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = OFF")
    cursor.execute("DELETE FROM practice_episode")
    assert "belongs to nothing" in amiss(practice)


def test_a_folder_that_is_away_is_told(practice, tmp_path):
    back_up(desk.store_path(), tmp_path / "stick")
    shutil.rmtree(tmp_path / "stick")
    assert any(str(tmp_path / "stick") in one.words for one in examine(practice, PASSPHRASE))
    assert folders.known(practice)[1] == tmp_path / "stick"
