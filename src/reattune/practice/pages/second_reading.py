"""A transcript read a second time: what exactly would be sent and to where, the button, and the way to stop it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.door import May, page
from reattune.practice.heard import second, second_shown
from reattune.practice.heard.opened import open_up
from reattune.practice.pages.reading import elsewhere, found
from reattune.practice.rendering import render, say
from reattune.speech.second.agreeing import SAMPLES
from reattune.speech.second.asking import question


@page("r/<uuid:client>/heard/<uuid:heard>/second/", "heard-second", May.WRITE, seen="transcript")
def second_reading(request: HttpRequest, client: UUID, heard: UUID) -> HttpResponse:
    """Show what would be sent and what came of it before; sent, have it read in the background."""
    row = found(client, heard)
    away = elsewhere(row)
    if away is not None:
        return away
    if request.method == "POST":
        try:
            second.begin(row)
            say(request, _("It is being read a second time, in the background. You can stop it at any moment."))
        except ReattuneError as error:
            say(request, str(error))
        return HttpResponseRedirect(request.path)
    one = open_up(row)
    shown = second_shown.shown(row, one)
    asked = second.passages(one) if shown.endpoint is not None and not shown.why else ()
    sent = [question(one.transcript, window) for window in asked]
    context = {
        "client": row.client,
        "row": row,
        "second": shown,
        "instruction": sent[0][0] if sent else "",
        "passages": [passage for _system, passage in sent],
        "times": SAMPLES,
    }
    return render(request, "heard_second_page.html.j2", context)


@page("r/<uuid:client>/heard/<uuid:heard>/second/stop/", "heard-second-stop", May.WRITE)
def stop(request: HttpRequest, client: UUID, heard: UUID) -> HttpResponse:
    """Ask no more about a transcript."""
    row = found(client, heard)
    if request.method == "POST" and second.stop(row):
        say(request, _("Stopped. What was answered so far is kept; begun again, it goes on from there."))
    return HttpResponseRedirect(reverse("heard-second", kwargs={"client": client, "heard": heard}))
