"""What was typed before the practice locked itself, shown once it is open again, to be saved or let go."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.practice import carried
from reattune.practice.door import May, page
from reattune.practice.rendering import render


@page("carried/", "carried", May.SEE)
def shown(request: HttpRequest) -> HttpResponse:
    """Show what was typed, with the button that saves it where it was to be saved."""
    if request.method == "POST":
        request.session.pop(carried.WAITING, None)
        return HttpResponseRedirect(reverse("today"))
    waiting = request.session.get(carried.WAITING)
    if not waiting:
        return HttpResponseRedirect(reverse("today"))
    said = [value for _name, value in waiting["fields"] if len(value) >= carried.WORDS]
    return render(request, "carried.html.j2", {**waiting, "said": [], "texts": said})


@page("awake/", "awake", May.SEE)
def awake(_request: HttpRequest) -> HttpResponse:
    """Say that somebody is writing, so that it does not lock under their hands."""
    # Asking is enough: the door counts it as use, but for a page that only waits to see whether it was locked.
    return HttpResponse(status=204)
