"""Handing the browser to a client and taking it back: what was the therapist's goes out of it, and only they return.

That a device is out is noted in a file beside the store, without saying to whom: while it is, the computer's keyring
opens nothing, since whoever holds the device is signed in to the computer.
"""

from contextlib import suppress
from dataclasses import dataclass

from django.db import transaction
from django.http import HttpRequest, HttpResponse

from reattune.practice import desk, models
from reattune.practice.auditing import Action, record
from reattune.practice.door import HANDED, PERSON, TURN
from reattune.practice.scope import is_shared
from reattune.practice.vault.whole import write_private
from reattune.practice.voices import own

NAME = "handed-over"


@dataclass(slots=True)
class _Since:
    opening: str = ""


_since = _Since()


def hand_over(request: HttpRequest, client: models.Client) -> None:
    """Make this browser a client's: nothing of the therapist's stays in it, and other browsers must unlock again.

    Args:
        request: Of the therapist's browser.
        client: Who gets it.

    Raises:
        VaultError: That it is out cannot be noted; then it was not handed over.
    """
    signed = {name: request.session[name] for name in (PERSON, TURN) if name in request.session}
    with transaction.atomic():
        record(Action.CHANGED, client.pk, "hand-over", "therapy")
        if not is_shared():
            write_private(desk.home() / NAME, b"")
    if not is_shared():
        desk.let_out()
        _since.opening = desk.opening()
    own.let_go(request.session.session_key or "")
    request.session.flush()
    request.session["opening"], request.session[HANDED] = desk.opening(), str(client.pk)
    request.session.update(signed)


def end(request: HttpRequest) -> None:
    """End a client's turn in this browser, where there was one: nothing of theirs stays in it.

    Args:
        request: Of a browser whose passphrase was right just now, or that is to be let out.
    """
    own.let_go(request.session.session_key or "")
    if HANDED in request.session:
        request.session.flush()
        _in()
    elif _since.opening != desk.opening():
        # Locked since it was handed over, so that no browser is a client's any more.
        _in()


def is_out() -> bool:
    """Say whether a device was handed over and is not back, nor was the practice opened with its passphrase since."""
    return (desk.home() / NAME).exists()


def without_traces(answer: HttpResponse) -> HttpResponse:
    """Have the browser forget the pages it still holds, so that going back shows none of them."""
    answer["Clear-Site-Data"] = '"cache"'
    return answer


def _in() -> None:
    _since.opening = ""
    with suppress(OSError):
        (desk.home() / NAME).unlink(missing_ok=True)
