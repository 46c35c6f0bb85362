"""The audit on bare connections: what the open store would write, and no line twice."""

import pytest
from django.db import connection

from reattune.practice import auditing, desk, keys, models
from reattune.practice.auditing import Action
from reattune.practice.sqlcipher import keyed
from reattune.practice.store.backups import back_up
from reattune.practice.store.carrying import carry_audit, say, tail


@pytest.fixture
def both(store, new_client):
    """A backup, and the store with three lines more."""
    auditing.record(Action.VIEWED, None, "relationship", "therapy")
    backup = back_up(desk.store_path())
    for n in range(3):
        auditing.record(Action.WROTE, new_client(f"c{n}").pk, "episode", "therapy")
    key = keys.vault().database_key()
    pair = keyed.connect(desk.store_path(), key), keyed.connect(backup, key)
    yield pair
    for one in pair:
        one.close()


def test_lines_written_after_a_backup_are_carried_over_once(both):
    before, made = both
    assert carry_audit(before, made) == 3
    assert carry_audit(before, made) == 0
    assert tail(made) == tail(before) == auditing.tail()


def test_lines_of_another_chain_are_not(both):
    before, made = both
    say(made, Action.CHANGED, "keys")
    assert carry_audit(before, made) == 0


def test_a_line_said_on_a_bare_connection_is_whole_to_the_open_store(store):
    raw = connection.connection
    say(raw, Action.RESTORED, "practice")
    assert list(auditing.verify()) == []
    last = models.AuditEvent.objects.last()
    assert (last.action, last.what, last.purpose, last.client) == ("restored", "practice", "keeping", None)
    auditing.record(Action.VIEWED)
    assert list(auditing.verify()) == []
