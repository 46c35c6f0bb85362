"""Feedback into noticing: what was made of a noticing, rows left out for a reason, and the undoing of both."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import feedback, models
from reattune.practice.door import May, page
from reattune.practice.feedback import Said
from reattune.practice.rendering import here_or, render, say, today
from reattune.practice.scope import THERAPIST
from reattune.practice.typed import as_day, as_identity


def back(request: HttpRequest) -> HttpResponse:
    """Go back to where a form was, if that is here; else to Today."""
    return HttpResponseRedirect(here_or(request.POST.get("next", ""), reverse("today")))


@page("verdict/", "verdict", May.WRITE)
def verdict(request: HttpRequest) -> HttpResponse:
    """Keep what was made of a noticing.

    Fields: `noticing` (its id), `verdict`, for later `until` (a day) or `until_day`, and `next`.
    """
    if request.method != "POST":
        return HttpResponseRedirect(reverse("today"))
    try:
        noticed = _noticed(request.POST.get("noticing", ""))
        said = _said(request.POST.get("verdict", ""))
        until = _day(request.POST.get("until_day", "") or request.POST.get("until", ""))
        row = feedback.say(noticed, said, today(), until)
    except ReattuneError as error:
        say(request, str(error))
        return back(request)
    words = feedback.effect(said, noticed.client.codename, row.until)
    say(request, words, undo=reverse("verdict-undo", kwargs={"verdict": row.pk}))
    return back(request)


def _noticed(identity: str) -> models.Noticed:
    found = models.Noticed.objects.select_related("client").filter(pk=as_identity(identity)).first()
    if found is None:
        raise ReattuneError(
            _("What this was about is no longer there: it was looked at again since. See what is there now.")
        )
    return found


def _said(word: str) -> Said:
    try:
        return Said(word)
    except ValueError:
        raise ReattuneError(_("It was not said what you make of it; choose one of the buttons.")) from None


def _day(text: str) -> date | None:
    found = as_day(text)
    if text and found is None:
        raise ReattuneError(_("“{text}” is not a day; write it as 2026-07-14.").format(text=text[:40]))
    return found


@page("verdict/<int:verdict>/undo/", "verdict-undo", May.WRITE)
def verdict_undo(request: HttpRequest, verdict: int) -> HttpResponse:
    """Take a verdict of one's own back; it stays in sight as undone."""
    row = models.Verdict.objects.select_related("client").filter(pk=verdict, by=THERAPIST).first()
    if row is None:
        raise Http404
    if request.method == "POST" and feedback.undo(row):
        say(request, _("Undone for {codename}: it stands as before.").format(codename=row.client.codename))
    return back(request)


@page("r/<uuid:client>/leave-out/", "leave-out", May.WRITE)
def leave_out(request: HttpRequest, client: UUID) -> HttpResponse:
    """Set a row to "known, leave it out". Fields: `file`, `row`, `what`, `why`, `next`."""
    whose = models.Client.objects.filter(pk=client).first()
    if whose is None:
        raise Http404
    given = {name: request.POST.get(name, "") for name in ("file", "row", "what", "why", "next")}
    if request.method != "POST":
        return HttpResponseRedirect(reverse("today"))
    try:
        left = feedback.leave_out(whose, (given["file"], given["row"]), given["what"], given["why"], today())
    except ReattuneError as error:
        context = {"client": whose, "given": given, "trouble": str(error)}
        return render(request, "verdicts_leave_out.html.j2", context, status=400)
    words = feedback.left_out_words(whose.codename)
    say(request, words, undo=reverse("leave-out-undo", kwargs={"left": left.pk}))
    return back(request)


@page("left-out/<uuid:left>/undo/", "leave-out-undo", May.WRITE)
def leave_out_undo(request: HttpRequest, left: UUID) -> HttpResponse:
    """Weigh a row again that was left out; that it was left out stays in sight as undone."""
    # What the client corrected counts again when they take it back.
    row = models.LeftOut.objects.select_related("client").filter(pk=left, said=None).first()
    if row is None:
        raise Http404
    if request.method == "POST" and feedback.weigh_again(row):
        say(request, _("Undone for {codename}: the row counts again.").format(codename=row.client.codename))
    return back(request)
