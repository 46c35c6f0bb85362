"""The one place that sends a passage: to the program that was set up and nowhere else, never for long, never far."""

import socket
import threading
import time

import pytest
from tests.practice.heard.scripted import BUILD, MODEL, envelope, serving

from reattune.errors import ReattuneError
from reattune.practice.heard import second_door
from reattune.practice.heard.second_setting import Endpoint, read


def ask(endpoint, *, still=lambda: None, seconds=5.0):
    return second_door.ask(endpoint, "instruction", "passage", seed=2, still=still, seconds=seconds)


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    monkeypatch.setattr(second_door, "BEAT", 0.05)


def test_it_asks_once_as_such_programs_are_asked():
    with serving(lambda _body: envelope("words")) as server:
        answer = ask(server.endpoint(key="k-1"))
    assert (answer.text, answer.model, answer.build) == ("words", MODEL, BUILD)
    ((path, headers, body),) = server.asked
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer k-1"
    assert "Cookie" not in headers
    assert body["messages"] == [
        {"role": "system", "content": "instruction"},
        {"role": "user", "content": "passage"},
    ]
    assert (body["model"], body["seed"], body["stream"]) == (MODEL, 2, False)


def test_without_a_key_none_is_sent():
    with serving(lambda _body: envelope("words")) as server:
        ask(server.endpoint())
    assert "Authorization" not in server.asked[0][1]


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ((500, {}, b"broken"), "answered “500”"),
        ((404, {}, b"<html>no</html>"), "answered “404”"),
        ((200, {"Content-Type": "text/html"}, b"<html>Log in</html>"), "no program of the kind"),
        ((200, {}, b""), "no program of the kind"),
        ((200, {}, b"\xff\xfe\x00"), "no program of the kind"),
        ((200, {}, b"[" * 100_000), "no program of the kind"),
        ((200, {}, b'{"choices": []}'), "no program of the kind"),
        ((200, {}, {"choices": [{"message": {"content": None}}]}), "no program of the kind"),
        ((200, {}, b"[1]"), "no program of the kind"),
        ((200, {}, b"x" * (second_door.LARGEST + 1)), "far more than an answer"),
        ((200, {"Content-Length": "500"}, b"{}"), "no program of the kind"),
    ],
)
def test_what_is_no_answer_is_said_in_words(script, words):
    with serving(lambda _body: script) as server, pytest.raises(ReattuneError, match=words):
        ask(server.endpoint())


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed(status):
    with serving(lambda _body: envelope("from elsewhere")) as other:
        where = f"http://{other.address}/v1/chat/completions"
        with (
            serving(lambda _body: (status, {"Location": where}, b"")) as server,
            pytest.raises(ReattuneError, match="not followed"),
        ):
            ask(server.endpoint())
        assert other.asked == []


def test_no_proxy_is_used(monkeypatch):
    with serving(lambda _body: envelope("words")) as server, serving() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, f"http://{proxy.address}")
        assert ask(server.endpoint()).text == "words"
        assert proxy.asked == []


def test_one_that_stalls_is_waited_for_only_so_long():
    with serving(lambda _body: None) as server:
        server.script = lambda _body: server.over.wait(10) and envelope("late")
        begun = time.monotonic()
        with pytest.raises(ReattuneError, match="within 0 seconds"):
            ask(server.endpoint(), seconds=0.3)
        assert time.monotonic() - begun < 3


def test_one_that_sends_a_byte_at_a_time_is_not_waited_for_any_longer():
    over = threading.Event()

    def drip(listening):
        other, _peer = listening.accept()
        with other:
            other.recv(65536)
            other.sendall(b"HTTP/1.1 200 OK\r\n")
            while not over.wait(0.02):
                try:
                    other.sendall(b"X-More: 1\r\n")
                except OSError:
                    return

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=drip, args=(listening,), daemon=True)
        thread.start()
        begun = time.monotonic()
        with pytest.raises(ReattuneError):
            ask(read(f"127.0.0.1:{listening.getsockname()[1]}", MODEL), seconds=0.5)
        over.set()
        thread.join(5)
    assert time.monotonic() - begun < 3


def test_not_wanted_any_more_the_waiting_ends_at_once():
    class StoppedError(Exception):
        pass

    def still():
        raise StoppedError

    with serving() as server:
        server.script = lambda _body: server.over.wait(10) and envelope("late")
        begun = time.monotonic()
        with pytest.raises(StoppedError):
            ask(server.endpoint(), still=still)
        assert time.monotonic() - begun < 3


def test_nobody_there_is_said():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    with pytest.raises(ReattuneError, match="Is the program running"):
        ask(read(f"127.0.0.1:{port}", MODEL))


def test_a_name_of_this_computer_that_leads_elsewhere_is_sent_nothing(monkeypatch):
    with serving() as server:
        monkeypatch.setattr(Endpoint, "is_here", True)
        monkeypatch.setattr(second_door, "ip_address", lambda _peer: type("Far", (), {"is_loopback": False}))
        with pytest.raises(ReattuneError, match="leads away from this computer"):
            ask(server.endpoint())
        assert server.asked == []
