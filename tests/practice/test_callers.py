"""Who asks: the desk's own pages and the person's own browser are answered, others are not."""

import os
import socket
import sys

import pytest

from reattune.practice import callers
from reattune.practice.callers import is_strange


def asked(site, mode, dest, method="GET"):
    return {
        "REQUEST_METHOD": method,
        "HTTP_SEC_FETCH_SITE": site,
        "HTTP_SEC_FETCH_MODE": mode,
        "HTTP_SEC_FETCH_DEST": dest,
    }


@pytest.mark.parametrize(
    "environ",
    [
        {"REQUEST_METHOD": "GET"},
        asked("none", "navigate", "document"),
        asked("same-origin", "navigate", "document", "POST"),
        asked("same-origin", "cors", "empty"),
        asked("same-origin", "no-cors", "style"),
        asked("cross-site", "navigate", "document"),
        asked("same-site", "navigate", "document"),
    ],
)
def test_the_desks_own_pages_and_links_from_elsewhere_are_answered(environ):
    assert not is_strange(environ)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(
    ("mode", "dest", "method"),
    [
        ("no-cors", "image", "GET"),
        ("no-cors", "script", "GET"),
        ("cors", "empty", "GET"),
        ("cors", "empty", "POST"),
        ("navigate", "iframe", "GET"),
        ("navigate", "document", "POST"),
        ("websocket", "empty", "GET"),
    ],
)
def test_another_page_in_the_browser_learns_nothing(site, mode, dest, method):
    assert is_strange(asked(site, mode, dest, method))


@pytest.fixture
def connected():
    """A connection on this computer, and the request that would come over it."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        yield {"REMOTE_PORT": str(client.getsockname()[1]), "SERVER_PORT": str(server.getsockname()[1])}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says whose a connection is")
def test_another_accounts_program_is_not_answered(connected, monkeypatch):
    assert set(callers._owners(int(connected["REMOTE_PORT"]), int(connected["SERVER_PORT"]))) == {os.getuid()}
    assert not is_strange(connected)
    monkeypatch.setattr(callers, "SUPERUSER", -1)
    assert not is_strange(connected)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_000)
    assert is_strange(connected)


@pytest.mark.parametrize("environ", [{}, {"REMOTE_PORT": "x", "SERVER_PORT": "1"}, {"REMOTE_PORT": "1"}])
def test_where_the_system_says_nothing_nobody_is_kept_out(environ, monkeypatch, tmp_path):
    assert not is_strange(environ)
    odd = tmp_path / "tcp"
    odd.write_text("head\nshort\n")
    monkeypatch.setattr(callers, "SOCKETS", (odd, tmp_path / "missing"))
    assert not is_strange({"REMOTE_PORT": "1", "SERVER_PORT": "2"})
