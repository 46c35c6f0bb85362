"""The one door: which command goes where, and that none waits for what only others need."""

import json
import os
import subprocess
import sys

import pytest

from reattune import entry


def run(*words):
    program = "import sys; from reattune.entry import run; status = run(sys.argv[1:]); "
    program += "print(status, 'django' in sys.modules, 'scipy' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", program, *words], capture_output=True, text=True, check=True)
    *said, last = found.stdout.splitlines()
    return "\n".join(said), last.split(), found.stderr


def test_help_lists_the_desk_and_the_command_line():
    said, (status, django, _scipy), _trouble = run("--help")
    assert (status, django) == ("0", "False")
    for name in (
        "open",
        "backup",
        "restore",
        "rekey",
        "doctor",
        "export",
        "notice",
        "why",
        "check",
        "calibrate",
        "criteria",
    ):
        assert f"\n  {name} " in said
    assert "..." not in said.partition("Commands:")[2]


@pytest.mark.parametrize("words", [("check", "examples/practice", "--as-of", "2026-06-30"), ("--version",)])
def test_the_command_line_does_not_wait_for_the_desk(words):
    _said, (status, django, _scipy), _trouble = run(*words)
    assert (status, django) == ("0", "False")


def test_wrong_usage_is_said_and_ends_with_64():
    assert run("dance")[1][0] == "64"
    assert run("open", "--port", "seventy")[1][0] == "64"


def test_without_any_word_the_persons_own_desk_is_opened(monkeypatch, tmp_path):
    served = []
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("reattune.practice.serving.serve", lambda *words, **options: served.append((words, options)))
    assert entry.run([]) == 0
    ((words, options),) = served
    assert words == (tmp_path / "reattune", 0)
    assert options["open_browser"]


def test_main_ends_with_the_status(monkeypatch):
    monkeypatch.setattr("sys.argv", ["reattune", "dance"])
    with pytest.raises(SystemExit) as ending:
        entry.main()
    assert ending.value.code == 64


@pytest.mark.parametrize("words", [["notice"], ["why"], ["notice", "--json", "-"]])
def test_a_terminal_that_knows_few_letters_is_no_reason_to_refuse(words):
    command, *more = words
    program = "import sys; sys.argv[0] = 'reattune'; from reattune.entry import main; main()"
    found = subprocess.run(
        [sys.executable, "-c", program, command, "examples/practice/heron", "--as-of", "2026-06-30", *more],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert (found.returncode, found.stderr) == (0, b"")
    assert b"heron" in found.stdout
    if more:
        assert json.loads(found.stdout.decode("utf-8"))


@pytest.mark.parametrize(
    ("words", "said", "kept"), [("listen", None, "1"), ("watch", None, "1"), ("watch", "3", "3"), ("check", None, None)]
)
def test_recordings_are_gone_through_on_one_thread_unless_told_otherwise(words, said, kept):
    program = (
        "import os, sys; from reattune import entry; early = 'numpy' in sys.modules; entry.run([sys.argv[1], '--help'])\n"
        "print(early, os.environ.get('OMP_NUM_THREADS'), os.environ.get('OPENBLAS_NUM_THREADS'))"
    )
    surroundings = {key: value for key, value in os.environ.items() if key not in entry.ONE_THREAD}
    if said:
        surroundings |= dict.fromkeys(entry.ONE_THREAD, said)
    command = [sys.executable, "-c", program, words]
    found = subprocess.run(command, capture_output=True, text=True, check=True, env=surroundings)
    assert found.stdout.splitlines()[-1] == f"False {kept} {kept}"
