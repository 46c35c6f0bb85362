"""Copies: whole or not there at all, with nothing beside them."""

import pytest

from reattune.practice.sqlcipher import keyed
from reattune.practice.sqlcipher.keyed import DamagedStoreError
from reattune.practice.store import copies
from reattune.practice.store.faults import StoreError

KEY, OTHER = "ab" * 32, "cd" * 32


@pytest.fixture
def path(tmp_path):
    made = keyed.connect(tmp_path / "a.db", KEY)
    made.execute("CREATE TABLE t (x PRIMARY KEY)")
    made.executemany("INSERT INTO t VALUES (?)", [(f"row {n}",) for n in range(500)])
    made.commit()
    made.execute("PRAGMA journal_mode = DELETE").fetchall()
    made.close()
    return tmp_path / "a.db"


def count(path, key=KEY):
    made = keyed.connect(path, key)
    try:
        return made.execute("SELECT count(*) FROM t").fetchone()[0]
    finally:
        made.close()


def test_a_store_in_use_is_copied_as_it_is_at_one_moment(path, tmp_path):
    writing = keyed.connect(path, KEY)
    writing.execute("BEGIN IMMEDIATE")
    writing.execute("INSERT INTO t VALUES ('not saved yet')")
    copies.copy_open(path, KEY, tmp_path / "b.db", lambda made: made.execute("DELETE FROM t WHERE x = 'row 0'"))
    writing.close()
    assert copies.faults(tmp_path / "b.db", KEY) == ()
    assert count(tmp_path / "b.db") == 499
    assert count(path) == 500


def test_nothing_lies_beside_a_copy(path, tmp_path):
    (tmp_path / "out").mkdir()
    copies.copy_open(path, KEY, tmp_path / "out" / "b.db")
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["b.db"]
    assert (tmp_path / "out" / "b.db").stat().st_mode & 0o777 == 0o600


def rewrite(path, change, new_key=KEY):
    """Put a changed copy of a store in its place, as the backups are changed."""
    with copies.part_of(path) as part:
        copies.copy_file(path, part)
        copies.change_closed(part, KEY, change, new_key)
        copies.settle(part, new_key, path)


def test_a_store_is_rewritten_with_another_key(path):
    rewrite(path, lambda made: made.execute("DELETE FROM t WHERE x < 'row 2'"), OTHER)
    assert count(path, OTHER) < 500
    with pytest.raises(DamagedStoreError):
        keyed.connect(path, KEY)


def test_what_goes_wrong_while_rewriting_leaves_the_former_one(path):
    with pytest.raises(ZeroDivisionError):
        rewrite(path, lambda _made: 1 / 0)
    assert count(path) == 500
    assert [one.name for one in path.parent.iterdir()] == ["a.db"]


def test_what_is_not_whole_is_not_put_in_place(path, tmp_path):
    part = tmp_path / "part.db"
    part.write_bytes(b"x" * 8192)
    with pytest.raises(DamagedStoreError, match="could not be made whole"):
        copies.settle(part, KEY, path)
    assert count(path) == 500


def test_a_link_to_nothing_is_a_fault(path):
    made = keyed.connect(path, KEY)
    made.execute("CREATE TABLE child (x REFERENCES t (x))")
    made.execute("PRAGMA foreign_keys = OFF").fetchall()
    made.execute("INSERT INTO child VALUES ('nobody')")
    made.commit()
    made.close()
    assert "child" in copies.faults(path, KEY)[0]


def test_a_copy_that_cannot_be_written_is_told(path, tmp_path):
    with pytest.raises(StoreError, match=r"b\.db"):
        copies.copy_file(path, tmp_path / "none" / "b.db")


def test_a_part_is_gone_whatever_happens(path):
    def half(part):
        part.write_bytes(b"half")
        copies.beside(part)[0].write_bytes(b"half")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), copies.part_of(path) as part:
        half(part)
    assert [one.name for one in path.parent.iterdir()] == ["a.db"]
