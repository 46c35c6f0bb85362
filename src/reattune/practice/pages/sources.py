"""Where files come from by themselves: one watched folder, and calendar addresses that are fetched on request."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.charts import day
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import models
from reattune.practice.door import May, page
from reattune.practice.importing import folder, subscribed
from reattune.practice.keeping import kept
from reattune.practice.pages.files import chosen_client
from reattune.practice.rendering import say


@page("imports/folder/", "import-folder", May.IMPORT)
def watch(request: HttpRequest) -> HttpResponse:
    """Begin, or stop, looking at a folder; or look at it now."""
    if request.method == "POST":
        try:
            _watched(request)
        except ReattuneError as error:
            say(request, str(error))
    return HttpResponseRedirect(reverse("imports"))


@page("imports/address/", "import-address", May.IMPORT)
def subscribe(request: HttpRequest) -> HttpResponse:
    """Keep a calendar address."""
    if request.method == "POST":
        try:
            subscribed.subscribe(request.POST.get("address", ""), chosen_client(request.POST.get("client", "")))
            say(request, _("The address is kept, encrypted. It is fetched only when you press “Fetch now”."))
        except ReattuneError as error:
            say(request, str(error))
    return HttpResponseRedirect(reverse("imports"))


@page("imports/address/<uuid:feed>/", "import-fetch", May.IMPORT)
def fetch(request: HttpRequest, feed: UUID) -> HttpResponse:
    """Fetch an address now, or forget it."""
    one = models.Feed.objects.filter(pk=feed, kind=models.Feed.Kind.ADDRESS).first()
    if request.method != "POST" or one is None:
        return HttpResponseRedirect(reverse("imports"))
    if "forget" in request.POST:
        subscribed.forget(one)
        say(request, _("The address is forgotten; what was taken in from it stays."))
        return HttpResponseRedirect(reverse("imports"))
    try:
        found = subscribed.fetch_now(one)
    except ReattuneError as error:
        say(request, str(error))
        return HttpResponseRedirect(reverse("imports"))
    if found.state == models.Import.State.KEPT:
        words = _("What the address sends is kept as of {day}.").format(
            day=day(found.day or found.made.astimezone(kept().zone).date())
        )
        say(request, words, undo=reverse("import-undo", kwargs={"imported": found.pk}))
    return HttpResponseRedirect(reverse("import", kwargs={"imported": found.pk}))


def _watched(request: HttpRequest) -> None:
    if "stop" in request.POST:
        folder.stop()
        say(request, _("The folder is not looked at any more; what was taken in stays."))
        return
    if "look" not in request.POST:
        folder.watch(request.POST.get("where", ""))
    folder.look()
    say(request, folder.news() or _("The folder was looked at; whatever needs you stands below."))
