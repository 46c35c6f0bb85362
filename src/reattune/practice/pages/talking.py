"""Something to talk about, at the therapist's desk: their own side, what the client has shown, and both in the room."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.account.told import dated
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Voice
from reattune.practice import models, talk_form, uses
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say, today
from reattune.practice.typed import as_day, as_identity
from reattune.practice.voices import afterwards, both, side_rows, side_words, talks
from reattune.practice.voices.side_rows import Author
from reattune.practice.voices.sides import Cell
from reattune.repair.holding import State, due, words

BAD, OTHERWISE = 400, 409
ME = Author(Voice.THERAPIST)


@page("r/<uuid:client>/talks/", "talks", May.WRITE, seen="talk")
def all_talks(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show what there is to talk about with one client, and begin something new."""
    owner = get_object_or_404(models.Client, pk=client)
    begun = _begun_with(request, owner)
    if begun is not None:
        return HttpResponseRedirect(_address(begun))
    typed, trouble = _suggested(request, owner), ""
    if request.method == "POST":
        typed = {name: request.POST.get(name, "") for name in ("title", "day", "shown", "episode", "noticing")}
        try:
            talk = _begin(owner, typed)
        except ReattuneError as error:
            trouble = str(error)
        else:
            return HttpResponseRedirect(_address(talk))
    context = {
        "client": owner,
        "rows": _listed(talks.for_therapist(owner)),
        "typed": typed,
        "trouble": trouble,
    }
    return render(request, "talks.html.j2", context, status=BAD if trouble else 200)


def _begun_with(request: HttpRequest, client: models.Client) -> models.Talk | None:
    """Return what there is to talk about from what the client said, so that it is not begun a second time."""
    said = models.Said.objects.filter(client=client, pk=as_identity(request.GET.get("said", ""))).first()
    # Only what the therapist may see: the client can share the words and keep the talk.
    return None if said is None else models.Talk.objects.filter(client=client, pk=said.talk_id).first()


def _suggested(request: HttpRequest, client: models.Client) -> dict[str, str]:
    """Return a form begun from what came up, from a record, or from what the client said."""
    wanted = {name: as_identity(request.GET.get(name, "")) for name in ("noticing", "episode", "said")}
    typed = {"title": "", "day": today().isoformat(), "shown": "", "episode": "", "noticing": ""}
    noticed = client.noticed.filter(pk=wanted["noticing"]).first()
    episode = client.episodes.filter(pk=wanted["episode"]).first()
    said = models.Said.objects.filter(client=client, pk=wanted["said"]).first()
    if noticed is not None:
        return typed | {"day": noticed.at.isoformat(), "noticing": noticed.at.isoformat()}
    if episode is not None:
        return typed | {"day": episode.day.isoformat(), "episode": str(episode.pk)}
    if said is not None:
        return typed | {"day": said.day.isoformat(), "title": talks.short(str(said.words.get("text", "")))}
    return typed


def _begin(client: models.Client, typed: dict[str, str]) -> models.Talk:
    title, day = talk_form.begun(typed, today())
    return talks.begin_by_therapist(
        client,
        title,
        day,
        shown=bool(typed["shown"]),
        episode=client.episodes.filter(pk=as_identity(typed["episode"])).first(),
        noticing=as_day(typed["noticing"]),
    )


def _listed(found: list[models.Talk]) -> list[dict[str, Any]]:
    names = talks.titles(found)
    own = {row.talk_id: row for row in models.Side.objects.filter(talk__in=found, by=Voice.THERAPIST.value)}
    shown = set(models.Side.objects.filter(talk__in=found, by=Voice.CLIENT.value).values_list("talk_id", flat=True))
    listed = []
    for talk in found:
        back = own[talk.pk].until if talk.pk in own else None
        state = due(today(), back, None, talk.closed)
        listed.append(
            {
                "talk": talk,
                "title": names[talk.pk],
                "stands": "" if state is State.OPEN else dated(words(state, back)),
                "shown": talk.pk in shown,
                "away": state is State.PUT_AWAY,
            }
        )
    return listed


