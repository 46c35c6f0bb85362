"""The desk's commands: what they ask for, what they do, and how they end."""

import io
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

from reattune import entry
from reattune.practice import auditing, commands, desk, models
from reattune.practice.running import held
from reattune.practice.store import backups

PASSPHRASE = "seven quiet herons at dusk"


@dataclass
class Finding:
    ok: bool
    words: str
    what_to_do: str = ""


@pytest.fixture
def given(monkeypatch):
    """The passphrase in the environment."""
    monkeypatch.setenv(commands.PASSPHRASE, PASSPHRASE)


@pytest.fixture
def stand_in(monkeypatch):
    """Put a stand-in where a part of the store would be, and note how it is called."""
    calls = []

    def put(module, name, answer):
        made = ModuleType(module)
        setattr(made, name, lambda *words: calls.append(words) or answer)
        monkeypatch.setitem(sys.modules, f"reattune.practice.store.{module}", made)
        return calls

    return put


def piped(monkeypatch, text):
    monkeypatch.delenv(commands.PASSPHRASE, raising=False)
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_backup_is_made_said_and_in_the_audit(home, given, capsys):
    assert entry.run(["backup", "--home", str(home)]) == 0
    (made,) = backups.listed(home)
    assert str(made) in capsys.readouterr().out
    assert not desk.is_open()
    desk.unlock(PASSPHRASE)
    assert models.AuditEvent.objects.filter(action="backed up").count() == 1
    assert list(auditing.verify()) == []


def test_everything_is_handed_out_into_a_folder(home, given, tmp_path, capsys):
    assert entry.run(["export", "--home", str(home), str(tmp_path / "out")]) == 0
    assert "not sealed" in capsys.readouterr().out
    assert (tmp_path / "out").is_dir()
    assert entry.run(["export", "--home", str(home), str(tmp_path)]) == 64


def test_a_backup_goes_where_it_is_sent(home, given, tmp_path):
    aim = tmp_path / "elsewhere"
    assert entry.run(["backup", "--home", str(home), "--to", str(aim)]) == 0
    assert len(list(aim.glob("*.reattune"))) == 1
    assert backups.listed(home) == ()


def test_a_folder_that_is_away_is_named(home, given, tmp_path, capsys):
    stick = tmp_path / "stick"
    entry.run(["backup", "--home", str(home), "--to", str(stick)])
    stick.rename(tmp_path / "drawer")
    assert entry.run(["backup", "--home", str(home)]) == 0
    assert f"The folder {stick} is not there now" in capsys.readouterr().out


def test_the_passphrase_can_be_piped_in(home, monkeypatch):
    piped(monkeypatch, f"{PASSPHRASE}\r\nnot this line\n")
    assert entry.run(["backup", "--home", str(home)]) == 0


def test_at_a_terminal_it_is_asked_for_without_being_shown(home, monkeypatch):
    piped(monkeypatch, "")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    asked = []
    monkeypatch.setattr("getpass.getpass", lambda words: asked.append(words) or PASSPHRASE)
    assert entry.run(["backup", "--home", str(home)]) == 0
    assert asked == ["Passphrase: "]


def test_where_no_passphrase_came_it_is_said_how_to_give_one(home, monkeypatch, capsys):
    piped(monkeypatch, "")
    assert entry.run(["backup", "--home", str(home)]) == 64
    assert "No passphrase came" in capsys.readouterr().err
    piped(monkeypatch, f"{PASSPHRASE}\n")
    assert entry.run(["backup", "--home", str(home)]) == 0


def test_a_wrong_passphrase_is_said_and_makes_nothing(home, monkeypatch, capsys):
    piped(monkeypatch, "seven quiet herons at dawn\n")
    assert entry.run(["backup", "--home", str(home)]) == 64
    assert "does not open" in capsys.readouterr().err
    assert backups.listed(home) == ()


@pytest.mark.parametrize("name", ["backup", "rekey", "doctor"])
def test_where_there_is_no_practice_it_is_said(tmp_path, given, stand_in, capsys, name):
    stand_in("doctor", "examine", [])
    assert entry.run([name, "--home", str(tmp_path / "empty")]) == 2
    assert "no practice in" in capsys.readouterr().err
    assert not (tmp_path / "empty").exists()


def test_new_keys_bring_a_new_code(home, given, stand_in, capsys):
    calls = stand_in("rekeying", "rekey", "ABCD-EFGH")
    assert entry.run(["rekey", "--home", str(home)]) == 0
    assert calls == [(PASSPHRASE,)]
    assert "\n    ABCD-EFGH\n" in capsys.readouterr().out
    assert not desk.is_open()


@pytest.mark.parametrize(("backup", "aim"), [("a.reattune", "backups/a.reattune"), ("away/b.reattune", "")])
def test_a_backup_is_put_back_by_its_name_or_its_place(home, given, stand_in, capsys, backup, aim):
    @dataclass
    class Restored:
        words: str = "It is as it was on 3 May."

    calls = stand_in("restoring", "restore", Restored())
    assert entry.run(["restore", backup, "--home", str(home)]) == 0
    ((where, found, passphrase),) = calls
    assert (where, passphrase) == (home, PASSPHRASE)
    assert found == (home / aim if aim else Path(backup))
    assert "as it was on 3 May" in capsys.readouterr().out


@pytest.mark.parametrize("words", [["restore", "a.reattune"], ["rekey"]])
def test_nothing_is_replaced_under_a_desk_that_is_open(home, given, stand_in, capsys, words):
    calls = stand_in("restoring", "restore", None)
    stand_in("rekeying", "rekey", None)
    with held(home) as file:
        file.say(1)
        assert entry.run([*words, "--home", str(home)]) == 64
    assert "close it there first" in capsys.readouterr().err
    assert calls == []


def test_doctor_tells_each_finding_and_ends_accordingly(home, given, stand_in, capsys):
    calls = stand_in("doctor", "examine", [Finding(True, "The header is whole."), Finding(True, "So is the audit.")])
    assert entry.run(["doctor", "--home", str(home)]) == 0
    assert calls == [(home, PASSPHRASE)]
    assert "Everything is in order." in capsys.readouterr().out
    stand_in("doctor", "examine", [Finding(True, "The header is whole."), Finding(False, "No backup.", "Make one.")])
    assert entry.run(["doctor", "--home", str(home)]) == 2
    said = capsys.readouterr().out
    assert "! No backup.\n  Make one.\n" in said
    assert "in order" not in said


@pytest.mark.parametrize(
    ("system", "variables", "home"),
    [
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/reattune"),
        ("linux", {"XDG_DATA_HOME": "not/absolute"}, "/me/.local/share/reattune"),
        ("linux", {}, "/me/.local/share/reattune"),
        ("darwin", {}, "/me/Library/Application Support/reattune"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/reattune"),
        ("win32", {}, "/me/AppData/Local/reattune"),
    ],
)
def test_ones_own_practice_is_where_the_system_keeps_such_data(monkeypatch, system, variables, home):
    monkeypatch.setattr("sys.platform", system)
    monkeypatch.setattr(Path, "home", lambda: Path("/me"))
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert commands.own_home() == Path(home)


def test_open_takes_a_port_and_no_browser(home, monkeypatch):
    served = []
    monkeypatch.setattr("reattune.practice.serving.serve", lambda *words, **options: served.append((words, options)))
    assert entry.run(["open", "--home", str(home), "--port", "8500", "--no-browser"]) == 0
    ((words, options),) = served
    assert words == (home, 8500)
    assert options["open_browser"] is False
