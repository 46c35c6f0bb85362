"""A practice to test with: set up once, copied for each test, opened with a cheap key."""

import os
import select
import shutil
import signal
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reattune.practice.settings")

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.test import Client as Browser

from reattune.practice import clients, clock, desk, models
from reattune.practice.keeping import keep
from reattune.practice.vault import Cost, Vault

PASSPHRASE = "seven quiet herons at dusk"
# The name that Django's own test browser asks for; the desk itself answers to this computer's names alone.
settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
TODAY = date(2026, 6, 30)


def _lock() -> None:
    connection.close()
    desk.lock()


@pytest.fixture(scope="session")
def made_practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice that was set up and locked again; copied, never opened itself."""
    home = tmp_path_factory.mktemp("made") / "practice"
    vault, _code = Vault.create(home, PASSPHRASE, cost=CHEAP)
    vault.close()
    desk.at(home)
    desk.unlock(PASSPHRASE)
    keep(
        set_up=True,
        sheet=True,
        turn_to="The register of therapists.",
        safety="Call 111, or 999 in an emergency.",
        time_zone="Europe/London",
        holidays="GB-ENG",
    )
    _lock()
    return home


@pytest.fixture
def home(made_practice: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A locked practice of this test's own, on 30 June 2026; desk.home() is this folder."""
    monkeypatch.setenv(clock.DAY, TODAY.isoformat())
    own = tmp_path / "practice"
    shutil.copytree(made_practice, own)
    desk.at(own)
    yield own
    _lock()


@pytest.fixture
def killed() -> Callable[[Callable[[Callable[[str], None]], None], float], list[list[str]]]:
    """Do something for ever in a process of its own, kill it, and return the words of each line it said."""

    def made(work: Callable[[Callable[[str], None]], None], seconds: float) -> list[list[str]]:
        read, write = os.pipe()
        pid = os.fork()
        if pid == 0:
            try:
                os.close(read)
                work(lambda line: os.write(write, f"{line}\n".encode()))
            finally:
                os._exit(1)
        os.close(write)
        # The clock starts with the first thing said, so that every kill meets a process at work.
        select.select([read], [], [], 30)
        select.select([], [], [], seconds)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        with os.fdopen(read, "rb") as said:
            return [line.split() for line in said.read().decode().splitlines() if " " in line]

    return made


@pytest.fixture
def store(home: Path) -> Path:
    """The practice, unlocked."""
    desk.unlock(PASSPHRASE)
    return home


@pytest.fixture
def browser(store: Path) -> Browser:
    """A browser that was let in; it follows no redirects by itself and enforces CSRF nowhere."""
    window = Browser()
    window.post("/unlock/?next=/help/", {"passphrase": PASSPHRASE})
    return window


@pytest.fixture
def new_client(store: Path) -> Callable[..., models.Client]:
    """Make a client with a key: `new_client("heron", dates_agreed=TODAY)`."""
    return clients.add
