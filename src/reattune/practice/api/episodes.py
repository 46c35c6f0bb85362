"""Episodes, for programs to read: their days in the list, what was written only one at a time."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from reattune.practice import models
from reattune.practice.api.refusals import REFUSALS
from reattune.practice.api.seen import note, part
from reattune.practice.api.shapes import Episode, EpisodeWhole, Part, Window
from reattune.practice.mapping.episodes import record_of

router = Router(tags=["episodes"])


@router.get("/episodes", response={200: Part[Episode], **REFUSALS}, operation_id="episodes")
def episodes(
    request: HttpRequest,
    window: Query[Window],
    relationship: Annotated[UUID | None, Query(description="One relationship’s alone.")] = None,
) -> Part[Episode]:
    """Return the episodes, newest first, without a word of what was written."""
    rows = _rows()
    rows = rows if relationship is None else rows.filter(client=relationship)
    return part(request, window, "episodes", rows, _shaped, relationship)


@router.get("/episodes/{episode}", response={200: EpisodeWhole, **REFUSALS}, operation_id="episode")
def episode(request: HttpRequest, episode: UUID) -> EpisodeWhole:
    """Return one episode with everything that was written."""
    row = get_object_or_404(_rows(), pk=episode)
    record = record_of(row)
    note(request, "episode", (row.client_id,))
    return EpisodeWhole(**_shape(row).dict(), record=record)


def _rows() -> QuerySet[models.Episode]:
    return models.Episode.objects.select_related("client").order_by("-day", "-made", "pk")


def _shaped(rows: Sequence[models.Episode]) -> list[tuple[UUID, Episode]]:
    return [(row.client_id, _shape(row)) for row in rows]


def _shape(row: models.Episode) -> Episode:
    return Episode(
        id=row.pk,
        relationship=row.client_id,
        codename=row.client.codename,
        day=row.day,
        hold_until=row.hold_until,
        not_yet_until=row.not_yet_until,
        closed=row.closed,
        version=row.version,
        changed=row.changed,
    )
