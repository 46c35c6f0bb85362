"""Something to talk about, in the client's own space: their side, and the therapist's from when they have answered."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.account.told import dated
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Share, Voice
from reattune.practice import models, talk_form
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say, today
from reattune.practice.voices import afterwards, both, own, side_rows, side_words, talks
from reattune.practice.voices.here import me, my_key, only_with_words, open_for
from reattune.practice.voices.side_rows import Author
from reattune.practice.voices.sides import Cell, Wants

BAD, OTHERWISE = 400, 409
BEGINNING = ("title", "day", "share")


@page("mine/talks/", "mine-talks", May.OWN)
def all_talks(request: HttpRequest) -> HttpResponse:
    """Show a client what there is to talk about, and let them begin something."""
    client, trouble = me(request), ""
    typed = {name: request.POST.get(name, "") for name in BEGINNING}
    if request.method == "POST":
        try:
            talk = _begin(request, client, typed)
        except ReattuneError as error:
            trouble = str(error)
        else:
            return HttpResponseRedirect(_address(talk))
    key = my_key(request)
    found = talks.for_client(client, key)
    names = talks.titles(found, key)
    context = {
        "rows": [(one, names[one.pk]) for one in found],
        "typed": typed if request.method == "POST" else {"title": "", "day": today().isoformat(), "share": ""},
        "own_open": key is not None,
        "trouble": trouble,
    }
    return render(request, "mine_talks.html.j2", context, status=BAD if trouble else 200)


def _begin(request: HttpRequest, client: models.Client, typed: Mapping[str, str]) -> models.Talk:
    title, day = talk_form.begun(typed, today())
    if typed["share"] not in {"now", "only_me"}:
        raise ReattuneError(_("Choose who may see it. Nothing was kept yet; what you wrote is still here."))
    shown = typed["share"] == "now"
    if not shown:
        open_for(request)
    talk = talks.begin_by_client(client, title, day, shown=shown)
    if talk is None:
        raise own.OwnKeyError(only_with_words())
    return talk


@page("mine/talk/<uuid:talk>/", "mine-talk", May.OWN)
def one_talk(request: HttpRequest, talk: UUID) -> HttpResponse:
    """Show one thing to talk about, and keep the client's side of it."""
    client, typed, trouble = me(request), None, ""
    row = _talk(client, talk, my_key(request))
    if request.method == "POST":
        try:
            typed = _done(request, row)
        except ReattuneError as error:
            trouble = str(error)
        if typed is None and not trouble:
            # What was just hidden may be out of sight for whoever has no key open.
            seen = any(one.pk == row.pk for one in talks.for_client(client, my_key(request)))
            return HttpResponseRedirect(_address(row) if seen else reverse("mine-talks"))
    key = my_key(request)
    found = both.seen(row, _me(request), answered=_answered(request, row))
    context = {
        **talk_form.offers(typed, found.mine, today()),
        "talk": row,
        "title": talks.title(row, key),
        "seen": found,
        "reader": Voice.CLIENT.value,
        "noticed_said": side_words.cell_words(found.cell, Voice.CLIENT) if found.cell else "",
        "own_open": key is not None,
        "asks": typed is not None and key is None and typed.wants != Wants.SHOW.value,
        "cells": tuple(Cell),
        "shared_later": [one for one in found.later if one.shared],
        "trouble": trouble or (typed.trouble if typed else ""),
        "stands": dated(talk_form.state_words(found.mine, today())) if key is not None else "",
        "is_away": found.mine.away is not None,
    }
    status = OTHERWISE if typed and typed.meanwhile else BAD if typed or trouble else 200
    return render(request, "mine_talk.html.j2", context, status=status)


def _me(request: HttpRequest) -> Author:
    return Author(Voice.CLIENT, my_key(request))


def _talk(client: models.Client, talk: UUID, key: own.Own | None) -> models.Talk:
    found = next((one for one in talks.for_client(client, key) if one.pk == talk), None)
    if found is None:
        raise Http404
    return found


def _answered(request: HttpRequest, talk: models.Talk) -> bool:
    return str(talk.pk) in request.session.get(both.ANSWERED, ())


def _address(talk: models.Talk) -> str:
    return reverse("mine-talk", kwargs={"talk": talk.pk})


