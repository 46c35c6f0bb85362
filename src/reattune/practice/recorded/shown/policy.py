"""What a page that plays a recording may do beyond other pages: sound comes from this desk, and nowhere else."""

from typing import cast

from csp.constants import NONCE, SELF
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse


def nonce_of(request: HttpRequest) -> str:
    """Return the word of this answer alone, which the player's own few rules of style bear."""
    return str(getattr(request, "csp_nonce", ""))


def with_sound(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Return an answer that may play sound and picture from this desk.

    Args:
        request: What is answered.
        answer: The answer.
    """
    policy = {"media-src": [SELF], "style-src": [NONCE]}
    return cast("HttpResponse", csp_update(policy)(lambda _request: answer)(request))
