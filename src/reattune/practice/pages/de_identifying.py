"""Taking names out of a transcript: what was found looked over, all of it read once more, and only then handed out."""

from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import version
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.noticing.document import dump
from reattune.practice import models
from reattune.practice.door import May, page
from reattune.practice.heard import deidentified
from reattune.practice.heard.deidentified import Chosen, Looked
from reattune.practice.rendering import render
from reattune.speech.deidentify.document import as_document, as_text
from reattune.speech.deidentify.masking import LONGEST, Entry
from reattune.speech.deidentify.piece import kind_words
from reattune.speech.deidentify.telling import cannot, counted

BAD = 400
MOST_ENTRIES = 400
"""What is listed; the rest is replaced all the same. A form has an end."""
MOST_CONTEXTS = 12
SHOWN, MASK, AS = "shown", "mask", "as-"
FORMS = {"text": ("txt", "text/plain; charset=utf-8"), "json": ("json", "application/json")}


@page("r/<uuid:client>/heard/<uuid:heard>/without-names/", "heard-deidentify", May.WRITE, seen="transcript")
def deidentify(request: HttpRequest, client: UUID, heard: UUID) -> HttpResponse:
    """Show what was found, then all of it as it would leave, then hand it out."""
    row = get_object_or_404(models.Heard.objects.select_related("client").defer("body"), pk=heard, client_id=client)
    why = deidentified.why_not(row)
    if why:
        return render(request, "heard_without_names.html.j2", {"client": row.client, "row": row, "why": why})
    then = request.POST.get("then", "") if request.method == "POST" else ""
    try:
        return _answered(request, row, then)
    except ReattuneError as error:
        typed = _chosen(request, row, lenient=True)
        return _list(request, row, deidentified.look(row, replace(typed, changed={})), str(error), typed.changed)


def _answered(request: HttpRequest, row: models.Heard, then: str) -> HttpResponse:
    """Return the page that was asked for, or the file.

    Raises:
        ReattuneError: What was typed cannot be taken, or nothing may leave.
    """
    looked = deidentified.look(row, _chosen(request, row))
    looked.masked  # noqa: B018 - what was typed is tried before it is shown as taken
    if then == "whole":
        return _whole(request, row, looked)
    if then not in FORMS:
        return _list(request, row, looked)
    if not deidentified.may_leave(row.client):
        raise ReattuneError(_("Your client has not agreed that their words go to supervision, so they stay here."))
    if request.POST.get("seen") != looked.digest:
        changed = _("Something changed since you read it. Read it once more, then take it along.")
        return _whole(request, row, looked, changed)
    return _file(row, looked, then)


def _chosen(request: HttpRequest, row: models.Heard, *, lenient: bool = False) -> Chosen:
    """Return what was decided, as the list or the page after it sent it.

    Raises:
        ReattuneError: Words that were added cannot be taken; with `lenient` they are left out.
    """
    if "choices" in request.POST:
        return deidentified.unpacked(request.POST["choices"])
    try:
        also = deidentified.added(request.POST.get("also", ""))
    except ReattuneError:
        if not lenient:
            raise
        also = ()
    before = deidentified.unpacked(request.POST.get(SHOWN, ""))
    if SHOWN not in request.POST:
        return Chosen(also=also)
    # What was listed is known by its place in the list, which what was decided before says again.
    listed = deidentified.look(row, before).entries[:MOST_ENTRIES]
    ticked = set(request.POST.getlist(MASK))
    keep = [form for at, one in enumerate(listed) if str(at) not in ticked for form in one.forms]
    changed = {one.key: request.POST.get(f"{AS}{at}", "").strip() for at, one in enumerate(listed)}
    return Chosen(tuple(keep), also, {key: words for key, words in changed.items() if words})


def _list(
    request: HttpRequest, row: models.Heard, looked: Looked, trouble: str = "", typed: Mapping[str, str] | None = None
) -> HttpResponse:
    listed = looked.entries[:MOST_ENTRIES]
    groups: list[tuple[str, list[tuple[int, Entry]]]] = []
    for at, one in enumerate(listed):
        heading = kind_words(one.kind)
        if not groups or groups[-1][0] != heading:
            groups.append((heading, []))
        groups[-1][1].append((at, one))
    context = {
        "client": row.client,
        "row": row,
        "why": "",
        "trouble": trouble,
        "groups": groups,
        "looked": looked,
        "typed": looked.chosen.changed if typed is None else typed,
        "more": len(looked.entries) - len(listed),
        "state": looked.chosen.as_text(),
        "also": request.POST.get("also") if trouble else "\n".join(looked.chosen.also),
        "cannot": cannot(looked.all),
        "most": MOST_CONTEXTS,
        "longest": LONGEST,
        "may_leave": deidentified.may_leave(row.client),
    }
    return render(request, "heard_without_names.html.j2", context, status=BAD if trouble else 200)


def _whole(request: HttpRequest, row: models.Heard, looked: Looked, trouble: str = "") -> HttpResponse:
    context = {
        "client": row.client,
        "row": row,
        "trouble": trouble,
        "lines": looked.masked.lines,
        "counted": counted(looked.masked.replaced),
        "kept": looked.chosen.keep,
        "state": looked.chosen.as_text(),
        "seen": looked.digest,
        "cannot": cannot(looked.left),
        "may_leave": deidentified.may_leave(row.client),
    }
    return render(request, "heard_without_names_whole.html.j2", context, status=BAD if trouble else 200)


def _file(row: models.Heard, looked: Looked, then: str) -> HttpResponse:
    """Hand it out; the file's name says neither who nor when."""
    what = looked.masked
    made = as_text(what) if then == "text" else dump(as_document(what, version("reattune")))
    ending, kind = FORMS[then]
    deidentified.record(row)
    answer = HttpResponse(made, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="session.{ending}"'
    return answer
