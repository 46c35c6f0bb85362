"""The agreement: what was talked about and when, a switch for every stream, and the paragraph to give to the client."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from reattune import language
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import agreeing, models, preferences
from reattune.practice.door import May, page
from reattune.practice.keeping import kept
from reattune.practice.rendering import render, say, today


@page("r/<uuid:client>/agreement/", "agreement", May.WRITE, seen="agreement")
def agreement(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show what was agreed, and change one part of it."""
    row = get_object_or_404(models.Client, pk=client)
    if request.method != "POST":
        return _show(request, row)
    doing = DOINGS.get(request.POST.get("do", ""))
    if doing is None:
        raise Http404
    try:
        doing(request, row)
    except ReattuneError as error:
        row.refresh_from_db()
        return _show(request, row, str(error), request.POST.dict())
    say(request, _("Kept. It is looked at again with this."))
    return HttpResponseRedirect(reverse("agreement", kwargs={"client": row.pk}))


def _keep_days(request: HttpRequest, row: models.Client) -> None:
    agreeing.keep_days(row, request.POST.dict(), today())


def _keep_switches(request: HttpRequest, row: models.Client) -> None:
    agreeing.keep_switches(row, request.POST.getlist("stream"))


DOINGS: Mapping[str, Callable[[HttpRequest, models.Client], None]] = {
    "days": _keep_days,
    "switches": _keep_switches,
}


def _show(
    request: HttpRequest, row: models.Client, trouble: str = "", typed: Mapping[str, str] | None = None
) -> HttpResponse:
    days = {name: (typed or {}).get(name) or getattr(row, name) or "" for name in ("dates_agreed", "payment_agreed")}
    context = {
        "client": row,
        "trouble": trouble,
        "days": days,
        "switches": agreeing.switches(row),
        "languages": preferences.languages(),
    }
    return render(request, "agreement.html.j2", context, status=422 if trouble else 200)


@page("r/<uuid:client>/agreement/paragraph/", "paragraph", May.SEE)
def paragraph(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show the paragraph for the client, ready to be printed, in the language that was chosen."""
    row = get_object_or_404(models.Client, pk=client)
    settings = kept()
    wanted = request.GET.get("language", settings.language)
    with language.use(wanted) as code:
        letter = render_to_string(
            "paragraph_letter.html.j2",
            {
                "code": code,
                "payment": row.payment_agreed is not None,
                "safety": settings.safety,
                "turn_to": settings.turn_to,
            },
        )
    context = {"client": row, "code": code, "languages": preferences.languages(), "letter": SafeString(letter)}
    return render(request, "paragraph.html.j2", context)
