from datetime import date

import pytest

from reattune.errors import ReattuneError
from reattune.practice import auditing, clients, desk, models, scope
from reattune.practice.postgres import walls
from reattune.practice.postgres.restoring import restore
from reattune.practice.scope import EVERYONE
from reattune.practice.store import erasing
from reattune.practice.store.backups import make

PASSPHRASE = "seven quiet herons at dusk"


def test_it_is_as_it_was_but_for_who_was_erased(served_home, empty):
    desk.unlock(PASSPHRASE)
    heron, wren = clients.add("heron"), clients.add("wren")
    held = models.Episode(client=heron, day=date(2026, 6, 1))
    held.words = {"before": "a word about heron"}
    held.save()
    made = make(desk.store_path())
    erasing.erase(wren)
    desk.lock()
    empty()
    said = restore(served_home, made.path, PASSPHRASE)
    assert "1 relationship was erased since" in said
    desk.unlock(PASSPHRASE)
    assert [one.codename for one in models.Client.objects.all()] == ["heron"]
    assert models.Episode.objects.get().words == {"before": "a word about heron"}
    assert walls.missing() == ()
    assert list(auditing.verify()) == []
    with scope.use(scope.NOBODY):
        assert not models.Client.objects.exists()
    with scope.use(EVERYONE):
        assert models.AuditEvent.objects.filter(action="restored").exists()


def test_a_database_with_something_in_it_is_left_alone(served_home):
    desk.unlock(PASSPHRASE)
    clients.add("heron")
    made = make(desk.store_path())
    clients.add("wren")
    desk.lock()
    with pytest.raises(ReattuneError, match="not empty"):
        restore(served_home, made.path, PASSPHRASE)
    desk.unlock(PASSPHRASE)
    assert models.Client.objects.count() == 2


def test_the_keys_beside_the_backup_are_needed(served_home, empty):
    desk.unlock(PASSPHRASE)
    clients.add("heron")
    made = make(desk.store_path())
    desk.lock()
    (made.path.parent / "keys.sealed").unlink()
    empty()
    with pytest.raises(ReattuneError, match="file of keys beside the backup is missing"):
        restore(served_home, made.path, PASSPHRASE)
    with pytest.raises(ReattuneError, match="no backup"):
        restore(served_home, made.path.with_name("another"), PASSPHRASE)


def test_where_everything_else_is_gone_the_folder_of_backups_is_enough(served_home, empty, tmp_path):
    desk.unlock(PASSPHRASE)
    clients.add("heron")
    made = make(desk.store_path(), tmp_path / "stick")
    desk.lock()
    empty()
    anew = tmp_path / "anew"
    restore(anew, made.path, PASSPHRASE)
    desk.at(anew)
    desk.unlock(PASSPHRASE)
    assert models.Client.objects.get().codename == "heron"
    desk.at(served_home)
