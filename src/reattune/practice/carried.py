"""What was typed when it could not be saved: carried over the unlocking, or shown, to be copied."""

import json
from contextlib import suppress

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme

Fields = list[tuple[str, str]]
NEVER = frozenset({"csrfmiddlewaretoken", "passphrase", "again", "present", "code", "carried", "to"})
"""Never carried: secrets, and what belongs to the carrying itself."""
OF_CLIENTS = ("/mine/", "/k/")
"""Addresses below are the client's; what is typed there is never carried over to whoever unlocks."""
OWN = frozenset({"words"})
"""What a client types there to open what is only theirs; never given back."""
LONGEST = 200_000
WORDS = 12
"""From this many signs on, a value is taken for something that was written."""
WAITING = "carried"


def fields(request: HttpRequest) -> Fields:
    """Return what a form sent, without files and secrets; nothing where it is far too long."""
    never = NEVER | OWN if request.path.startswith(OF_CLIENTS) else NEVER
    found = [(name, value) for name, values in request.POST.lists() if name not in never for value in values]
    return found if sum(len(value) for _name, value in found) <= LONGEST else []


def texts(request: HttpRequest) -> list[str]:
    """Return what somebody wrote into a form, to be copied where it cannot be saved."""
    return written(fields(request))


def written(found: Fields) -> list[str]:
    """Return those values of some fields that somebody wrote."""
    return [value for _name, value in found if len(value) >= WORDS and " " in value.strip()]


def packed(found: Fields) -> str:
    """Return the fields as one value of a form."""
    return json.dumps(found, ensure_ascii=False)


def keep(request: HttpRequest) -> None:
    """Keep what came with an unlocking, in the session, until it is shown again."""
    to, found = request.POST.get("to", ""), unpacked(request.POST.get("carried", ""))
    if found and url_has_allowed_host_and_scheme(to, allowed_hosts=None) and to.startswith("/"):
        request.session[WAITING] = {"to": to, "fields": found}


def settle(request: HttpRequest) -> None:
    """Forget what was kept once it was sent where it was to be saved, so that it is neither offered nor saved twice."""
    waiting = request.session.get(WAITING)
    if waiting and waiting["to"] == request.get_full_path():
        del request.session[WAITING]


def unpacked(said: str) -> Fields:
    """Return the fields that one value of a form holds; nothing where it does not hold such."""
    with suppress(ValueError, TypeError, RecursionError):
        return [(_whole(str(name)), _whole(str(value))) for name, value in json.loads(said)]
    return []


def _whole(text: str) -> str:
    """Return a text without halves of signs, which no page can show."""
    return text.encode("utf-8", "replace").decode()
