"""What whoever runs the server types; each command finds the database by the folder alone."""

import io
import re

import pytest

from reattune import entry
from reattune.practice import desk, models
from reattune.practice.commands import DATABASE, PASSPHRASE
from reattune.practice.postgres import commands, connecting
from reattune.practice.vault import Vault, WrongPassphraseError
from reattune.practice.vault.errors import WrongCodeError

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


def test_new_keys_for_everything_are_not_made_and_it_is_said_what_to_do(folder, capsys):
    assert entry.run(["rekey", "--home", folder]) == 64
    said = capsys.readouterr().err
    assert "nothing was changed" in said
    assert "reattune passphrase" in said


def test_another_passphrase_and_another_sheet(folder, served_home, capsys, monkeypatch):
    before = Vault.unlock(served_home, WORDS)
    old = before.new_recovery_code()
    monkeypatch.setattr("sys.stdin", io.StringIO("a heron is long gone\n"))
    assert entry.run(["passphrase", "--home", folder]) == 0
    code = re.search(r"^    ([A-Z0-9-]+)$", capsys.readouterr().out, re.MULTILINE)[1]
    Vault.unlock(served_home, "a heron is long gone").close()
    Vault.recover(served_home, code).close()
    with pytest.raises(WrongPassphraseError):
        Vault.unlock(served_home, WORDS)
    with pytest.raises(WrongCodeError):
        Vault.recover(served_home, old)
    monkeypatch.setenv(PASSPHRASE, "a heron is long gone")
    assert entry.run(["doctor", "--home", folder]) == 0
    desk.unlock("a heron is long gone")
    assert models.AuditEvent.objects.filter(action="settings", what="passphrase").count() == 1


@pytest.mark.parametrize("typed", ["short", ""])
def test_a_passphrase_that_is_none_changes_nothing(folder, served_home, typed, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    assert entry.run(["passphrase", "--home", folder]) == 64
    assert capsys.readouterr().out == ""
    Vault.unlock(served_home, WORDS).close()
