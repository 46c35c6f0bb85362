import pytest
from django.db import DatabaseError, connection

from reattune.practice import backing, clients, desk, scope
from reattune.practice.postgres import doctor, walls
from reattune.practice.scope import EVERYONE
from reattune.practice.store.backups import make
from reattune.practice.store.doctor import examine

PASSPHRASE = "seven quiet herons at dusk"


def wrong(home):
    return [one.words for one in examine(home, PASSPHRASE) if not one.ok]


@pytest.fixture
def kept(served_home):
    desk.unlock(PASSPHRASE)
    clients.add("heron")
    make(desk.store_path())
    return served_home


def test_all_is_in_order(kept):
    assert wrong(kept) == []
    desk.lock()
    found = examine(kept, PASSPHRASE)
    assert [one.words for one in found if not one.ok] == []
    assert any("PostgreSQL" in one.words for one in found)
    assert not backing.is_open()


def test_in_a_shared_practice_too(shared):
    assert wrong(shared) == []


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        ("ALTER TABLE practice_said NO FORCE ROW LEVEL SECURITY", "practice_said has no wall"),
        ("ALTER TABLE practice_auditevent DISABLE TRIGGER ALL", "let a line of the audit be changed"),
        ("DROP TRIGGER practice_audit_no_truncate ON practice_auditevent", "let a line of the audit be changed"),
        ("DELETE FROM django_migrations WHERE app = 'practice' AND name LIKE '0006%'", "earlier version"),
        ("UPDATE practice_setting SET value = '\"00\"' WHERE name = 'keys'", "filled with other keys"),
    ],
)
def test_what_is_wrong_is_found(kept, server, harm, says):
    with connection.cursor() as cursor:
        try:
            cursor.execute(harm)
        except DatabaseError:
            # Only whoever is above all can switch off what the tables themselves need.
            name = connection.settings_dict["NAME"]
            server.say_in(name, harm)
    assert any(says in one for one in wrong(kept)), wrong(kept)


def test_a_database_that_does_not_answer_is_said_first(kept, monkeypatch):
    desk.lock()
    monkeypatch.setitem(connection.settings_dict, "HOST", "/nowhere")
    found = examine(kept, PASSPHRASE)
    assert "cannot be reached" in found[-1].words
    assert not found[-1].ok


def test_a_backup_that_does_not_open_and_an_old_one_are_found(kept, monkeypatch):
    one = next((kept / "backups").glob("*.dump.sealed"))
    one.rename(one.with_name("2026-01-02T030405.000000.dump.sealed"))
    assert any("newest backup is of 2026-01-02" in words for words in wrong(kept))
    one.with_name("2026-01-02T030405.000000.dump.sealed").write_bytes(b"nothing")
    assert any("not whole" in words for words in wrong(kept))


def test_an_account_above_all_walls_is_found(kept, monkeypatch):
    monkeypatch.setattr(walls, "is_above", lambda: True)
    with scope.use(EVERYONE):
        assert not doctor._walls(kept).ok
