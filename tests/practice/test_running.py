"""One desk at a time for a practice, among programs and within one."""

import subprocess
import sys
import time

import pytest

from reattune.practice import running
from reattune.practice.running import Running, RunningError, held, refuse_if_running

OTHER = """
import sys, time
from pathlib import Path
from reattune.practice.running import held
with held(Path(sys.argv[1])) as file:
    file.say(4321)
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def other(tmp_path):
    """Another program that holds the practice."""
    program = subprocess.Popen([sys.executable, "-c", OTHER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert program.stdout.readline() == "held\n"
    yield program
    program.kill()
    program.wait()
    program.stdout.close()


def test_a_second_one_is_told_where_the_first_answers(tmp_path, other):
    with pytest.raises(RunningError, match="open for this practice already") as caught, held(tmp_path):
        pass
    assert caught.value.where == Running(other.pid, 4321)


def test_what_a_killed_program_held_is_free(tmp_path, other):
    other.kill()
    other.wait()
    with held(tmp_path) as file:
        file.say(1)


def test_it_can_be_held_again_and_no_former_port_is_left(tmp_path):
    with held(tmp_path) as file:
        file.say(65_535)
        file.say(80)
        assert '"port": 80}' in (tmp_path / running.NAME).read_text()
    assert (tmp_path / running.NAME).read_text() == ""
    with held(tmp_path):
        pass


def test_one_that_never_says_where_it_answers_is_still_not_joined(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "PATIENCE", 0.2)
    with held(tmp_path):
        began = time.monotonic()
        with pytest.raises(RunningError) as caught, held(tmp_path):
            pass
        assert time.monotonic() - began >= 0.2
    assert caught.value.where is None


def test_keys_are_not_replaced_under_a_desk_that_runs(tmp_path):
    refuse_if_running(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
    refuse_if_running(tmp_path)
    with held(tmp_path) as file:
        file.say(1)
        with pytest.raises(RunningError):
            refuse_if_running(tmp_path)


def test_a_disk_without_locks_is_no_hindrance(tmp_path, monkeypatch):
    def no_locks(*_words):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with held(tmp_path) as file:
        file.say(1)
