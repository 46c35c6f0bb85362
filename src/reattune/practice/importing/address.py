"""Fetching one calendar address, only when a person asks for it: the one place that reaches beyond this computer."""

import time
from http.client import HTTPException
from ipaddress import ip_address
from socket import getaddrinfo
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlsplit, urlunsplit
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
    parts, host = _parts(address.strip())
    scheme = "https" if parts is not None and parts.scheme.casefold() in {"webcal", "webcals", "https"} else ""
    if parts is None or not scheme or not host:
        raise ReattuneError(_("A calendar address begins with https or webcal; copy it whole from your calendar."))
    if parts.username or parts.password:
        raise ReattuneError(_("This address has a name or a password in it; use the calendar's own secret address."))
    return urlunsplit((scheme, parts.netloc, parts.path, parts.query, ""))


def _parts(address: str) -> tuple[SplitResult | None, str]:
    """Return the parts of an address and its host as it is looked up; None and "" where it is no address."""
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
        host.encode("idna")
    except ValueError:
        return None, ""
    return parts, host


def is_inside(host: str) -> bool:
    """Say whether a name leads to this computer, or to one of the network around it."""
    try:
        found = {str(one[4][0]).partition("%")[0] for one in getaddrinfo(host, None)}
    except (OSError, ValueError):
        return False  # nobody here knows it, so nothing here is reached by it
    return not all(ip_address(one).is_global for one in found)


class _OnlyEncrypted(HTTPRedirectHandler):
    """Follows a redirect only to another encrypted address, and from outside never to what is around this computer."""

    max_redirections = MOST_REDIRECTS

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> Request | None:
        parts, host = _parts(newurl)
        if parts is None or parts.scheme.casefold() != "https":
            raise ReattuneError(_("The address leads on to one that is not encrypted; nothing was fetched from there."))
        if host != urlsplit(req.full_url).hostname and is_inside(host):
            raise ReattuneError(
                _("The address leads on to one within your own network; nothing was fetched from there.")
            )
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
            raise ReattuneError(message.format(code=error.code, why=str(error.reason)[:200])) from error
    except (URLError, TimeoutError, HTTPException, OSError, ValueError) as error:
        why = getattr(error, "reason", None) or error
        message = _("The address could not be reached ({why}). Is this computer online? Nothing was changed.")
        raise ReattuneError(message.format(why=str(why)[:200])) from error


def _content(answer: Any) -> bytes:
    content, until = bytearray(), time.monotonic() + SECONDS * 3
    # As much as there is: to wait for a whole piece would be to wait past the time.
    while piece := answer.read1(_PIECE):
        content += piece
        if len(content) > LARGEST:
            raise ReattuneError(_("What the address sends is larger than 20 MB; that is no calendar of a practice."))
        if time.monotonic() > until:
            raise ReattuneError(_("The address sends too slowly; try again later. Nothing was changed."))
    return bytes(content)
