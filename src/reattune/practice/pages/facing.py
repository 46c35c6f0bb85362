"""Both people's answers to forms, side by side: for the therapist, and in the client's own space what they may see."""

from collections.abc import Callable
from datetime import date as day_of
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.charts import Panel, day
from reattune.charts.scores import voice_words
from reattune.language import _
from reattune.model import Voice
from reattune.practice import auditing, facing, models
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say, today
from reattune.practice.typed import as_day
from reattune.practice.voices.here import me, my_key

BOTH = frozenset(Voice)


@page("r/<uuid:client>/side-by-side/", "side-by-side", May.WRITE, seen="relationship")
def side_by_side(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show a therapist both people's answers, and let them choose whether the client sees theirs, too."""
    owner = get_object_or_404(models.Client, pk=client)
    if request.method == "POST":
        _choose(owner, shown=request.POST.get("show") == "yes")
        said = _("Your client sees your answers beside their own now.")
        say(request, said if owner.show_ratings else _("Your client does not see your answers any more."))
        return HttpResponseRedirect(reverse("side-by-side", kwargs={"client": client}))
    found = facing.panels(owner, today(), BOTH)
    context = {"client": owner, **_drawn(request, found, _address(owner), voice_words), "whose": _named(voice_words)}
    return render(request, "side_by_side.html.j2", context)


def _choose(client: models.Client, *, shown: bool) -> None:
    if client.show_ratings == shown:
        return
    client.show_ratings = shown
    with transaction.atomic():
        client.save(update_fields=["show_ratings"])
        auditing.record(auditing.Action.CHANGED, client.pk, "relationship", "sharing")


@page("r/<uuid:client>/side-by-side/<str:date>/", "side-by-side-day", May.SEE, seen="relationship")
def side_by_side_day(request: HttpRequest, client: UUID, date: str) -> HttpResponse:
    """Show a therapist what each answered around one session, with questions to ask."""
    owner, at = get_object_or_404(models.Client, pk=client), as_day(date)
    if at is None:
        raise Http404
    found = facing.answered(facing.panels(owner, today(), BOTH), at, Voice)
    context = {"client": owner, **_of_day(at, found), "whose": _named(voice_words)}
    return render(request, "side_by_side_day.html.j2", context)


@page("mine/ratings/", "mine-ratings", May.OWN)
def mine_ratings(request: HttpRequest) -> HttpResponse:
    """Show a client their own answers, and the therapist's where those are shown to them."""
    client = me(request)
    found = facing.panels(client, today(), _seen_by(client), my_key(request))
    drawn = _drawn(request, found, _my_address, _to_client)
    context = {"shows": client.show_ratings, "own_open": my_key(request) is not None, "whose": _named(_to_client)}
    return render(request, "mine_ratings.html.j2", context | drawn)


@page("mine/ratings/<str:date>/", "mine-ratings-day", May.OWN)
def mine_ratings_day(request: HttpRequest, date: str) -> HttpResponse:
    """Show a client what was answered around one session, as far as they see it."""
    client, at = me(request), as_day(date)
    if at is None:
        raise Http404
    voices = _seen_by(client)
    found = facing.panels(client, today(), voices, my_key(request))
    answers = facing.answered(found, at, [one for one in Voice if one in voices])
    if not answers:
        raise Http404
    own_open = my_key(request) is not None
    context = {**_of_day(at, answers), "own_open": own_open, "whose": _named(_to_client)}
    return render(request, "mine_ratings_day.html.j2", context)


def _seen_by(client: models.Client) -> frozenset[Voice]:
    return BOTH if client.show_ratings else frozenset({Voice.CLIENT})


def _to_client(by: Voice) -> str:
    return _("you") if by is Voice.CLIENT else _("your therapist")


def _named(whose: Callable[[Voice], str]) -> dict[Voice, str]:
    return {voice: whose(voice) for voice in Voice}


def _address(client: models.Client) -> facing.Address:
    return lambda at: reverse("side-by-side-day", kwargs={"client": client.pk, "date": at.isoformat()})


def _my_address(at: day_of) -> str:
    return reverse("mine-ratings-day", kwargs={"date": at.isoformat()})


def _drawn(
    request: HttpRequest, found: tuple[Panel, ...], address: facing.Address, whose: facing.Whose
) -> dict[str, Any]:
    """Return the forms as they are drawn over the time that was asked for, and what else there is."""
    now = today()
    days = [dot.at for one in found for each in one.lines for run in each.runs for dot in run]
    half = max(min(days, default=now), now - facing.HALF_A_YEAR)
    start = min(days, default=now) if "all" in request.GET else half
    drawn = (facing.facing(one, (start, now), f"form-{number}", address, whose) for number, one in enumerate(found, 1))
    return {
        "every": [one for one in drawn if one is not None],
        "earlier": bool(days) and min(days) < half and "all" not in request.GET,
    }


def _of_day(at: day_of, found: tuple[facing.Answered, ...]) -> dict[str, Any]:
    return {"at": at, "answered": found, "title": _("The session of {day}").format(day=day(at))}
