"""Looking back on the last year: what came up and mattered, what was tried, what was done with what clients said."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.language import _
from reattune.practice import learnt, models, uses
from reattune.practice.door import May, page
from reattune.practice.quiet import Answer
from reattune.practice.rendering import here_or, render, say, today
from reattune.practice.typed import as_identity
from reattune.repair.strategies import words as strategy_words


@page("learning/", "learning", May.SEE, seen="learning")
def learning(request: HttpRequest) -> HttpResponse:
    """Show what a therapist can learn from the last year; it is theirs alone."""
    day = today()
    came, counts = learnt.came_up(day)
    found = {
        Answer.NOTHING.value: _("nothing special"),
        Answer.SOMETHING.value: _("something worth a thought"),
        Answer.LAPSED.value: _("not taken up"),
    }
    context = {
        "came": came,
        "counts": counts,
        "tried": learnt.tried(day),
        "strategy": strategy_words,
        "heard": learnt.heard(day),
        "uses": uses.choices(),
        "quiet": [(one, found.get(one.answer, "")) for one in learnt.quiet_looks(day)],
    }
    return render(request, "learning.html.j2", context)


@page("use/", "use", May.WRITE)
def use(request: HttpRequest) -> HttpResponse:
    """Keep what was done with something a client said. Fields: `talk` or `said`, `use`, `next`."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("learning"))
    about = _about(request)
    try:
        applied = uses.Applied(request.POST.get("use", ""))
    except ValueError:
        say(request, _("It was not said what you did with it; choose one of the buttons."))
        return _back(request)
    row = uses.keep(about, applied, today())
    words = _("Kept for yourself: {use}.").format(use=uses.words(applied))
    say(request, words, undo=reverse("use-undo", kwargs={"use": row.pk}))
    return _back(request)


@page("use/<int:use>/undo/", "use-undo", May.WRITE)
def use_undo(request: HttpRequest, use: int) -> HttpResponse:
    """Take back what was kept of what was done with something."""
    row = get_object_or_404(models.Use, pk=use)
    if request.method == "POST" and uses.undo(row):
        say(request, _("Undone."))
    return _back(request)


def _about(request: HttpRequest) -> models.Talk | models.Said:
    talk = _wanted(request, "talk")
    found: models.Talk | models.Said | None = (
        models.Talk.objects.filter(pk=talk).first() or models.Said.objects.filter(pk=_wanted(request, "said")).first()
    )
    if found is None:
        raise Http404
    return found


def _wanted(request: HttpRequest, name: str) -> UUID:
    return as_identity(request.POST.get(name, ""))


def _back(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(here_or(request.POST.get("next", ""), reverse("learning")))
