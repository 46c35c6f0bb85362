"""The desk as a local web server: on this computer's own address alone, one for each practice, closed cleanly."""

import os
import signal
import threading
import webbrowser
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import create_server

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import desk
from reattune.practice.callers import is_strange
from reattune.practice.running import RunningError, held
from reattune.practice.unseen import keep_unseen

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reattune.practice.settings")

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
application: Application = get_wsgi_application()
"""The desk for any WSGI server; which practice it shows is said with `desk.at`."""

HOST = "127.0.0.1"
USUAL_PORT = 8430
THREADS = 4
LARGEST = 256 * 2**20
"""Bytes of one request at most."""
SMALL = 2 * 2**20
"""Bytes at most of a request from a browser that was not let in; they are held in memory before anybody looks."""
LOOK_EVERY = 5.0
"""Seconds between two looks at whether nobody has used the desk for long."""


def serve(
    home: Path,
    port: int = 0,
    *,
    open_browser: bool = True,
    stop: threading.Event | None = None,
    first: str = "/",
    ready: Callable[[], None] = lambda: None,
    said: Callable[[str], None] = print,
) -> None:
    """Serve a practice's desk until it is told to end (Ctrl-C, a signal to end, or `stop`), then lock it.

    Where a desk runs for this practice already, the browser is opened at that one, and nothing more is done.

    Args:
        home: The practice's folder; where none was set up yet, the first page sets one up.
        port: The port on this computer's own address; 0 for the usual one, or any that is free.
        open_browser: Whether to open the browser at the first page.
        stop: Ends the desk when it is set.
        first: The first page's path.
        ready: Called when the desk is at its place, before anybody can reach it.
        said: What is done with each line for the person who started it.

    Raises:
        ReattuneError: The port is taken, or the folder cannot be written to.
    """
    keep_unseen()
    try:
        with held(home) as file, _at(home):
            ready()
            server = _server(port)
            file.say(int(server.effective_port))
            address = f"http://{HOST}:{server.effective_port}{first}"
            said(_("The desk is at {address}   (Ctrl-C closes it)").format(address=address))
            if open_browser:
                # Without a desktop it may be a browser in this terminal, which returns only when it is left.
                threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
            run(server, stop or threading.Event())
        said(_("The desk is locked and closed."))
    except RunningError as error:
        if error.where is None:
            raise
        address = f"http://{HOST}:{error.where.port}/"
        said(_("This desk is open already, at {address}").format(address=address))
        if open_browser:
            webbrowser.open(address)


@contextmanager
def _at(home: Path) -> Iterator[None]:
    """Have the desk at a practice, locked again whatever happens."""
    desk.at(home, background=True)
    try:
        yield
    finally:
        desk.lock()


def run(server: Any, stop: threading.Event) -> None:
    """Answer until Ctrl-C, a signal to end, or `stop`; then close every connection."""
    # Browsers share cookies among all ports of a computer; the name keeps two desks apart.
    former = settings.SESSION_COOKIE_NAME
    if not settings.SESSION_COOKIE_SECURE:
        settings.SESSION_COOKIE_NAME = f"reattune-{server.effective_port}"
    watching = threading.Thread(target=_watch, args=(server, stop), name="reattune-watch", daemon=True)
    watching.start()
    try:
        with _told_to_end():
            server.run()
    finally:
        stop.set()
        watching.join(timeout=LOOK_EVERY)
        server.task_dispatcher.shutdown()
        wasyncore.close_all(server._map, ignore_all=True)  # noqa: SLF001  (it has no other name)
        settings.SESSION_COOKIE_NAME = former


def _server(port: int) -> Any:
    """Return a server that listens already: on the port asked for, or on the usual one, or on any that is free."""
    for number in (port,) if port else (USUAL_PORT, 0):
        ports: list[int] = []
        channels: dict[int, Any] = {}
        try:
            made = create_server(
                only_here(application, ports),
                map=channels,
                host=HOST,
                port=number,
                threads=0,  # they are started when the port turns out to be free
                ident=None,
                # Above these sizes the server would put a request or an answer into a file, unencrypted.
                max_request_body_size=LARGEST,
                inbuf_overflow=2 * LARGEST,
                outbuf_overflow=2 * LARGEST,
            )
        except OSError:
            wasyncore.close_all(channels, ignore_all=True)  # what was half made when the port turned out to be taken
            continue
        ports.append(int(made.effective_port))
        made.channel_class = Channel
        made.task_dispatcher.set_thread_count(THREADS)
        return made
    raise ReattuneError(
        _("Port {port} is taken by another program; leave --port out, or give another number.").format(port=port)
    )


class _Parser(HTTPRequestParser):
    """Takes much only from a browser that was let in, so that no page from elsewhere fills the memory."""

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        known = f"{settings.SESSION_COOKIE_NAME}=" in self.headers.get("COOKIE", "")
        if (self.chunked or self.content_length > SMALL) and not known:
            raise ParsingError("too much from somebody who was not let in")


class Channel(HTTPChannel):
    """A connection that takes much only from a browser that was let in."""

    parser_class = _Parser


def only_here(inner: Application, ports: list[int]) -> Application:
    """Return an application that answers only requests addressed to this computer by its own address.

    A page from elsewhere whose name was made to lead here (DNS rebinding) still sends its own name, and is refused;
    so is a page that asks what is here, and a program of another account.

    Args:
        inner: What answers the others.
        ports: The port that it answers on, once it is known.
    """

    def guarded(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        named = {f"{name}:{port}" for name in (HOST, "localhost") for port in ports}
        if environ.get("HTTP_HOST") in named and not is_strange(environ):
            return inner(environ, start)
        start("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
        return [_("This desk answers only at its own address on this computer.").encode()]

    return guarded


def _watch(server: Any, stop: threading.Event) -> None:
    """Lock the desk when nobody has used it for long; end the server when it is told to stop."""
    while not stop.wait(LOOK_EVERY):
        with suppress(Exception):  # a look that could not be taken is taken again
            desk.lock_if_idle()
    with suppress(OSError):  # it may have ended by itself
        server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map, ignore_all=True))  # noqa: SLF001


@contextmanager
def _told_to_end() -> Iterator[None]:
    """Take a signal to end as if the person had pressed Ctrl-C; only a program's main thread may."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        return
    finally:
        signal.signal(signal.SIGTERM, former)
