"""The first page of a client's own space: what one can do here, and what one said, each with who reads it."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Share
from reattune.practice import endings, models
from reattune.practice.check_in.asked import shares
from reattune.practice.door import May, page
from reattune.practice.recorded import retention
from reattune.practice.rendering import here_or, render, say, today
from reattune.practice.voices import saying
from reattune.practice.voices.here import me, my_key
from reattune.practice.voices.own import Own
from reattune.practice.voices.shown import readers, shown

AT_FIRST = 12
"""As many of what was said are shown before one asks for all."""


@page("mine/", "mine", May.OWN)
def mine(request: HttpRequest) -> HttpResponse:
    """Show a client their own space."""
    key, every = my_key(request), "all" in request.GET
    said = [one for one in shown(_said(me(request)), key) if not one.is_private]
    context = {
        "said_here": said if every else said[:AT_FIRST],
        "more": 0 if every else max(0, len(said) - AT_FIRST),
        "shares": shares(),
        "own_open": key is not None,
        "recordings": [(one.day, retention.until_for_client(one)) for one in me(request).recordings.all()],
        "ending": endings.said_to_client(me(request), today()),
    }
    return render(request, "mine.html.j2", context)


@page("mine/said/<uuid:said>/", "mine-said", May.OWN)
@require_POST
def change(request: HttpRequest, said: UUID) -> HttpResponse:
    """Change who may read something one said."""
    row, words = readable(me(request), said, my_key(request))
    try:
        chosen = Share(request.POST.get("share", ""))
    except ValueError:
        say(request, _("Choose who may read it; nothing was changed."))
        return _back(request)
    if chosen.value != row.share:
        try:
            saying.share(row, words, chosen, today())
        except ReattuneError as error:
            say(request, str(error))
            return _back(request)
    # The same words whether it stays for them alone or, without a key of their own, is gone: nobody learns which.
    say(request, _("Your therapist cannot read it any more.") if chosen is Share.ONLY_ME else readers(chosen))
    return _back(request)


@page("mine/said/<uuid:said>/away/", "mine-away", May.OWN)
@require_POST
def away(request: HttpRequest, said: UUID) -> HttpResponse:
    """Delete something one said."""
    row, _words = readable(me(request), said, my_key(request))
    saying.take_away(row)
    say(request, _("It is deleted."))
    return _back(request)


def readable(client: models.Client, said: UUID, key: Own | None) -> tuple[models.Said, dict[str, Any]]:
    """Return something a client said with its words, where they can be read just now.

    Args:
        client: Whose space is open.
        said: Which.
        key: Their own key, where it is open.

    Raises:
        Http404: There is no such thing, or only their key opens it and that is shut.
    """
    row = get_object_or_404(_said(client), pk=said)
    words = saying.words_for_author(row, key)
    if words is None:
        raise Http404
    return row, words


def _said(client: models.Client) -> Any:
    return models.Said.every.filter(client=client).select_related("client")


def _back(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(here_or(request.POST.get("next", ""), reverse("mine")))
