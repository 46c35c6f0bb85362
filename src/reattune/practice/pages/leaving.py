"""Leaving: everything about one relationship handed out as files, or erased for good."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.text import slugify

from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import models
from reattune.practice.auditing import THERAPIST, Action, record
from reattune.practice.clients import kept_until
from reattune.practice.door import May, page
from reattune.practice.keeping import kept
from reattune.practice.rendering import render, today
from reattune.practice.store import one_voice
from reattune.practice.store.erasing import Erased, erase
from reattune.practice.store.exporting import export

WHOLE, VOICE = "all", "mine"
"""What can be erased: everything, or what the therapist wrote alone."""


@page("r/<uuid:client>/export/", "export", May.KEEP)
def hand_out(request: HttpRequest, client: UUID) -> HttpResponse:
    """Say what is handed out; on asking, hand it out."""
    row = get_object_or_404(models.Client, pk=client)
    if request.method != "POST":
        return render(request, "client_export.html.j2", {"client": row})
    made = export(row)
    record(Action.EXPORTED, row.pk, "export", "client")
    answer = HttpResponse(made, content_type="application/zip")
    name = slugify(row.codename) or "relationship"
    answer["Content-Disposition"] = f'attachment; filename="{name}-{today().isoformat()}.zip"'
    return answer


@page("r/<uuid:client>/erase/", "erase", May.KEEP)
def erasing(request: HttpRequest, client: UUID) -> HttpResponse:
    """Say what goes and what stays, ask for the codename to be typed, and only then erase."""
    row = get_object_or_404(models.Client, pk=client)
    if request.method != "POST":
        return _ask(request, row)
    typed, what = request.POST.get("codename", ""), request.POST.get("what", "")
    if what not in (WHOLE, VOICE):
        return _ask(request, row, _("Choose what is to be erased. Nothing was erased."), typed)
    if " ".join(typed.split()).casefold() != row.codename.casefold():
        words = _("That is not this relationship’s codename; type {name} as it stands here. Nothing was erased.")
        return _ask(request, row, words.format(name=row.codename), typed, what)
    try:
        done = erase(row) if what == WHOLE else one_voice.erase(row, THERAPIST)
    except ReattuneError as error:
        return _ask(request, row, str(error), typed, what)
    return _done(request, done)


def _ask(request: HttpRequest, row: models.Client, trouble: str = "", typed: str = "", what: str = "") -> HttpResponse:
    context = {
        "what": what,
        "client": row,
        "trouble": trouble,
        "typed": typed,
        "goes": what_goes(row),
        "own_goes": own_goes(row),
        "until": kept_until(row.ended, kept().retention_years),
    }
    return render(request, "client_erase.html.j2", context, status=422 if trouble else 200)


def _done(request: HttpRequest, done: Erased) -> HttpResponse:
    # What this browser still had to say about the client was taken out of its session just now: read it anew.
    request.session = type(request.session)(request.session.session_key)
    return render(request, "client_erased.html.j2", {"done": done})


def what_goes(row: models.Client) -> Sequence[str]:
    """Return what erasing would remove, counted."""
    counted = (
        plural("{n} row from files and the register", "{n} rows from files and the register", row.records.count()),
        plural("{n} version of the frame", "{n} versions of the frame", row.agreements.count()),
        plural("{n} moment", "{n} moments", row.moments.count()),
        plural("{n} record", "{n} records", row.episodes.count()),
        plural("{n} noticing", "{n} noticings", row.noticed.count()),
        plural("{n} answer of yours to a noticing", "{n} answers of yours to noticings", row.verdicts.count()),
    )
    return (*counted, _("the codename, the names from files that were linked to it, and the key to every word"))


def own_goes(row: models.Client) -> Sequence[str]:
    """Return what would go with the therapist's own voice alone, counted."""
    return (
        plural("{n} record", "{n} records", row.episodes.count()),
        plural("{n} moment of yours", "{n} moments of yours", row.moments.filter(by=THERAPIST).count()),
        plural(
            "{n} answer of yours to a noticing",
            "{n} answers of yours to noticings",
            row.verdicts.filter(by=THERAPIST).count(),
        ),
        _("your sides, similar moments, replies, what you left out, and what you brought to supervision"),
    )
