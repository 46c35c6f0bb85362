"""The demonstration looked at once: it answers, or it is said that it did not."""

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "examples" / "look_once.py"
SERVER = """
import http.server, sys
class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/demo/"):
            self.send_response(302); self.send_header("Set-Cookie", "in=1; Path=/"); self.send_header("Location", "/")
            self.end_headers(); return
        self.send_response(200 if "in=1" in self.headers.get("Cookie", "") else 403); self.end_headers()
        self.wfile.write(b"<title>Today</title>")
    def log_message(self, *words): pass
server = http.server.HTTPServer(("127.0.0.1", 0), Page)
print(f"The desk is at http://127.0.0.1:{server.server_port}/demo/x/   (Ctrl-C closes it)", flush=True)
server.serve_forever()
"""


@pytest.fixture
def look_once(monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    spec = importlib.util.spec_from_file_location("look_once", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_desk_that_answers_is_said_to_and_is_ended(look_once, capsys):
    assert look_once.main([sys.executable, "-c", SERVER]) == 0
    assert "It answered: Today (20 characters)" in capsys.readouterr().out


def test_a_desk_that_lets_nobody_in_did_not_answer(look_once, capsys):
    refusing = SERVER.replace('"in=1; Path=/"', '"other=1"')
    assert look_once.main([sys.executable, "-c", refusing]) == 1
    assert "did not answer (HTTP Error 403" in capsys.readouterr().out


def test_a_desk_that_does_not_start_is_said_not_to(look_once, capsys):
    assert look_once.main([sys.executable, "-c", "print('no practice here')"]) == 1
    said = capsys.readouterr().out
    assert "no practice here" in said
    assert "did not start" in said
