"""A consultation as its therapist sees it: what was brought, its page, and what came of it; and all of them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import auditing, capturing, models
from reattune.practice.auditing import Action
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say, today
from reattune.practice.scope import THERAPIST
from reattune.practice.supervision import paper, thread
from reattune.practice.supervision.bringing import PURPOSE, WHAT
from reattune.practice.supervision.sheet import about
from reattune.practice.supervision.thread import State, Step

AT = "r/<uuid:client>/consultation/<uuid:consultation>/"


@page(AT, "consultation", May.WRITE, seen="consultation")
def consultation(request: HttpRequest, client: UUID, consultation: UUID) -> HttpResponse:
    """Show what was brought and what came of it; what is typed is kept beside it."""
    row = _row(client, consultation)
    trouble = ""
    if request.method == "POST":
        try:
            step = _step(request.POST.get("kind", ""))
            made = thread.remark(row, step, capturing.plain(request.POST.get("words", "")), THERAPIST, today())
        except ReattuneError as error:
            trouble = str(error)
        else:
            words = {"client": client, "consultation": consultation, "remark": made.pk}
            say(request, _("Kept beside what you brought."), undo=reverse("consultation-remark-away", kwargs=words))
            return _to(row)
    found = thread.readable(row)
    reached = thread.state(row)
    context = {
        "client": row.client,
        "row": row,
        "sheet": found.sheet,
        "withdrawn": found.withdrawn,
        "about": about(found.sheet.readers),
        "is_over": thread.is_over(row),
        "state_words": thread.state_words(reached),
        "remarks": [(thread.step_words(Step(one.kind)), one, one.words["text"]) for one in row.remarks.all()],
        "steps": [(one.value, thread.step_words(one)) for one in Step],
        "next_step": request.POST.get("kind") or _next(reached).value,
        "typed": request.POST.get("words", ""),
        "trouble": trouble,
    }
    return render(request, "consultation.html.j2", context, status=400 if trouble else 200)


def _row(client: UUID, consultation: UUID) -> models.Consultation:
    every = models.Consultation.objects.select_related("client", "supervisor").prefetch_related("remarks")
    found: models.Consultation = get_object_or_404(every, pk=consultation, client_id=client)
    return found


def _to(row: models.Consultation) -> HttpResponse:
    return HttpResponseRedirect(reverse("consultation", kwargs={"client": row.client_id, "consultation": row.pk}))


def _step(value: str) -> Step:
    found = next((one for one in Step if one.value == value), None)
    if found is None:
        raise ReattuneError(_("Choose what it is: said, taken back, or what came of it."))
    return found


def _next(reached: State) -> Step:
    """Return what is most likely written next; any other can be chosen."""
    return {State.SAID: Step.TAKEN, State.TAKEN: Step.CAME, State.CAME: Step.CAME}.get(reached, Step.SAID)


@page(f"{AT}paper/", "consultation-paper", May.WRITE)
def consultation_paper(request: HttpRequest, client: UUID, consultation: UUID) -> HttpResponse:
    """Give what was brought as one page to print, as far as it may still be read."""
    row = _row(client, consultation)
    sheet = thread.readable(row).sheet
    try:
        made = paper.pdf(sheet)
    except ReattuneError as error:
        return render(
            request, "refused.html.j2", {"heading": _("This page could not be made"), "words": str(error)}, status=400
        )
    auditing.record(Action.EXPORTED, row.client_id, WHAT, PURPOSE)
    answer = HttpResponse(made.content, content_type="application/pdf")
    # Named for the sheet, never for the client: what a file is called leaves with it.
    answer["Content-Disposition"] = 'attachment; filename="supervision.pdf"'
    return answer


@page(f"{AT}take-back/", "consultation-take-back", May.WRITE)
def consultation_take_back(request: HttpRequest, client: UUID, consultation: UUID) -> HttpResponse:
    """Take what was brought back, so that a supervisor reads it no more."""
    row = _row(client, consultation)
    if request.method == "POST" and row.ended is None:
        thread.end(row, thread.now())
        words = {"client": client, "consultation": consultation}
        say(request, _("Taken back."), undo=reverse("consultation-again", kwargs=words))
    return _to(row)


@page(f"{AT}again/", "consultation-again", May.WRITE)
def consultation_again(request: HttpRequest, client: UUID, consultation: UUID) -> HttpResponse:
    """Undo taking it back."""
    row = _row(client, consultation)
    if request.method == "POST" and row.ended is not None:
        thread.end(row, None)
        say(request, _("It is there again, as long as it was meant to be."))
    return _to(row)


@page(f"{AT}remark/<uuid:remark>/away/", "consultation-remark-away", May.WRITE)
def consultation_remark_away(request: HttpRequest, client: UUID, consultation: UUID, remark: UUID) -> HttpResponse:
    """Take away a remark of one's own."""
    row = _row(client, consultation)
    made = models.Remark.objects.filter(pk=remark, consultation=row, by=THERAPIST).first()
    if request.method == "POST" and made is not None:
        thread.take_away(made)
        say(request, _("It is gone."))
    return _to(row)


@page("supervision/", "consultations", May.SEE)
def consultations(request: HttpRequest) -> HttpResponse:
    """Show the questions to bring next time, and what became of those that were brought."""
    rows = models.Consultation.objects.select_related("client").prefetch_related("remarks")
    found = [(thread.state(one), one, one.words["question"], one.words["sheet"]["name"]) for one in rows]
    groups = [
        (thread.state_words(state), [each for each in found if each[0] is state])
        for state in (State.ASKED, State.SAID, State.TAKEN, State.CAME, State.ENDED)
    ]
    context = {"waiting": thread.waiting(), "groups": [(words, every) for words, every in groups if every]}
    return render(request, "consultations.html.j2", context)
