"""In a shared practice each one's own session ends when nobody used it for long; the practice stays open."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from reattune.practice import desk
from reattune.practice.door import PERSON
from reattune.practice.scope import is_shared
from reattune.practice.voices import own

USED = "used"
"""In the session: when it was last used, in whole seconds."""
BETWEEN = 60
"""Seconds between two times that this is written down; a row written at every page would be for nothing."""


class IdleMiddleware:
    """Ends a session that nobody used for as long as the settings say, before its page is looked at."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer; a page that asks by itself whether something is done does not count as use."""
        if is_shared() and desk.is_open() and request.session.get(PERSON):
            _look(request)
        return self.get_response(request)


def _look(request: HttpRequest) -> None:
    now = int(time.time())
    since = now - request.session.get(USED, now)
    if since >= desk.idle_seconds():
        own.let_go(request.session.session_key)
        request.session.flush()
    elif not request.headers.get("X-Waiting") and (since >= BETWEEN or USED not in request.session):
        request.session[USED] = now
