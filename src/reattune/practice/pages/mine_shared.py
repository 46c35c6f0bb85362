"""Who reads what: everything of a client with who can read it, what their therapist has shown them, and who read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from reattune.language import _
from reattune.practice import models
from reattune.practice.door import May, page
from reattune.practice.keeping import kept
from reattune.practice.pages import seen
from reattune.practice.rendering import render
from reattune.practice.voices import both, own, reads
from reattune.practice.voices.here import me, my_key
from reattune.practice.voices.saying import CLIENT
from reattune.practice.voices.shown import Shown, shown

A_PAGE = 50
LONGEST = 240


@dataclass(frozen=True, slots=True)
class Given:
    """Something one of the two has shown the other, or brought to supervision: its day, what it is, and where."""

    day: date
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """One line that a client may read: when, who, and what they did."""

    at: datetime
    who: str
    did: str


@page("mine/shared/", "mine-shared", May.OWN)
def shared(request: HttpRequest) -> HttpResponse:
    """Show a client everything of theirs with who can read it, and what they were shown."""
    client, key = me(request), my_key(request)
    number = seen.page_number(request)
    found = _said(client, key, number)
    context = {
        "own_open": key is not None,
        "said_here": found[:A_PAGE],
        "number": number,
        "more": len(found) > A_PAGE,
        "longest": LONGEST,
        "sides": _sides(client),
        "from_therapist": _from_therapist(client, key),
        "brought": _brought(client),
    }
    return render(request, "mine_shared.html.j2", context)


@page("mine/reads/", "mine-reads", May.OWN)
def mine_reads(request: HttpRequest) -> HttpResponse:
    """Show a client who read what: others and hand-outs with their time, their therapist's own reading without."""
    client, zone, number = me(request), kept().zone, seen.page_number(request)
    lines = list(reads.with_times(client)[(number - 1) * A_PAGE : number * A_PAGE + 1])
    context = {
        "lines": [
            Read(one.at.astimezone(zone), seen.who_for_client(one.who), seen.did_words(one.action, one.what))
            for one in lines[:A_PAGE]
        ],
        "number": number,
        "more": len(lines) > A_PAGE,
        "looked_at": [seen.what_words(what) for what in reads.by_therapist(client)],
    }
    return render(request, "mine_reads.html.j2", context)


def _said(client: models.Client, key: own.Own | None, number: int) -> list[Shown]:
    """Return one page of what was said, and one more where there are later pages."""
    # Without their own key, only what the therapist can read as well: it may be them who looks.
    rows = (models.Said.objects if key is None else models.Said.every).filter(client=client).select_related("client")
    return shown(rows[(number - 1) * A_PAGE : number * A_PAGE + 1], key)


def _sides(client: models.Client) -> list[Given]:
    """Return what the client has shown of their own sides."""
    rows = models.Side.objects.filter(client=client, by=CLIENT).select_related("talk")
    return [_given(row.talk, _("your side of something to talk about")) for row in _newest(rows)]


def _from_therapist(client: models.Client, key: own.Own | None) -> list[Given]:
    of = {"client": client, "by": "therapist", "shown__isnull": False}
    sides = both.shown_to_client(client, key).select_related("talk")
    found = [_given(row, _("something to talk about")) for row in models.Talk.every.filter(**of)]
    found += [_given(row.talk, _("their side of something to talk about")) for row in sides]
    found += [Given(row.day, _("a similar moment they saw")) for row in models.Likeness.every.filter(**of)]
    answers = models.Reply.objects.filter(client=client)
    found += [Given(row.day, _("an answer to what you said"), _at(row.said_id)) for row in answers]
    return sorted(found, key=lambda one: one.day, reverse=True)


def _brought(client: models.Client) -> list[Given]:
    return [
        Given(row.day, _("by a link for a supervisor of the practice") if row.supervisor_id else _("on paper"))
        for row in models.Consultation.objects.filter(client=client)
    ]


def _at(said: UUID) -> str:
    return f"{reverse('mine')}?all=1#said-{said}"


def _given(talk: models.Talk, words: str) -> Given:
    return Given(talk.day, words, reverse("mine-talk", kwargs={"talk": talk.pk}))


def _newest(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: row.talk.day, reverse=True)
