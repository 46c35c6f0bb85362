"""A real browser at a real desk: one browser for the journeys of a file, a copy of the invented practice for each, and an ear."""

import os
import queue
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reattune.practice.settings")

import django

django.setup()

from django.db import connections
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright

from reattune.practice import clock, demo, desk
from reattune.practice.serving import serve

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = ROOT / "examples"
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
NOWHERE = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
"""Should a page ask for anything elsewhere, it is refused as well as heard."""
WAIT = 15_000


Given = TypeVar("Given")


def elsewhere(work: Callable[[], Given]) -> Given:
    """Return what work gives in a thread of its own: the store is never asked where the browser's loop runs."""

    def run() -> Given:
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()


@dataclass
class Ear:
    """What a browser asked for and complained of, beyond what it may."""

    address: str
    asked: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    def listen(self, context: BrowserContext) -> None:
        """Listen to every page of a context, from its first request on."""
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.heard.append(f"error in a page: {error.error}"))
        context.on("page", lambda page: page.on("websocket", lambda socket: self.heard.append(f"socket: {socket.url}")))

    def _request(self, request: Request) -> None:
        self.asked.append(request.url)
        if urlsplit(request.url).scheme not in {"data", "about"} and not request.url.startswith(self.address):
            self.heard.append(f"asked elsewhere: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500 or (response.status >= 400 and response.request.resource_type != "document"):
            self.heard.append(f"{response.status}: {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        # A page that says no (403, 404) is an answer; its own text is what the tests look at.
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            self.heard.append(f"console: {message.text}")

    def nothing(self) -> None:
        """Fail where anything was heard."""
        assert self.heard == []


@dataclass
class Place:
    """A desk that is served, and the ways into it."""

    address: str
    home: Path
    chrome: Browser
    passphrase: str = demo.PASSPHRASE
    ears: list[Ear] = field(default_factory=list)

    def window(self, **options: Any) -> Page:
        """Open a browser with nothing in it, listened to until the test's end."""
        wanted = {"reduced_motion": "reduce", "viewport": {"width": 1280, "height": 900}, "locale": "en-GB"}
        context = self.chrome.new_context(base_url=self.address, **{**wanted, **options})
        context.set_default_timeout(WAIT)
        ear = Ear(self.address)
        ear.listen(context)
        self.ears.append(ear)
        return context.new_page()

    def ask(self, work: Callable[[], Given]) -> Given:
        """Return what work gives, asked of the open store in a thread of its own."""
        return elsewhere(work)

    def let_in(self, page: Page, to: str = "/") -> Page:
        """Unlock as a person does, and be at an address."""
        page.goto(to)
        page.get_by_label("Passphrase").fill(self.passphrase)
        page.get_by_role("button", name="Unlock").click()
        page.wait_for_url(lambda url: "/unlock/" not in url)
        return page


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    """Debian's Chromium, started once for each file: its loop must have ended before other tests ask the store."""
    path = next(filter(None, map(shutil.which, PROGRAMS)), None)
    with sync_playwright() as player:
        arguments = ["--no-sandbox", "--disable-gpu", f"--host-resolver-rules={NOWHERE}"]
        # Days in date boxes are written as the system's language writes them.
        words = {**os.environ, "LANGUAGE": "en_GB", "LANG": "en_GB.UTF-8"}
        browser = player.chromium.launch(executable_path=path, args=arguments, env=words)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented practice, made once and locked; copied, never opened itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(clock.DAY, demo.DAY.isoformat())
        cache = tmp_path_factory.mktemp("invented")
        return elsewhere(lambda: demo.made(EXAMPLES, cache, lambda _line: None))


def at_home(home: Path) -> Callable[..., None]:
    """Return what serves a practice in a file until it is stopped."""
    return partial(serve, home, open_browser=False)


@contextmanager
def served(serves: Callable[..., None]) -> Iterator[str]:
    """Serve a practice in this process and yield the desk's address."""
    stop, lines = threading.Event(), queue.Queue[str]()
    thread = threading.Thread(target=serves, kwargs={"stop": stop, "said": lines.put}, name="desk")
    thread.start()
    try:
        found = re.search(r"http://[\d.]+:\d+/", lines.get(timeout=30))
        assert found
        yield found.group()
    finally:
        stop.set()
        thread.join(timeout=30)
        assert not thread.is_alive()


@contextmanager
def placed(home: Path, chrome: Browser, serves: Callable[..., None] | None = None) -> Iterator[Place]:
    """Serve a practice, and see at the end that no window of it was heard doing what it may not."""
    with served(serves or at_home(home)) as address:
        place = Place(address, home, chrome)
        yield place
        for context in chrome.contexts:
            context.close()
    for ear in place.ears:
        ear.nothing()


@pytest.fixture
def placing() -> Callable[..., AbstractContextManager[Place]]:
    """`placing(home, chrome, serves)`: as `placed`, for a practice that a test made in its own way."""
    return placed


@pytest.fixture
def place(chrome: Browser, invented: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """A desk with a copy of the invented practice, locked, on 30 June 2026."""
    monkeypatch.setenv(clock.DAY, demo.DAY.isoformat())
    home = tmp_path / "practice"
    shutil.copytree(invented, home)
    with placed(home, chrome) as found:
        yield found
    elsewhere(desk.lock)


@pytest.fixture
def bare(chrome: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    """A desk in a folder where nothing was set up yet, on 30 June 2026."""
    monkeypatch.setenv(clock.DAY, demo.DAY.isoformat())
    with placed(tmp_path / "practice", chrome) as found:
        yield found
    elsewhere(desk.lock)


@pytest.fixture
def page(place: Place) -> Page:
    """A window that was let in, at Today."""
    return place.let_in(place.window())
