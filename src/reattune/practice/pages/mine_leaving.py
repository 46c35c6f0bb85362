"""A client taking everything along, erasing their own voice, and asking for what is their therapist's."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Share
from reattune.practice import models, typed
from reattune.practice.auditing import Action, record
from reattune.practice.clients import kept_until
from reattune.practice.door import May, page
from reattune.practice.keeping import kept
from reattune.practice.rendering import render, say, today
from reattune.practice.store import one_voice
from reattune.practice.voices import own, saying
from reattune.practice.voices.here import me, my_key
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.leaving import along

LONGEST = 2000
REFUSED = 422
ERASE, HAND_OUT = "erase", "hand out"
"""What is asked for, in the words of a request."""


@dataclass(frozen=True, slots=True)
class Request:
    """Something a client asked for, with what their therapist answered."""

    day: date
    text: str
    answers: tuple[tuple[date, str], ...]


@page("mine/export/", "mine-export", May.OWN)
def mine_export(request: HttpRequest) -> HttpResponse:
    """Say what a client takes along; on asking, hand it to them."""
    client, key = me(request), my_key(request)
    if request.method != "POST":
        return render(request, "mine_export.html.j2", {"own_open": key is not None})
    if request.POST.get("do") == "ask":
        words = {"what": HAND_OUT, "text": _("I would like to have what you have written about our work.")}
        saying.say(client, Kind.REQUEST, words, Share.NOW, today())
        say(request, _("Your therapist is asked for it, and answers you here."))
        return HttpResponseRedirect(reverse("mine-erase"))
    made = along(client, key)
    record(Action.EXPORTED, client.pk, "own export", "client")
    answer = HttpResponse(made, content_type="application/zip")
    # No codename: the file may lie on a device that others use.
    answer["Content-Disposition"] = f'attachment; filename="what-is-kept-{today().isoformat()}.zip"'
    return answer


@page("mine/erase/", "mine-erase", May.OWN)
def mine_erase(request: HttpRequest) -> HttpResponse:
    """Say what goes, what stays and why; on asking, erase a client's own voice, or ask for the other one."""
    client = me(request)
    if request.method != "POST":
        return _ask(request, client)
    if request.POST.get("do") == "ask":
        return _ask_therapist(request, client)
    if request.POST.get("sure") != "yes":
        return _ask(request, client, _("Tick that you want it erased, then choose it again. Nothing was erased."))
    try:
        done = one_voice.erase(client, saying.CLIENT)
    except ReattuneError as error:
        return _ask(request, client, str(error))
    own.let_go(request.session.session_key or "")
    return render(request, "mine_erased.html.j2", {"done": done})


def _ask_therapist(request: HttpRequest, client: models.Client) -> HttpResponse:
    try:
        text = typed.words(request.POST.dict(), "text", LONGEST, _("A few words to it"))
    except ReattuneError as error:
        return _ask(request, client, str(error))
    saying.say(client, Kind.REQUEST, {"what": ERASE, "text": text}, Share.NOW, today())
    say(request, _("Your therapist is asked to erase their part, and answers you here."))
    return HttpResponseRedirect(reverse("mine-erase"))


def _ask(request: HttpRequest, client: models.Client, trouble: str = "") -> HttpResponse:
    context = {
        "trouble": trouble,
        "typed": request.POST.get("text", ""),
        "longest": LONGEST,
        "years": kept().retention_years,
        "until": kept_until(client.ended, kept().retention_years),
        "own_open": my_key(request) is not None,
        "requests": _requests(client),
    }
    return render(request, "mine_erase.html.j2", context, status=REFUSED if trouble else 200)


def _requests(client: models.Client) -> tuple[Request, ...]:
    rows = models.Said.objects.filter(client=client, kind=Kind.REQUEST.value).prefetch_related("replies")
    return tuple(
        Request(
            row.day,
            row.words.get("text", ""),
            tuple((one.day, one.words.get("text", "")) for one in row.replies.all()),
        )
        for row in rows
    )
