"""A file in memory answers the readers as a path would, and nothing can be written through it."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reattune.practice.importing.held import Held, plain_name
from reattune.reading.gathered import Place
from reattune.reading.tables import read_table


def test_what_is_held_is_read_in_every_way_a_path_is():
    held = Held.of("payments.csv", "a,b\nä,2\n".encode())
    assert held.read_bytes() == "a,b\nä,2\n".encode()
    assert held.read_text(encoding="utf-8") == "a,b\nä,2\n"
    assert held.stat().st_size == len(held.content)
    assert held.is_file()
    with held.open("rb") as file:
        assert file.read(3) == b"a,b"
    with held.open(encoding="utf-8") as file:
        assert file.readline() == "a,b\n"
    assert read_table(held, "x").header == ("a", "b")


def test_its_name_is_the_one_its_rows_are_known_by():
    place = Place(root=Path(), zone=ZoneInfo("UTC"))
    assert place.name(Held.of("heron/../payments.csv", b"x")) == "payments.csv"


def test_nothing_lies_on_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Held.of("payments.csv", b"x").read_bytes()
    assert list(tmp_path.iterdir()) == []


@given(st.text(max_size=300))
def test_any_name_becomes_one_that_leads_nowhere_else(name):
    plain = plain_name(name)
    assert plain
    assert len(plain) <= 120
    assert not set(plain) & set("/\\\0:\n")
    assert not plain.startswith(".")


@pytest.mark.parametrize(
    ("name", "plain"), [("", "file"), ("..", "file"), ("C:\\x\\y.csv", "y.csv"), (".hidden", "hidden")]
)
def test_odd_names(name, plain):
    assert plain_name(name) == plain
