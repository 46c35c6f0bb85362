"""The analysis in a program of its own: told over its input, ended with the desk, never a secret in the open."""

import json
import subprocess
import sys

import pytest

from reattune.errors import ReattuneError
from reattune.practice.recorded import apart, finding, kept


def test_a_damaged_file_is_told_in_words(here):
    with kept.path_of(here.pk).open("r+b") as file:
        file.seek(500)
        file.write(b"\x00\x01\x02")
    with pytest.raises(ReattuneError, match="was changed or cut off"):
        list(apart.run(finding.task_of(here)))


def test_the_key_stands_in_no_command_line(here, monkeypatch):
    started = []
    real = subprocess.Popen

    def popen(command, **rest):
        started.append(command)
        return real(command, **rest)

    monkeypatch.setattr(apart.subprocess, "Popen", popen)
    with pytest.raises(ReattuneError):
        list(apart.run({**finding.task_of(here), "path": "/nowhere"}))
    assert all(kept.key_of(here).hex() not in part for part in started[0])


def test_it_works_on_one_thread_unless_told_otherwise(here, monkeypatch):
    started = []
    real = subprocess.Popen

    def popen(command, **rest):
        started.append(rest["env"])
        return real(command, **rest)

    monkeypatch.setattr(apart.subprocess, "Popen", popen)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    with pytest.raises(ReattuneError):
        list(apart.run({**finding.task_of(here), "path": "/nowhere"}))
    assert (started[0]["OMP_NUM_THREADS"], started[0]["OPENBLAS_NUM_THREADS"]) == ("3", "1")


def test_it_ends_when_nobody_is_there_any_more(here):
    script = (
        "import reattune.practice.recorded.work as w, time; w.work = lambda *_: time.sleep(60);"
        "from reattune.practice.recorded import apart; apart.main()"
    )
    program = subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    program.stdin.write(json.dumps({"language": "en"}).encode() + b"\n")
    program.stdin.flush()
    assert json.loads(program.stdout.readline()) == {}
    program.stdin.close()
    assert program.wait(10) == 0
    program.stdout.close()


def test_an_end_from_outside_is_said(monkeypatch, here):
    monkeypatch.setattr(apart.sys, "executable", "/bin/true")
    with pytest.raises(ReattuneError, match="ended from outside"):
        list(apart.run(finding.task_of(here)))