def _done(request: HttpRequest, talk: models.Talk) -> talk_form.Typed | None:
    """Do what was asked, and say so; return the form where it comes back."""
    asked = request.POST.get("do", "")
    if asked == "save":
        return _save(request, talk)
    act = ACTS.get(asked)
    if act is None:
        raise ReattuneError(_("Nothing was asked for; nothing was changed."))
    say(request, act(request, talk))
    return None


def _save(request: HttpRequest, talk: models.Talk) -> talk_form.Typed | None:
    given = request.POST.dict()
    wants = given.get("wants", "")
    if wants in {Wants.KEEP.value, Wants.TOGETHER.value} and "wants" in given:
        try:
            open_for(request)
        except ReattuneError as error:
            return talk_form.Typed(side_words.shown_in_form(given), wants, str(error))
    if "wants" not in given:
        given["wants"] = "unsaid"
    typed = talk_form.kept(talk, _me(request), given)
    if typed is None:
        said = {
            Wants.KEEP: _("Kept, for you alone."),
            Wants.SHOW: _("Your therapist can read your side now."),
            Wants.TOGETHER: _("Kept. It can be read at the moment when both of you have chosen to show."),
        }
        say(request, said[Wants(wants)])
    return typed


def _decline(request: HttpRequest, talk: models.Talk) -> str:
    side_rows.decline(talk, _me(request))
    request.session[both.ANSWERED] = [*request.session.get(both.ANSWERED, ()), str(talk.pk)]
    return _("That is fine. Nobody is told; you can write later whenever you like.")


def _take_back(request: HttpRequest, talk: models.Talk) -> str:
    side_rows.take_back(talk, _me(request))
    return _("Your therapist cannot read it any more.")


def _let_go(request: HttpRequest, talk: models.Talk) -> str:
    side_rows.let_go(talk, _me(request))
    return _("What you wrote before is gone.")


def _show(request: HttpRequest, talk: models.Talk) -> str:
    _must_be_mine(talk)
    talks.show(talk, my_key(request))
    return _("Your therapist can see now that this is here; your side stays yours until you choose.")


def _hide(_request: HttpRequest, talk: models.Talk) -> str:
    _must_be_mine(talk)
    talks.hide(talk)
    return _("Your therapist does not see it any more. What they wrote themselves stays theirs.")


def _must_be_mine(talk: models.Talk) -> None:
    if talk.by != Voice.CLIENT.value:
        raise ReattuneError(
            _("Your therapist began this; whether it is here is theirs to choose. Nothing was changed.")
        )


def _tell(request: HttpRequest, talk: models.Talk) -> str:
    afterwards.tell_by_client(talk.client, talk, talk_form.told(request.POST.get("tell", "")), today())
    return _("Your therapist can read that now.")


def _later(request: HttpRequest, talk: models.Talk) -> str:
    words = side_words.read_afterwards(request.POST.dict())
    share = Share.NOW if request.POST.get("shared") == "now" else Share.ONLY_ME
    if share is Share.ONLY_ME:
        open_for(request)
    if not afterwards.say_by_client(talk.client, talk, words, share, today()):
        raise own.OwnKeyError(only_with_words())
    return _("Kept, with today’s day.")


def _away(request: HttpRequest, talk: models.Talk) -> str:
    _needs_key(request)
    afterwards.rest(talk, Voice.CLIENT, away=today())
    return _("Put away, for you. You can take it up again whenever you like.")


def _again(request: HttpRequest, talk: models.Talk) -> str:
    _needs_key(request)
    afterwards.rest(talk, Voice.CLIENT)
    return _("Taken up again.")


def _rest(request: HttpRequest, talk: models.Talk) -> str:
    _needs_key(request)
    afterwards.rest(talk, Voice.CLIENT, until=talk_form.until(request.POST.dict(), today()))
    return _("It rests until then.")


def _needs_key(request: HttpRequest) -> None:
    if my_key(request) is None:
        raise own.OwnKeyError(
            _("This is kept for you alone, so it needs your own space to be open. Nothing was changed.")
        )


ACTS: dict[str, Callable[[HttpRequest, models.Talk], Any]] = {
    "decline": _decline,
    "take_back": _take_back,
    "let_go": _let_go,
    "show": _show,
    "hide": _hide,
    "tell": _tell,
    "later": _later,
    "away": _away,
    "again": _again,
    "rest": _rest,
}
