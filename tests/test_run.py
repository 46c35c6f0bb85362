"""The bootstrap: what it decides, and what it says when something is missing. Nothing is installed here."""

import importlib.util
import os
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def run(tmp_path, monkeypatch):
    """The script as a module, in a checkout of its own, with every program call noted and made to succeed."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    loader = SourceFileLoader("run_script", str(ROOT / "run"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("run_script", loader))
    loader.exec_module(module)
    for name in ("requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(module, "PYPROJECT", tmp_path / "pyproject.toml")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "installed.stamp")
    monkeypatch.setattr(module, "calls", [], raising=False)
    monkeypatch.setattr(module, "is_root", lambda: False)
    monkeypatch.setattr(module, "find_uv", lambda: None)

    def call(*words):
        module.calls.append(tuple(str(word) for word in words))
        if "venv" in words:
            make_python(module)
        return 0

    monkeypatch.setattr(module, "call", call)
    return module


def make_python(module):
    python = module.inside("python")
    python.parent.mkdir(parents=True, exist_ok=True)
    python.touch()


def installs(module):
    return [words for words in module.calls if "install" in words]


def test_a_fresh_checkout_is_set_up_with_hashes_and_then_without_dependencies(run):
    run.set_up()
    lock, own = installs(run)
    assert "--require-hashes" in lock
    assert str(run.LOCK) in lock
    assert {"--no-deps", "--no-build-isolation", "--no-index", "-e"} <= set(own)
    assert run.is_ready()


def test_uv_is_used_where_there_is_one(run, monkeypatch):
    monkeypatch.setattr(run, "find_uv", lambda: "/some/uv")
    run.set_up()
    lock, own = installs(run)
    assert lock[:3] == own[:3] == ("/some/uv", "pip", "install")
    assert "--require-hashes" in lock
    assert "--offline" in own


def test_pip_takes_over_where_uv_cannot(run, monkeypatch):
    monkeypatch.setattr(run, "find_uv", lambda: "/some/uv")
    monkeypatch.setattr(run, "install_with_uv", lambda _uv: False)
    run.set_up()
    assert all("pip" in words for words in installs(run))
    assert run.is_ready()


def test_a_second_start_installs_nothing(run):
    run.set_up()
    run.calls.clear()
    run.set_up()
    assert run.calls == []


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_file_is_installed_anew_in_the_same_environment(run, name):
    run.set_up()
    run.calls.clear()
    (run.ROOT / name).write_text("changed")
    assert not run.is_ready()
    run.set_up()
    assert len(installs(run)) == 2
    assert not [words for words in run.calls if "--clear" in words]


def test_two_files_that_swap_their_content_are_a_change(run):
    before = run.fingerprint()
    run.LOCK.write_text("pyproject.toml")
    run.PYPROJECT.write_text("requirements.lock")
    assert run.fingerprint() != before


def test_a_checkout_that_was_moved_gets_a_new_environment(run):
    run.set_up()
    run.calls.clear()
    run.STAMP.write_text(run.fingerprint().replace(str(run.ROOT), "elsewhere"))
    run.set_up()
    assert [words for words in run.calls if "--clear" in words]


def test_an_environment_whose_python_is_gone_is_made_again(run):
    run.set_up()
    run.inside("python").unlink()
    run.calls.clear()
    run.set_up()
    assert [words for words in run.calls if "--clear" in words]


def test_an_interrupted_installation_is_not_taken_for_a_complete_one(run, monkeypatch):
    run.set_up()
    run.LOCK.write_text("changed")
    monkeypatch.setattr(run, "install_with_pip", lambda: False)
    with pytest.raises(run.SetUpError, match=r"requirements\.lock"):
        run.set_up()
    assert not run.STAMP.exists()


def test_without_ensurepip_the_package_to_install_is_named(run, monkeypatch):
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else real(name))
    with pytest.raises(run.SetUpError, match="apt-get install python3-venv"):
        run.set_up()


def test_root_on_debian_installs_it(run, monkeypatch):
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else real(name))
    monkeypatch.setattr(run, "is_root", lambda: True)
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}")
    run.set_up()
    assert [words for words in run.calls if "python3-venv" in words]


def test_chromium_is_only_asked_for_where_a_test_wants_it(run):
    tests = run.ROOT / "tests" / "cli"
    tests.mkdir(parents=True)
    (tests / "test_page.py").write_text("def test_x(): pass")
    assert not run.wants("chromium", run.ROOT / "tests")
    (tests / "test_browser.py").write_text('@pytest.mark.system("chromium")\ndef test_x(): pass')
    assert run.wants("chromium", run.ROOT / "tests")


def test_what_is_missing_for_the_tests_is_said_before_they_start(run, monkeypatch, capsys):
    monkeypatch.setattr(run, "wants", lambda _part, _tests: True)
    monkeypatch.setattr(run, "is_here", lambda _part: False)
    assert run.test(["-x"]) == 0
    said = capsys.readouterr().out
    assert "apt-get install chromium" in said
    assert "apt-get install postgresql" in said
    assert run.calls[-1][1:] == ("-m", "pytest", "-x")


def test_all_tests_are_also_run_on_a_server_where_there_is_one(run, monkeypatch, capsys):
    monkeypatch.setattr(run, "wants", lambda part, _tests: part == "postgresql")
    monkeypatch.setattr(run, "is_here", lambda _part: True)
    besides = []
    monkeypatch.setattr(run, "beside", lambda *words: besides.append(words) or (1, "2 passed, 1 failed"))
    assert run.test(["-x"]) == 0
    assert not besides
    assert run.test([]) == 1
    assert besides[0][:2] == ("env", "REATTUNE_TESTED_ON=postgresql")
    assert run.calls[-1][1:] == ("-m", "pytest", "-n", "2", "--dist", "loadfile")
    assert "on PostgreSQL: 2 passed, 1 failed" in capsys.readouterr().out


@pytest.fixture
def example(run):
    """The script with an example practice beside it."""
    practice = run.ROOT / "examples" / "practice"
    practice.mkdir(parents=True)
    (practice / "practice.toml").touch()
    return run


def test_the_demo_opens_the_desk_where_somebody_watches(example, monkeypatch):
    monkeypatch.setattr(example, "is_watched", lambda: True)
    assert example.demo(["--no-browser"]) == 0
    (words,) = example.calls
    assert words[1:] == ("-m", "reattune.practice.demo", "examples", str(example.DEMO), "--no-browser")


def test_the_demo_only_looks_once_where_nobody_watches(example, monkeypatch):
    monkeypatch.setattr(example, "is_watched", lambda: False)
    assert example.demo([]) == 0
    (words,) = example.calls
    assert words[1] == "examples/look_once.py"
    assert words[2:] == (words[0], "-m", "reattune.practice.demo", "examples", str(example.DEMO), "--no-browser")


@pytest.mark.parametrize(("ci", "terminal", "watched"), [("true", True, False), ("", False, False), ("", True, True)])
def test_nobody_watches_in_ci_or_without_a_terminal(run, monkeypatch, ci, terminal, watched):
    monkeypatch.setenv("CI", ci)
    for stream in ("stdin", "stdout"):
        monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: terminal, raising=False)
    assert run.is_watched() is watched


def test_the_demo_report_says_where_the_page_is(example, capsys):
    assert example.demo(["report"]) == 0
    (words,) = example.calls
    assert words[1:5] == ("notice", str(Path("examples", "practice")), "--as-of", "2026-06-30")
    assert (example.ROOT / "demo" / "noticing.html").as_uri() in capsys.readouterr().out


def test_the_demo_without_its_practice_says_how_to_make_it(run):
    with pytest.raises(run.SetUpError, match="make_practice"):
        run.demo([])


def test_every_check_is_made_even_when_the_first_finds_something(run, monkeypatch):
    seen = []
    monkeypatch.setattr(run, "call", lambda *words: seen.append(words) or (1 if len(seen) == 1 else 0))
    assert run.check([]) == 1
    assert len(seen) == 3


def test_benchmarks_are_listed_with_what_they_promise(run, capsys):
    (run.ROOT / "benchmarks").mkdir()
    (run.ROOT / "benchmarks" / "speed.py").write_text('"""How fast it is."""\n')
    assert run.bench([]) == 0
    assert "How fast it is." in capsys.readouterr().out
    with pytest.raises(run.SetUpError, match="no benchmark called sped"):
        run.bench(["sped"])
    run.bench(["speed", "--all"])
    assert run.calls[-1][1:] == (str(run.ROOT / "benchmarks" / "speed.py"), "--all")


def test_a_word_it_does_not_know_is_wrong_usage(run, capsys):
    assert run.main(["dance"]) == 64
    assert run.main(["--help"]) == 0
    assert "./run demo" in capsys.readouterr().out


def test_the_script_needs_nothing_but_the_standard_library():
    outcome = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "run"), "--help"], capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 0, outcome.stderr
    assert "./run test" in outcome.stdout


def outcome_of_tests(folder, **environment):
    """Run two tests, one of them in need of a browser, with the project's own conftest on an empty PATH."""
    (folder / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    (folder / "pytest.ini").write_text("[pytest]")
    (folder / "test_it.py").write_text(
        'import pytest\n@pytest.mark.system("chromium")\ndef test_page(): pass\ndef test_plain(): pass\n'
    )
    surroundings = (
        {key: value for key, value in os.environ.items() if key != "CI"} | {"PATH": str(folder)} | environment
    )
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)


def test_a_missing_part_is_named_in_the_closing_lines(tmp_path):
    outcome = outcome_of_tests(tmp_path)
    assert outcome.returncode == 0
    assert "NOT RUN: 1 test(s) need chromium. To run them: apt-get install chromium" in outcome.stdout
    assert "test_it.py::test_page" in outcome.stdout


def test_a_missing_part_fails_where_nothing_may_be_left_out(tmp_path):
    outcome = outcome_of_tests(tmp_path, CI="true")
    assert outcome.returncode == 1
    assert "1 passed, 1 error" in outcome.stdout
