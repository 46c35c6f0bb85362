"""Swapping stores: finished at the next opening where it counts already, forgotten where it does not."""

import pytest

from reattune.practice.sqlcipher import keyed
from reattune.practice.store import swapping
from reattune.practice.store.faults import StoreError

KEY = "ab" * 32


@pytest.fixture
def path(tmp_path):
    _make(tmp_path / "practice.db", "former")
    (tmp_path / "vault.json").write_text("former header")
    return tmp_path / "practice.db"


def _make(path, what):
    made = keyed.connect(path, KEY)
    made.execute("CREATE TABLE t AS SELECT ? AS x", (what,))
    made.commit()
    made.execute("PRAGMA journal_mode = DELETE").fetchall()
    made.close()


def what(path):
    made = keyed.connect(path, KEY)
    try:
        return made.execute("SELECT x FROM t").fetchone()[0]
    finally:
        made.close()


def coming(path, *, header=""):
    folder = swapping.begin(path.parent)
    _make(folder / path.name, "new")
    if header:
        (folder / "vault.json").write_text(header)
    return folder


def test_the_new_one_is_in_place_and_the_former_one_aside(path):
    coming(path, header="new header")
    aside = swapping.swap(path, KEY)
    assert (what(path), what(aside)) == ("new", "former")
    assert (path.parent / "vault.json").read_text() == "new header"
    assert not (path.parent / swapping.COMING).exists()


def test_what_was_still_in_the_log_is_in_the_former_one(path):
    made = keyed.connect(path, KEY)
    made.execute("UPDATE t SET x = 'saved last'")
    made.commit()
    made.close()
    coming(path)
    assert what(swapping.swap(path, KEY)) == "saved last"


def test_without_a_former_one_nothing_is_set_aside(tmp_path):
    coming(tmp_path / "practice.db")
    assert swapping.swap(tmp_path / "practice.db") is None
    assert what(tmp_path / "practice.db") == "new"


def test_cut_off_before_the_header_it_is_forgotten(path):
    folder = coming(path, header="new header")
    (folder / swapping.READY).touch()
    swapping.settle(path)
    assert what(path) == "former"
    assert not folder.exists()


def test_cut_off_after_the_header_it_is_finished(path):
    folder = coming(path, header="new header")
    (folder / swapping.READY).touch()
    (path.parent / "vault.json").write_text("new header")
    swapping.settle(path)
    assert what(path) == "new"
    assert not folder.exists()


def test_what_is_not_ready_is_never_put_in_place(path):
    coming(path, header="former header")
    swapping.settle(path)
    assert what(path) == "former"


def test_a_log_of_a_store_nobody_can_open_goes_aside_with_it(path):
    path.write_bytes(b"x" * 4096)
    (path.parent / "practice.db-wal").write_bytes(b"log")
    coming(path)
    aside = swapping.swap(path)
    assert what(path) == "new"
    assert (path.parent / f"{aside.name}-wal").read_bytes() == b"log"


def test_which_key_opens_a_store(path):
    assert swapping.opens(path, ("cd" * 32, KEY)) == KEY
    assert swapping.opens(path, ("cd" * 32,)) == ""
    assert swapping.opens(path.parent / "none.db", (KEY,)) == ""


def test_somebody_who_reads_it_is_not_cut_off(path):
    other = keyed.connect(path, KEY)
    other.execute("BEGIN")
    other.execute("SELECT * FROM t").fetchall()
    with pytest.raises(StoreError, match="in use"):
        swapping.quiet(path, KEY)
    other.close()
