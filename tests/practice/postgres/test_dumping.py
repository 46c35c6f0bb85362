"""One sealed file with the whole database: never open on disk, and never taken for whole where it is not."""

import pytest

from reattune.practice import clients, desk, keys
from reattune.practice.postgres import backups, dumping
from reattune.practice.postgres.dumping import DumpError
from reattune.practice.store import backups as of_store

PASSPHRASE = "seven quiet herons at dusk"


@pytest.fixture
def opened(served_home):
    desk.unlock(PASSPHRASE)
    return served_home


@pytest.mark.parametrize("harm", ["cut off", "a piece is missing", "changed", "empty", "of others"])
def test_one_that_is_not_whole_is_found(opened, monkeypatch, harm):
    monkeypatch.setattr(dumping, "PIECE", 4096)
    clients.add("heron")
    path = of_store.make(desk.store_path()).path
    content, sealer = path.read_bytes(), keys.vault().sealer(backups.SEALED_AS)
    begins = len(dumping.BEGINS) + 32
    first = begins + 4 + int.from_bytes(content[begins : begins + 4], "big")
    path.write_bytes(
        {
            "cut off": content[:first],
            "a piece is missing": content[:begins] + content[first:],
            "changed": content[: begins + 40] + bytes([content[begins + 40] ^ 1]) + content[begins + 41 :],
            "empty": b"",
            "of others": content,
        }[harm]
    )
    with pytest.raises(DumpError, match="not whole"):
        dumping.look_over(path, keys.vault().sealer("others") if harm == "of others" else sealer)


def test_a_program_that_is_missing_is_named(monkeypatch):
    monkeypatch.setattr(dumping.shutil, "which", lambda *_words, **_names: None)
    with pytest.raises(DumpError, match="apt-get install postgresql-client"):
        dumping.find("pg_dump")


def test_what_postgres_refuses_is_said_and_nothing_is_left(opened, tmp_path):
    made, sealer = of_store.make(desk.store_path()), keys.vault().sealer(backups.SEALED_AS)
    with pytest.raises(DumpError, match="pg_restore"):
        dumping.put_back(made.path, sealer)
