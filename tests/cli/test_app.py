"""How the program ends: 0 analysed, 2 nothing could be read, 64 wrong usage; and never a traceback."""

import json
import os
import subprocess
import sys

import pytest
import typer

from reattune.cli import app as door
from reattune.errors import NothingToReadError

APPOINTMENTS = "id,start,end,status\n1,2026-01-06T17:00,2026-01-06T17:50,attended\n2,2026-01-13T17:00,2026-01-13T17:50,did_not_attend\n3,soon,,attended\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "practice.toml").write_text('schema = "reattune.practice/1"\ntime_zone = "Europe/London"\n')
    (tmp_path / "heron").mkdir()
    (tmp_path / "heron" / "appointments.csv").write_text(APPOINTMENTS)
    return tmp_path


def test_a_folder_with_a_row_that_cannot_be_read_is_analysed(folder, capsys):
    assert door.run(["notice", str(folder), "--as-of", "2026-01-20"]) == 0
    out = capsys.readouterr().out
    assert "heron" in out
    assert "1 row set aside" in out


def test_files_are_written_and_named(folder, tmp_path_factory, capsys):
    out = tmp_path_factory.mktemp("out")
    page, data = out / "r.html", out / "r.json"
    given = ["notice", str(folder), "--as-of", "2026-01-20", "--html", str(page), "--json", str(data)]
    assert door.run(given) == 0
    first = page.read_bytes(), data.read_bytes()
    assert json.loads(data.read_text(encoding="utf-8"))["as_of"] == "2026-01-20"
    assert "r.html" in capsys.readouterr().out.replace("\n", "")
    assert door.run(given) == 0
    assert (page.read_bytes(), data.read_bytes()) == first


def test_json_alone_goes_to_standard_output(folder, capsys):
    assert door.run(["notice", str(folder), "--as-of", "2026-01-20", "--json", "-"]) == 0
    assert json.loads(capsys.readouterr().out)["schema"] == "reattune.noticing/1"


@pytest.mark.parametrize("command", ["why", "check"])
def test_the_other_commands_end_well(folder, command, capsys):
    assert door.run([command, str(folder / "heron"), "--as-of", "2026-01-20"]) == 0
    assert "heron" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["notice", "why", "check"])
def test_where_nothing_can_be_read_the_status_is_2(tmp_path, command, capsys):
    assert door.run([command, str(tmp_path / "nowhere")]) == 2
    (tmp_path / "empty").mkdir()
    assert door.run([command, str(tmp_path / "empty")]) == 2
    said = capsys.readouterr().err
    assert "nowhere" in said.replace("\n", "")
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "given",
    [
        ["notice"],
        ["notise", "."],
        ["notice", ".", "--as-of", "yesterday"],
        ["notice", ".", "--as-of", "2026-02-30"],
        ["notice", ".", "--as-of", "1899-12-31"],
        ["check", ".", "--as-of", "2200-01-01"],
        ["notice", ".", "--budget", "0"],
        ["notice", ".", "--budget", "nan"],
        ["notice", ".", "--budget", "much"],
        ["notice", ".", "--colour"],
        ["notice", ".", "one", "too many"],
        ["why", ".", "--budget", "-1"],
        [],
    ],
)
def test_wrong_usage_is_64(given, capsys):
    assert door.run(given) == 64
    assert "Traceback" not in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_64(folder, capsys):
    assert door.run(["notice", str(folder), "--as-of", "2026-01-20", "--html", str(folder / "no" / "r.html")]) == 64
    assert "could not be written" in capsys.readouterr().err


@pytest.mark.parametrize("given", [["--version"], ["--help"], ["notice", "--help"]])
def test_asking_for_help_ends_well(given, capsys):
    assert door.run(given) == 0
    assert "reattune" in capsys.readouterr().out


def test_something_unexpected_is_said_in_a_sentence(folder, monkeypatch, capsys):
    def broken(*_given, **_named):
        raise RuntimeError("inner")

    monkeypatch.setattr(door, "read_folder", broken)
    assert door.run(["check", str(folder)]) == 70
    said = capsys.readouterr().err
    assert "RuntimeError: inner" in said.replace("\n", " ")
    assert "Traceback" not in said


def test_the_whole_program_ends_with_the_same_status(folder):
    environment = {**os.environ, "COLUMNS": "100"}
    program = [sys.executable, "-c", "from reattune.cli import main; main()"]
    for given, status in ((["notice", str(folder)], 0), (["notice", "nowhere"], 2), (["notise"], 64)):
        done = subprocess.run([*program, *given], capture_output=True, env=environment, text=True, check=False)
        assert (done.returncode, "Traceback" in done.stderr) == (status, False)


def test_others_bring_commands_by_entry_point_and_never_replace_one(monkeypatch):
    class Entry:
        def __init__(self, name, brought):
            self.name, self.value, self.load = name, "x", lambda: brought

    def extra():
        """Bring something."""

    fresh = typer.Typer()
    fresh.command("notice")(lambda: None)
    monkeypatch.setattr(door, "app", fresh)
    found = {"reattune.commands": [Entry("notice", extra), Entry("extra", extra)]}
    monkeypatch.setattr(door, "entry_points", lambda group: found[group])
    door._join()
    names = [command.name for command in fresh.registered_commands]
    assert names == ["notice", "extra"]


def test_an_error_of_ours_keeps_its_sentence(monkeypatch, folder, capsys):
    def refuses(*_given, **_named):
        raise NothingToReadError("Nothing here; give another folder.")

    monkeypatch.setattr(door, "read_folder", refuses)
    assert door.run(["check", str(folder)]) == 2
    assert capsys.readouterr().err.strip() == "Nothing here; give another folder."


def test_leaving_early_is_quiet(monkeypatch, folder):
    def leaves(*_given, **_named):
        raise typer.Abort

    monkeypatch.setattr(door, "read_folder", leaves)
    assert door.run(["check", str(folder)]) == 130
