"""What is done on a transcript's page: a moment answered or taken into a record, a turn that was somebody else's."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role
from reattune.practice import models
from reattune.practice.door import May, page
from reattune.practice.heard import answering, lines, speakers, taking_up
from reattune.practice.heard.opened import Opened, open_up
from reattune.practice.pages.reading import EVERYTHING, elsewhere, found, number, place
from reattune.practice.rendering import say
from reattune.speech.moments import Moment
from reattune.speech.worth import Said

MOST_ENTRIES = 1000


@page("r/<uuid:client>/heard/<uuid:heard>/moment/<slug:moment>/", "heard-moment", May.WRITE)
def moment(request: HttpRequest, client: UUID, heard: UUID, moment: str) -> HttpResponse:
    """Go to a moment of a transcript, wherever in it that is; where it is gone, say so."""
    row = models.Heard.objects.select_related("client").defer("body").filter(pk=heard, client_id=client).first()
    if row is None:
        owner = get_object_or_404(models.Client, pk=client)
        say(request, _("That transcript is not here any more; the words that were kept stand in the record."))
        return HttpResponseRedirect(reverse("heard", kwargs={"client": owner.pk}))
    away = elsewhere(row)
    if away is not None:
        return away
    try:
        one = open_up(row).moment(moment)
    except ReattuneError as error:
        say(request, str(error))
        return HttpResponseRedirect(reverse("heard-read", kwargs={"client": client, "heard": heard}))
    return HttpResponseRedirect(place(row, one.first))


@page("r/<uuid:client>/heard/<uuid:heard>/answer/", "heard-answer", May.WRITE)
def answer(request: HttpRequest, client: UUID, heard: UUID) -> HttpResponse:
    """Keep what was said to a moment. Fields: `moment`, `said`, `marks`."""

    def kept(row: models.Heard, _one: Opened, about: Moment) -> str:
        word = request.POST.get("said", "")
        if word not in tuple(Said):
            raise ReattuneError(_("It was not said what you make of it; choose one of the buttons."))
        answering.say(row, about, Said(word))
        return _back(request, row, about)

    return _done(request, client, heard, kept)


@page("r/<uuid:client>/heard/<uuid:heard>/answer/back/", "heard-answer-undo", May.WRITE)
def take_back(request: HttpRequest, client: UUID, heard: UUID) -> HttpResponse:
    """Take back what was said to a moment. Fields: `moment`, `marks`."""

    def undone(row: models.Heard, _one: Opened, about: Moment) -> str:
        standing = answering.standing(row).get(about.id)
        if standing is not None:
            answering.take_back(standing)
        return _back(request, row, about)

    return _done(request, client, heard, undone)


@page("r/<uuid:client>/heard/<uuid:heard>/take-up/", "heard-take-up", May.WRITE)
def take_up(request: HttpRequest, client: UUID, heard: UUID) -> HttpResponse:
    """Put a moment into a record, a new one where none is named. Fields: `moment`, `episode`."""

    def taken(row: models.Heard, one: Opened, about: Moment) -> str:
        named = request.POST.get("episode", "")
        episode = taking_up.join(row, one.reading, about, named) if named else taking_up.begin(row, one.reading, about)
        undo = reverse("heard-let-go", kwargs={"client": client, "heard": heard, "moment": about.id})
        say(request, _("The moment is in this record, under what it is about. The rest may stay blank."), undo=undo)
        return reverse("episode", kwargs={"client": client, "episode": episode.pk})

    return _done(request, client, heard, taken)


@page("r/<uuid:client>/heard/<uuid:heard>/moment/<slug:moment>/let-go/", "heard-let-go", May.WRITE)
def let_go(request: HttpRequest, client: UUID, heard: UUID, moment: str) -> HttpResponse:
    """Take a moment out of the records it was put into."""
    row = found(client, heard)
    if request.method == "POST" and taking_up.let_go(row, moment):
        say(request, _("Taken out of the record; a record that was begun with it and left blank is gone."))
    return HttpResponseRedirect(reverse("heard-moment", kwargs={"client": client, "heard": heard, "moment": moment}))


@page("r/<uuid:client>/heard/<uuid:heard>/turn/", "heard-turn", May.WRITE)
def turn(request: HttpRequest, client: UUID, heard: UUID) -> HttpResponse:
    """Say that entries of a turn are somebody else's. Fields: `entry` (numbers), `role`, `turn`."""
    row = found(client, heard)
    away = elsewhere(row)
    if away is not None:
        return away
    at = number(request.POST.get("turn", ""), 0)
    if request.method == "POST":
        try:
            entries, role = _entries(request), _role(request)
            speakers.correct(row, entries, role)
            undo = reverse("heard-undo", kwargs={"client": client, "heard": heard})
            say(request, _("Put right: these words are somebody else’s now."), undo=undo)
            at = lines.turn_with(open_up(row).transcript, entries[0])
        except ReattuneError as error:
            say(request, str(error))
    return HttpResponseRedirect(place(row, at))


def _entries(request: HttpRequest) -> list[int]:
    found = [number(one, -1) for one in request.POST.getlist("entry")[:MOST_ENTRIES]]
    if not found:
        raise ReattuneError(_("No entry was ticked; tick those that are somebody else’s."))
    return found


def _role(request: HttpRequest) -> Role:
    word = request.POST.get("role", "")
    if word not in tuple(Role):
        raise ReattuneError(_("It was not said whose they are; choose one of the buttons."))
    return Role(word)


def _done(
    request: HttpRequest, client: UUID, heard: UUID, do: Callable[[models.Heard, Opened, Moment], str]
) -> HttpResponse:
    """Do something with the moment that a form names, and go where it says; say what does not fit."""
    row = found(client, heard)
    away = elsewhere(row)
    if away is not None:
        return away
    own = reverse("heard-read", kwargs={"client": client, "heard": heard})
    if request.method != "POST":
        return HttpResponseRedirect(own)
    try:
        one = open_up(row)
        return HttpResponseRedirect(do(row, one, one.moment(request.POST.get("moment", ""))))
    except ReattuneError as error:
        say(request, str(error))
        return HttpResponseRedirect(own)


def _back(request: HttpRequest, row: models.Heard, about: Moment) -> str:
    return place(row, about.first, f"m-{about.id}", everything=request.POST.get("marks") == EVERYTHING)
