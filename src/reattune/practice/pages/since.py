"""What followed one episode, or one thing to talk about: whether it was closer than usual, and what each said."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.account.told import stream_words
from reattune.language import _, decimal, plural
from reattune.learning.deepening import ATTENDANCE, Deepening, Figure, moments_words, words
from reattune.model import Observation, Source
from reattune.noticing.telling import observed
from reattune.practice import learnt, models
from reattune.practice.courses import courses
from reattune.practice.door import May, page
from reattune.practice.mapping.relationships import DESK
from reattune.practice.picture import row_address
from reattune.practice.rendering import render, today
from reattune.repair.strategies import words as strategy_words


@page("r/<uuid:client>/since/<uuid:episode>/", "since", May.SEE, seen="learning")
def since(request: HttpRequest, client: UUID, episode: UUID) -> HttpResponse:
    """Show what followed an episode."""
    row = get_object_or_404(models.Episode.objects.select_related("client"), pk=episode, client_id=client)
    about = models.Talk.objects.filter(client=client, episode=row).select_related("client")
    return _show(request, row.client, row.day, [row], list(about))


@page("r/<uuid:client>/since/talk/<uuid:talk>/", "since-talk", May.SEE, seen="learning")
def since_talk(request: HttpRequest, client: UUID, talk: UUID) -> HttpResponse:
    """Show what followed something to talk about."""
    row = get_object_or_404(models.Talk.objects.select_related("client"), pk=talk, client_id=client)
    return _show(request, row.client, row.day, [], [row])


def _show(
    request: HttpRequest,
    client: models.Client,
    day: date,
    episodes: list[models.Episode],
    talks: list[models.Talk],
) -> HttpResponse:
    looked = courses(episodes, talks)[0]
    # After a death, and where nothing is to be said, nothing is reckoned either.
    found = None if client.suppress else learnt.since(client, day, today())
    context: dict[str, Any] = {
        "client": client,
        "day_of": day,
        "looked": looked,
        "strategy": strategy_words,
        "found": found,
        "told": words(found) if found else (),
        "figures": _figures(client, found) if found else (),
        "moments": _moments(client, found) if found else None,
    }
    return render(request, "since.html.j2", context)


def _figures(client: models.Client, found: Deepening) -> list[dict[str, Any]]:
    return [
        {
            "name": stream_words(one.stream),
            "counts": _counts(one),
            "before": _rows(client, one, one.before),
            "since": _rows(client, one, one.since),
        }
        for one in found.figures
    ]


def _counts(figure: Figure) -> str:
    """Return how many rows a figure has on either side, and how many are missing."""
    told = _("{before} before, {since} since.").format(before=len(figure.before), since=len(figure.since))
    if figure.stream == ATTENDANCE:
        return told
    if figure.missing is None:
        return f"{told} " + _("How many sessions it is missing for is not known here.")
    if not figure.missing:
        return f"{told} " + _("Missing for no session since.")
    return f"{told} " + plural("Missing for {n} session since.", "Missing for {n} sessions since.", figure.missing)


def _rows(client: models.Client, figure: Figure, seen: tuple[Observation, ...]) -> list[tuple[date, str, str]]:
    return [(one.at, _value(figure, one), row_address(client, one.at)) for one in reversed(seen)]


def _value(figure: Figure, one: Observation) -> str:
    if isinstance(one.value, str):
        return observed(figure.stream, one)
    return decimal(f"{one.value:g}")


def _moments(client: models.Client, found: Deepening) -> dict[str, Any]:
    every = (*found.moments.before, *found.moments.since)
    return {
        "words": moments_words(found.moments),
        "rows": [(one.day, _moment_address(client, one.source)) for one in reversed(every)],
    }


def _moment_address(client: models.Client, source: Source) -> str:
    """Return where a moment stands: put down by the therapist, or shared by the client."""
    if source.file == DESK:
        return reverse("moment", kwargs={"client": client.pk, "moment": source.row})
    return reverse("check-ins", kwargs={"client": client.pk})
