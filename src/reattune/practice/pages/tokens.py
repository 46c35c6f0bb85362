"""Programs that may read: their tokens made, shown once, and taken back."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import tokens
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say

SHOWN = "token_shown"
"""Where a new token waits in the session, which is in the encrypted store, to be shown once."""


@page("settings/tokens/", "tokens", May.KEEP)
def tokens_page(request: HttpRequest) -> HttpResponse:
    """Show which programs may read, let one more, or one no more."""
    trouble, typed = "", ""
    if request.method == "POST":
        typed = request.POST.get("name", "")
        try:
            _do(request, request.POST.get("do", ""), typed)
        except ReattuneError as error:
            trouble = str(error)
        else:
            return HttpResponseRedirect(reverse("tokens"))
    shown = request.session.pop(SHOWN, None)
    context = {
        "trouble": trouble,
        "typed": typed,
        "found": tokens.listed(),
        "new": shown,
        "address": request.build_absolute_uri("/api/v1/"),
    }
    return render(request, "tokens.html.j2", context, status=400 if trouble else 200)


def _do(request: HttpRequest, what: str, name: str) -> None:
    if what == "make":
        token = tokens.make(name)
        request.session[SHOWN] = {"name": " ".join(name.split()), "token": token}
    elif what == "revoke" and tokens.revoke(name):
        say(request, _("{name} may read no more, from now on.").format(name=name))
