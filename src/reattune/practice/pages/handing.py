"""Handing the device to a client and taking it back, and who is at this browser just now."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from reattune.errors import ReattuneError
from reattune.practice import desk, handing, models
from reattune.practice.door import HANDED, May, Who, entrance, page, who
from reattune.practice.pages.entering import is_pending, let_in
from reattune.practice.rendering import render
from reattune.practice.scope import is_shared
from reattune.practice.vault import Vault
from reattune.practice.voices import own
from reattune.practice.voices.both import ANSWERED

REFUSED = 403


@page("r/<uuid:client>/hand-over/", "hand-over", May.WRITE)
def hand_over(request: HttpRequest, client: UUID) -> HttpResponse:
    """Say what handing the device over means; on asking, do so."""
    row = get_object_or_404(models.Client, pk=client)
    if request.method != "POST":
        return render(request, "hand_over.html.j2", {"client": row, "shared": is_shared(), "trouble": ""})
    try:
        handing.hand_over(request, row)
    except ReattuneError as error:
        return render(request, "hand_over.html.j2", {"client": row, "shared": is_shared(), "trouble": str(error)}, 503)
    return handing.without_traces(HttpResponseRedirect(reverse("mine")))


@page("mine/done/", "hand-back", May.HAND_BACK)
def hand_back(request: HttpRequest) -> HttpResponse:
    """Thank the client, shut what is theirs alone, and wait for the therapist's passphrase."""
    # Shut as soon as they say that they are done: whoever holds the device next could go back from this page.
    own.let_go(request.session.session_key or "")
    request.session.pop(ANSWERED, None)
    handed, trouble = HANDED in request.session, ""
    if request.method == "POST" and is_shared():
        request.session.flush()
        return handing.without_traces(HttpResponseRedirect(entrance()))
    if request.method == "POST":
        try:
            return handing.without_traces(_taken_back(request))
        except ReattuneError as error:
            trouble = str(error)
    context = {"trouble": trouble, "shared": is_shared(), "handed": handed}
    return render(request, "hand_back.html.j2", context, status=REFUSED if trouble else 200)


def _taken_back(request: HttpRequest) -> HttpResponse:
    client = request.session[HANDED]
    Vault.unlock(desk.home(), request.POST.get("passphrase", "")).close()
    let_in(request)
    if is_pending(request):
        return HttpResponseRedirect(reverse("second-step-code"))
    return HttpResponseRedirect(reverse("client", kwargs={"client": client}))


@page("whose/", "whose", May.LINK)
@require_safe
def whose(request: HttpRequest) -> HttpResponse:
    """Say who is at this browser, for pages that are still open in it: one word, and whether a client's key is open."""
    person, session = who(request), request.session.session_key if desk.is_open() else None
    # A page that only looks does not keep anything open; somebody who types does.
    is_open = own.is_held(session) if request.headers.get("X-Waiting") else own.held(session) is not None
    words = f"{person.value} open" if person is Who.CLIENT and is_open else person.value
    return HttpResponse(words, content_type="text/plain; charset=utf-8")
