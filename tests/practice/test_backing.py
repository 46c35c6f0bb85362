import pytest

from reattune.practice import backing, desk, models
from reattune.practice.sqlcipher.keyed import LockedError

WORDS = "seven quiet herons at dusk"


def test_each_opening_and_closing_is_counted(home):
    assert not backing.is_open()
    before = backing.generation()
    desk.unlock(WORDS)
    assert backing.is_open()
    assert backing.path() == desk.store_path()
    assert backing.generation() > before
    opened = backing.generation()
    desk.lock()
    assert backing.generation() > opened
    assert not backing.is_open()
    with pytest.raises(LockedError):
        backing.path()


def test_the_tables_can_be_spoken_to_by_themselves(store):
    models.Client.objects.create(codename="heron")
    bare = backing.bare()
    assert bare.execute("SELECT codename FROM practice_client WHERE codename = ?", ("heron",)).fetchone() == ("heron",)
