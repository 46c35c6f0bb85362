"""Files set aside are named with the day, never missing under their own name, and found again."""

import os

from reattune.practice.store.aside import name_aside, put_aside, set_aside


def test_a_file_is_there_under_both_names(tmp_path):
    path = tmp_path / "practice.db"
    path.write_bytes(b"former")
    aside = name_aside(path)
    put_aside(path, aside)
    assert (path.read_bytes(), aside.read_bytes()) == (b"former", b"former")
    assert set_aside(tmp_path) == (aside,)
    assert name_aside(path) != aside


def test_where_there_are_no_second_names_it_is_copied(tmp_path, monkeypatch):
    def refused(*_all):
        raise OSError

    monkeypatch.setattr(os, "link", refused)
    path = tmp_path / "practice.db"
    path.write_bytes(b"former")
    put_aside(path, tmp_path / "practice.db.aside-1")
    assert (tmp_path / "practice.db.aside-1").read_bytes() == b"former"
    assert (tmp_path / "practice.db.aside-1").stat().st_mode & 0o777 == 0o600


def test_what_is_not_there_is_not_set_aside(tmp_path):
    put_aside(tmp_path / "none", tmp_path / "none.aside-1")
    assert set_aside(tmp_path) == ()
