import pytest
from django.db import DatabaseError, connection, transaction

from reattune.practice import auditing, backing, desk, models
from reattune.practice.postgres import walls

PASSPHRASE = "seven quiet herons at dusk"


def test_it_opens_and_locks_as_a_file_does(served_home):
    assert not desk.is_open()
    desk.unlock(PASSPHRASE)
    assert desk.is_open()
    assert backing.is_postgres()
    assert backing.path() == desk.store_path()
    assert walls.missing() == ()
    assert list(auditing.verify()) == []
    desk.lock()
    assert not desk.is_open()


@pytest.mark.parametrize(
    "words",
    ["UPDATE practice_auditevent SET what = 'x'", "DELETE FROM practice_auditevent", "TRUNCATE practice_auditevent"],
)
def test_the_database_refuses_to_change_the_audit(served_home, words):
    desk.unlock(PASSPHRASE)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(words)
    assert models.AuditEvent.objects.exists()
