"""Who is at the other end of a request on this computer: another page in the browser, or another account's program."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

SOCKETS = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
"""Where Linux says whose each connection is; other systems do not say so."""
HERE = ("0100007F", "0000000000000000FFFF00000100007F")
"""127.0.0.1 as it stands there, also as an address of the newer kind."""
SUPERUSER = 0
PLACE, OTHER_PLACE, OWNER = 1, 2, 7


def is_strange(environ: Mapping[str, Any]) -> bool:
    """Say whether a request comes from where none of this desk's pages and nobody's own browser sends one from.

    Args:
        environ: The request, as WSGI gives it.
    """
    return _is_of_another_page(environ) or _is_of_another_account(environ)


def _is_of_another_page(environ: Mapping[str, Any]) -> bool:
    """Say whether a page from elsewhere asks, if only to see whether a desk is here; a link alone may lead here."""
    if environ.get("HTTP_SEC_FETCH_SITE", "none") not in {"cross-site", "same-site"}:
        return False
    opened = environ.get("HTTP_SEC_FETCH_MODE") == "navigate" and environ.get("HTTP_SEC_FETCH_DEST") == "document"
    return not opened or environ.get("REQUEST_METHOD") not in {"GET", "HEAD"}


def _is_of_another_account(environ: Mapping[str, Any]) -> bool:
    """Say whether somebody else who uses this computer asks, where the system says whose a connection is."""
    if sys.platform != "linux":
        return False
    with suppress(ValueError):
        owners = set(_owners(int(environ.get("REMOTE_PORT", "")), int(environ.get("SERVER_PORT", ""))))
        # The superuser's own programs pass connections on; nothing is kept from a superuser in any case.
        return bool(owners) and not owners & {os.getuid(), SUPERUSER}
    return False


def _owners(port: int, to: int) -> Iterator[int]:
    ours = {f"{one}:{port:04X}" for one in HERE}, {f"{one}:{to:04X}" for one in HERE}
    for path in SOCKETS:
        with suppress(OSError, ValueError, IndexError):
            for line in path.read_text("ascii").splitlines()[1:]:
                said = line.split()
                if said[PLACE] in ours[0] and said[OTHER_PLACE] in ours[1]:
                    yield int(said[OWNER])
