"""Similar moments: what either sees that is alike, here and outside; a page for each of the two."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.account.told import dated
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Voice
from reattune.practice import models
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say, today
from reattune.practice.typed import as_identity
from reattune.practice.voices import alike, likeness, own, talks
from reattune.practice.voices.here import me, my_key, open_for
from reattune.practice.voices.side_rows import Author

BAD = 400
THERAPIST = Author(Voice.THERAPIST)
TYPED = (
    *("do", "other", "role", "share", "shown", "same_wish", "same_response", "otherwise", "like_text"),
    *alike.OF_MOMENT,
)


@page("r/<uuid:client>/talk/<uuid:talk>/similar/", "similar", May.WRITE, seen="likeness")
def similar(request: HttpRequest, client: UUID, talk: UUID) -> HttpResponse:
    """Show a therapist the moments like one that is talked about, and keep one that they see."""
    row: models.Talk = get_object_or_404(models.Talk.objects.select_related("client"), pk=talk, client_id=client)
    address = reverse("similar", kwargs={"client": client, "talk": talk})
    return _page(request, row, THERAPIST, "similar.html.j2", address)


@page("mine/talk/<uuid:talk>/similar/", "mine-similar", May.OWN)
def mine_similar(request: HttpRequest, talk: UUID) -> HttpResponse:
    """Show a client the moments like one that is talked about, and keep one that they see."""
    found = (one for one in talks.for_client(me(request), my_key(request)) if one.pk == talk)
    row = next(found, None)
    if row is None:
        raise Http404
    address = reverse("mine-similar", kwargs={"talk": talk})
    return _page(request, row, Author(Voice.CLIENT, my_key(request)), "mine_similar.html.j2", address)


def _page(request: HttpRequest, talk: models.Talk, reader: Author, template: str, address: str) -> HttpResponse:
    may, trouble, asks = likeness.may_begin(talk, today()), "", False
    typed = {name: request.POST.get(name, "") for name in TYPED}
    if request.method == "POST":
        try:
            say(request, _done(request, talk, reader, typed))
        except own.OwnKeyError as error:
            trouble, asks = str(error), True
        except ReattuneError as error:
            trouble = str(error)
        else:
            return HttpResponseRedirect(address)
    others = likeness.others(talk, reader)
    names = talks.titles([talk, *others], reader.key)
    context = {
        "client": talk.client,
        "talk": talk,
        "title": names[talk.pk],
        "groups": likeness.grouped(likeness.seen(talk, reader)),
        "others": [(one, names[one.pk]) for one in others],
        "may": may,
        "why": dated(may.reason),
        "roles": alike.role_words(),
        "reader": reader.voice.value,
        "own_open": reader.key is not None,
        "typed": typed,
        "trouble": trouble,
        "asks": asks,
    }
    return render(request, template, context, status=BAD if trouble else 200)


def _done(request: HttpRequest, talk: models.Talk, reader: Author, typed: Mapping[str, str]) -> str:
    """Do what was asked, and return what is said of it."""
    act = typed["do"]
    if act in {"show", "hide", "away"}:
        return _changed(request, talk, reader, act)
    if act not in {"link", "outside"}:
        raise ReattuneError(_("Nothing was asked for; nothing was changed."))
    if not likeness.may_begin(talk, today()).allowed:
        raise ReattuneError(_("This is offered from the next session on. Nothing was kept."))
    shown = _is_shown(typed, reader)
    words = alike.read(typed)
    if act == "link":
        other = next((one for one in likeness.others(talk, reader) if one.pk == as_identity(typed["other"])), None)
        if other is None:
            raise ReattuneError(_("Choose which of the others is alike. Nothing was kept yet."))
        likeness.link(talk, _writer(request, reader, shown=shown), words, other, today(), shown=shown)
    else:
        moment = alike.read_moment(typed)
        likeness.link_outside(talk, _writer(request, reader, shown=shown), words, moment, today(), shown=shown)
    return _("Kept, for both of you to read.") if shown else _("Kept, for you alone.")


def _is_shown(typed: Mapping[str, str], reader: Author) -> bool:
    if reader.voice is Voice.THERAPIST:
        return bool(typed["shown"])
    if typed["share"] not in {"now", "only_me"}:
        raise ReattuneError(_("Choose who may read it. Nothing was kept yet; what you wrote is still here."))
    return typed["share"] == "now"


def _writer(request: HttpRequest, reader: Author, *, shown: bool) -> Author:
    """Return who writes, with their own key open where it is to be theirs alone."""
    if reader.voice is Voice.THERAPIST or shown:
        return reader
    open_for(request)
    return Author(Voice.CLIENT, my_key(request))


def _changed(request: HttpRequest, talk: models.Talk, reader: Author, act: str) -> str:
    row: Any = likeness.mine(talk, reader, as_identity(request.POST.get("like", "")))
    if row is None:
        raise Http404
    if act == "away":
        likeness.take_away(row)
        return _("It is deleted.")
    likeness.change(row, reader, shown=act == "show")
    return _("Both of you can read it now.") if act == "show" else _("It is yours alone again.")
