"""The demonstration's first page: lets in the browser that it opened."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from reattune.language import _
from reattune.practice import desk
from reattune.practice.door import May, page
from reattune.practice.letting_in import take
from reattune.practice.pages.entering import is_handed, let_in
from reattune.practice.rendering import render


@page("demo/<str:token>/", "demo", May.ENTER)
def demo(request: HttpRequest, token: str) -> HttpResponse:
    """Let a browser in that comes with the token which was offered; anybody else may unlock."""
    if request.method == "GET" and desk.is_open() and not is_handed(request) and take(token):
        let_in(request)
        return HttpResponseRedirect("/")
    words = _("This address let one browser in, and does so only once. Unlock with the passphrase, or start again.")
    return render(request, "refused.html.j2", {"heading": _("Used already"), "words": words}, status=403)
