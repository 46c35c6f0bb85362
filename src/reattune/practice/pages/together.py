"""Looking at what came up together with the client: in the room, on one screen, with what the client says beside it."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import attaching, capturing, episodes, feedback, looking_at, models
from reattune.practice.door import May, page
from reattune.practice.looking import identity
from reattune.practice.rendering import here_or, render, say, today
from reattune.practice.typed import as_identity
from reattune.practice.voices import correcting, saying

BAD = 400


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
    at = looking_at.day_of(owner, noticed)
    found = None if at is None else looking_at.at(owner, at)
    if at is None or found is None:
        words = _("This was worked out anew since. Open the relationship to see what is there now.")
        return render(request, "refused.html.j2", {"heading": _("No longer here"), "words": words}, status=404)
    trouble = ""
    if request.method == "POST":
        try:
            return _done(request, owner, found)
        except ReattuneError as error:
            trouble = str(error)
    context = {
        "client": owner,
        "found": found,
        "opened": looking_at.opened(owner, at),
        "typed": {name: request.POST.get(name, "") for name in ("do", "row", "text")},
        "trouble": trouble,
    }
    return render(request, "together.html.j2", context, status=BAD if trouble else 200)


def _done(request: HttpRequest, client: models.Client, found: looking_at.Looked) -> HttpResponse:
    """Do what was asked: keep what the client says, let them open the page, or keep what was said about it."""
    asked = request.POST.get("do", "")
    if not asked:
        return _kept(request, client, found)
    if asked == "open":
        looking_at.let_open(client, found.at)
        say(request, _("Your client can open this page now; it is something to talk about in their own space."))
    elif asked == "shut":
        looking_at.shut(client, found.at)
        say(request, _("It is gone from your client’s pages. What they wrote themselves stays theirs."))
    else:
        say(request, looking_at.say(client, found, request.POST.dict(), (today(), True)))
    return HttpResponseRedirect(_address(client, found.at))


def _address(client: models.Client, at: date) -> str:
    return reverse("together", kwargs={"client": client.pk, "noticed": identity(client, at)})


@page("r/<uuid:client>/together/said/<uuid:said>/away/", "together-away", May.WRITE)
@require_POST
def away(request: HttpRequest, client: UUID, said: UUID) -> HttpResponse:
    """Take back what was written down in the room as the client said it; what they wrote by themselves is theirs."""
    owner = get_object_or_404(models.Client, pk=client)
    row = correcting.of(owner, said)
    if row is None or not correcting.is_in_room(row):
        raise Http404
    saying.take_away(row)
    say(request, _("Taken back: it stands as before."))
    return HttpResponseRedirect(here_or(request.POST.get("next", ""), reverse("client", kwargs={"client": client})))


def _kept(request: HttpRequest, client: models.Client, found: looking_at.Looked) -> HttpResponse:
    """Keep what was said: a record where there are words or one is wanted, and that it was talked about."""
    words = "" if request.POST.get("not_kept") else capturing.plain(request.POST.get("words", ""))
    row = client.noticed.filter(at=found.at).first()
    wants_record = request.POST.get("then") == "record"
    record, verdict = None, None
    with transaction.atomic():
        if words or wants_record:
            record = _record(client, row, words)
        if request.POST.get("then") == "talked" and row is not None:
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


def _record(client: models.Client, row: models.Noticed | None, words: str) -> models.Episode:
    ref = "" if row is None else attaching.noticing_ref(row.at, row.direction)
    things = [one for one in attaching.offered(client, today(), [ref]) if one.ref == ref] if ref else []
    blank = episodes.blank(today())

    def attach(kept_row: models.Episode) -> None:
        attaching.sync(kept_row, [ref] if ref else [], [], things)

    return episodes.begin(client, episodes.with_words(blank, words), attach)
