"""Who may ask: a program with a token, while the practice is unlocked. No cookie lets anybody in here."""

from typing import cast

from django.http import HttpRequest
from ninja.security import HttpBearer

from reattune.practice import models, people, tokens
from reattune.practice.door import Who
from reattune.practice.scope import EVERYONE, NOBODY, Scope, is_shared

WHO = "program:{name}"


class Token(HttpBearer):
    """A token made at the desk, sent as `Authorization: Bearer ...`."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:  # noqa: ARG002  (ninja hands it over)
        """Return the name of the token; None where it is none of ours."""
        found = tokens.known(token)
        return None if found is None or _sees(found) is NOBODY else found.name


def scope_of(request: HttpRequest) -> Scope:
    """Return whose rows a program may see: those of whoever made its token; nobody's where there is none of ours."""
    kind, _space, token = request.headers.get("Authorization", "").partition(" ")
    found = tokens.known(token) if kind.casefold() == "bearer" else None
    return NOBODY if found is None else _sees(found)


def _sees(token: tokens.Token) -> Scope:
    if not is_shared():
        return EVERYONE if token.person is None else NOBODY
    maker = models.Person.objects.filter(pk=token.person, active=True).first() if token.person else None
    found = None if maker is None else people.of(maker)
    return found.scope if found is not None and found.who is Who.THERAPIST else NOBODY


def asking(request: HttpRequest) -> str:
    """Return the name under which the asking program stands in the audit."""
    return WHO.format(name=cast("str", request.auth))  # type: ignore[attr-defined]  # set by ninja
