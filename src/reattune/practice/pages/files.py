"""Files: taken in, looked at, kept, undone."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.charts import day as spoken_day
from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import clients, importing, models
from reattune.practice.door import May, page
from reattune.practice.importing import feeds, folder, linking, taking, working
from reattune.practice.importing.held import plain_name
from reattune.practice.importing.telling import sentence
from reattune.practice.keeping import kept
from reattune.practice.pages.labels import label_rows, link_posted
from reattune.practice.rendering import render, say
from reattune.practice.typed import as_day, as_identity

IN_SIGHT = 12
"""Imports that stand open on the page of files; the earlier ones are folded away."""
SHOWN = 60
"""Imports on the page of files; the others are there, and seldom looked for."""
State = models.Import.State
_UNSAID: dict[str, Any] = {
    "aside": [],
    "aside_count": 0,
    "two_ways": 0,
    "said": [],
    "unmapped": [],
    "reader": "",
    "feed": "",
    "labels": [],
}


@page("imports/", "imports", May.IMPORT)
def imports(request: HttpRequest) -> HttpResponse:
    """Show what was taken in, and take in what is dropped."""
    if request.method == "POST":
        return _received(request)
    every = list(models.Import.objects.select_related("client")[: SHOWN + 1])
    labels = linking.waiting()
    context = {
        "waiting": [_line(one) for one in every if one.state == State.PREVIEWED],
        "kept": [_line(one) for one in every[:SHOWN] if one.state != State.PREVIEWED],
        "in_sight": IN_SIGHT,
        "more": len(every) > SHOWN,
        "labels": len(labels),
        "clients": models.Client.objects.all(),
        "chosen": request.GET.get("client", ""),
        "folder": folder.watched(),
        "addresses": [(one, one.words) for one in models.Feed.objects.filter(kind=models.Feed.Kind.ADDRESS)],
        "news": folder.news(),
    }
    return render(request, "imports.html.j2", context)


@page("imports/<uuid:imported>/", "import", May.IMPORT)
def one_import(request: HttpRequest, imported: UUID) -> HttpResponse:
    """Show one file: what was understood before it is kept, and afterwards what became of it."""
    one = _found(imported)
    job = working.job_of(one)
    if working.is_at_work(job):
        return render(request, "import_waiting.html.j2", {"one": one, "words": one.words, "job": job})
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Refresh": "true"})
    return _shown(request, one, trouble=job.said if job is not None and one.state == State.PREVIEWED else "")


@page("imports/<uuid:imported>/keep/", "import-keep", May.IMPORT)
def keep(request: HttpRequest, imported: UUID) -> HttpResponse:
    """Link what was linked on the page, and keep the file."""
    one = _found(imported)
    if request.method != "POST":
        return _to(one)
    try:
        link_posted(request, one)
        if one.state == State.PREVIEWED and "link" not in request.POST and working.keep_soon(one):
            one.refresh_from_db()
            say(request, _kept_words(one), undo=reverse("import-undo", kwargs={"imported": one.pk}))
    except ReattuneError as error:
        return _shown(request, one, trouble=str(error), status=400)
    return _to(one)


@page("imports/<uuid:imported>/whose/", "import-whose", May.IMPORT)
def whose(request: HttpRequest, imported: UUID) -> HttpResponse:
    """Say whose a file is, on which day it was exported, and which calendar it belongs to."""
    one = _found(imported)
    if request.method != "POST" or one.state != State.PREVIEWED:
        return _to(one)
    try:
        client = chosen_client(request.POST.get("client", ""), request.POST.get("new", ""))
        taking.settle(one, client, _day(request.POST.get("day", "")), _feed(one, request.POST.get("feed")))
    except ReattuneError as error:
        return _shown(request, _found(imported), trouble=str(error), status=400)
    return _to(one)


@page("imports/<uuid:imported>/undo/", "import-undo", May.IMPORT)
def undo(request: HttpRequest, imported: UUID) -> HttpResponse:
    """Undo a whole import, or let a preview go."""
    one = models.Import.objects.filter(pk=imported).first()
    if request.method == "POST" and one is not None:
        name = one.words.get("name", "")
        was_kept = one.state == State.KEPT
        importing.undo(one)
        words = _("{file} was undone: its rows, and the links that came with it, are gone.")
        say(request, (words if was_kept else _("{file} was let go; nothing of it was kept.")).format(file=name))
    return HttpResponseRedirect(reverse("imports"))


def chosen_client(given: str, new: str = "") -> models.Client | None:
    """Return the client that a form names by id or under a new codename, None where it names nobody.

    Args:
        given: The id of a client, "" for nobody.
        new: A new codename; where it was typed, it is meant.

    Raises:
        ReattuneError: There is no such client, or the codename is taken.
    """
    if new.strip():
        return clients.add(new)
    if not given:
        return None
    found = models.Client.objects.filter(pk=as_identity(given)).first()
    if found is None:
        raise ReattuneError(_("This client is not here any more; choose again."))
    return found


def _received(request: HttpRequest) -> HttpResponse:
    """Take every file in; those that cannot be read are named, and the others go on."""
    files = request.FILES.getlist("files")
    previews: list[models.Import] = []
    if not files:
        say(request, _nothing_came(request))
    try:
        client = chosen_client(request.POST.get("client", ""), request.POST.get("new", "") if files else "")
    except ReattuneError as error:
        say(request, str(error))
        return HttpResponseRedirect(reverse("imports"))
    for file in files:
        name = plain_name(file.name or "")
        try:
            one = taking.receive(name, file.read(), client)
            if one.state == State.KEPT:
                known = _("{file} was taken in on {day}; nothing changes.")
                say(request, known.format(file=name, day=spoken_day(one.made.astimezone(kept().zone).date())))
                continue
            working.read_soon(one)
            previews.append(one)
        except ReattuneError as error:
            say(request, str(error))
    if len(previews) == 1:
        return _to(previews[0])
    return HttpResponseRedirect(reverse("imports"))


def _nothing_came(request: HttpRequest) -> str:
    if int(request.headers.get("Content-Length") or 0) > taking.LARGEST:
        return _("Together these are more than 200 MB; take them in one by one, or export a shorter stretch.")
    return _("No file was chosen; choose one or several, such as a calendar (.ics) or a table (.csv, .xlsx).")


def _shown(request: HttpRequest, one: models.Import, trouble: str = "", status: int = 200) -> HttpResponse:
    words = {**_UNSAID, **one.words}
    calendar = one.kind == "calendar"
    context: dict[str, Any] = {
        "one": one,
        "words": words,
        "sentence": sentence(words),
        "labels": label_rows(one),
        "clients": models.Client.objects.all(),
        "feeds": [(str(each.pk), each.words.get("name", "")) for each in feeds.choices(one)] if calendar else [],
        "calendar": calendar,
        "nobody": any(not each["label"] for each in words.get("labels") or ()) and one.client_id is None,
        "trouble": trouble,
        "belongs": models.Client.objects.filter(records__source=one).distinct() if one.state == State.KEPT else (),
        "following": models.Import.objects.filter(state=State.PREVIEWED).exclude(pk=one.pk).order_by("made").first(),
    }
    return render(request, "import.html.j2", context, status=status)


def _kept_words(one: models.Import) -> str:
    waiting = len(one.words.get("waiting") or {})
    kept = _("{file} is kept.").format(file=one.words.get("name", ""))
    if not waiting:
        return kept
    rest = plural(
        "{n} label is linked to nobody yet; its rows wait.",
        "{n} labels are linked to nobody yet; their rows wait.",
        waiting,
    )
    return f"{kept} {rest}"


def _line(one: models.Import) -> dict[str, Any]:
    words = one.words
    return {
        "one": one,
        "name": words.get("name", ""),
        "sentence": sentence(words),
        "waits": len(words.get("waiting") or {}),
    }


def _day(given: str) -> date | None:
    found = as_day(given)
    if given and found is None:
        message = _("“{given}” is not a day; give the day of the export as year-month-day.")
        raise ReattuneError(message.format(given=given[:40]))
    return found


def _feed(one: models.Import, given: str | None) -> str | None:
    return given if given is None or given in {"", *(str(each.pk) for each in feeds.choices(one))} else None


def _found(imported: UUID) -> models.Import:
    one = models.Import.objects.select_related("client").filter(pk=imported).first()
    if one is None:
        raise Http404
    return one


def _to(one: models.Import) -> HttpResponse:
    return HttpResponseRedirect(reverse("import", kwargs={"imported": one.pk}))
