"""All agreements at once, for whoever brings many people: one row each, one button for all."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.language import plural
from reattune.practice import agreeing, models
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say, today

DAYS = ("dates_agreed", "payment_agreed")


@page("agreements/", "agreements", May.WRITE, seen="agreements")
def agreements(request: HttpRequest) -> HttpResponse:
    """Show what was agreed with everybody whose work goes on, and keep what was changed."""
    rows = [one for one in models.Client.objects.all() if not one.is_over(today())]
    wrong: dict[UUID, str] = {}
    if request.method == "POST":
        count, wrong = agreeing.keep_many(rows, request.POST.dict(), today())
        if count:
            say(
                request,
                plural(
                    "{n} agreement kept; it is looked at again with it.",
                    "{n} agreements kept; it is looked at again with them.",
                    count,
                ),
            )
        if not wrong:
            return HttpResponseRedirect(reverse("agreements"))
    lines = [(one, {name: _typed(request, one, name) for name in DAYS}, wrong.get(one.pk, "")) for one in rows]
    return render(request, "agreements.html.j2", {"lines": lines, "wrong": wrong}, status=422 if wrong else 200)


def _typed(request: HttpRequest, one: models.Client, name: str) -> str:
    kept = getattr(one, name)
    return request.POST.get(f"{name}-{one.pk}", "" if kept is None else kept.isoformat())
