"""A shared practice as a server for several people: behind a proxy with HTTPS, or on this computer to try it."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from waitress import wasyncore
from waitress.server import create_server

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import desk, scope, serving
from reattune.practice.keeping import keep
from reattune.practice.postgres import connecting
from reattune.practice.running import held
from reattune.practice.unseen import keep_unseen

THREADS = 16
LOOPBACK = ("127.0.0.1", "localhost", "[::1]", "::1")
NEWER = "::1"
"""This computer's own address of the newer kind; a proxy that is reached there comes from there, too."""
YEAR = 365 * 24 * 3600
COOKIE = "__Host-reattune"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a practice is served.

    Args:
        bind: This computer's address to listen at.
        port: The port there.
        names: The names by which a proxy with HTTPS leads here; none to try it on this computer alone.
    """

    bind: str = "127.0.0.1"
    port: int = serving.USUAL_PORT
    names: tuple[str, ...] = ()


def place_of(bind: str, names: Iterable[str]) -> Place:
    """Return where to serve, from what was typed.

    Raises:
        ReattuneError: It cannot be understood, or people elsewhere would reach it without HTTPS.
    """
    address, _colon, port = bind.rpartition(":")
    if not address or not port.isdigit() or not 0 <= int(port) < 2**16:
        raise ReattuneError(_("“{bind}” is no address with a port; it looks like: 127.0.0.1:8430").format(bind=bind))
    known = tuple(one.strip().lower() for one in names if one.strip())
    if not known and address not in LOOPBACK:
        raise ReattuneError(
            _("To be reached from elsewhere, a name is needed, and a proxy with HTTPS: see docs/clinic.md (--host).")
        )
    # The name may stand for two addresses; a server listens at one.
    plain = serving.HOST if address == "localhost" else address.strip("[]")
    return Place(plain, int(port), known)


def serve(
    home: Path,
    database: str,
    place: Place,
    passphrase: str,
    *,
    stop: threading.Event | None = None,
    said: Callable[[str], None] = print,
) -> None:
    """Serve a shared practice until it is told to end, then forget its keys.

    Args:
        home: The folder with the file of keys; made, with a new practice, where there is none.
        database: The address of its database.
        place: Where to listen.
        passphrase: What opens the keys.
        stop: Ends it when it is set.
        said: What is done with each line for whoever started it.

    Raises:
        ReattuneError: The port is taken, the keys or the database do not open, or another server runs for this folder.
    """
    keep_unseen()
    with held(home) as file, _at(home, database):
        _open(passphrase, said)
        with _strict(place):
            server = _server(place)
            file.say(int(server.effective_port))
            connecting.note(home, database)
            said(_("The practice is at {address}   (Ctrl-C closes it)").format(address=_address(place, server)))
            serving.run(server, stop or threading.Event())
    said(_("The practice is closed."))


@contextmanager
def _at(home: Path, database: str) -> Iterator[None]:
    former = connecting.change(connecting.settings_of(database))
    desk.at(home, background=True)
    scope.shared_practice(shared=True)
    try:
        yield
    finally:
        with scope.use(scope.EVERYONE):
            desk.lock()
        scope.shared_practice(shared=False)
        connecting.change(former)


def _open(passphrase: str, said: Callable[[str], None]) -> None:
    with scope.use(scope.EVERYONE):
        if desk.exists():
            desk.unlock(passphrase)
            return
        code = desk.create(passphrase)
        # There is no first page to go through: whoever runs the server answers, and people sign in.
        keep(set_up=True, sheet=True)
        desk.remember_settings()
    said(_("A new practice was made. Its recovery code, shown only now; write it down:"))
    said(f"\n    {code}\n")


@contextmanager
def _strict(place: Place) -> Iterator[None]:
    """Answer to the names that were said alone, and with HTTPS to nothing else."""
    secure = bool(place.names)
    wanted: dict[str, Any] = {
        "ALLOWED_HOSTS": list(place.names) or list(LOOPBACK),
        "SESSION_COOKIE_SECURE": secure,
        "CSRF_COOKIE_SECURE": secure,
        "SECURE_HSTS_SECONDS": YEAR if secure else 0,
        "SECURE_SSL_REDIRECT": secure,
        "SESSION_COOKIE_NAME": COOKIE if secure else settings.SESSION_COOKIE_NAME,
    }
    former = {name: getattr(settings, name) for name in wanted}
    _set(wanted)
    try:
        yield
    finally:
        _set(former)


def _set(wanted: dict[str, Any]) -> None:
    for name, value in wanted.items():
        setattr(settings, name, value)


def _server(place: Place) -> Any:
    channels: dict[int, Any] = {}
    try:
        made = create_server(
            # Made only now: what answers takes over these settings when it is made.
            get_wsgi_application(),
            map=channels,
            host=place.bind,
            port=place.port,
            threads=THREADS,
            ident=None,
            # A proxy on this computer says whether a browser came by HTTPS, and from where; from anybody else neither
            # is believed, so that nobody waits for another's tries, nor gets around their own.
            trusted_proxy=NEWER if place.bind == NEWER else serving.HOST,
            trusted_proxy_headers={"x-forwarded-proto", "x-forwarded-for"},
            clear_untrusted_proxy_headers=True,
            max_request_body_size=serving.LARGEST,
            inbuf_overflow=2 * serving.LARGEST,
            outbuf_overflow=2 * serving.LARGEST,
        )
    except OSError as error:
        wasyncore.close_all(channels, ignore_all=True)
        message = _("Port {port} at {bind} cannot be used ({reason}); give another one with --bind.")
        raise ReattuneError(message.format(port=place.port, bind=place.bind, reason=error.strerror)) from error
    made.channel_class = serving.Channel
    return made


def _address(place: Place, server: Any) -> str:
    here = f"[{place.bind}]" if ":" in place.bind else place.bind
    return f"https://{place.names[0]}/" if place.names else f"http://{here}:{server.effective_port}/"
