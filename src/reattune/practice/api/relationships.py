"""Relationships and their streams, for programs to read."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from reattune import model
from reattune.account.told import stream_words
from reattune.practice import models
from reattune.practice.api.refusals import REFUSALS
from reattune.practice.api.seen import note, part
from reattune.practice.api.shapes import Observed, Part, Relationship, Stream, Streams, Window
from reattune.practice.keeping import kept
from reattune.practice.mapping.practices import practice_of
from reattune.practice.mapping.relationships import relationship as mapped
from reattune.practice.rendering import today
from reattune.streams import observe

router = Router(tags=["relationships"])


@router.get("/relationships", response={200: Part[Relationship], **REFUSALS}, operation_id="relationships")
def relationships(request: HttpRequest, window: Query[Window]) -> Part[Relationship]:
    """Return every relationship, by codename."""
    return part(request, window, "relationships", _rows(), _shaped)


@router.get("/relationships/{client}", response={200: Relationship, **REFUSALS}, operation_id="relationship")
def relationship(request: HttpRequest, client: UUID) -> Relationship:
    """Return one relationship."""
    row = get_object_or_404(_rows(), pk=client)
    note(request, "relationship", (client,))
    return _shape(row)


@router.get("/relationships/{client}/streams", response={200: Streams, **REFUSALS}, operation_id="streams")
def streams(request: HttpRequest, client: UUID) -> Streams:
    """Return the streams of one relationship: what was observed how often, and the usual pattern assumed."""
    row = get_object_or_404(models.Client, pk=client)
    day = today()
    found = _observed(row, day)
    note(request, "streams", (client,))
    return Streams(
        relationship=client,
        codename=row.codename,
        as_of=day,
        ticks=list(found.ticks),
        streams=[_stream(one) for one in found.series],
        own=list(found.own),
        silent=found.silent,
        remarks=list(found.remarks),
    )


@router.get(
    "/relationships/{client}/observations", response={200: Part[Observed], **REFUSALS}, operation_id="observations"
)
def observations(
    request: HttpRequest,
    client: UUID,
    window: Query[Window],
    stream: Annotated[str | None, Query(description="One stream’s alone.")] = None,
    since: Annotated[date | None, Query(description="Those about this day and later.")] = None,
) -> Part[Observed]:
    """Return what was observed in one relationship, stream by stream, in time order."""
    row = get_object_or_404(models.Client, pk=client)
    rows = [
        Observed(stream=one.name, observation=each)
        for one in _observed(row, today()).series
        for each in one.observations
        if (stream is None or one.name == stream) and (since is None or each.at >= since)
    ]
    return part(request, window, "observations", rows, lambda found: [(client, one) for one in found], client)


def _rows() -> QuerySet[models.Client]:
    opened = Count("noticed", filter=Q(noticed__open=True))
    return models.Client.objects.select_related("glance").annotate(opened=opened).order_by("codename")


def _shaped(rows: Sequence[models.Client]) -> list[tuple[UUID, Relationship]]:
    return [(row.pk, _shape(row)) for row in rows]


def _shape(row: models.Client) -> Relationship:
    glance = getattr(row, "glance", None)
    words = {} if glance is None else glance.words
    return Relationship(
        id=row.pk,
        codename=row.codename,
        started=row.started,
        ended=row.ended,
        last_session=glance and glance.last_session,
        as_of=glance and glance.as_of,
        current=not row.stale,
        silent=words.get("silent", ""),
        open_noticings=row.opened,  # type: ignore[attr-defined]  # counted in the query
        streams=words.get("streams", []),
    )


def _observed(row: models.Client, day: date) -> model.Streams:
    """Return what had been observed by a day, of this client's rows alone."""
    settings = kept()
    found, _gathered = mapped(row, settings.zone)
    practice = practice_of((found,), settings, day)
    return observe(found, practice.holidays, practice.instruments, day)


def _stream(one: model.Series) -> Stream:
    days = [each.at for each in one.observations]
    return Stream(
        name=one.name,
        words=stream_words(one.name),
        basis=one.basis,
        observations=len(days),
        first=min(days, default=None),
        last=max(days, default=None),
        pattern=one.pattern,
    )
