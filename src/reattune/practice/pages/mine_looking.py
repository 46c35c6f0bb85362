"""What the therapist wants to look at together, in the client's own space: what came up, and what they say about it."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import looking_at, models
from reattune.practice.door import May, page
from reattune.practice.rendering import here_or, render, say, today
from reattune.practice.typed import as_day
from reattune.practice.voices import correcting, saying
from reattune.practice.voices.here import me

BAD = 400


@page("mine/look/", "mine-look", May.OWN)
def every(request: HttpRequest) -> HttpResponse:
    """Show which days the therapist wants to look at together."""
    return render(request, "mine_looks.html.j2", {"days": looking_at.days_opened(me(request))})


@page("mine/look/<str:date>/", "mine-look-day", May.OWN)
def one(request: HttpRequest, date: str) -> HttpResponse:
    """Show what came up on a day that the therapist wants to look at together, and keep what the client says of it."""
    client, at, trouble = me(request), as_day(date), ""
    talk = None if at is None else looking_at.opened(client, at)
    if at is None or talk is None:
        raise Http404
    found = looking_at.at(client, at) or looking_at.Looked(at, None, (), (), looking_at.waits(client))
    if request.method == "POST":
        try:
            say(request, looking_at.say(client, found, request.POST.dict(), (today(), False)))
        except ReattuneError as error:
            trouble = str(error)
        else:
            return HttpResponseRedirect(reverse("mine-look-day", kwargs={"date": at.isoformat()}))
    context = {
        "found": found,
        "talk": talk,
        "typed": {name: request.POST.get(name, "") for name in ("do", "row", "text")},
        "trouble": trouble,
    }
    return render(request, "mine_look.html.j2", context, status=BAD if trouble else 200)


@page("mine/look/said/<uuid:said>/away/", "mine-look-away", May.OWN)
@require_POST
def away(request: HttpRequest, said: UUID) -> HttpResponse:
    """Take back what the client said about what came up."""
    row: models.Said | None = correcting.of(me(request), said)
    if row is None:
        raise Http404
    saying.take_away(row)
    say(request, _("Taken back: it stands as before."))
    return HttpResponseRedirect(here_or(request.POST.get("next", ""), reverse("mine-look")))
