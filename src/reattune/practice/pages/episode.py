"""The repair record: written, held open, put away and taken up again; and two texts of it side by side."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.account.told import dated
from reattune.language import _
from reattune.practice import around, attaching, episode_form, episode_words, episodes, models
from reattune.practice.door import May, page
from reattune.practice.heard import taking_up
from reattune.practice.mapping.episodes import record_of
from reattune.practice.picture import row_address
from reattune.practice.recorded.shown import taking_up as played
from reattune.practice.rendering import render, say, today
from reattune.practice.typed import NOBODYS, as_identity
from reattune.practice.voices import talks
from reattune.repair import holding, similar, strategies
from reattune.repair.episode import Record
from reattune.repair.movement import Noticer, Place


@page("r/<uuid:client>/episode/new/", "episode-new", May.WRITE)
def episode_new(request: HttpRequest, client: UUID) -> HttpResponse:
    """Open a record, perhaps from a moment or a noticing; nothing is kept before it is saved."""
    owner = get_object_or_404(models.Client, pk=client)
    if request.method == "POST":
        known = models.Episode.objects.filter(client=owner, pk=as_identity(request.POST.get("id", ""))).first()
        # The same form sent twice is the same record, not a second one.
        return _saved(request, owner, known, _base(request, owner))
    base, refs = _from(request, owner)
    return _page(request, owner, None, base, episode_form.shown(base), ticked=refs)


@page("r/<uuid:client>/episode/<uuid:episode>/", "episode", May.WRITE, seen="episode")
def episode(request: HttpRequest, client: UUID, episode: UUID) -> HttpResponse:
    """Show a record and keep what was changed in it."""
    row = _row(client, episode)
    base = record_of(row)
    if request.method == "POST":
        return _saved(request, row.client, row, base)
    ticked = [one.ref for one in attaching.attached(row)]
    return _page(request, row.client, row, base, episode_form.shown(base), ticked=ticked)


def _row(client: UUID, episode: UUID) -> models.Episode:
    found: models.Episode = get_object_or_404(
        models.Episode.objects.select_related("client"), pk=episode, client_id=client
    )
    return found


def _base(request: HttpRequest, client: models.Client) -> Record:
    """Return the blank record that a form for a new one was begun with."""
    wanted = as_identity(request.POST.get("id", ""))
    base = episodes.blank(today())
    taken = wanted == NOBODYS or models.Episode.objects.exclude(client=client).filter(pk=wanted).exists()
    return base if taken else replace(base, id=str(wanted))


def _from(request: HttpRequest, client: models.Client) -> tuple[Record, list[str]]:
    """Return a record begun from a moment, a noticing, or the last session, and what it is about."""
    moment = client.moments.filter(pk=as_identity(request.GET.get("moment", ""))).first()
    if moment is not None:
        words = moment.words
        noticer = Noticer.CLIENT if moment.by == "client" else Noticer.THERAPIST
        place = Place.IN_SESSION if words.get("place") == Place.IN_SESSION else None
        base = replace(episodes.blank(moment.day), text=words.get("words", ""), noticer=noticer, place=place)
        return base, [attaching.moment_ref(moment)]
    noticed = client.noticed.filter(pk=as_identity(request.GET.get("noticing", ""))).first()
    if noticed is not None:
        return episodes.blank(noticed.at), [attaching.noticing_ref(noticed.at, noticed.direction)]
    return episodes.blank(around.last_day(around.planned(client), today()) or today()), []


def _offered(client: models.Client, base: Record, day: date) -> tuple[episode_form.Offered, dict[str, Any]]:
    """Return what a form offers today, and what the page says about it."""
    sessions = around.days_since(client, base.day, day)
    offer = strategies.offered(day, base.day, sessions)
    link = similar.may_link(day, base.day, sessions)
    before = similar.earlier(base, episodes.others(base, client)) if link.allowed else ()
    next_session = around.next_day(around.planned(client), day)
    offered = episode_form.Offered(day, next_session, offer.strategies, tuple(one.id for one in before))
    return offered, {"offer": offer, "link": link, "before": before, "next_session": next_session}


def _saved(request: HttpRequest, client: models.Client, row: models.Episode | None, base: Record) -> HttpResponse:
    day = today()
    form = episode_form.Form(request.POST)
    offered, _said = _offered(client, base, day)
    record, troubles = episode_form.read(form, base, offered)
    record = episode_form.without(record, form.get("not_kept"))
    if troubles:
        return _page(request, client, row, base, form, ticked=form.all("attach"), troubles=troubles)
    record = replace(record, closed={"away": day, "again": None}.get(form.get("then"), record.closed))
    things = attaching.offered(client, day, form.all("attach"))

    def attach(kept: models.Episode) -> None:
        attaching.sync(kept, form.all("attach"), form.all("attach_shown"), things)

    if row is None:
        row = episodes.begin(client, record, attach)
    elif episodes.save(row, record, _version(form), attach) is not None:
        say(request, _("This record was changed in another window meanwhile. Both texts are kept; choose below."))
        return HttpResponseRedirect(reverse("episode-both", kwargs={"client": client.pk, "episode": row.pk}))
    say(
        request,
        _("Put away. You can take it up again whenever you like.") if form.get("then") == "away" else _("Saved."),
    )
    return HttpResponseRedirect(reverse("episode", kwargs={"client": client.pk, "episode": row.pk}))


def _version(form: episode_form.Form) -> int:
    typed = form.get("version")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < len("1000000000") else 0


def _page(
    request: HttpRequest,
    client: models.Client,
    row: models.Episode | None,
    base: Record,
    form: episode_form.Form,
    *,
    ticked: list[str],
    troubles: dict[str, str] | None = None,
) -> HttpResponse:
    day = today()
    _offer, said = _offered(client, base, day)
    state = holding.due(day, base.hold_until, base.not_yet_until, base.closed)
    back = holding.back_on(base.hold_until, base.not_yet_until)
    things = attaching.offered(client, day, ticked)
    known = {one.ref for one in things}
    things = (*things, *(one for one in (attaching.attached(row) if row else ()) if one.ref not in known))
    context: dict[str, Any] = {
        **said,
        **episode_words.choices(day, said["next_session"]),
        "client": client,
        "row": row,
        "record": base,
        "form": form,
        "ticked": frozenset(ticked),
        "things": things,
        "state_words": dated(holding.words(state, back)),
        "is_closed": state is holding.State.PUT_AWAY,
        "version": form.get("version") or (row.version if row else 0),
        "troubles": troubles or {},
        "is_open_section": {
            **episode_form.said_in(form, episode_words.SECTIONS),
            **dict.fromkeys(episode_words.sections_of(troubles or {}), True),
        },
        "curious": episode_words.curious(),
        "kind_words": attaching.kind_words,
        "label": attaching.label,
        "look_up": _look_up,
        "step_day": episode_words.step_day,
        "talks": talks.named(list(models.Talk.objects.filter(episode=row))) if row else (),
        "waiting": row is not None and episodes.aside_of(row) is not None,
    }
    return render(request, "episode.html.j2", context, status=400 if troubles else 200)


def _look_up(client: models.Client, thing: attaching.Thing) -> str:
    """Return where a thing can be looked at: a moment's own page or place, else the rows of its day."""
    if thing.kind == attaching.MOMENT:
        spoken = taking_up.address(client, thing.ref) or played.address(client, thing.ref)
        if spoken:
            return spoken
        return reverse("moment", kwargs={"client": client.pk, "moment": thing.ref.partition(":")[2]})
    return row_address(client, thing.day)


