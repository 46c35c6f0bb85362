"""A token that lets one browser in, once: only the demonstration, whose practice is invented, offers one."""

import hmac
import secrets
import threading
import time

BYTES = 32
LASTS = 15 * 60.0
"""Seconds after which it opens nothing any more."""

_lock = threading.Lock()
_offered: list[tuple[str, float]] = []


def offer() -> str:
    """Return the path that lets the first browser that opens it in; a former one opens nothing from now on."""
    token = secrets.token_urlsafe(BYTES)
    with _lock:
        _offered[:] = [(token, time.monotonic() + LASTS)]
    return f"/demo/{token}/"


def take(token: str) -> bool:
    """Say whether a token lets in; it never does so again."""
    with _lock:
        fits = any(
            hmac.compare_digest(token.encode(), one.encode()) and time.monotonic() < until for one, until in _offered
        )
        if fits:
            _offered.clear()
    return fits
