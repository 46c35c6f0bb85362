"""People at the terminal of whoever runs the server."""

import re

import pytest
from typer.testing import CliRunner

from reattune.errors import ReattuneError
from reattune.practice import models, people, people_commands

PASSPHRASE = "seven quiet herons at dusk"


@pytest.fixture
def run(home, monkeypatch):
    """Run a command on this test's practice; return what it printed."""
    monkeypatch.setenv("REATTUNE_PASSPHRASE", PASSPHRASE)

    def made(*words):
        found = CliRunner().invoke(people_commands.app, [*words, "--home", str(home)])
        if isinstance(found.exception, ReattuneError):
            raise found.exception
        assert found.exit_code == 0, found.output
        return found.output

    return made


@pytest.fixture
def look(home):
    """Ask the store something, opened for it."""
    from reattune.practice import desk

    def made(work):
        desk.unlock(PASSPHRASE)
        try:
            return work()
        finally:
            desk.lock()

    return made


def test_somebody_is_added_and_their_link_is_printed(run, look):
    said = run("add", "a.brook", "--role", "therapist", "--address", "https://practice.example")
    token = re.search(r"https://practice\.example/sign-in/first/([\w-]+)/", said)[1]
    assert look(lambda: people.by_link(token).name) == "a.brook"
    assert "a.brook  therapist" in run("list")


def test_a_new_link_and_an_end(run, look):
    run("add", "a.brook", "--role", "manager")
    assert "/sign-in/first/" in run("link", "A.Brook")
    assert "a.brook" in run("stop", "a.brook")
    assert "(let in no more)" in run("list")
    assert look(lambda: models.Person.objects.get().active) is False


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "x", "--role", "client"), "no role here"),
        (("link", "nobody"), "Nobody signs in as"),
        (("stop", "nobody"), "Nobody signs in as"),
    ],
)
def test_what_cannot_be_is_said(run, words, said):
    with pytest.raises(ReattuneError, match=said):
        run(*words)
