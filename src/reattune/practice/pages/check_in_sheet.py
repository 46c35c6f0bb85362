"""The check-in on paper: the sheet to print, and typing in what stands on one that came back."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from reattune import language
from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import models, preferences, typed
from reattune.practice.check_in import entry, gate, sheet, sitting, wording
from reattune.practice.check_in.asked import When, colour_names
from reattune.practice.door import May, page
from reattune.practice.keeping import kept
from reattune.practice.rendering import render, say, today

UNFIT = 422
ENTERED = "entered_sheets"


@page("r/<uuid:client>/check-in-sheet/", "check-in-sheet", May.SEE)
def paper(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show the sheet, ready to be printed, in the language that was chosen."""
    row = get_object_or_404(models.Client, pk=client)
    when = sitting.when_of(request.GET.get("when", ""))
    with language.use(request.GET.get("language", kept().language)) as code:
        content = render_to_string("check_in_sheet_paper.html.j2", {"code": code, "settings": kept(), **_asked(when)})
    context = {
        "client": row,
        "why": gate.why_not(row),
        "code": code,
        "when": when.value,
        "languages": preferences.languages(),
        "sheet": SafeString(content),
    }
    return render(request, "check_in_sheet.html.j2", context)


def _asked(when: When) -> dict[str, Any]:
    return {
        "when": when.value,
        "questions": wording.questions(when),
        "forms": wording.forms(when),
        "shares": [(share.value, words) for share, words in sheet.on_paper()],
        "places": sheet.places(),
        "positions": sheet.POSITIONS,
        "colours": colour_names(),
    }


@page("r/<uuid:client>/check-in-entry/", "check-in-entry", May.WRITE)
def type_in(request: HttpRequest, client: UUID) -> HttpResponse:
    """Type in what stands on a sheet."""
    row = get_object_or_404(models.Client, pk=client)
    if request.method != "POST":
        when = sitting.when_of(request.GET.get("when", "")) if "when" in request.GET else entry.usual(row)
        return _form(request, row, {"when": when.value, "day": today().isoformat(), "sitting": str(uuid.uuid4())})
    written = request.POST.dict()
    found = entry.understood(written)
    try:
        entry.keep(row, found, _day(written))
    except ReattuneError as error:
        return _form(request, row, written, str(error))
    request.session[ENTERED] = [*request.session.get(ENTERED, []), str(found.id)]
    words = {"client": row.pk, "sitting": found.id}
    said = plural("{n} answer was typed in.", "{n} answers were typed in.", len(found.answers))
    say(request, said, undo=reverse("check-in-entry-undo", kwargs=words))
    return HttpResponseRedirect(reverse("check-ins", kwargs={"client": row.pk}))


def _day(written: Mapping[str, str]) -> date:
    day = typed.needed_day(written, "day", _("Day"))
    if day > today():
        raise ReattuneError(_("The day on the sheet has not come yet; check it."))
    return day


def _form(request: HttpRequest, row: models.Client, written: Mapping[str, str], trouble: str = "") -> HttpResponse:
    when = sitting.when_of(written.get("when", ""))
    context = {
        "client": row,
        "why": gate.why_not(row),
        "typed": written,
        "trouble": trouble,
        "other": (When.AFTER if when is When.BEFORE else When.BEFORE).value,
        **_asked(when),
    }
    return render(request, "check_in_entry.html.j2", context, UNFIT if trouble else 200)


@page("r/<uuid:client>/check-in-entry/<uuid:sitting>/undo/", "check-in-entry-undo", May.WRITE)
def undo(request: HttpRequest, client: UUID, sitting: UUID) -> HttpResponse:
    """Take out what was typed in by mistake; only whoever typed it in, before it is locked again."""
    row = get_object_or_404(models.Client, pk=client)
    mine = request.session.get(ENTERED, [])
    if request.method != "POST" or str(sitting) not in mine or not entry.take_out(row, sitting):
        raise Http404
    request.session[ENTERED] = [one for one in mine if one != str(sitting)]
    say(request, _("Taken out."))
    return HttpResponseRedirect(reverse("check-in-entry", kwargs={"client": row.pk}))
