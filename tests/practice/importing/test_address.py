"""One calendar address, over an encrypted connection only, within limits, and saying what went wrong."""

import io
from email.message import Message
from urllib.error import HTTPError, URLError
from urllib.request import BaseHandler, OpenerDirector, Request

import pytest

from reattune.errors import ReattuneError
from reattune.practice.importing import address
from reattune.practice.importing.address import checked, fetch, opener


class Answering(BaseHandler):
    """Answers in place of the network."""

    def __init__(self, answer):
        self.answer = answer
        self.asked = []

    def https_open(self, request):
        self.asked.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        return io.BytesIO(self.answer)


def through(answer):
    made, handler = OpenerDirector(), Answering(answer)
    made.add_handler(handler)
    return made, handler


@pytest.mark.parametrize(
    ("given", "fetched"),
    [
        ("webcal://cal.test/a.ics", "https://cal.test/a.ics"),
        (" https://cal.test:8443/a.ics?k=1#x ", "https://cal.test:8443/a.ics?k=1"),
        ("WEBCALS://cal.test/a", "https://cal.test/a"),
    ],
)
def test_only_encrypted_addresses(given, fetched):
    assert checked(given) == fetched


@pytest.mark.parametrize(
    "given",
    [
        "",
        "http://cal.test/a.ics",
        "file:///etc/passwd",
        "ftp://x",
        "https://",
        "https://cal.test:x/",
        "https://me:secret@cal.test/a",
        "https://[cal",
        "https://cal..test/",
        f"https://{'a' * 80}.test/",
    ],
)
def test_every_other_address_is_refused_in_words(given):
    with pytest.raises(ReattuneError):
        checked(given)


def test_what_it_sends_is_returned_and_nothing_tells_who_asks():
    made, handler = through(b"BEGIN:VCALENDAR")
    assert fetch("webcal://cal.test/a.ics", made) == b"BEGIN:VCALENDAR"
    (request,) = handler.asked
    assert request.full_url == "https://cal.test/a.ics"
    assert {name.lower() for name in request.headers} == {"accept", "user-agent"}


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (URLError("no route"), "could not be reached"),
        (TimeoutError("timed out"), "could not be reached"),
        (HTTPError("https://cal.test/a", 404, "Not Found", Message(), io.BytesIO()), "404 Not Found"),
    ],
)
def test_what_went_wrong_is_said(error, said):
    made, _handler = through(error)
    with pytest.raises(ReattuneError, match=said):
        fetch("https://cal.test/a", made)


def test_too_much_is_not_read_to_its_end(monkeypatch):
    monkeypatch.setattr(address, "LARGEST", 100_000)
    made, _handler = through(b"x" * 300_000)
    with pytest.raises(ReattuneError, match="20 MB"):
        fetch("https://cal.test/a", made)


def test_too_slow_is_given_up(monkeypatch):
    monkeypatch.setattr(address, "SECONDS", -1)
    made, _handler = through(b"x" * 300_000)
    with pytest.raises(ReattuneError, match="too slowly"):
        fetch("https://cal.test/a", made)


def test_a_redirect_is_followed_only_to_an_encrypted_address():
    redirecting = next(one for one in opener().handlers if type(one).__name__ == "_OnlyEncrypted")
    request = Request("https://cal.test/a")
    followed = redirecting.redirect_request(request, io.BytesIO(), 302, "Found", Message(), "https://other.test/a")
    assert followed.full_url == "https://other.test/a"
    with pytest.raises(ReattuneError, match="not encrypted"):
        redirecting.redirect_request(request, io.BytesIO(), 302, "Found", Message(), "http://other.test/a")


@pytest.mark.parametrize("inside", ["localhost", "127.0.0.1", "[::1]", "10.0.0.1", "192.168.1.1", "169.254.169.254"])
def test_a_redirect_does_not_lead_in_from_outside(inside):
    redirecting = next(one for one in opener().handlers if type(one).__name__ == "_OnlyEncrypted")
    for known, follows in (("https://1.1.1.1/a", False), (f"https://{inside}/a", True)):
        if follows:
            redirecting.redirect_request(Request(known), io.BytesIO(), 302, "Found", Message(), f"https://{inside}/b")
            continue
        with pytest.raises(ReattuneError, match="your own network"):
            redirecting.redirect_request(Request(known), io.BytesIO(), 302, "Found", Message(), f"https://{inside}/b")


@pytest.mark.parametrize("to", ["https://[cal", "https://cal..test/", "file:///etc/passwd"])
def test_a_redirect_to_no_address_is_refused_in_words(to):
    redirecting = next(one for one in opener().handlers if type(one).__name__ == "_OnlyEncrypted")
    with pytest.raises(ReattuneError):
        redirecting.redirect_request(Request("https://cal.test/a"), io.BytesIO(), 302, "Found", Message(), to)


class Dripping(io.BytesIO):
    """Sends one byte at a time, and never as much as was asked for."""

    def read(self, *_asked):
        pytest.fail("a whole piece was waited for")

    def read1(self, *_asked):
        return super().read(1)


def test_what_comes_in_drops_is_looked_at_drop_by_drop():
    assert address._content(Dripping(b"BEGIN")) == b"BEGIN"


def test_there_are_no_cookies_and_no_other_ways_to_fetch():
    names = {type(one).__name__ for one in opener().handlers}
    assert "HTTPCookieProcessor" not in names
    assert not names & {"HTTPHandler", "FileHandler", "FTPHandler", "DataHandler"}
