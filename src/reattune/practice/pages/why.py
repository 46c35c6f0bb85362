"""Why something came up: every number back to the rows it rests on; and all rows of one day."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.account.standing import added_words
from reattune.account.threshold import threshold_words
from reattune.account.told import Told, ToldPart, ToldRow
from reattune.language import _, decimal
from reattune.model import Observation, Part, Source
from reattune.practice import feedback, looking_at, models
from reattune.practice.around import next_day, planned
from reattune.practice.door import May, page
from reattune.practice.mapping.left_out import left_out
from reattune.practice.mapping.relationships import kept_rows
from reattune.practice.pages.relationship import said_of
from reattune.practice.picture import heard_address, recording_address, row_address
from reattune.practice.portrait import Portrait, portrait
from reattune.practice.rendering import render, today
from reattune.practice.rows import place, recording_place, rows_of, spoken_place
from reattune.practice.today import laters
from reattune.practice.typed import as_day
from reattune.practice.voices import correcting
from reattune.practice.voices.correcting import beside_words, corrected


@dataclass(frozen=True, slots=True)
class Ground:
    """One row that a noticing rests on: how much it counts, in words, and where it is looked up."""

    row: ToldRow
    counts: str
    place: str
    address: str
    left_out: UUID | None
    """The row of "known, leave it out", where it was said of this one."""
    corrected: str
    """What the client says of it, "" where they said nothing."""


@page("r/<uuid:client>/noticing/<uuid:noticed>/", "noticing", May.SEE, seen="noticing")
def noticing(request: HttpRequest, client: UUID, noticed: UUID) -> HttpResponse:
    """Show why something came up."""
    row = get_object_or_404(models.Client, pk=client)
    found = portrait(row, today())
    told = _told(found, noticed)
    if told is None:
        if (at := looking_at.day_of(row, noticed)) is not None and correcting.said(row, at):
            # Put right by the client, it stands there with their words.
            return HttpResponseRedirect(reverse("together", kwargs={"client": client, "noticed": noticed}))
        words = _("This was worked out anew since. Open the relationship to see what is there now.")
        return render(request, "refused.html.j2", {"heading": _("No longer here"), "words": words}, status=404)
    left = left_out(row, kept_rows(row, found.settings.zone))
    return render(
        request,
        "client_why.html.j2",
        {
            "client": row,
            "told": told,
            "noticed": noticed,
            "parts": [
                (part, _grounds(found, part, one, left))
                for part, one in zip(told.parts, told.noticing.parts, strict=True)
            ],
            "said_of_it": said_of(feedback.history(row), told),
            "laters": laters(found.day, next_day(planned(row), found.day)),
            "adds": added_words(told),
            "threshold": threshold_words(found.practice.threshold),
            "budget": _budget(found),
        },
    )


def _told(found: Portrait, noticed: UUID) -> Told | None:
    """Return a noticing in words; None where its row is gone, as it is after a newer look."""
    number = next((number for number, row in found.rows.items() if row == noticed), None)
    return None if number is None or found.silent else found.told[number - 1]


def _grounds(found: Portrait, told: ToldPart, part: Part, left: dict[Source, models.LeftOut]) -> list[Ground]:
    weights = {
        (one.observation.at, one.observation.known_at, one.observation.source): one.observation for one in part.seen
    }
    sources = _sources(found)
    return [
        Ground(
            row=row,
            counts=counts_words(weights[row.at, row.known_at, row.source], by_client=_is_clients(left.get(row.source))),
            place=sources[row.source][0] if row.source in sources else place(row.source),
            address=sources[row.source][1] if row.source in sources else row_address(found.client, row.at),
            left_out=left[row.source].pk if row.source in left else None,
            corrected=_corrected(left.get(row.source)),
        )
        for row in told.rows
    ]


def _sources(found: Portrait) -> dict[Source, tuple[str, str]]:
    """Return of every transcript and recording what it is called and where it is opened."""
    known, client = found.known, found.client
    transcripts = {one.source: (spoken_place(one.source), heard_address(client, one.source)) for one in known.speech}
    recorded = {one.source for one in known.listened} | {one.source for one in known.watched}
    recordings = {source: (recording_place(source), recording_address(client, source)) for source in recorded}
    return transcripts | recordings


def _corrected(left: models.LeftOut | None) -> str:
    return beside_words(str(left.words.get("why", ""))) if left is not None and _is_clients(left) else ""


def _is_clients(left: models.LeftOut | None) -> bool:
    return left is not None and left.said_id is not None


def counts_words(one: Observation, *, by_client: bool = False) -> str:
    """Return how much a row counts, in words, with what lowered it.

    Args:
        one: What was seen.
        by_client: Whether the client says what it was; their words stand beside it then.
    """
    if by_client:
        return _("does not count")
    if one.weight >= 1:
        said = _("counts in full")
    elif one.weight > 0:
        said = _("counts in part")
    else:
        said = _("does not count")
    return f"{said}: {one.reason}" if one.reason and one.weight < 1 else said


def _budget(found: Portrait) -> str:
    return _(
        "At a budget of {budget} a month that turn out to be nothing, over the whole caseload. "
        "How this is worked out stands in “How Reattune notices”."
    ).format(budget=decimal(f"{found.practice.budget_per_month:g}"))


@page("r/<uuid:client>/row/<str:date>/", "row", May.SEE, seen="rows")
def rows(request: HttpRequest, client: UUID, date: str) -> HttpResponse:
    """Show all rows of a day."""
    row = get_object_or_404(models.Client, pk=client)
    at = as_day(date)
    if at is None:
        words = _("“{words}” is not a day; open one from the picture.").format(words=date)
        return render(request, "refused.html.j2", {"heading": _("No such day"), "words": words}, status=404)
    found = portrait(row, today())
    came = [] if found.silent else [one for one in found.told if one.at == at]
    context = {
        "client": row,
        "at": at,
        "rows": rows_of(found, at),
        "corrected": defaultdict(str, corrected(row)),
        "opens": {source: address for source, (_place, address) in _sources(found).items()},
        "came": [(one, found.rows[one.number]) for one in came],
        "moments": list(row.moments.filter(day=at)),
        "episodes": list(row.episodes.filter(day=at)),
    }
    return render(request, "client_rows.html.j2", context)