@page("r/<uuid:client>/episode/<uuid:episode>/both/", "episode-both", May.WRITE, seen="episode")
def episode_both(request: HttpRequest, client: UUID, episode: UUID) -> HttpResponse:
    """Show two texts of one record side by side, and keep what is chosen of each."""
    row = _row(client, episode)
    own = reverse("episode", kwargs={"client": client, "episode": episode})
    aside = episodes.aside_of(row)
    if aside is None:
        return HttpResponseRedirect(own)
    kept, other = record_of(row), episodes.record_aside(aside)
    trouble = ""
    if request.method == "POST":
        form = episode_form.Form(request.POST)
        record = episodes.chosen(kept, other, request.POST.dict())
        if form.get("aside") != str(aside.pk) or record is None:
            trouble = _("Choose one of the two, or both, for each part below.")
        elif not episodes.settle(row, aside, record, _version(form)):
            trouble = _("This record was changed once more meanwhile; please choose again.")
            row = _row(client, episode)
            kept = record_of(row)
        else:
            say(request, _("Saved. The other text is gone."))
            return HttpResponseRedirect(own)
    parts = [episode_words.told(one) for one in episodes.differing(kept, other)]
    context = {
        "client": row.client,
        "row": row,
        "aside": aside,
        "parts": parts,
        "trouble": trouble,
        "picked": request.POST,
    }
    return render(request, "episode_both.html.j2", context, status=400 if trouble else 200)
