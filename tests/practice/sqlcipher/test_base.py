"""Django's engine on the open store: it follows locking and opening, in every thread, and never keeps half a transaction."""

import threading
from contextlib import nullcontext

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.utils import ConnectionHandler

from reattune.practice import desk, models
from reattune.practice.sqlcipher import keyed
from reattune.practice.sqlcipher.keyed import LockedError

PASSPHRASE = "seven quiet herons at dusk"


def test_it_is_sqlite_as_django_knows_it(store):
    assert connection.vendor == "sqlite"
    assert connection.display_name == "SQLCipher"
    assert connection.Database.__name__.startswith("sqlcipher3")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA cipher_version")
        assert cursor.fetchone()[0]


def test_both_of_djangos_placeholders_are_understood(store):
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s || '%%'", ["100"])
        assert cursor.fetchone() == ("100%",)
        cursor.execute("SELECT %(a)s + %(b)s", {"a": 1, "b": 2})
        assert cursor.fetchone() == (3,)
        cursor.execute("SELECT '%'")
        assert cursor.fetchone() == ("%",)


def test_many_sets_of_parameters_and_none(store):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE pair (a, b)")
        cursor.executemany("INSERT INTO pair VALUES (%s, %s)", iter([(1, 2), (3, 4)]))
        cursor.executemany("INSERT INTO pair VALUES (%(a)s, %(b)s)", [{"a": 5, "b": 6}])
        cursor.executemany("INSERT INTO pair VALUES (%s, %s)", [])
        cursor.execute("SELECT sum(a), sum(b) FROM pair")
        assert cursor.fetchone() == (9, 12)


def test_who_writes_waits_from_the_beginning(store, new_client):
    with transaction.atomic():
        new_client("heron")
        other = keyed.connect(*keyed.current()[:2], timeout=0)
        other.execute("PRAGMA busy_timeout = 0")
        with pytest.raises(connection.Database.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_transaction_that_locking_cut_off_has_left_nothing(store, new_client):
    new_client("heron")

    def cut_off():
        with transaction.atomic():
            new_client("plover")
            desk.lock()
            models.Client.objects.count()

    with pytest.raises((DatabaseError, LockedError)):
        cut_off()
    desk.unlock(PASSPHRASE)
    assert not connection.in_atomic_block
    assert [one.codename for one in models.Client.objects.all()] == ["heron"]


@pytest.mark.parametrize("savepoint", [False, True])
def test_what_is_left_of_a_transaction_is_not_saved_alone_after_it_was_locked_and_opened(store, new_client, savepoint):
    new_client("heron")

    def cut_off():
        with transaction.atomic():
            models.Client.objects.create(codename="plover")
            desk.lock()
            another = threading.Thread(target=lambda: (desk.unlock(PASSPHRASE), connection.close()))
            another.start()
            another.join()
            assert desk.is_open()
            with transaction.atomic() if savepoint else nullcontext():
                models.Client.objects.create(codename="wren")

    with pytest.raises((DatabaseError, LockedError)):
        cut_off()
    assert [one.codename for one in models.Client.objects.all()] == ["heron"]
    models.Client.objects.create(codename="wren")
    assert models.Client.objects.count() == len(("heron", "wren"))


def test_every_thread_follows_when_it_is_locked_and_opened(store, new_client):
    new_client("heron")
    asked, answer = threading.Semaphore(0), threading.Semaphore(0)
    seen = []

    def watch():
        for _each in range(3):
            asked.acquire()
            try:
                seen.append(models.Client.objects.count())
            except LockedError:
                seen.append("locked")
            answer.release()
        connection.close()

    thread = threading.Thread(target=watch)
    thread.start()
    for change in (lambda: None, desk.lock, lambda: desk.unlock(PASSPHRASE)):
        change()
        asked.release()
        answer.acquire()
    thread.join()
    assert seen == [1, "locked", 1]


def test_a_file_of_its_own_is_opened_with_the_key_in_its_options(tmp_path, home):
    path = tmp_path / "own.db"
    settings = {"ENGINE": "reattune.practice.sqlcipher", "NAME": str(path), "OPTIONS": {"key": "ab" * 32}}
    own = ConnectionHandler({"default": settings})["default"]
    with own.cursor() as cursor:
        cursor.execute("CREATE TABLE word (said text)")
    own.close()
    assert b"SQLite format 3" not in path.read_bytes()
    assert keyed.integrity(path, "ab" * 32) == ()
    assert not keyed.is_open()


def test_a_request_after_locking_begins_as_any_other(store, new_client):
    new_client("heron")
    desk.lock()
    connection.close_if_unusable_or_obsolete()
    assert connection.connection is None
    with pytest.raises(LockedError):
        models.Client.objects.count()
