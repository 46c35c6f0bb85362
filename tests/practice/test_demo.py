"""The demonstration: made once, shown as a copy, and saying what the folder says."""

import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from datetime import date
from pathlib import Path

import pytest

from reattune.caseload import notice
from reattune.practice import demo, desk, models
from reattune.practice.keeping import kept
from reattune.reading import read_folder

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def made(cache):
    """The practice of the demonstration, made once for these tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REATTUNE_TODAY", demo.DAY.isoformat())
        said = []
        whole = demo.made(EXAMPLES, cache, said.append)
        assert any("14 of 14" in line for line in said)
        yield whole
        desk.lock()


@pytest.fixture
def opened(made, tmp_path, monkeypatch):
    monkeypatch.setenv("REATTUNE_TODAY", demo.DAY.isoformat())
    shutil.copytree(made, tmp_path / "practice")
    desk.at(tmp_path / "practice")
    desk.unlock(demo.PASSPHRASE)
    yield
    desk.lock()


def test_what_came_up_is_what_comes_up_in_the_folder(opened):
    caseload = notice(read_folder(EXAMPLES / "practice", as_of=demo.DAY), demo.DAY)
    expected = {codename: [each.at for each in one.noticings] for codename, one in caseload.noticed.items()}
    found = {
        one.codename: [row.at for row in models.Noticed.objects.filter(client=one)]
        for one in models.Client.objects.all()
    }
    assert {name: days for name, days in found.items() if days} == {
        name: days for name, days in expected.items() if days
    }


def test_the_invented_words_are_kept(opened):
    assert kept().set_up
    assert "invented" in kept().safety
    heron = models.Client.objects.get(codename="heron")
    (episode,) = heron.episodes.all()
    assert episode.hold_until == date(2026, 6, 30)
    assert episode.words["question"].startswith("What do I do with being glad")
    assert models.Moment.objects.filter(kept=True).count() == 3
    assert {one.felt for one in models.Moment.objects.all()} == {"met", "off", "unsure"}


def test_every_invented_verdict_is_about_something_that_came_up(opened):
    for one in models.Verdict.objects.all():
        assert models.Noticed.objects.filter(client=one.client, at=one.noticing).exists()


def test_it_is_made_once_and_anew_when_the_examples_change(made, cache, tmp_path):
    assert demo.made(EXAMPLES, cache, lambda _words: pytest.fail("made again")) == made
    other = tmp_path / "examples"
    shutil.copytree(EXAMPLES / "practice" / "wren", other / "practice" / "wren")
    shutil.copy(EXAMPLES / "desk.toml", other)
    before = demo.fingerprint(other)
    (other / "desk.toml").write_text('safety = "Something else."')
    assert len({before, demo.fingerprint(other), demo.fingerprint(EXAMPLES)}) == 3


def test_what_was_half_made_is_taken_away(tmp_path, monkeypatch):
    (tmp_path / "part-left").mkdir()
    (tmp_path / "former").mkdir()
    monkeypatch.setattr(demo, "_make", lambda _examples, home, _said: home.mkdir())
    whole = demo.made(EXAMPLES, tmp_path)
    assert list(tmp_path.iterdir()) == [whole]


def test_it_lets_the_browser_in_that_it_opens(made, cache):
    command = [sys.executable, "-m", "reattune.practice.demo", str(EXAMPLES), str(cache), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        lines = []
        for line in program.stdout:
            lines.append(line)
            if found := re.search(r"http://\S+", line):
                break
        try:
            browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            with browser.open(found.group(), timeout=60) as answer:
                page = answer.read().decode()
            with pytest.raises(urllib.error.HTTPError, match="403"):
                urllib.request.urlopen(found.group(), timeout=60)
        finally:
            program.terminate()
            rest = program.stdout.read()
    assert "heron" in page
    assert "None of these people exists" in "".join(lines)
    assert demo.PASSPHRASE in "".join(lines)
    assert rest.endswith("The desk is locked and closed.\n")


def test_ctrl_c_while_it_is_made_is_no_error(monkeypatch, tmp_path):
    def interrupted(*_words, **_options):
        raise KeyboardInterrupt

    monkeypatch.setenv("REATTUNE_TODAY", "2026-06-30")
    monkeypatch.setattr(demo, "show", interrupted)
    assert demo.main([str(EXAMPLES), str(tmp_path)]) == 130
