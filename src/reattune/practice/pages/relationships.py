"""The relationships by codename, each on a line; and adding one by hand."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.charts import day as spoken_day
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import clients as clients_of
from reattune.practice import models
from reattune.practice.door import May, page
from reattune.practice.glimpse import Glimpse, glimpses
from reattune.practice.keeping import kept
from reattune.practice.rendering import render, say, today
from reattune.practice.slots import weekday_names, words
from reattune.practice.thinking import thoughts

LATELY = timedelta(weeks=26)
"""So long it is said when something last came up."""
FIELDS = ("codename", "started", "weekday", "starts_at", "minutes", "every_weeks", "fee")


@dataclass(frozen=True, slots=True)
class Line:
    """One relationship: when it last met and meets next, its strip, and how it stands in a word."""

    client: models.Client
    strip: str
    last: date | None
    next: date | None
    stands: str
    until: date | None
    """The day its time of keeping ended, by the practice's own setting, where that is over."""


@page("relationships/", "clients", May.SEE, seen="relationships")
def relationships(request: HttpRequest) -> HttpResponse:
    """List the relationships by codename; those that have ended stand folded."""
    settings, day = kept(), today()
    found = {one.client.pk: one for one in glimpses()}
    open_ones = {one.client.pk for one in thoughts(found.values(), settings, day)}
    held = set(models.Episode.objects.filter(closed=None).values_list("client", flat=True))
    came = models.Noticed.objects.filter(at__gt=day - LATELY).order_by().values_list("client").annotate(last=Max("at"))
    lately = dict(came)
    lines: list[Line] = []
    over: list[Line] = []
    for client in models.Client.objects.all():
        until = clients_of.kept_until(client.ended, settings.retention_years)
        line = _line(client, found.get(client.pk), open_ones, held, day, lately.get(client.pk))
        line = replace(line, until=until if until and until <= day else None)
        (over if client.is_over(day) else lines).append(line)
    context = {"lines": lines, "over": over, **words()}
    return render(request, "clients.html.j2", context)


def _line(
    client: models.Client,
    glance: Glimpse | None,
    open_ones: set[UUID],
    held: set[UUID],
    day: date,
    came: date | None,
) -> Line:
    if glance is None:
        return Line(client, "", None, None, _("not looked at yet"), None)
    if client.pk in open_ones:
        stands = _("something to think about")
    elif client.pk in held:
        stands = _("held open")
    elif glance.words["silent"] or (client.dates_agreed is None and not glance.words["streams"]):
        stands = _("not looked at")
    elif came is not None:
        stands = _("nothing new since {day}").format(day=spoken_day(came))
    else:
        stands = _("quiet")
    return Line(client, glance.words["strip"], glance.last_session, glance.next_session(day), stands, None)


@page("relationships/add/", "client-add", May.WRITE)
def add(request: HttpRequest) -> HttpResponse:
    """Add a relationship by hand: a codename is enough."""
    given = dict.fromkeys(FIELDS, "") | {"started": today().isoformat(), "minutes": "50", "every_weeks": "1"}
    trouble = ""
    if request.method == "POST":
        given |= {name: request.POST.get(name, "") for name in FIELDS}
        try:
            client = clients_of.begin(clients_of.understood(given), today())
        except ReattuneError as error:
            trouble = str(error)
        else:
            told = _("{codename} was added. Dates and payments are looked at once you have agreed on it together.")
            say(request, told.format(codename=client.codename))
            return HttpResponseRedirect(_after(request, client))
    context = {"given": given, "trouble": trouble, "weekdays": weekday_names()}
    return render(request, "clients_add.html.j2", context, status=400 if trouble else 200)


def _after(request: HttpRequest, client: models.Client) -> str:
    if request.POST.get("another"):
        return reverse("client-add")
    return reverse("client", kwargs={"client": client.pk})
