"""What tests may ask of the machine: `@pytest.mark.system("chromium")`, and what is said when it is not there."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

# Tests run beside each other; products of matrices that take every processor would only stand in each other's way.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest
from hypothesis import HealthCheck, settings

# Speed is measured in benchmarks, never asserted: a busy machine may not turn a test red.
settings.register_profile("reattune", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reattune")

PARTS = {
    "chromium": (("chromium", "chromium-browser", "google-chrome"), "apt-get install chromium"),
    "postgresql": (("initdb",), "apt-get install postgresql"),
    "ffmpeg": (("ffmpeg",), "apt-get install ffmpeg"),
    "espeak-ng": (("espeak-ng",), "apt-get install espeak-ng"),
}
"""Each part of the system a test may need: the programs that provide it, and how to install it on Debian."""

NOT_RUN = pytest.StashKey[dict[str, list[str]]]()


def where(part: str) -> str | None:
    """Return the path of the program that provides a part of the system, if it is installed."""
    programs, _ = PARTS[part]
    # Debian keeps each version's own programs of PostgreSQL aside.
    aside = sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)
    places = os.pathsep.join((os.environ.get("PATH", os.defpath), *aside))
    return next((path for one in programs if (path := shutil.which(one, path=places))), None)


def need(part: str, nodeid: str, config: pytest.Config) -> str:
    """Return the path of a part; without it the test is skipped aloud, or fails where CI=true."""
    if part not in PARTS:
        pytest.fail(f'system("{part}"): tests/conftest.py knows only {", ".join(sorted(PARTS))}', pytrace=False)
    path = where(part)
    if path is not None:
        return path
    config.stash[NOT_RUN].setdefault(part, []).append(nodeid)
    why = f"{part} is not installed; on Debian: {PARTS[part][1]}"
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(f"CI=true leaves nothing out, but {why}", pytrace=False)
    pytest.skip(why)


def pytest_configure(config: pytest.Config) -> None:
    """Announce the marker."""
    config.addinivalue_line("markers", "system(part, ...): needs a part of the system, such as chromium")
    config.stash[NOT_RUN] = {}


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Look for what a test needs before it starts."""
    for marker in item.iter_markers("system"):
        for part in marker.args:
            need(part, item.nodeid, item.config)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Close with what could not be run here, and what to install."""
    for line in closing(config.stash[NOT_RUN]):
        terminalreporter.write_line(line, yellow=True)


def closing(not_run: dict[str, list[str]]) -> Iterator[str]:
    """Say, for each missing part, how many tests were not run and what to install."""
    for part, nodeids in sorted(not_run.items()):
        what: Sequence[str] = sorted(set(nodeids))
        yield f"NOT RUN: {len(what)} test(s) need {part}. To run them: {PARTS[part][1]}"
        yield from (f"  {nodeid}" for nodeid in what)


@pytest.fixture(scope="session")
def initdb(request: pytest.FixtureRequest) -> str:
    """The path of the program that makes a PostgreSQL server's folder; its others lie beside it."""
    return need("postgresql", request.node.nodeid or "a PostgreSQL server", request.config)


@pytest.fixture
def chromium(request: pytest.FixtureRequest) -> str:
    """The path of Chromium."""
    return need("chromium", request.node.nodeid, request.config)


class Server:
    """A PostgreSQL server that is thrown away, reached through a socket in a folder of its own alone."""

    def __init__(self, programs: Path) -> None:
        import pwd  # not on Windows

        self.programs = programs
        self.folder = Path(tempfile.mkdtemp(prefix="rp-"))
        # The server refuses to run as root.
        self.account = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        if self.account:
            os.chown(self.folder, self.account.pw_uid, self.account.pw_gid)

    def call(self, program: str, *words: str) -> None:
        """Run one of its programs."""
        become = {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []} if self.account else {}
        command = [str(self.programs / program), *words]
        log = self.folder / "words"
        with log.open("ab") as said:
            done = subprocess.run(command, stdout=said, stderr=said, cwd=self.folder, check=False, **become)
        assert done.returncode == 0, log.read_text("utf-8")

    def start(self) -> None:
        """Make its folder and start it."""
        data, socket = str(self.folder / "data"), str(self.folder)
        self.call("initdb", "-D", data, "-U", "above", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        fast = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"
        self.call("pg_ctl", "-D", data, "-w", "-o", f"-k {socket} -c listen_addresses='' {fast}", "start")
        self.say("CREATE ROLE reattune LOGIN CREATEDB")

    def say(self, *statements: str) -> None:
        """Run statements as whoever is above all."""
        self.say_in("postgres", *statements)

    def say_in(self, database: str, *statements: str) -> None:
        """Run statements in one of its databases as whoever is above all."""
        import psycopg  # only where there is a server

        with psycopg.connect(self.address(database, "above"), autocommit=True) as made:
            for one in statements:
                made.execute(one)

    def address(self, database: str, user: str = "reattune") -> str:
        """Return the address of one of its databases."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def end(self) -> None:
        """Stop it and take everything away."""
        self.call("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")
        shutil.rmtree(self.folder)


@pytest.fixture(scope="session")
def server(initdb: str) -> Iterator[Server]:
    """A PostgreSQL server of this run's own."""
    made = Server(Path(initdb).resolve().parent)
    try:
        made.start()
        yield made
    finally:
        made.end()
