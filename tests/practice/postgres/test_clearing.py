import psycopg

from reattune.practice import clients, desk, models
from reattune.practice.postgres import clearing

WORDS = "seven quiet herons at dusk"


def test_what_was_deleted_is_gone_from_the_tables_files(served_home):
    desk.unlock(WORDS)
    clients.add("heron")
    models.Client.objects.all().delete()
    assert clearing.clear()
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_relation_size('practice_client')")
        assert cursor.fetchone()[0] == 0
        cursor.execute("SELECT current_setting('lock_timeout')")
        assert cursor.fetchone()[0] == "0"


def test_a_table_somebody_is_using_is_left_for_later(served_home, database, monkeypatch):
    desk.unlock(WORDS)
    monkeypatch.setattr(clearing, "PATIENCE", "50ms")
    with psycopg.connect(database) as other:
        other.execute("LOCK TABLE practice_client IN ACCESS SHARE MODE")
        assert not clearing.clear()
    assert clearing.clear()
