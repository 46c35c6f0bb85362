"""A recording played beside what was found in it: its ribbons, its moments with their answers, its transcript."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from markupsafe import Markup

from reattune.account.ribbons import Drawn, heard_ribbons, seen_ribbons
from reattune.charts.ribbon import Kind, ticks
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import models
from reattune.practice.door import May, page
from reattune.practice.heard.taking_up import open_records
from reattune.practice.recorded import allowed, finding, retention
from reattune.practice.recorded.shown import answering, formats, lines, noted, taking_up, told
from reattune.practice.recorded.shown.noted import Note
from reattune.practice.recorded.shown.opened import Opened, open_up
from reattune.practice.recorded.shown.policy import nonce_of, with_sound
from reattune.practice.rendering import render, say

State, Jobs = models.Recording.State, models.Job.State


@page("r/<uuid:client>/recordings/<uuid:recording>/", "recording", May.WRITE, seen="recording")
def recording(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Show a recording with what was found in it."""
    row = found(client, recording)
    away = elsewhere(row)
    return away or with_sound(request, render(request, "played.html.j2", _context(request, open_up(row))))


@page("r/<uuid:client>/recordings/<uuid:recording>/moment/<slug:moment>/", "recording-moment", May.WRITE)
def moment(request: HttpRequest, client: UUID, recording: UUID, moment: str) -> HttpResponse:
    """Go to a moment of a recording; where the recording or the moment is gone, say so."""
    rows = models.Recording.objects.select_related("client", "found", "heard")
    row = rows.filter(pk=recording, client_id=client).first()
    if row is None:
        owner = get_object_or_404(models.Client, pk=client)
        say(request, _("That recording is not here any more; the words that were kept stand in the record."))
        return HttpResponseRedirect(reverse("recordings", kwargs={"client": owner.pk}))
    away = elsewhere(row)
    if away is not None:
        return away
    try:
        return HttpResponseRedirect(_place(row, noted.note(open_up(row), moment)))
    except ReattuneError as error:
        say(request, str(error))
        return HttpResponseRedirect(address(row))


