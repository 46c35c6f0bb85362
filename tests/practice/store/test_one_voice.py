"""Erasing one voice: gone from the store, the log beside it and every backup, and not brought back by any of them."""

import shutil

import pytest
from django.db import connection, transaction

from reattune.errors import ReattuneError
from reattune.practice import desk, models
from reattune.practice.scope import Reach, Scope, use
from reattune.practice.store import folders, silencing
from reattune.practice.store.backups import back_up
from reattune.practice.store.erasing import erase as erase_all
from reattune.practice.store.erasing import is_unfinished
from reattune.practice.store.one_voice import erase
from reattune.practice.store.restoring import restore
from reattune.practice.vault import Cost
from reattune.practice.voices import own, saying

PASSPHRASE = "seven quiet herons at dusk"
THEIRS = (b"zugzwang told", b"zugzwang later")


def own_words(client):
    return [bytes(one.own) for one in models.Said.every.filter(client=client) if one.own is not None]


def test_what_a_client_said_is_in_no_file_any_more(written, store, tmp_path, readable):
    heron, _wren = written
    inside, outside = back_up(desk.store_path()), back_up(desk.store_path(), tmp_path / "stick")
    sealed = own_words(heron)
    assert len(sealed) == 3
    for path in (desk.store_path(), inside, outside):
        found = readable(path)
        assert all(word in found for word in THEIRS)
    told = erase(heron, silencing.CLIENT)
    for path in (desk.store_path(), inside, outside):
        found = readable(path)
        assert not any(word in found for word in THEIRS), path
        assert not any(one.lower() in found for one in sealed), path
        assert b"quodlibet told" in found
        assert b"zugzwang said so" in found, "the therapist's record stays"
    assert "only yours" in told.words


def test_own_keys_are_in_no_backup_and_beside_it_as_they_are_now(written, store, readable):
    heron, wren = written
    backup = back_up(desk.store_path())
    key = bytes(models.OwnKey.objects.get(client=heron).by_words)
    assert key.lower() in readable(desk.store_path())
    assert key.lower() not in readable(backup)
    vault = folders.keys.vault().sealer(folders.SEALED_AS)
    assert set(folders.read_keys(vault, store / "backups").own) == {heron.pk, wren.pk}
    erase(heron, silencing.CLIENT)
    assert set(folders.read_keys(vault, store / "backups").own) == {wren.pk}


@pytest.mark.parametrize("lost", [False, True])
def test_a_backup_that_was_away_brings_nothing_back(written, store, tmp_path, readable, lost):
    heron, _wren = written
    kept = tmp_path / "kept"
    kept.mkdir()
    backup = back_up(desk.store_path())
    shutil.copyfile(backup, kept / backup.name)
    erase(heron, silencing.CLIENT)
    connection.close()
    desk.lock()
    if lost:
        (store / "practice.db").unlink()
        (store / "audit-anchor.json").unlink()
    restore(store, kept / backup.name, PASSPHRASE)
    desk.unlock(PASSPHRASE)
    assert not models.Said.every.filter(client=heron).exists()
    assert not models.OwnKey.objects.filter(client=heron).exists()
    assert models.Said.every.exclude(client=heron).count() == 3
    found = readable(desk.store_path())
    assert not any(word in found for word in THEIRS)
    assert str(heron.pk) in folders.silenced()


def test_own_keys_come_back_with_a_backup_as_they_are_now(written, store):
    heron, _wren = written
    backup = back_up(desk.store_path())
    words = "four other words then"
    own.change(heron, own.opened(heron, "zugzwang own words"), words, cost=Cost(memory_kib=64, passes=1, lanes=1))
    connection.close()
    desk.lock()
    restore(store, backup, PASSPHRASE)
    desk.unlock(PASSPHRASE)
    key = own.opened(models.Client.objects.get(pk=heron.pk), words)
    alone = models.Said.every.get(client=heron, share="only_me")
    assert saying.words_for_author(alone, key) == {"text": "zugzwang alone"}


def test_what_nobody_else_could_see_leaves_no_line(store, new_client):
    heron = new_client("heron")
    own.make(heron, "heron own words", cost=Cost(memory_kib=64, passes=1, lanes=1))
    saying.say(heron, saying.Kind.NOTE, {"text": "alone"}, saying.Share.ONLY_ME, "2026-06-01")
    before = list(models.AuditEvent.objects.values_list("seq", "digest"))
    erase(heron, silencing.CLIENT)
    assert list(models.AuditEvent.objects.values_list("seq", "digest")) == before
    assert not models.Said.every.exists()


def test_what_the_therapist_could_see_is_told_to_be_gone(written):
    heron, wren = written
    erase(heron, silencing.CLIENT)
    erase(wren, silencing.THERAPIST)
    lines = models.AuditEvent.objects.filter(action="erased").order_by("seq")
    told = [(one.client, one.who, one.what) for one in lines]
    assert told == [(heron.pk, "client", "own erasure"), (wren.pk, "therapist", "therapist's voice")]


def test_a_client_at_the_desk_erases_their_own_and_nobody_elses_keys(written, store):
    heron, wren = written
    back_up(desk.store_path())
    with use(Scope(Reach.ONE_CLIENT, client=heron.pk, actor="client")):
        erase(heron, silencing.CLIENT)
    held = folders.read_keys(folders.keys.vault().sealer(folders.SEALED_AS), store / "backups")
    assert wren.pk in held.own
    assert set(held.clients) == {heron.pk, wren.pk}


def test_cut_off_after_its_first_step_the_next_opening_goes_on(written, store, monkeypatch, readable):
    heron, _wren = written
    backup = back_up(desk.store_path())
    with monkeypatch.context() as patched:
        patched.setattr(
            "reattune.practice.store.one_voice.finish", lambda _path: (_ for _ in ()).throw(KeyboardInterrupt)
        )
        with pytest.raises(KeyboardInterrupt):
            erase(heron, silencing.CLIENT)
    assert is_unfinished()
    assert THEIRS[0] in readable(backup)
    desk.lock()
    desk.unlock(PASSPHRASE)
    assert not is_unfinished()
    assert THEIRS[0] not in readable(backup)


def test_it_is_a_change_of_its_own(written):
    with transaction.atomic(), pytest.raises(ReattuneError, match="change of its own"):
        erase(written[0], silencing.CLIENT)


def test_whoever_is_erased_wholly_afterwards_is_named_nowhere(written, store, readable):
    heron, _wren = written
    erase(heron, silencing.CLIENT)
    erase_all(heron)
    assert str(heron.pk) not in folders.silenced()
