"""Today: this week's sessions first, then what to think about; and a quiet look now and then."""

from collections.abc import Sequence
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.account.told import dated
from reattune.language import _
from reattune.noticing import telling
from reattune.practice import clock, jobs, looking, models, quiet, slots, thread
from reattune.practice import today as today_of
from reattune.practice.check_in import reaching
from reattune.practice.door import May, page
from reattune.practice.glimpse import behind, glimpses
from reattune.practice.keeping import kept
from reattune.practice.rendering import render, say
from reattune.practice.rendering import today as present_day
from reattune.practice.thinking import thoughts

LOOK = looking.look_again
"""Named here so that the kind of job is known wherever Today is."""


@page("", "today", May.SEE, seen="today")
def today(request: HttpRequest) -> HttpResponse:
    """Show today; where the day has changed since the last look, another is put in line."""
    settings, day = kept(), present_day()
    found = glimpses()
    clients = models.Client.objects.count()
    if len(found) < clients or behind(found, day):
        jobs.start("look")
    # Prompts can be switched off and what a client says is told; where records say that they died, nothing is.
    gone = {one.client.pk for one in found if one.words.get("silent") and not one.client.suppress}
    reached = [one for one in reaching.lately(day) if one.client.pk not in gone]
    week = today_of.week(found, settings, day, reached)
    thinking = thoughts(found, settings, day)
    lines = [line for each in week.ahead if each.day == day for line in each.lines]
    with_line = {line.client.pk for each in week.ahead for line in each.lines if line.raised}
    shown = {line.thread.in_view.episode for line in lines if line.thread.in_view}
    back = [pair for pair in thread.back_lately(day, settings.zone) if pair[1].episode not in shown]
    following = {one.client.pk: one.next_session(day) for one in found}
    context = {
        "clients": clients,
        "looked": bool(found),
        "week": week,
        "thoughts": thinking,
        "laters": {one.row: today_of.laters(day, following[one.client.pk]) for one in thinking},
        "back": back,
        "answered": today_of.answered(found, settings, reaching.risk(day)),
        "reached": [one for one in reached if not (one.is_raised and one.client.pk in with_line)],
        "looks": {one.first: looking.identity(one.client, one.noticing) for one in reached if one.noticing},
        "heard": today_of.heard(found),
        "quiet": _quiet(day),
        "taken_in": today_of.taken_in(),
        "job": today_of.under_way(),
        "over": False,
        "not_agreed": sum(one.client.dates_agreed is None and not one.client.is_over(day) for one in found),
        "nothing": dated(telling.quiet(day)),
        "earlier": not thinking and models.Noticed.objects.exists(),
        "now": clock.now(settings.zone),
        **slots.words(),
    }
    return render(request, "today.html.j2", context)


def _quiet(day: date) -> dict[str, object] | None:
    offer = quiet.offered(day)
    return None if offer is None else {"look": offer, "words": quiet.words(offer.client.codename)}


@page("looking/", "look-progress", May.SEE)
def progress(request: HttpRequest) -> HttpResponse:
    """Show how far a look has come: a line, fetched again and again while it goes on."""
    job = today_of.under_way()
    return render(request, "today_progress.html.j2", {"job": job, "over": job is None})


ANSWERS: Sequence[quiet.Answer] = (quiet.Answer.NOTHING, quiet.Answer.SOMETHING)


@page("quiet-look/<int:look>/", "quiet-answer", May.WRITE)
def quiet_answer(request: HttpRequest, look: int) -> HttpResponse:
    """Keep what was made of a quiet look; where there is something, go where it can be written down."""
    offer = models.QuietLook.objects.filter(pk=look, answered=None).first()
    given = request.POST.get("answer", "")
    if request.method != "POST" or offer is None or given not in ANSWERS:
        return HttpResponseRedirect(reverse("today"))
    quiet.answer(offer, quiet.Answer(given), present_day())
    if given == quiet.Answer.SOMETHING:
        return HttpResponseRedirect(f"{reverse('capture')}?client={offer.client_id}")
    say(request, _("Noted: nothing special with {codename}.").format(codename=offer.client.codename))
    return HttpResponseRedirect(reverse("today"))