@page("r/<uuid:client>/recordings/<uuid:recording>/answer/", "recording-answer", May.WRITE)
def answer(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Keep what was said to a moment. Fields: `moment`, `said`."""

    def kept(row: models.Recording, note: Note) -> str:
        word = request.POST.get("said", "")
        if word not in answering.Said.values:
            raise ReattuneError(_("It was not said what you make of it; choose one of the buttons."))
        answering.say(row, note.id, answering.Said(word))
        return _place(row, note)

    return _done(request, client, recording, kept)


@page("r/<uuid:client>/recordings/<uuid:recording>/answer/back/", "recording-answer-undo", May.WRITE)
def take_back(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Take back what was said to a moment. Fields: `moment`."""

    def undone(row: models.Recording, note: Note) -> str:
        answering.take_back(row, note.id)
        return _place(row, note)

    return _done(request, client, recording, undone)


@page("r/<uuid:client>/recordings/<uuid:recording>/take-up/", "recording-take-up", May.WRITE)
def take_up(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Put a moment into a record, a new one where none is named. Fields: `moment`, `episode`."""

    def taken(row: models.Recording, note: Note) -> str:
        named = request.POST.get("episode", "")
        episode = taking_up.join(row, note, named) if named else taking_up.begin(row, note)
        words = {"client": client, "recording": recording, "moment": note.id}
        undo = reverse("recording-let-go", kwargs=words)
        say(request, _("The moment is in this record, under what it is about. The rest may stay blank."), undo=undo)
        return reverse("episode", kwargs={"client": client, "episode": episode.pk})

    return _done(request, client, recording, taken)


@page("r/<uuid:client>/recordings/<uuid:recording>/moment/<slug:moment>/let-go/", "recording-let-go", May.WRITE)
def let_go(request: HttpRequest, client: UUID, recording: UUID, moment: str) -> HttpResponse:
    """Take a moment out of the records it was put into."""
    row = found(client, recording)
    if request.method == "POST" and taking_up.let_go(row, moment):
        say(request, _("Taken out of the record; a record that was begun with it and left blank is gone."))
    words = {"client": client, "recording": recording, "moment": moment}
    return HttpResponseRedirect(reverse("recording-moment", kwargs=words))


def found(client: UUID, recording: UUID) -> models.Recording:
    """Return a recording of a client, with what was found in it."""
    rows = models.Recording.objects.select_related("client", "found", "heard")
    row: models.Recording = get_object_or_404(rows, pk=recording, client_id=client)
    return row


def elsewhere(row: models.Recording) -> HttpResponse | None:
    """Return where to go instead where a recording may not be played (yet); None where it may."""
    if allowed.is_agreed(row.client) and row.state != State.ARRIVING:
        return None
    return HttpResponseRedirect(reverse("recordings", kwargs={"client": row.client_id}))


def address(row: models.Recording, name: str = "recording") -> str:
    """Return the address of a page of a recording."""
    return reverse(name, kwargs={"client": row.client_id, "recording": row.pk})


def drawn(one: Opened) -> list[tuple[Drawn, Markup]]:
    """Return the ribbons of a recording, what was heard above what was seen."""
    ribbons = (
        *(heard_ribbons(one.listened) if one.listened else ()),
        *(seen_ribbons(one.watched) if one.watched else ()),
    )
    return [(each, Markup(each.svg)) for each in ribbons]  # noqa: S704  (our own drawing, its words escaped)


def doing(row: models.Recording) -> str:
    """Return how far the analysis of a recording is, in a sentence; "" where it is not under way."""
    job = finding.standing(row) if row.state == State.HERE else None
    if job is None or job.state not in {Jobs.WAITING, Jobs.RUNNING, Jobs.STOPPED}:
        return ""
    if job.state == Jobs.STOPPED:
        return str(job.said)
    if not job.total:
        return _("It waits to be analysed; what was found will stand here.")
    words = _("It is being analysed: minute {done} of {total}.")
    return words.format(done=min(job.done + 1, job.total), total=job.total)


def _place(row: models.Recording, note: Note) -> str:
    return f"{address(row)}#m-{note.id}"


def _context(request: HttpRequest, one: Opened) -> dict[str, Any]:
    row = one.row
    notes = noted.notes(one, taking_up.taken(row))
    name = str(row.words.get("name", ""))
    is_silent = one.track is not None and one.track.audio is None and not formats.playable(one.track)
    return {
        "client": row.client,
        "row": row,
        "name": name,
        "one": one,
        "playing": one.is_here and not is_silent,
        "kind": formats.kind(one.track),
        "copied": not formats.playable(one.track),
        "sound": address(row, "recording-sound"),
        "until": retention.until_words(row),
        "doing": doing(row),
        "notes": notes,
        "answers": [(each.value, answering.words(each)) for each in answering.Said],
        "records": open_records(row.client) if notes else (),
        "ribbons": drawn(one),
        "kinds": Kind,
        "ticks": ticks(one.seconds),
        "peaks": told.peaks(one),
        "heard": told.heard(one),
        "seen": told.seen(one),
        "silences": told.silences(one),
        "lines": lines.lines(row),
        "nonce": nonce_of(request),
    }


def _done(
    request: HttpRequest, client: UUID, recording: UUID, do: Callable[[models.Recording, Note], str]
) -> HttpResponse:
    """Do something with the moment that a form names, and go where it says; say what does not fit."""
    row = found(client, recording)
    away = elsewhere(row)
    if away is not None:
        return away
    if request.method != "POST":
        return HttpResponseRedirect(address(row))
    try:
        return HttpResponseRedirect(do(row, noted.note(open_up(row), request.POST.get("moment", ""))))
    except ReattuneError as error:
        say(request, str(error))
        return HttpResponseRedirect(address(row))