@page("r/<uuid:client>/talk/<uuid:talk>/", "talk", May.WRITE, seen="talk")
def one_talk(request: HttpRequest, client: UUID, talk: UUID) -> HttpResponse:
    """Show one thing to talk about, and keep the therapist's side of it."""
    row = _talk(client, talk)
    typed, trouble = None, ""
    if request.method == "POST":
        try:
            typed = _done(request, row)
        except ReattuneError as error:
            trouble = str(error)
        if typed is None and not trouble:
            return HttpResponseRedirect(_address(row))
    found = both.seen(row, ME)
    context = {
        **talk_form.offers(typed, found.mine, today()),
        "client": row.client,
        "talk": row,
        "title": talks.title(row),
        "seen": found,
        "reader": Voice.THERAPIST.value,
        "noticed_said": side_words.cell_words(found.cell, Voice.THERAPIST) if found.cell else "",
        "trouble": trouble or (typed.trouble if typed else ""),
        "stands": dated(talk_form.state_words(found.mine, today())),
        "is_away": found.mine.away is not None,
        "use": uses.standing([row.pk]).get(row.pk),
        "uses": uses.choices(),
    }
    status = OTHERWISE if typed and typed.meanwhile else BAD if typed or trouble else 200
    return render(request, "talk.html.j2", context, status=status)


def _talk(client: UUID, talk: UUID) -> models.Talk:
    found: models.Talk = get_object_or_404(
        models.Talk.objects.select_related("client", "episode"), pk=talk, client_id=client
    )
    return found


def _address(talk: models.Talk) -> str:
    return reverse("talk", kwargs={"client": talk.client_id, "talk": talk.pk})


def _done(request: HttpRequest, talk: models.Talk) -> talk_form.Typed | None:
    """Do what was asked, and say so; return the form where it comes back."""
    asked = request.POST.get("do", "")
    if asked == "save":
        typed = talk_form.kept(talk, ME, request.POST.dict())
        if typed is None:
            say(request, _("Saved."))
        return typed
    act = ACTS.get(asked)
    if act is None:
        raise ReattuneError(_("Nothing was asked for; nothing was changed."))
    say(request, act(request, talk))
    return None


def _take_back(_request: HttpRequest, talk: models.Talk) -> str:
    side_rows.take_back(talk, ME)
    return _("Your side is yours alone again.")


def _show(_request: HttpRequest, talk: models.Talk) -> str:
    _must_be_mine(talk)
    talks.show(talk)
    return _("Your client can see now that this is here; your side stays yours.")


def _hide(_request: HttpRequest, talk: models.Talk) -> str:
    _must_be_mine(talk)
    talks.hide(talk)
    return _("Your client does not see it any more. What they wrote themselves stays theirs.")


def _must_be_mine(talk: models.Talk) -> None:
    if talk.by != Voice.THERAPIST.value:
        raise ReattuneError(_("Your client began this; whether it is seen is theirs to choose. Nothing was changed."))


def _tell(request: HttpRequest, talk: models.Talk) -> str:
    afterwards.tell_by_therapist(talk, talk_form.told(request.POST.get("tell", "")), today())
    return _("Your client can read that now.")


def _later(request: HttpRequest, talk: models.Talk) -> str:
    said = side_words.read_afterwards(request.POST.dict())
    afterwards.say_by_therapist(talk, said, today(), shared=bool(request.POST.get("shared")))
    return _("Kept, with today’s day.")


def _away(_request: HttpRequest, talk: models.Talk) -> str:
    afterwards.rest(talk, Voice.THERAPIST, away=today())
    return _("Put away. You can take it up again whenever you like.")


def _again(_request: HttpRequest, talk: models.Talk) -> str:
    afterwards.rest(talk, Voice.THERAPIST)
    return _("Taken up again.")


def _rest(request: HttpRequest, talk: models.Talk) -> str:
    day: date = talk_form.until(request.POST.dict(), today())
    afterwards.rest(talk, Voice.THERAPIST, until=day)
    return _("It rests until then.")


ACTS: dict[str, Callable[[HttpRequest, models.Talk], str]] = {
    "take_back": _take_back,
    "show": _show,
    "hide": _hide,
    "tell": _tell,
    "later": _later,
    "away": _away,
    "again": _again,
    "rest": _rest,
}


@page("r/<uuid:client>/talk/<uuid:talk>/room/", "talk-room", May.WRITE, seen="talk")
def room(request: HttpRequest, client: UUID, talk: UUID) -> HttpResponse:
    """Show both sides beside each other, for thinking together in the room, on one screen or on paper."""
    row = _talk(client, talk)
    found = both.seen(row, ME)
    context = {
        "client": row.client,
        "talk": row,
        "title": talks.title(row),
        "seen": found,
        "shared_later": [one for one in found.later if one.shared],
        "cells": tuple(Cell),
    }
    return render(request, "talk_room.html.j2", context)
