"""The folders that backups went to: kept in mind, caught up with, and never left with a key too many."""

import json

import pytest

from reattune.practice import desk, keys, models
from reattune.practice.store import folders
from reattune.practice.store.backups import back_up
from reattune.practice.store.faults import StoreError
from reattune.practice.vault import Cost
from reattune.practice.voices import own


def test_a_folder_is_known_once_the_practices_own_first(store, tmp_path):
    folders.add(store, tmp_path / "a")
    folders.add(store, tmp_path / "a")
    folders.add(store, store / "backups")
    assert folders.known(store) == (store / "backups", tmp_path / "a")


def test_the_file_of_keys_says_nothing_to_anybody_else(store, new_client):
    client = new_client("heron")
    back_up(desk.store_path())
    content = (store / "backups" / "keys.sealed").read_bytes()
    assert str(client.pk).encode() not in content
    assert folders.read_keys(keys.vault().sealer("another purpose"), store / "backups") is None
    assert folders.read_keys(keys.vault().sealer(folders.SEALED_AS), store) is None


def test_its_size_does_not_tell_whether_somebody_has_a_key_of_their_own(store, new_client):
    clients = [new_client("heron"), new_client("wren")]
    back_up(desk.store_path())
    sizes = []
    for client in (None, *clients):
        if client is not None:
            own.make(client, "three slow words", cost=Cost(memory_kib=64, passes=1, lanes=1))
        folders.write_keys(store, store / "backups")
        sizes.append((store / "backups" / "keys.sealed").stat().st_size)
    assert len(set(sizes)) == 1
    held = folders.read_keys(keys.vault().sealer(folders.SEALED_AS), store / "backups")
    assert set(held.own) == {one.pk for one in clients}


def test_what_is_written_later_counts_as_newer_even_when_the_audit_is_shorter(store, new_client, tmp_path):
    new_client("heron")
    back_up(desk.store_path())
    sealer, where = keys.vault().sealer(folders.SEALED_AS), store / "backups"
    content = json.dumps({"line": 10_000, "clients": {}, "stores": []}).encode()
    (where / "keys.sealed").write_bytes(sealer.seal(content, "keys.sealed"))
    back_up(desk.store_path())
    held = folders.read_keys(sealer, where)
    assert held.line >= 10_000
    assert len(held.clients) == 1


def test_a_backup_that_does_not_open_is_named_and_stops_nothing(written, store):
    broken = store / "backups" / "2020-01-01T000000.000000.reattune"
    made = back_up(desk.store_path())
    broken.write_bytes(b"x" * 8192)
    heron, _wren = written
    folders.fall_behind(store, (heron.pk,))
    caught_up = folders.catch_up(store)
    assert caught_up.unopened == (broken,)
    assert broken.name in caught_up.words[0]
    assert not models.Setting.objects.get(name=folders.BEHIND).value
    assert made.exists()


def test_cut_off_while_catching_up_the_next_time_goes_on(written, store, monkeypatch, readable):
    heron, _wren = written
    backups = [back_up(desk.store_path()) for _n in range(3)]
    folders.fall_behind(store, (heron.pk,))
    real, done = folders._rewrite, []

    def stopping(backup, who):
        if done:
            raise KeyboardInterrupt
        done.append(backup)
        return real(backup, who)

    with monkeypatch.context() as patched:
        patched.setattr(folders, "_rewrite", stopping)
        with pytest.raises(KeyboardInterrupt):
            folders.catch_up(store)
    folders.catch_up(store)
    assert all(b"heron" not in readable(one) for one in backups)


def test_former_keys_are_let_go_when_nothing_is_behind(store):
    folders.keep_former("ab" * 32)
    folders.keep_former("cd" * 32)
    folders.keep_former("ab" * 32)
    assert folders.former_keys() == ("ab" * 32, "cd" * 32)
    folders.fall_behind(store, rekey=True)
    back_up(desk.store_path())
    assert folders.former_keys() == ()


def test_what_others_have_in_a_folder_is_left_alone(store, new_client, tmp_path):
    new_client("heron")
    own, theirs = tmp_path / ".2026.reattune.part-wal", tmp_path / ".film.mp4.part"
    own.write_bytes(b"x")
    theirs.write_bytes(b"x")
    back_up(desk.store_path(), tmp_path)
    assert theirs.exists()
    assert not own.exists()


def test_a_full_disk_is_told(store, new_client, monkeypatch):
    back_up(desk.store_path())

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folders, "write_private", full)
    with pytest.raises(StoreError, match="Free some space"):
        folders.catch_up(store)
