"""Who may ask: a program with a token, while the practice is unlocked. No cookie lets anybody in here."""

from typing import cast

from django.http import HttpRequest
from ninja.security import HttpBearer

from reattune.practice import tokens

WHO = "program:{name}"


class Token(HttpBearer):
    """A token made at the desk, sent as `Authorization: Bearer ...`."""

    def authenticate(self, request: HttpRequest, token: str) -> str | None:  # noqa: ARG002  (ninja hands it over)
        """Return the name of the token; None where it is none of ours."""
        return tokens.holder(token)


def asking(request: HttpRequest) -> str:
    """Return the name under which the asking program stands in the audit."""
    return WHO.format(name=cast("str", request.auth))  # type: ignore[attr-defined]  # set by ninja
