"""Backups: whole, without keys, the newest kept, and nothing half written where the disk is full."""

import shutil
from datetime import UTC, datetime, timedelta

import pytest

from reattune.practice import desk, jobs, keys, models
from reattune.practice.sqlcipher import keyed
from reattune.practice.store import backups, copies, folders
from reattune.practice.store.backups import (
    back_up,
    back_up_if_due,
    latest_words,
    listed,
    make,
    told_of,
)
from reattune.practice.store.faults import StoreError
from reattune.practice.vault import Vault, VaultError

PASSPHRASE = "seven quiet herons at dusk"


def rows(path, query):
    made = keyed.connect(path, keys.vault().database_key())
    try:
        return made.execute(query).fetchall()
    finally:
        made.close()


def test_a_backup_has_the_rows_and_nobodys_key(store, written):
    made = back_up(desk.store_path())
    assert rows(made, "SELECT codename FROM practice_client ORDER BY codename") == [("heron",), ("wren",)]
    assert rows(made, "SELECT count(*) FROM practice_clientkey") == [(0,)]
    assert rows(made, "SELECT count(*) FROM django_session") == [(0,)]
    assert keyed.integrity(made, keys.vault().database_key()) == ()
    held = folders.read_keys(keys.vault().sealer(folders.SEALED_AS), made.parent)
    assert set(held.clients) == set(models.Client.objects.values_list("id", flat=True))


def test_it_and_what_lies_beside_it_are_for_the_owner_alone(store, new_client):
    made = back_up(desk.store_path())
    beside = sorted(one.name for one in made.parent.iterdir())
    assert beside == [made.name, "keys.sealed", "vault.json"]
    assert {one.stat().st_mode & 0o777 for one in made.parent.iterdir()} == {0o600}
    assert made.parent.stat().st_mode & 0o777 == 0o700


def test_only_the_newest_are_kept_and_that_is_said(store, monkeypatch):
    monkeypatch.setattr(backups, "NEWEST", 2)
    first = make(desk.store_path())
    assert "let go" not in first.words
    (first.path.parent / "my own.reattune").write_bytes(b"a copy with a name of its own")
    make(desk.store_path())
    third = make(desk.store_path())
    assert third.gone == (first.path.name,)
    assert "1 older backup was let go" in third.words
    assert (first.path.parent / "my own.reattune").exists()


def test_they_are_told_with_when_and_how_large(store):
    back_up(desk.store_path())
    one = told_of(store)[0]
    assert one.size == one.path.stat().st_size
    assert abs(one.made - datetime.now(UTC)) < timedelta(minutes=1)
    assert "MB" in one.words


@pytest.mark.parametrize("where", ["inside", "outside"])
def test_a_full_disk_leaves_nothing_half_written(store, monkeypatch, tmp_path, where):
    stick = tmp_path / "stick"
    stick.mkdir()

    def full(source, target, **_words):
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    if where == "outside":
        monkeypatch.setattr(shutil, "copyfile", full)
    else:
        monkeypatch.setattr(copies, "put", lambda _part, _path: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(StoreError, match="Free some space"):
        back_up(desk.store_path(), stick if where == "outside" else None)
    assert [one.name for one in stick.iterdir()] == []
    assert not [one for one in (store / "backups").iterdir() if "reattune" in one.name]
    assert listed(store) == ()


def test_a_full_disk_while_it_is_made_is_told(store, monkeypatch):
    real = keyed.connect

    def small(path, key, **options):
        made = real(path, key, **options)
        if path.name.endswith(".part"):
            made.execute("PRAGMA max_page_count = 3").fetchall()
        return made

    monkeypatch.setattr(keyed, "connect", small)
    with pytest.raises(StoreError, match="Free some space"):
        back_up(desk.store_path())
    assert listed(store) == ()


def test_a_folder_that_cannot_be_made_is_told(store, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(VaultError, match="could not be written"):
        back_up(desk.store_path(), tmp_path / "file" / "folder")


def test_todays_is_put_in_line_at_unlocking_and_made_once(store, new_client):
    assert back_up_if_due(desk.store_path()) is None
    new_client("heron")
    desk.lock()
    desk.unlock(PASSPHRASE)
    assert models.Job.objects.filter(kind="backup").count() == 1
    assert listed(store) == ()
    jobs.run_pending()
    assert len(listed(store)) == 1
    assert models.Job.objects.get(kind="backup").said
    assert back_up_if_due(desk.store_path()) is None
    assert models.AuditEvent.objects.filter(action="backed up").count() == 1


def test_a_clock_that_was_set_back_makes_no_backup_at_every_opening(store, new_client):
    new_client("heron")
    future = store / "backups" / f"{datetime.now(UTC) + timedelta(days=9):{backups.DATED}}.reattune"
    shutil.move(back_up(desk.store_path()), future)
    assert back_up_if_due(desk.store_path()) is not None
    jobs.run_pending()
    assert back_up_if_due(desk.store_path()) is None


def test_a_changed_passphrase_is_known_in_every_folder(store, tmp_path):
    stick = tmp_path / "stick"
    back_up(desk.store_path(), stick)
    keys.vault().change_passphrase("nine loud wrens at dawn")
    back_up(desk.store_path())
    for folder in (stick, store):
        shutil.copyfile(folder / "vault.json", tmp_path / "vault.json")
        Vault.unlock(tmp_path, "nine loud wrens at dawn").close()


def test_the_last_one_is_named(store):
    assert "no backup" in latest_words(store)
    made = back_up(desk.store_path())
    assert made.name in latest_words(store)


def test_before_the_tables_change_a_backup_is_made(store):
    made = backups.back_up_before_update(desk.store_path())
    assert listed(store) == (made,)
