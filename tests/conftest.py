"""What tests may ask of the machine: `@pytest.mark.system("chromium")`, and what is said when it is not there."""

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Speed is measured in benchmarks, never asserted: a busy machine may not turn a test red.
settings.register_profile("reattune", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("reattune")

PARTS = {
    "chromium": (("chromium", "chromium-browser", "google-chrome"), "apt-get install chromium"),
    "postgresql": (("initdb",), "apt-get install postgresql"),
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
