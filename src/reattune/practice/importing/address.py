"""Fetching one calendar address, only when a person asks for it: the one place that reaches beyond this computer."""

import time
from http.client import HTTPException
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from reattune.errors import ReattuneError
from reattune.language import _

SECONDS = 20
LARGEST = 20 * 2**20
MOST_REDIRECTS = 5
_PIECE = 64 * 1024


def checked(address: str) -> str:
    """Return an address as it is fetched: only over an encrypted connection, and without a name and password in it.

    Raises:
        ReattuneError: It is no such address; the text says what is needed.
    """
    parts = urlsplit(address.strip())
    scheme = "https" if parts.scheme.casefold() in {"webcal", "webcals", "https"} else ""
    try:
        host, _port = parts.hostname, parts.port
    except ValueError:
        host = None
    if not scheme or not host:
        raise ReattuneError(_("A calendar address begins with https or webcal; copy it whole from your calendar."))
    if parts.username or parts.password:
        raise ReattuneError(_("This address has a name or a password in it; use the calendar's own secret address."))
    return urlunsplit((scheme, parts.netloc, parts.path, parts.query, ""))


class _OnlyEncrypted(HTTPRedirectHandler):
    """Follows a redirect only to another encrypted address."""

    max_redirections = MOST_REDIRECTS

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        if urlsplit(newurl).scheme.casefold() != "https":
            raise ReattuneError(_("The address leads on to one that is not encrypted; nothing was fetched from there."))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def opener() -> OpenerDirector:
    """Return what fetches: encrypted addresses alone, without cookies, with the computer's own proxy settings."""
    made = OpenerDirector()
    for handler in (ProxyHandler(), HTTPSHandler(), _OnlyEncrypted(), HTTPDefaultErrorHandler(), HTTPErrorProcessor()):
        made.add_handler(handler)
    return made


def fetch(address: str, through: OpenerDirector | None = None) -> bytes:
    """Fetch a calendar once.

    Args:
        address: Where; https or webcal.
        through: What fetches; the computer's own connection by default.

    Returns:
        The content.

    Raises:
        ReattuneError: It could not be fetched; the text says what went wrong and what to try.
    """
    wanted = Request(checked(address), headers={"Accept": "text/calendar", "User-Agent": "Reattune"})  # noqa: S310
    try:
        with (through or opener()).open(wanted, timeout=SECONDS) as answer:
            return _content(answer)
    except HTTPError as error:
        with error:
            message = _("The address answered “{code} {why}”; see in your calendar whether it is still the right one.")
            raise ReattuneError(message.format(code=error.code, why=error.reason)) from error
    except (URLError, TimeoutError, HTTPException, OSError) as error:
        why = getattr(error, "reason", None) or error
        message = _("The address could not be reached ({why}). Is this computer online? Nothing was changed.")
        raise ReattuneError(message.format(why=str(why)[:200])) from error


def _content(answer: IO[bytes]) -> bytes:
    content, until = bytearray(), time.monotonic() + SECONDS * 3
    while piece := answer.read(_PIECE):
        content += piece
        if len(content) > LARGEST:
            raise ReattuneError(_("What the address sends is larger than 20 MB; that is no calendar of a practice."))
        if time.monotonic() > until:
            raise ReattuneError(_("The address sends too slowly; try again later. Nothing was changed."))
    return bytes(content)
