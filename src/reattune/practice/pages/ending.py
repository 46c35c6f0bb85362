"""The end of the work: its last day, how it ended, what remained open, and what may be read from then on."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.learning.endings import kind_words
from reattune.practice import endings, models
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say, today

BAD = 400


@page("r/<uuid:client>/ending/", "ending", May.WRITE, seen="frame")
def ending(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show how the work stands and what is open, and set or take back its last day."""
    row = get_object_or_404(models.Client, pk=client)
    if request.method != "POST":
        return _show(request, row)
    try:
        if request.POST.get("do") == "reopen":
            endings.reopen(row)
            say(request, _("The last day is taken back; the work goes on."))
        else:
            endings.keep(row, request.POST.dict())
            say(request, _("Kept. Nothing is closed by it; what is open stays where it is."))
    except ReattuneError as error:
        row.refresh_from_db()
        return _show(request, row, str(error), request.POST.dict())
    return HttpResponseRedirect(reverse("ending", kwargs={"client": row.pk}))


def _show(
    request: HttpRequest, row: models.Client, trouble: str = "", typed: Mapping[str, str] | None = None
) -> HttpResponse:
    day = today()
    set_down = {
        "ended": row.ended.isoformat() if row.ended else "",
        "ended_how": row.ended_how,
        "ended_by": row.ended_by,
    }
    context = {
        "client": row,
        "trouble": trouble,
        "form": {**set_down, **{name: value for name, value in (typed or {}).items() if name in set_down}},
        "stands": endings.standing(row, day),
        "is_over": row.is_over(day),
        "waits_until": None if row.has_opened(day) else row.opens,
        "open": [(kind_words(kind), found) for kind, found in endings.open_still(row)],
        "after": endings.told_after(row, day),
        "hows": (("planned", _("as planned")), ("without_last_session", _("without a last session"))),
        "enders": (
            ("client", _("the client")),
            ("therapist", _("you")),
            ("both", _("both together")),
            ("third_party", _("someone else")),
            ("unknown", _("not known")),
        ),
    }
    return render(request, "ending.html.j2", context, status=BAD if trouble else 200)
