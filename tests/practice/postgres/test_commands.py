"""What whoever runs the server types; each command finds the database by the folder alone."""

import pytest

from reattune import entry
from reattune.practice import desk
from reattune.practice.commands import DATABASE, PASSPHRASE
from reattune.practice.postgres import commands, connecting

WORDS = "seven quiet herons at dusk"


@pytest.fixture
def folder(served_home, database, monkeypatch):
    """A closed practice whose folder knows its database, and its passphrase in the environment."""
    desk.lock()
    connecting.note(served_home, database)
    monkeypatch.delenv(DATABASE, raising=False)
    monkeypatch.setenv(PASSPHRASE, WORDS)
    return str(served_home)


def test_a_backup_and_a_look_over_find_it(folder, capsys):
    assert entry.run(["backup", "--home", folder]) == 0
    assert ".dump.sealed" in capsys.readouterr().out
    assert entry.run(["doctor", "--home", folder]) == 0
    assert "Everything is in order." in capsys.readouterr().out


def test_the_passphrase_comes_from_the_credential_first(tmp_path, monkeypatch):
    (tmp_path / commands.CREDENTIAL).write_text("from systemd\n")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    monkeypatch.setenv(PASSPHRASE, "from the environment")
    assert commands.passphrase() == "from systemd"
    (tmp_path / commands.CREDENTIAL).unlink()
    assert commands.passphrase() == "from the environment"


def test_somebody_can_be_let_in(folder, capsys):
    assert entry.run(["people", "add", "ada", "--role", "therapist", "--home", folder]) == 0
    assert "/sign-in/first/" in capsys.readouterr().out
    assert entry.run(["people", "list", "--home", folder]) == 0
    assert "ada" in capsys.readouterr().out


def test_to_serve_it_must_be_said_where_it_is_safe(folder, database, capsys):
    assert entry.run(["serve", "--database", database, "--home", folder, "--bind", "0.0.0.0:1"]) == 64
    assert "HTTPS" in capsys.readouterr().err
