"""Looking at what came up together with the client, and keeping what was said about it."""

from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.language import _
from reattune.model import Noticing
from reattune.practice import attaching, capturing, episodes, feedback, models
from reattune.practice import together as telling
from reattune.practice.door import May, page
from reattune.practice.keeping import kept
from reattune.practice.mapping.codec import load
from reattune.practice.rendering import render, say, today
from reattune.practice.typed import as_identity
from reattune.reading.settings import holiday_dates


@page("r/<uuid:client>/noticing/<uuid:noticed>/together/", "together", May.WRITE, seen="noticing")
def together(request: HttpRequest, client: UUID, noticed: UUID) -> HttpResponse:
    """Show one noticing for two people; what was said about it can be kept."""
    return _together(request, client, noticed)


@page("r/<uuid:client>/together/", "together", May.WRITE, seen="noticing")
def together_asked(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show the noticing that the address asks for, as `together` does."""
    return _together(request, client, as_identity(request.GET.get("noticing", "")))


def _together(request: HttpRequest, client: UUID, noticed: UUID) -> HttpResponse:
    owner = get_object_or_404(models.Client, pk=client)
    row = owner.noticed.filter(pk=noticed).first()
    if row is None:
        words = _("This was worked out anew since. Open the relationship to see what is there now.")
        return render(request, "refused.html.j2", {"heading": _("No longer here"), "words": words}, status=404)
    if request.method == "POST":
        return _kept(request, owner, row)
    settings = kept()
    noticing = load(Noticing, row.words["noticing"], settings.zone)
    years = range(noticing.since.year, noticing.at.year + 1)
    told = telling.shared(noticing, holiday_dates(settings.holidays, years))
    return render(request, "together.html.j2", {"client": owner, "told": told})


def _kept(request: HttpRequest, client: models.Client, row: models.Noticed) -> HttpResponse:
    """Keep what was said: a record where there are words or one is wanted, and that it was talked about."""
    words = "" if request.POST.get("not_kept") else capturing.plain(request.POST.get("words", ""))
    wants_record = request.POST.get("then") == "record"
    record, verdict = None, None
    with transaction.atomic():
        if words or wants_record:
            record = _record(client, row, words)
        if request.POST.get("then") == "talked":
            verdict = feedback.say(row, feedback.Said.TALKED, today())
    if verdict is not None:
        say(
            request,
            feedback.effect(feedback.Said.TALKED, client.codename),
            undo=reverse("verdict-undo", kwargs={"verdict": verdict.pk}),
        )
    if record is not None:
        if verdict is not None:
            say(request, _("What you said is kept in a record."))
        return HttpResponseRedirect(reverse("episode", kwargs={"client": client.pk, "episode": record.pk}))
    return HttpResponseRedirect(reverse("client", kwargs={"client": client.pk}))


def _record(client: models.Client, row: models.Noticed, words: str) -> models.Episode:
    ref = attaching.noticing_ref(row.at, row.direction)
    things = [one for one in attaching.offered(client, today(), [ref]) if one.ref == ref]
    blank = episodes.blank(today())

    def attach(kept_row: models.Episode) -> None:
        attaching.sync(kept_row, [ref], [], things)

    return episodes.begin(client, episodes.with_words(blank, words), attach)
