"""The keys of the open practice: one for each client, made once, forgotten on locking and on erasing."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reattune.errors import ReattuneError
from reattune.practice import desk, keys, models
from reattune.practice.vault import DamagedVaultError, ErasedError, Vault

PASSPHRASE = "seven quiet herons at dusk"


def test_locked_there_are_no_keys(home):
    with pytest.raises(ReattuneError, match="locked; unlock it"):
        keys.vault()
    with pytest.raises(ReattuneError, match="locked; unlock it"):
        keys.sealer(None)


def test_what_one_key_sealed_another_does_not_open(store, new_client):
    heron, egret = new_client("heron"), new_client("egret")
    sealed = keys.sealer(heron.pk).seal(b"words", "row")
    assert keys.sealer(heron.pk).open(sealed, "row") == b"words"
    for other in (egret.pk, None):
        with pytest.raises(DamagedVaultError):
            keys.sealer(other).open(sealed, "row")


def test_a_key_is_unwrapped_once(store, new_client):
    heron = new_client("heron")
    assert keys.sealer(heron.pk) is keys.sealer(heron.pk)
    assert keys.sealer(None) is keys.sealer(None)


def test_after_locking_and_unlocking_the_same_words_open(store, new_client):
    heron = new_client("heron")
    sealed = keys.sealer(heron.pk).seal(b"words", "row")
    desk.lock()
    with pytest.raises(ReattuneError, match="locked"):
        keys.sealer(heron.pk)
    desk.unlock(PASSPHRASE)
    assert keys.sealer(heron.pk).open(sealed, "row") == b"words"


def test_without_its_row_a_forgotten_key_is_gone(store, new_client):
    heron = new_client("heron")
    keys.sealer(heron.pk)
    models.ClientKey.objects.filter(client=heron).delete()
    keys.forget(heron.pk)
    with pytest.raises(ErasedError, match="gone"):
        keys.sealer(heron.pk)


def test_nobody_has_a_key_who_was_never_there(store):
    keys.forget(uuid.uuid4())
    with pytest.raises(ErasedError):
        keys.sealer(uuid.uuid4())


def test_another_vault_takes_the_place_of_the_one_before(store, tmp_path):
    before = keys.sealer(None)
    sealed = before.seal(b"words", "row")
    other, _code = Vault.create(tmp_path / "other", "another passphrase of ours")
    keys.hold(other)
    assert keys.vault() is other
    with pytest.raises(DamagedVaultError):
        keys.sealer(None).open(sealed, "row")


def test_every_key_is_read_at_once_when_the_first_is_needed(store, new_client):
    everybody = [new_client(f"bird {number}") for number in range(12)]
    desk.lock()
    desk.unlock(PASSPHRASE)
    with CaptureQueriesContext(connection) as asked:
        for one in everybody:
            keys.sealer(one.pk)
    assert len(asked) == 1


def test_a_client_who_came_after_the_keys_were_read_has_one_too(store, new_client):
    keys.sealer(new_client("heron").pk)
    wren = new_client("wren")
    assert keys.sealer(wren.pk).open(keys.sealer(wren.pk).seal(b"words", "row"), "row") == b"words"


def test_a_forgotten_key_is_not_found_among_those_that_were_read(store, new_client):
    heron, wren = new_client("heron"), new_client("wren")
    desk.lock()
    desk.unlock(PASSPHRASE)
    keys.sealer(wren.pk)
    models.ClientKey.objects.filter(client=heron).delete()
    keys.forget(heron.pk)
    with pytest.raises(ErasedError, match="gone"):
        keys.sealer(heron.pk)
    assert keys.sealer(wren.pk) is keys.sealer(wren.pk)
