"""What came up, for programs to read: in words, the benign reading first, with the rows it rests on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from ninja import Query, Router

from reattune import model
from reattune.account.told import Told, tell
from reattune.practice import models
from reattune.practice.api.refusals import REFUSALS
from reattune.practice.api.seen import note, part
from reattune.practice.api.shapes import Beside, Noticed, NoticedWhole, Part, Window
from reattune.practice.keeping import kept
from reattune.practice.mapping.codec import load
from reattune.practice.scope import THERAPIST
from reattune.practice.voices import correcting
from reattune.reading.settings import holiday_dates

router = Router(tags=["noticings"])
Verdicts = Mapping[tuple[UUID, date], str]


@router.get("/noticings", response={200: Part[Noticed], **REFUSALS}, operation_id="noticings")
def noticings(
    request: HttpRequest,
    window: Query[Window],
    since: Annotated[date | None, Query(description="Those that came up on this day and later.")] = None,
    relationship: Annotated[UUID | None, Query(description="One relationship’s alone.")] = None,
    open: Annotated[bool | None, Query(description="Only those still open, or only those that are not.")] = None,  # noqa: A002  (its name in the address)
) -> Part[Noticed]:
    """Return what came up, newest first; never in an order of weight."""
    rows = _rows()
    rows = rows if since is None else rows.filter(at__gte=since)
    rows = rows if relationship is None else rows.filter(client=relationship)
    rows = rows if open is None else rows.filter(open=open)
    return part(request, window, "noticings", rows, _shaped, relationship)


@router.get("/noticings/{client}/{day}/{direction}", response={200: NoticedWhole, **REFUSALS}, operation_id="noticing")
def noticing(request: HttpRequest, client: UUID, day: date, direction: model.Direction) -> NoticedWhole:
    """Return what came up in one relationship on one day in one direction, with the rows it rests on."""
    row = _rows().filter(client=client, at=day, direction=direction.value).first()
    if row is None:
        raise Http404
    note(request, "noticing", (client,))
    told = _told(row, _holidays((row,)))
    parts, record = list(told.parts), told.noticing
    shape = _shape(row, told, _verdicts((row,))).dict()
    return NoticedWhole(**shape, parts=parts, corrections=_corrections(row), noticing=record)


def _corrections(row: models.Noticed) -> list[Beside]:
    return [
        Beside(day=one.day, kind=one.kind.value, what=one.what, text=one.text)
        for one in correcting.said(row.client, row.at)
    ]


def _rows() -> QuerySet[models.Noticed]:
    return models.Noticed.objects.select_related("client").order_by("-at", "client__codename", "-number")


def _shaped(rows: Sequence[models.Noticed]) -> list[tuple[UUID, Noticed]]:
    holidays, verdicts = _holidays(rows), _verdicts(rows)
    return [(row.client_id, _shape(row, _told(row, holidays), verdicts)) for row in rows]


def _told(row: models.Noticed, holidays: Mapping[date, str]) -> Told:
    return tell(row.number, load(model.Noticing, row.words["noticing"], kept().zone), holidays)


def _shape(row: models.Noticed, told: Told, verdicts: Verdicts) -> Noticed:
    return Noticed(
        relationship=row.client_id,
        codename=row.client.codename,
        at=row.at,
        since=told.noticing.since,
        direction=told.noticing.direction,
        open=row.open,
        verdict=verdicts.get((row.client_id, row.at), ""),
        said=told.said,
        readings=list(told.readings),
        yours=list(told.yours),
        basis=told.basis,
        once=told.once,
    )


def _verdicts(rows: Iterable[models.Noticed]) -> Verdicts:
    """Return what the therapist last made of each; what was undone does not count."""
    clients = {row.client_id for row in rows}
    found = models.Verdict.objects.filter(client__in=clients, undone=None, by=THERAPIST).order_by("on", "made")
    return {(one.client_id, one.noticing): one.verdict for one in found}


def _holidays(rows: Sequence[models.Noticed]) -> Mapping[date, str]:
    """Return the public holidays of the years that these noticings may speak of."""
    if not rows:
        return {}
    first, last = min(row.at for row in rows).year, max(row.at for row in rows).year
    return holiday_dates(kept().holidays, range(first - 1, last + 1))
