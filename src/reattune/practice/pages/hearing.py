"""Transcripts of one client: those that are kept, bringing one, and taking one out."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.charts import day as spoken_day
from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import consent, models, typed
from reattune.practice.door import May, page
from reattune.practice.heard import allowed, bringing, wordless
from reattune.practice.heard.labelled import MINUTE
from reattune.practice.heard.transcript import Words, missing_role
from reattune.practice.pages import whose
from reattune.practice.rendering import render, say, today
from reattune.practice.scope import THERAPIST

BAD = 400
FIELDS = ("day", "keep", "agreed")
KEEP_WORDS, KEEP_LENGTHS = "words", "lengths"


@dataclass(frozen=True, slots=True)
class Line:
    """One transcript in the list: its row, its name, what it is, and what is still to be said of it."""

    row: models.Heard
    name: str
    about: str
    to_say: str


@page("r/<uuid:client>/heard/", "heard", May.WRITE, seen="transcripts")
def heard(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show the transcripts of a client, and take in the one that is brought."""
    row = get_object_or_404(models.Client, pk=client)
    if request.method != "POST":
        return _shown(request, row)
    try:
        return _brought(request, row)
    except ReattuneError as error:
        return _shown(request, row, str(error))


@page("r/<uuid:client>/heard/<uuid:heard>/out/", "heard-out", May.WRITE)
def out(request: HttpRequest, client: UUID, heard: UUID) -> HttpResponse:
    """Say what goes with a transcript, and take it out for good."""
    row = get_object_or_404(models.Heard.objects.select_related("client"), pk=heard, client_id=client)
    if request.method != "POST":
        return render(request, "heard_out.html.j2", {"client": row.client, "line": _line(row)})
    bringing.take_out(row)
    say(request, _("The transcript of {day} was taken out for good.").format(day=spoken_day(row.day)))
    return HttpResponseRedirect(reverse("heard", kwargs={"client": client}))


def _brought(request: HttpRequest, row: models.Client) -> HttpResponse:
    """Keep what was brought, its consent first, and go on to who is who.

    Raises:
        ReattuneError: Something is missing, or the file cannot be read.
    """
    file, given = request.FILES.get("file"), request.POST.dict()
    if file is None:
        raise ReattuneError(_("No file was chosen; choose the transcript of one session."))
    choice = typed.choice(given, "keep", (KEEP_WORDS, KEEP_LENGTHS), _("What is kept"))
    if not choice:
        raise ReattuneError(_("Choose what is kept: the words, or only lengths and times."))
    on = typed.day(given, "day", _("Day of the session"))
    if not allowed.is_agreed(row):
        _agree(row, given)
    is_wordless = choice == KEEP_LENGTHS
    found = bringing.bring(row, file.name or "", file.read(), day=on, wordless=is_wordless)
    address = reverse("heard-who", kwargs={"client": row.pk, "heard": found.heard.pk})
    if found.before:
        known = _("This file was brought before, for {day}; nothing changes.")
        say(request, known.format(day=spoken_day(found.heard.day)))
    elif is_wordless:
        # Its words are in this answer and nowhere else: they are not there to be shown on another page.
        return whose.asked(request, found.heard, found.script)
    return HttpResponseRedirect(address)


def _agree(row: models.Client, given: typed.Typed) -> None:
    if "agreed" not in given:
        raise ReattuneError(_("Have you two talked about it? Tick it below when you have, and bring the file again."))
    consent.write(row, consent.Purpose.TRANSCRIPTS, given=True, by=THERAPIST, day=today())


def _shown(request: HttpRequest, row: models.Client, trouble: str = "") -> HttpResponse:
    rows = row.heard.defer("body").select_related("client")
    context: dict[str, Any] = {
        "client": row,
        "lines": [_line(one) for one in rows],
        "agreed": allowed.is_agreed(row),
        "withdrawn": allowed.is_withdrawn(row),
        "off": allowed.STREAM in row.off,
        "paragraph": allowed.asking(),
        "keeping": wordless.keeping(),
        "promise": wordless.promise(),
        "trouble": trouble,
        "typed": {name: request.POST.get(name, "") if trouble else "" for name in FIELDS},
        "latest": _latest(row),
    }
    return render(request, "heard.html.j2", context, status=BAD if trouble else 200)


def _latest(row: models.Client) -> date:
    return today() if row.ended is None else min(today(), row.ended)


def _line(row: models.Heard) -> Line:
    words = row.words
    about = [str(words.get("format", "")), plural("{n} entry", "{n} entries", len(words["script"]["cues"]))]
    minutes = _minutes(words)
    if minutes:
        about.append(plural("{n} minute", "{n} minutes", minutes))
    if row.wordless:
        about.append(_("without words"))
    return Line(row, str(words.get("name", "")), ", ".join(one for one in about if one), _to_say(row, words))


def _minutes(words: Words) -> int:
    ends = [one["end"] or one["start"] or 0 for one in words["script"]["cues"]]
    return round(max(ends, default=0) / MINUTE)


def _to_say(row: models.Heard, words: Words) -> str:
    if row.confirmed is None:
        return _("Nobody has said yet who is who.")
    return whose.missing_words(missing_role(words))
