"""Capture: a felt sense put down from anywhere, and the page of a moment."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import around, capturing, models
from reattune.practice.door import May, page
from reattune.practice.rendering import here_or, render, say, today
from reattune.practice.typed import as_identity
from reattune.repair.movement import Felt, words
from reattune.repair.reader import Reader, sentence

GONE = "gone_moments"
FIELDS = ("client", "by", "when", "day", "note", "keep", "next")


@page("capture/", "capture", May.WRITE)
def capture(request: HttpRequest) -> HttpResponse:
    """Put down how a moment felt; words are optional. With `?sheet=1`, the same form for the sheet."""
    if request.method != "POST":
        typed = {"client": request.GET.get("client", ""), "next": request.GET.get("next", ""), "when": "now"}
        return _form(request, typed, sheet=bool(request.GET.get("sheet")))
    typed = {name: request.POST.get(name, "") for name in FIELDS}
    if request.POST.get("not_kept"):
        return _form(request, {**typed, "note": "", "keep": ""})
    client = _client(typed["client"])
    if client is None:
        return _form(request, typed, _("With whom was it? Choose a codename, then how it felt."))
    try:
        moment = capturing.catch(client, {**typed, "felt": request.POST.get("felt", "")}, today())
    except ReattuneError as error:
        return _form(request, typed, str(error))
    said = _("Put down: {felt}, with {codename}.").format(felt=words(Felt(moment.felt)), codename=client.codename)
    say(request, said, undo=reverse("moment-delete", kwargs={"client": client.pk, "moment": moment.pk}))
    return HttpResponseRedirect(here_or(typed["next"], _page(moment)))


def _page(moment: models.Moment) -> str:
    return reverse("moment", kwargs={"client": moment.client_id, "moment": moment.pk})


def _client(typed: str) -> models.Client | None:
    return models.Client.objects.filter(pk=as_identity(typed)).first()


def _form(request: HttpRequest, typed: Mapping[str, str], trouble: str = "", *, sheet: bool = False) -> HttpResponse:
    chosen = _client(typed["client"]) or (None if trouble else around.present())
    day = today()
    everybody = models.Client.objects.all()
    context: dict[str, Any] = {
        "clients": [one for one in everybody if not one.is_over(day) or one == chosen],
        "chosen": chosen,
        "last": around.last_day(around.planned(chosen), day) if chosen else None,
        "typed": {**dict.fromkeys(FIELDS, ""), **typed},
        "trouble": trouble,
        "feelings": [(one.value, words(one)) for one in Felt],
        "readers": sentence(Reader.THERAPIST),
    }
    template = "capture_sheet.html.j2" if sheet else "capture.html.j2"
    return render(request, template, context, status=400 if trouble else 200)


def _moment(client: UUID, moment: UUID) -> models.Moment:
    found: models.Moment = get_object_or_404(
        models.Moment.objects.select_related("client", "episode"), pk=moment, client_id=client
    )
    return found


@page("r/<uuid:client>/moment/<uuid:moment>/", "moment", May.WRITE, seen="moment")
def moment_page(request: HttpRequest, client: UUID, moment: UUID) -> HttpResponse:
    """Show a moment; its words can be changed, kept in view, or taken out."""
    row = _moment(client, moment)
    if request.method == "POST":
        written = "" if request.POST.get("not_kept") else request.POST.get("words", "")
        capturing.reword(row, written, keep=bool(request.POST.get("keep")))
        say(request, _("Saved.") if written else _("Saved, without words."))
        return HttpResponseRedirect(_page(row))
    context = {
        "client": row.client,
        "moment": row,
        "felt": words(Felt(row.felt)),
        "written": row.words.get("words", ""),
        "readers": sentence(Reader.THERAPIST),
    }
    return render(request, "moment.html.j2", context)


@page("r/<uuid:client>/moment/<uuid:moment>/delete/", "moment-delete", May.WRITE)
def moment_delete(request: HttpRequest, client: UUID, moment: UUID) -> HttpResponse:
    """Delete a moment; until the practice is locked it can be put back."""
    row = _moment(client, moment)
    if request.method != "POST":
        return HttpResponseRedirect(_page(row))
    request.session[GONE] = {**request.session.get(GONE, {}), str(row.pk): capturing.take_away(row)}
    say(request, _("Taken out."), undo=reverse("moment-back", kwargs={"client": client, "moment": moment}))
    own = reverse("moment", kwargs={"client": client, "moment": moment})
    relationship = reverse("client", kwargs={"client": client})
    wanted = here_or(request.POST.get("next", ""), relationship)
    return HttpResponseRedirect(relationship if wanted.startswith(own) else wanted)


@page("r/<uuid:client>/moment/<uuid:moment>/back/", "moment-back", May.WRITE)
def moment_back(request: HttpRequest, client: UUID, moment: UUID) -> HttpResponse:
    """Put a deleted moment back."""
    gone = dict(request.session.get(GONE, {}))
    found = gone.pop(str(moment), None)
    if request.method != "POST" or found is None or found["client"] != str(client):
        raise Http404
    row = capturing.put_back(get_object_or_404(models.Client, pk=client), found)
    request.session[GONE] = gone
    say(request, _("Put back."))
    return HttpResponseRedirect(_page(row))
