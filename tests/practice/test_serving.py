"""The desk as a local server: at its own address alone, once for a practice, and locked when it ends."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from http.client import HTTPConnection

import pytest
from django.conf import settings

from reattune.errors import ReattuneError
from reattune.practice import desk, serving
from reattune.practice.running import NAME
from reattune.practice.serving import only_here, serve

PASSPHRASE = "seven quiet herons at dusk"
PATIENCE = 60


class Desk:
    """A desk that is served in another thread of this program."""

    def __init__(self, home, **options):
        self.lines, self.stop, self._there, self.trouble = [], threading.Event(), threading.Event(), None
        self.thread = threading.Thread(target=self._serve, args=(home, options))
        self.thread.start()
        assert self._there.wait(PATIENCE)

    def _serve(self, home, options):
        try:
            serve(home, **{"open_browser": False, "stop": self.stop, "said": self._say, **options})
        except ReattuneError as error:
            self.trouble = error
        finally:
            self._there.set()

    def _say(self, words):
        self.lines.append(words)
        self._there.set()

    @property
    def port(self):
        return int(re.search(r":(\d+)/", self.lines[0]).group(1))

    def get(self, path, host=None):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers={} if host is None else {"Host": host})
        answer = connection.getresponse()
        body = answer.read().decode()
        connection.close()
        return answer.status, dict(answer.getheaders()), body

    def end(self):
        self.stop.set()
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()


@pytest.fixture
def served(home):
    made = Desk(home)
    yield made
    made.end()


def test_the_first_page_asks_for_the_passphrase(served):
    status, headers, _body = served.get("/")
    assert status == 302
    assert headers["Location"].startswith("/unlock/")
    status, headers, body = served.get("/unlock/")
    assert status == 200
    assert 'type="password"' in body
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers


def test_a_request_for_another_address_is_refused(served):
    for host in ("elsewhere.example", "testserver", f"127.0.0.1:{served.port + 1}", ""):
        status, _headers, body = served.get("/unlock/", host=host)
        assert status in {400, 421}
        assert "password" not in body
    assert served.get("/unlock/", host=f"localhost:{served.port}")[0] == 200


def test_a_page_from_elsewhere_does_not_learn_that_a_desk_is_here(served):
    for path in ("/static/desk.css", "/unlock/", "/api/v1/openapi.json"):
        connection = HTTPConnection("127.0.0.1", served.port, timeout=PATIENCE)
        connection.request("GET", path, headers={"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"})
        assert connection.getresponse().status == 421
        connection.close()


@pytest.mark.parametrize(
    ("cookie", "size", "goes_on"),
    [("", 3_000_000, False), ("reattune-{port}=x", 3_000_000, True), ("", 1_000_000, True)],
)
def test_much_is_taken_only_from_a_browser_that_was_let_in(served, cookie, size, goes_on):
    said = (
        f"POST /unlock/ HTTP/1.1\r\nHost: 127.0.0.1:{served.port}\r\nContent-Length: {size}\r\n"
        f"Cookie: {cookie.format(port=served.port)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as made:
        made.sendall(said.encode())
        made.settimeout(1.0)
        try:
            answer = made.recv(1000)
        except TimeoutError:
            answer = b""  # the rest is waited for
    assert answer.startswith(b"" if goes_on else b"HTTP/1.1 400")
    assert goes_on is (answer == b"")


def test_its_file_says_where_it_answers_and_its_cookie_is_its_own(served, home):
    written = json.loads((home / NAME).read_text())
    assert written == {"pid": os.getpid(), "port": served.port}
    assert f"reattune-{served.port}" == settings.SESSION_COOKIE_NAME


def test_a_second_desk_for_the_same_practice_opens_the_browser_at_the_first(served, home, monkeypatch):
    opened, lines = [], []
    monkeypatch.setattr("webbrowser.open", opened.append)
    serve(home, said=lines.append)
    assert opened == [f"http://127.0.0.1:{served.port}/"]
    assert "open already" in lines[0]


def test_a_browser_in_the_terminal_that_stays_open_does_not_keep_the_desk_from_answering(home, monkeypatch):
    left, opened = threading.Event(), []
    monkeypatch.setattr("webbrowser.open", lambda address: opened.append(address) or left.wait(PATIENCE))
    made = Desk(home, open_browser=True)
    try:
        assert made.get("/")[0] == 302
        assert opened == [f"http://127.0.0.1:{made.port}/"]
    finally:
        left.set()
        made.end()


def test_it_ends_locked_with_nothing_left_behind(home):
    made = Desk(home, ready=lambda: desk.unlock(PASSPHRASE))
    assert desk.is_open()
    made.end()
    assert not desk.is_open()
    assert made.lines[-1] == "The desk is locked and closed."
    assert settings.SESSION_COOKIE_NAME == "reattune"
    assert not [one for one in threading.enumerate() if one.name.startswith(("waitress", "reattune"))]
    with pytest.raises(OSError, match="refused"):
        made.get("/")


def test_it_locks_by_itself_when_nobody_uses_it(home, monkeypatch):
    locked = threading.Event()
    monkeypatch.setattr(serving, "LOOK_EVERY", 0.05)
    monkeypatch.setattr(desk, "lock_if_idle", locked.set)
    made = Desk(home)
    assert locked.wait(PATIENCE)
    made.end()


def test_a_port_that_is_taken_is_said_to_be(served, tmp_path):
    before = threading.active_count()
    other = Desk(tmp_path / "other", port=served.port)
    other.thread.join(PATIENCE)
    assert threading.active_count() == before
    assert f"Port {served.port} is taken" in str(other.trouble)


def test_what_cannot_get_ready_leaves_nothing_open(home):
    made = Desk(home, ready=lambda: desk.unlock("not this one at all"))
    made.thread.join(PATIENCE)
    assert "does not open" in str(made.trouble)
    assert not desk.is_open()
    assert (home / NAME).read_text() == ""


def test_no_request_and_no_answer_is_put_into_a_file():
    made = serving._server(0)
    try:
        assert made.adj.inbuf_overflow > made.adj.max_request_body_size
        assert made.adj.outbuf_overflow > made.adj.max_request_body_size
        assert made.effective_host == "127.0.0.1"
        assert len(made.task_dispatcher.threads) == serving.THREADS
    finally:
        made.task_dispatcher.shutdown()
        made.asyncore.close_all(made._map, ignore_all=True)


def test_before_its_port_is_known_nobody_is_answered():
    answers = []
    guarded = only_here(lambda *_words: [b"the desk"], [])
    assert b"the desk" not in b"".join(guarded({"HTTP_HOST": "127.0.0.1"}, lambda *words: answers.append(words)))
    assert answers[0][0].startswith("421")


# A program that was started in the background is not told of Ctrl-C; then neither would be what it starts.
AS_AT_A_TERMINAL = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from reattune.entry import main
sys.exit(main())
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals to end")
@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_it_cleanly(tmp_path, way):
    command = [sys.executable, "-c", AS_AT_A_TERMINAL]
    command += ["open", "--home", str(tmp_path / "new"), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        address = re.search(r"http://\S+", program.stdout.readline()).group()
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            assert answer.url.endswith("/begin/")
        program.send_signal(way)
        try:
            said, trouble = program.communicate(timeout=PATIENCE)
        finally:
            program.kill()
    assert (program.returncode, trouble) == (0, "")
    assert said == "The desk is locked and closed.\n"
