import stat

import pytest

from reattune.practice import clients, desk, keys, models
from reattune.practice.postgres import backups, dumping
from reattune.practice.store import backups as of_store
from reattune.practice.store import erasing
from reattune.practice.store.folders import SEALED_AS, read_keys

PASSPHRASE = "seven quiet herons at dusk"


@pytest.fixture
def opened(served_home):
    desk.unlock(PASSPHRASE)
    return served_home


def test_a_backup_is_sealed_whole_and_without_keys(opened, tmp_path):
    heron = clients.add("heron")
    made = of_store.make(desk.store_path())
    content = made.path.read_bytes()
    assert b"heron" not in content
    assert b"PGDMP" not in content
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    with made.path.open("rb") as file:
        plain = b"".join(dumping._opened(file, keys.vault().sealer(backups.SEALED_AS), "x"))
    assert plain.startswith(b"PGDMP")
    assert of_store.listed(opened) == (made.path,)
    assert of_store.told_of(opened)[0].made is not None
    held = read_keys(keys.vault().sealer(SEALED_AS), opened / "backups")
    assert set(held.clients) == {heron.pk}
    assert not of_store.is_due(opened)


def test_an_erased_client_is_gone_and_no_backup_has_their_key(opened):
    heron, wren = clients.add("heron"), clients.add("wren")
    kept = of_store.make(desk.store_path())
    erased = erasing.erase(heron)
    assert [one.codename for one in models.Client.objects.all()] == ["wren"]
    assert erased.to_do == ()
    assert not erasing.is_unfinished()
    held = read_keys(keys.vault().sealer(SEALED_AS), opened / "backups")
    assert set(held.clients) == {wren.pk}
    assert kept.path.exists()


def test_only_the_newest_stay(opened, monkeypatch):
    monkeypatch.setattr(backups, "NEWEST", 1)
    first = backups.make(desk.store_path())
    second = backups.make(desk.store_path())
    assert second.gone == (first.path.name,)
    assert backups.dumps_in(opened / "backups") == (second.path,)
