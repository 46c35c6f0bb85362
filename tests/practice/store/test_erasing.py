"""Erasing: no word is left, in the clear or sealed, in the store, the log beside it, or any backup."""

import shutil

import pytest
from django.db import connection, transaction

from reattune.errors import ReattuneError
from reattune.practice import auditing, desk, keys, models
from reattune.practice.memory import memory
from reattune.practice.sqlcipher import keyed
from reattune.practice.store import folders
from reattune.practice.store.backups import back_up
from reattune.practice.store.erasing import erase, finish, is_unfinished
from reattune.practice.vault import ErasedError

WORDS = (b"zugzwang", b"heron")
PASSPHRASE = "seven quiet herons at dusk"


def test_the_search_finds_what_was_not_erased(written, store, readable):
    backup = back_up(desk.store_path())
    for path in (desk.store_path(), backup):
        found = readable(path)
        assert b"heron" in found
        assert b"zugzwang" in found


def test_not_a_word_is_left_anywhere(written, store, tmp_path, readable, raw):
    heron, _wren = written
    stick = tmp_path / "stick"
    inside, outside = back_up(desk.store_path()), back_up(desk.store_path(), stick)
    told = erase(heron)
    for path in (desk.store_path(), inside, outside):
        found = readable(path)
        assert not any(word in found for word in WORDS), path
    connection.close()
    for folder in (store, stick):
        assert not any(word in raw(folder) for word in WORDS)
    assert (store / "practice.db-wal").stat().st_size == 0 if (store / "practice.db-wal").exists() else True
    assert "1 file that waited" in told.words
    assert "heron" not in told.words


def test_the_key_is_gone_from_memory_the_store_and_every_file_of_keys(written, store, tmp_path):
    heron, wren = written
    back_up(desk.store_path(), tmp_path / "stick")
    memory().relationships[heron.pk] = memory().streams[heron.pk] = object()
    erase(heron)
    assert heron.pk not in {**memory().relationships, **memory().streams}
    with pytest.raises(ErasedError):
        keys.sealer(heron.pk)
    for folder in (store / "backups", tmp_path / "stick"):
        held = folders.read_keys(keys.vault().sealer(folders.SEALED_AS), folder)
        assert set(held.clients) == {wren.pk}


def test_nobody_else_loses_anything(written, store, readable):
    heron, wren = written
    before = readable(desk.store_path()).count(b"quodlibet")
    erase(heron)
    assert models.Client.objects.get().pk == wren.pk
    assert wren.records.count() == 3
    assert wren.moments.get().words == {"text": "quodlibet said so"}
    assert wren.labels.count() == 1
    # The job that was over is gone: what such a one says may be about anybody.
    assert readable(desk.store_path()).count(b"quodlibet") >= before - 2


def test_a_file_with_rows_of_several_keeps_the_others(written, store):
    heron, wren = written
    erase(heron)
    words = models.Import.objects.get(client=None, state="kept").words
    assert [one["label"] for one in words["labels"]] == ["Somebody else"]
    assert list(words["waiting"]) == ["Somebody else"]
    assert words["clients"] == [str(wren.pk)]
    assert words["aside"] == []
    assert words["said"] == []
    assert words["name"] == "calendar.ics"


def test_the_audit_stays_whole_and_knows_a_number_alone(written, store):
    heron, _wren = written
    erase(heron)
    assert list(auditing.verify()) == []
    line = models.AuditEvent.objects.filter(action="erased").get()
    assert (line.client, line.what) == (heron.pk, "relationship")


def test_a_folder_that_is_away_is_named_and_caught_up_with_later(written, store, tmp_path, readable, raw):
    heron, _wren = written
    stick, elsewhere = tmp_path / "stick", tmp_path / "elsewhere"
    backup = back_up(desk.store_path(), stick)
    shutil.move(stick, elsewhere)
    told = erase(heron)
    assert str(stick) in told.words
    assert "can still read what was erased" in told.words
    assert b"zugzwang" not in raw(elsewhere)
    shutil.move(elsewhere, stick)
    back_up(desk.store_path())
    found = readable(backup)
    assert not any(word in found for word in WORDS)


def test_cut_off_after_its_first_step_the_next_opening_goes_on(written, store, monkeypatch, readable):
    heron, _wren = written
    backup = back_up(desk.store_path())
    with monkeypatch.context() as patched:
        patched.setattr(
            "reattune.practice.store.erasing.finish", lambda _path: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        with pytest.raises(KeyboardInterrupt):
            erase(heron)
    assert is_unfinished()
    assert b"heron" in readable(backup)
    desk.lock()
    desk.unlock(PASSPHRASE)
    assert not is_unfinished()
    assert b"heron" not in readable(backup)


def test_cut_off_before_its_first_step_is_done_nothing_is_erased(written, store, monkeypatch):
    heron, _wren = written
    monkeypatch.setattr("reattune.practice.store.erasing.folders.fall_behind", lambda *_all: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        erase(heron)
    assert heron.moments.get().words == {"text": "zugzwang said so"}
    assert not is_unfinished()


def test_it_is_a_change_of_its_own(written):
    heron, _wren = written
    with transaction.atomic(), pytest.raises(ReattuneError, match="change of its own"):
        erase(heron)
    assert models.Client.objects.filter(pk=heron.pk).exists()


def test_what_was_set_aside_goes_too(written, store):
    heron, _wren = written
    old = store / "practice.db.aside-2026-01-01T000000"
    shutil.copyfile(desk.store_path(), old)
    erase(heron)
    assert not old.exists()


def test_finishing_twice_changes_nothing(written, store):
    heron, wren = written
    erase(heron)
    finish(desk.store_path())
    assert models.Client.objects.get().pk == wren.pk


def test_what_was_left_half_written_goes_too(written, store):
    heron, _wren = written
    made = back_up(desk.store_path())
    left = (made.with_name(f".{made.name}.part"), store / ".practice.db.part")
    for one in left:
        shutil.copyfile(made, one)
    erase(heron)
    assert not any(one.exists() for one in left)


def test_while_somebody_reads_the_log_is_emptied_at_the_next_opening(written, store):
    heron, wren = written
    other = keyed.connect(desk.store_path(), keys.vault().database_key())
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM practice_client").fetchone()
    connection.connection.execute("PRAGMA busy_timeout = 50").fetchall()
    erase(heron)
    assert is_unfinished()
    other.close()
    connection.close()
    desk.lock()
    desk.unlock(PASSPHRASE)
    assert not is_unfinished()
    assert models.Client.objects.get().pk == wren.pk
    log = store / "practice.db-wal"
    assert not log.exists() or log.stat().st_size < 200_000
