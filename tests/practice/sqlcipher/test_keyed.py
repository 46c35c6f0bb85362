"""Connections to an encrypted store: the right key, the right settings, and none left open after locking."""

import os
import threading

import pytest
from sqlcipher3 import dbapi2

from reattune.practice.sqlcipher import keyed
from reattune.practice.sqlcipher.keyed import DamagedStoreError, LockedError

KEY, OTHER = "ab" * 32, "cd" * 32


@pytest.fixture
def path(tmp_path):
    yield tmp_path / "store.db"
    keyed.close_store()


@pytest.fixture
def filled(path):
    made = keyed.connect(path, KEY)
    made.execute("CREATE TABLE word (said text)")
    made.execute("INSERT INTO word VALUES ('wryneck')")
    made.commit()
    made.close()
    return path


def pragma(made, name):
    return made.execute(f"PRAGMA {name}").fetchone()[0]


def test_a_connection_is_ready_to_use(filled):
    made = keyed.connect(filled, KEY)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "busy_timeout": keyed.BUSY_MS,
    }
    assert {name: pragma(made, name) for name in wanted} == wanted
    assert made.execute("SELECT said FROM word").fetchone() == ("wryneck",)
    made.close()


def test_the_file_and_its_log_are_no_plain_database(path):
    made = keyed.connect(path, KEY)
    made.execute("CREATE TABLE word (said text)")
    made.execute("INSERT INTO word VALUES ('wryneck')")
    made.commit()
    files = [one for one in path.parent.iterdir() if one.stat().st_size]
    assert {one.name for one in files} >= {"store.db-wal"}
    assert not any(b"wryneck" in one.read_bytes() or b"SQLite format 3" in one.read_bytes() for one in files)
    made.close()
    assert b"SQLite format 3" not in path.read_bytes()


def test_another_key_opens_nothing_and_changes_nothing(filled):
    before = filled.read_bytes()
    with pytest.raises(DamagedStoreError, match=r"store\.db cannot be opened"):
        keyed.connect(filled, OTHER)
    assert filled.read_bytes() == before


def test_the_engine_says_nothing_at_the_terminal(filled, capfd):
    with pytest.raises(DamagedStoreError):
        keyed.connect(filled, OTHER)
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the files of a person's own folder to them")
def test_a_new_store_is_for_its_owner_alone(path):
    made = keyed.connect(path, KEY)
    made.execute("CREATE TABLE word (said text)")
    made.commit()
    assert {one.stat().st_mode & 0o777 for one in path.parent.iterdir()} == {0o600}
    made.close()


@pytest.mark.parametrize("key", ["", "ab", "AB" * 32, "xy" * 32, "ab" * 33, "'; --" + "ab" * 30])
def test_what_is_no_key_is_refused_before_it_reaches_the_engine(path, key):
    with pytest.raises(DamagedStoreError, match="64 hexadecimal digits"):
        keyed.connect(path, key)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"SQLite format 3\x00" + bytes(4080), b"hello", b"x" * 8192])
def test_another_kind_of_file_is_refused(path, content):
    path.write_bytes(content)
    with pytest.raises(DamagedStoreError):
        keyed.connect(path, KEY)
    assert path.read_bytes() == content


def test_what_was_erased_is_gone_from_the_decrypted_pages(filled):
    made = keyed.connect(filled, KEY)
    made.execute("DELETE FROM word")
    made.commit()
    plain = filled.with_name("plain.db")
    made.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
    made.execute("SELECT sqlcipher_export('plain')")
    made.close()
    assert b"SQLite format 3" in plain.read_bytes()
    assert b"wryneck" not in plain.read_bytes()


def test_a_locked_store_is_nobodys(path):
    assert not keyed.is_open()
    with pytest.raises(LockedError, match="locked"):
        keyed.current()


def test_opening_and_closing_are_counted(path):
    before = keyed.generation()
    keyed.open_store(path, KEY)
    assert keyed.current() == (path, KEY, before + 1)
    keyed.close_store()
    assert keyed.generation() == before + 2
    keyed.close_store()
    assert keyed.generation() == before + 2


def test_a_wrong_key_leaves_the_open_store_open(filled, tmp_path):
    keyed.open_store(filled, KEY)
    count = keyed.generation()
    other = tmp_path / "other.db"
    keyed.connect(other, OTHER).close()
    with pytest.raises(DamagedStoreError):
        keyed.open_store(other, KEY)
    assert keyed.current() == (filled, KEY, count)


def test_closing_cuts_every_connection_off(filled):
    keyed.open_store(filled, KEY)
    made = [keyed.connect(filled, KEY, check_same_thread=False) for _each in range(3)]
    keyed.close_store()
    for one in made:
        with pytest.raises(dbapi2.ProgrammingError):
            one.execute("SELECT 1")


@pytest.mark.parametrize("step", ["i", "told(i)"])
def test_a_query_under_way_in_another_thread_is_interrupted_before_its_connection_is_closed(filled, step):
    keyed.open_store(filled, KEY)
    made = keyed.connect(filled, KEY, check_same_thread=False)
    begun, ended = threading.Event(), []
    made.create_function("told", 1, lambda number: number)
    made.create_function("begun", 0, lambda: begun.set() or 0)

    def count_for_long():
        numbers = f"WITH RECURSIVE n(i) AS (SELECT begun() UNION ALL SELECT i + 1 FROM n) SELECT {step} FROM n"
        try:
            made.execute(f"SELECT count(*) FROM ({numbers})").fetchone()
        except dbapi2.Error as error:
            ended.append(str(error))

    thread = threading.Thread(target=count_for_long)
    thread.start()
    assert begun.wait(30)
    keyed.close_store()
    thread.join(30)
    assert ended == ["interrupted"]
    with pytest.raises(dbapi2.ProgrammingError):
        made.execute("SELECT 1")


def test_two_that_write_at_once_wait_for_each_other(filled):
    def write(number):
        made = keyed.connect(filled, KEY, isolation_level=None)
        for _each in range(20):
            made.execute("BEGIN IMMEDIATE")
            made.execute("INSERT INTO word VALUES (?)", (str(number),))
            made.execute("COMMIT")
        made.close()

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    made = keyed.connect(filled, KEY)
    assert made.execute("SELECT count(*) FROM word").fetchone() == (81,)
    made.close()


def test_a_whole_store_has_nothing_wrong_with_it(filled):
    assert keyed.integrity(filled, KEY) == ()


def test_one_changed_byte_is_found(filled):
    content = bytearray(filled.read_bytes())
    content[-100] ^= 1
    filled.write_bytes(content)
    assert keyed.integrity(filled, KEY)


def test_another_key_is_something_wrong(filled):
    (said,) = keyed.integrity(filled, OTHER)
    assert "cannot be opened" in said
