"""What was brought to a supervisor inside a shared practice: read until it ends, and answered beside it."""

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import auditing, capturing, models
from reattune.practice.auditing import Action
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say, today
from reattune.practice.supervision import thread
from reattune.practice.supervision.bringing import PURPOSE, WHAT
from reattune.practice.supervision.sheet import about
from reattune.practice.supervision.thread import Step

SUPERVISOR = "supervisor"


def _open() -> Any:
    """Return what may be read just now, among what was brought to whoever asks."""
    not_over = Q(expires=None) | Q(expires__gt=thread.now())
    return models.Consultation.objects.filter(not_over, ended=None)


@page("brought/", "brought", May.BROUGHT)
def brought(request: HttpRequest) -> HttpResponse:
    """Show the questions that were brought, newest first."""
    rows = [(one, one.words["question"], one.words["sheet"]["name"]) for one in _open()]
    return render(request, "brought.html.j2", {"rows": rows})


@page("brought/<uuid:consultation>/", "brought-one", May.BROUGHT)
def brought_one(request: HttpRequest, consultation: UUID) -> HttpResponse:
    """Show one sheet as it was brought, and keep what its supervisor says beside it."""
    row = _open().prefetch_related("remarks").filter(pk=consultation).first()
    if row is None:
        raise Http404
    trouble = ""
    if request.method == "POST":
        try:
            words = capturing.plain(request.POST.get("words", ""))
            thread.remark(row, Step.SAID, words, SUPERVISOR, today())
        except ReattuneError as error:
            trouble = str(error)
        else:
            say(request, _("Kept. The therapist reads it beside their question."))
            return HttpResponseRedirect(reverse("brought-one", kwargs={"consultation": row.pk}))
    sheet = thread.readable(row).sheet
    if not trouble:
        auditing.record(Action.VIEWED, row.client_id, WHAT, PURPOSE)
    mine = [one for one in row.remarks.all() if one.by == SUPERVISOR]
    context = {
        "row": row,
        "sheet": sheet,
        "about": about(sheet.readers),
        "remarks": [(one, one.words["text"]) for one in mine],
        "typed": request.POST.get("words", ""),
        "trouble": trouble,
    }
    return render(request, "brought_one.html.j2", context, status=400 if trouble else 200)
