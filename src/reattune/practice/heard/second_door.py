"""Asking a program that the practice set up, in the OpenAI-compatible way: the one place that sends a passage anywhere.

On this computer alone, unless a person has typed that it may be elsewhere; nothing is followed, and nothing waits long.
"""

import contextvars
import json
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from typing import Any

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.heard.second_setting import Endpoint
from reattune.speech.second.instruction import SHAPE

SECONDS = 120.0
"""For one answer, all in all; a small model on a slow computer needs most of a minute."""
BEAT = 2.0
"""Seconds between two looks at whether it is still wanted."""
LARGEST = 256 * 1024
_PIECE = 16 * 1024
SAID = 100
"""Characters of what a program says of itself."""
PARAMETERS: Mapping[str, Any] = {
    "temperature": 0.7,
    "max_tokens": 900,
    "stream": False,
    "response_format": {
        "type": "json_schema",
        "json_schema": {"name": "marks", "strict": True, "schema": dict(SHAPE)},
    },
}
"""What is asked for beside the words; the sample's number is its seed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the words, and which model and which build the program says it is ("" where it does not)."""

    text: str
    model: str
    build: str


def ask(
    endpoint: Endpoint, system: str, user: str, *, seed: int, still: Callable[[], None], seconds: float = SECONDS
) -> Answer:
    """Ask once.

    Args:
        endpoint: Whom.
        system: The instruction.
        user: The passage.
        seed: The number of the sample.
        still: Called every two seconds while it is waited for; whatever it raises ends the waiting and the connection.
        seconds: How long is waited at most.

    Returns:
        The answer, as it came.

    Raises:
        ReattuneError: Nobody answered, not in time, or not in this way; the text says which.
    """
    body = {
        "model": endpoint.model,
        "messages": [{"role": "system", "content": system}, {"role": "user", "content": user}],
        **PARAMETERS,
        "seed": seed,
    }
    exchange = _Exchange(endpoint, json.dumps(body).encode(), seconds)
    until = time.monotonic() + seconds
    exchange.start()
    try:
        while exchange.is_alive():
            exchange.join(min(BEAT, max(0.0, until - time.monotonic())))
            if exchange.is_alive():
                still()
                if time.monotonic() >= until:
                    message = _("The second reader did not answer within {n} seconds; nothing of it was taken.")
                    raise ReattuneError(message.format(n=round(seconds)))
    finally:
        exchange.cut()
    return _answer(exchange.outcome())


class _Exchange(threading.Thread):
    """One question and its answer, in a thread of its own so that it can be ended from outside at any moment."""

    def __init__(self, endpoint: Endpoint, body: bytes, seconds: float) -> None:
        super().__init__(name="reattune-second-reader", daemon=True)
        self._endpoint, self._body = endpoint, body
        kind = HTTPSConnection if endpoint.is_encrypted else HTTPConnection
        self._connection = kind(endpoint.host, endpoint.port, timeout=seconds)
        self._context = contextvars.copy_context()
        self._content: bytes | None = None
        self._error: Exception | None = None
        self._is_cut = False

    def run(self) -> None:
        """Ask, and keep what came or why it did not."""
        try:
            self._content = self._context.run(self._talk)
        except (ReattuneError, HTTPException, OSError, ValueError) as error:
            self._error = error
        finally:
            self._connection.close()

    def cut(self) -> None:
        """End it: the other side is not read any further."""
        self._is_cut = True
        held = self._connection.sock
        if held is not None and self.is_alive():
            try:
                held.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # it ended by itself meanwhile

    def outcome(self) -> bytes:
        """Return what came.

        Raises:
            ReattuneError: Nothing of use came.
        """
        if isinstance(self._error, ReattuneError):
            raise self._error
        if self._error is not None or self._content is None:
            message = _("The second reader at {where} could not be reached ({why}). Is the program running?")
            why = type(self._error).__name__ if not str(self._error) else str(self._error)
            raise ReattuneError(message.format(where=self._endpoint.place, why=why[:SAID])) from self._error
        return self._content

    def _talk(self) -> bytes:
        connection = self._connection
        connection.connect()
        # Nothing is sent before it is known who is there: a name can lead elsewhere than it says.
        _refuse_elsewhere(self._endpoint, connection.sock.getpeername()[0])
        if self._is_cut:
            raise TimeoutError
        connection.auto_open = 0  # never by itself to wherever the name leads the next time
        connection.request("POST", f"{self._endpoint.path}/chat/completions", self._body, _headers(self._endpoint))
        with connection.getresponse() as response:
            return _content(response)


def _refuse_elsewhere(endpoint: Endpoint, peer: str) -> None:
    if endpoint.is_here and not ip_address(peer.partition("%")[0]).is_loopback:
        raise ReattuneError(_("This address leads away from this computer, although it does not look so; see to it."))


def _headers(endpoint: Endpoint) -> dict[str, str]:
    known = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "Reattune"}
    return {**known, "Authorization": f"Bearer {endpoint.key}"} if endpoint.key else known


def _content(response: HTTPResponse) -> bytes:
    if HTTPStatus.MULTIPLE_CHOICES <= response.status < HTTPStatus.BAD_REQUEST:
        raise ReattuneError(
            _("The second reader sends on to another address; that is not followed. Enter it yourself.")
        )
    if response.status != HTTPStatus.OK:
        message = _("The second reader answered “{code}”; see in that program whether the model’s name is right.")
        raise ReattuneError(message.format(code=response.status))
    content = bytearray()
    while piece := response.read1(_PIECE):
        content += piece
        if len(content) > LARGEST:
            raise ReattuneError(_("The second reader sends far more than an answer; nothing of it was taken."))
    return bytes(content)


def _answer(content: bytes) -> Answer:
    try:
        found = json.loads(content)
        text = found["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise _unlike() from error
    if not isinstance(text, str):
        raise _unlike()
    return Answer(text, _said(found.get("model")), _said(found.get("system_fingerprint")))


def _unlike() -> ReattuneError:
    return ReattuneError(
        _("What answers at this address is no program of the kind asked for (OpenAI-compatible); see the address.")
    )


def _said(value: object) -> str:
    return "".join(letter for letter in value if letter.isprintable())[:SAID] if isinstance(value, str) else ""
