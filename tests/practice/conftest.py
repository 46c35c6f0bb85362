"""A practice to test with: set up once, copied for each test, opened with a cheap key."""

import base64
import json
import os
import secrets
import select
import shutil
import signal
import textwrap
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reattune.practice.settings")

import django

django.setup()

from argon2 import PasswordHasher
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.db import connection
from django.test import Client as Browser

from reattune.practice import clients, clock, desk, models, scope, signing
from reattune.practice.check_in import letter
from reattune.practice.keeping import keep
from reattune.practice.postgres import connecting
from reattune.practice.vault import Cost, Vault

PASSPHRASE = "seven quiet herons at dusk"
# The name that Django's own test browser asks for; the desk itself answers to this computer's names alone.
settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
TODAY = date(2026, 6, 30)


STORE = "REATTUNE_TESTED_ON"
"""With "postgresql" in this variable, what matters here runs once more, on a PostgreSQL server of its own; with
"postgresql-whole" all that can."""
ON_POSTGRES = os.environ.get(STORE, "").startswith("postgresql")
IN_ANY_CASE = ("postgres", "matrix/test_wrong_page.py")
"""What runs on PostgreSQL whatever the variable says."""
ASKS_NO_STORE = (
    *(f"test_{one}.py" for one in ("callers", "clock", "deciding", "door", "episode_form", "episode_words", "facing")),
    *(f"test_{one}.py" for one in ("handing", "idling", "learnt", "letting_in", "looking", "picture", "policy")),
    *(f"test_{one}.py" for one in ("portrait", "preferences", "quiet", "rendering")),
    *(f"test_{one}.py" for one in ("second_step", "slots", "talk_form", "typed", "urls", "waiting", "warming")),
    *(f"importing/test_{one}.py" for one in ("address", "columns", "folder", "killed", "reading", "recognising")),
    *(f"check_in/test_{one}.py" for one in ("letter_page", "letter_words", "own_form", "sheet", "wording")),
    *(f"supervision/test_{one}.py" for one in ("anonymising", "ordinals", "paper", "sheet")),
    *("api/test_mounted.py", "mapping", "voices/test_sides.py", "voices/test_side_words.py", "matrix/test_nonsense.py"),
)
"""What comes out the same whatever is kept where, asks little of it, or takes minutes."""
OF_FILES = (
    "browser",
    "pages/test_backing.py",
    "pages/test_beginning.py",
    "recorded/test_kept_through.py",
    "sqlcipher",
    "store",
    "vault",
    "test_carried.py",
    "test_commands.py",
    "test_demo.py",
    "test_running.py",
    "test_seeding.py",
    "test_serving.py",
    "test_traces.py",
    "test_unseen.py",
    "test_vendor.py",
)
"""What is about the sealed file itself, or about nothing that is kept."""
IN_BRIEF = (
    "agreement",
    "capture",
    "consent",
    "entering",
    "likening",
    "mine",
    "register",
    "talking",
)
"""Of the pages, those that are tried in the shorter pass, too; every page is asked for in `matrix`, by everybody."""


def _left_out() -> Iterator[str]:
    """Yield what does not run on PostgreSQL."""
    yield from (*OF_FILES, *IN_ANY_CASE)
    if os.environ[STORE] == "postgresql":
        yield from ASKS_NO_STORE
        for one in sorted((Path(__file__).parent / "pages").glob("test_*.py")):
            if not one.name.removeprefix("test_").startswith(IN_BRIEF):
                yield f"pages/{one.name}"


collect_ignore = tuple(_left_out()) if ON_POSTGRES else ()


def _lock() -> None:
    connection.close()
    desk.lock()


def _set_up(home: Path) -> Path:
    """Set a practice up and lock it again; copied, never opened itself."""
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


@pytest.fixture(scope="session")
def made_practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice in a file."""
    return _set_up(tmp_path_factory.mktemp("made") / "practice")


@pytest.fixture(scope="session")
def made_served(server: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice in the server's database "made"."""
    server.say("CREATE DATABASE made OWNER reattune")
    former = connecting.change(connecting.settings_of(server.address("made")))
    home = _set_up(tmp_path_factory.mktemp("served") / "practice")
    connecting.change(former)
    return home


@pytest.fixture
def database(server: Any, made_served: Path, tmp_path: Path) -> Iterator[str]:
    """This test's own copy of the practice in a database, in use; its address."""
    own = f"of_{os.getpid()}"
    server.say(
        f"DROP DATABASE IF EXISTS {own} WITH (FORCE)",
        f"CREATE DATABASE {own} OWNER reattune TEMPLATE made STRATEGY file_copy",
    )
    former = connecting.change(connecting.settings_of(server.address(own)))
    yield server.address(own)
    connecting.change(former)


def _home(made: Path, tmp_path: Path) -> Iterator[Path]:
    own = tmp_path / "practice"
    shutil.copytree(made, own)
    desk.at(own)
    yield own
    _lock()


@pytest.fixture
def served_home(database: str, made_served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A closed practice in a database of this test's own, on 30 June 2026."""
    monkeypatch.setenv(clock.DAY, TODAY.isoformat())
    yield from _home(made_served, tmp_path)


@pytest.fixture
def home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A locked practice of this test's own, on 30 June 2026; desk.home() is this folder."""
    if ON_POSTGRES:
        yield request.getfixturevalue("served_home")
        return
    monkeypatch.setenv(clock.DAY, TODAY.isoformat())
    yield from _home(request.getfixturevalue("made_practice"), tmp_path)


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


@pytest.fixture
def shared(store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The practice, unlocked, used by several people; nobody's rows are seen where nobody said whose may be."""
    monkeypatch.setattr(signing, "HASHER", PasswordHasher(time_cost=1, memory_cost=64, parallelism=1))
    monkeypatch.setattr(signing, "_nobodys", [])
    signing.WAITS.clear_all()
    scope.shared_practice(shared=True)
    yield store
    scope.shared_practice(shared=False)


@pytest.fixture
def seal(store: Path) -> Callable[..., str]:
    """Seal what a letter says as the client's page does: `seal(heron, answers=[...])`, or `seal(heron, plain=b"...")`."""

    def made(client: models.Client, *, plain: bytes | None = None, key: bytes = b"", **said: object) -> str:
        head = {"version": 1, "sending": secrets.token_hex(16), "to": letter.token(client)}
        content = {**head, "when": "after", "day": TODAY.isoformat(), "answers": [], "forms": [], **said}
        words = plain if plain is not None else json.dumps(content).encode()
        once, public, iv = ec.generate_private_key(ec.SECP256R1()), key or letter.public(), secrets.token_bytes(12)
        point = once.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), public)
        agreed = once.exchange(ec.ECDH(), theirs)
        derived = HKDF(SHA256(), 32, salt=None, info=b"reattune letter" + point + public).derive(agreed)
        closed = AESGCM(derived).encrypt(iv, words.ljust(16 * 1024), b"RLTR1")
        lines = textwrap.wrap(base64.b64encode(b"RLTR1" + point + iv + closed).decode(), 64)
        return "\n".join([letter.BEGIN, *lines, letter.END, ""])

    return made


@pytest.fixture
def asking(store: Path) -> None:
    """A practice that said when check-ins are read, so that they are open."""
    keep(read_when="On working days, before six.")
