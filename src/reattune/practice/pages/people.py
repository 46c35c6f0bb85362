"""Clients who can sign in to their own space: invited by their therapist, with a link that is shown once."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.language import _
from reattune.practice import models, people
from reattune.practice.door import May, page
from reattune.practice.inviting_people import invite
from reattune.practice.rendering import render, say
from reattune.practice.scope import is_shared


@page("people/", "people", May.WRITE)
def people_page(request: HttpRequest) -> HttpResponse:
    """Show which of one's clients have a sign-in."""
    _served()
    rows = models.Client.objects.select_related("person").order_by("codename")
    found = [(one, getattr(one, "person", None)) for one in rows]
    return render(request, "people.html.j2", {"found": found})


@page("r/<uuid:client>/invite/", "invite", May.WRITE)
def invite_page(request: HttpRequest, client: UUID) -> HttpResponse:
    """Invite a client to their own space, make them a new link, or end their sign-in."""
    _served()
    row = get_object_or_404(models.Client, pk=client)
    person: models.Person | None = models.Person.objects.filter(client=row).first()
    invited = None
    if request.method == "POST":
        if request.POST.get("do") == "stop" and person is not None:
            people.stop(person)
            say(request, _("{name} lets nobody in any more, from now on.").format(name=person.name))
            return HttpResponseRedirect(reverse("invite", kwargs={"client": row.pk}))
        if request.POST.get("do") == "invite":
            invited = invite(row, f"{request.scheme}://{request.get_host()}")
    context = {"client": row, "sign_in": person, "invited": invited, "days": people.LASTS.days}
    return render(request, "people_invite.html.j2", context)


def _served() -> None:
    if not is_shared():
        raise Http404
