"""Carried outside: what was different, what to try, how it went; in the client's own space, and as it is shared."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Share, Voice
from reattune.practice import models
from reattune.practice.check_in.asked import shares
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say, today
from reattune.practice.typed import as_identity
from reattune.practice.voices import alike, carrying_on, own
from reattune.practice.voices.here import me, my_key, open_for
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.shown import readers
from reattune.practice.voices.side_rows import Author

BAD = 400
ASKED = {"different": Kind.DIFFERENT, "try": Kind.TRY, "went": Kind.WENT}
TYPED = ("do", "text", "role", "talk", "about", "share")


@page("r/<uuid:client>/carry/", "carry", May.SEE, seen="relationship")
def carry(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show a therapist what the client carries on and shares."""
    owner = get_object_or_404(models.Client, pk=client)
    found = carrying_on.carried(owner, Author(Voice.THERAPIST))
    return render(request, "carry.html.j2", {"client": owner, "found": found})


@page("mine/carry/", "mine-carry", May.OWN)
def mine_carry(request: HttpRequest) -> HttpResponse:
    """Show a client what they carry on, and keep what they add to it."""
    client, trouble, asks = me(request), "", False
    typed = {name: request.POST.get(name, "") for name in TYPED}
    if request.method == "POST":
        try:
            row = _keep(request, client, typed)
        except own.OwnKeyError as error:
            trouble, asks = str(error), True
        except ReattuneError as error:
            trouble = str(error)
        else:
            say(request, _("Kept. {readers}").format(readers=readers(Share(row.share))))
            return HttpResponseRedirect(reverse("mine-carry"))
    elif request.GET.get("talk"):
        typed["talk"] = request.GET["talk"]
    reader = Author(Voice.CLIENT, my_key(request))
    context = {
        "found": carrying_on.carried(client, reader),
        "talks": carrying_on.talks_of(client, reader),
        "roles": alike.role_words(),
        "shares": shares(),
        "own_open": reader.key is not None,
        "typed": typed,
        "trouble": trouble,
        "asks": asks,
    }
    return render(request, "mine_carry.html.j2", context, status=BAD if trouble else 200)


def _keep(request: HttpRequest, client: models.Client, typed: Mapping[str, str]) -> models.Said:
    kind = ASKED.get(typed["do"])
    if kind is None:
        raise ReattuneError(_("Nothing was asked for; nothing was kept."))
    try:
        share = Share(typed["share"])
    except ValueError as error:
        raise ReattuneError(_("Choose who may read it; nothing was kept yet.")) from error
    if not typed["text"].strip():
        raise ReattuneError(_("Say it in a few words; nothing was kept yet."))
    if share is Share.ONLY_ME:
        open_for(request)
    return carrying_on.keep(client, _said(request, client, typed, kind, share), today())


def _said(
    request: HttpRequest, client: models.Client, typed: Mapping[str, str], kind: Kind, share: Share
) -> carrying_on.Said:
    """Return what is to be kept; what it goes back to must be readable just now."""
    reader = Author(Voice.CLIENT, my_key(request))
    about = None if kind is not Kind.WENT else carrying_on.tried(client, reader, as_identity(typed["about"]))
    if kind is Kind.WENT and about is None:
        raise ReattuneError(_("Choose what you tried; nothing was kept yet."))
    talks = {talk.pk for talk, _title in carrying_on.talks_of(client, reader)}
    talk = about.talk_id if about is not None else as_identity(typed["talk"])
    return carrying_on.Said(
        kind=kind,
        text=typed["text"],
        role=typed["role"] if kind is Kind.TRY and typed["role"] in dict(alike.role_words()) else "",
        talk=talk if talk in talks else None,
        about=None if about is None else about.pk,
        share=share,
    )
