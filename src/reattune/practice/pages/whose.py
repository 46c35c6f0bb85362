"""Who is who in a transcript: asked once, said by a person, and put right whenever it was the other way round."""

from typing import assert_never
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Script
from reattune.practice import models
from reattune.practice.door import May, page
from reattune.practice.heard import allowed, labelled, speakers
from reattune.practice.heard.transcript import missing_role, roles_in, script_in
from reattune.practice.rendering import here_or, render, say

BAD = 400
SAID = "role-"


@page("r/<uuid:client>/heard/<uuid:heard>/who/", "heard-who", May.WRITE, seen="who is who")
def who(request: HttpRequest, client: UUID, heard: UUID) -> HttpResponse:
    """Ask who is who in a transcript, and keep what is said."""
    row = _found(client, heard)
    if not allowed.is_agreed(row.client):
        return HttpResponseRedirect(reverse("heard", kwargs={"client": client}))
    if request.method != "POST":
        return asked(request, row)
    script = script_in(row.words)
    try:
        speakers.confirm(row, _said(request, script))
    except ReattuneError as error:
        return asked(request, row, trouble=str(error))
    missing = missing_words(missing_role(row.words))
    say(request, " ".join((_("Kept: who is who in this transcript."), missing)).strip(), undo=_address(row, "undo"))
    return HttpResponseRedirect(reverse("heard-read", kwargs={"client": client, "heard": heard}))


@page("r/<uuid:client>/heard/<uuid:heard>/swap/", "heard-swap", May.WRITE)
def swap(request: HttpRequest, client: UUID, heard: UUID) -> HttpResponse:
    """Take the one for the other throughout."""
    row = _found(client, heard)
    if request.method == "POST" and allowed.is_agreed(row.client):
        try:
            speakers.swap(row)
            say(request, _("Swapped: each is now the other, throughout."), undo=_address(row, "undo"))
        except ReattuneError as error:
            say(request, str(error))
    return _back(request, row)


@page("r/<uuid:client>/heard/<uuid:heard>/who/undo/", "heard-undo", May.WRITE)
def undo(request: HttpRequest, client: UUID, heard: UUID) -> HttpResponse:
    """Put back what was said of who is who before."""
    row = _found(client, heard)
    if request.method == "POST" and allowed.is_agreed(row.client):
        is_back = speakers.take_back(row)
        say(request, _("It is as it was before.") if is_back else _("There is nothing to take back."))
    return _back(request, row)


def asked(request: HttpRequest, row: models.Heard, script: Script | None = None, trouble: str = "") -> HttpResponse:
    """Return the page that asks who is who.

    Args:
        request: Whose.
        row: The transcript.
        script: With its words, where they are in memory and nowhere else.
        trouble: What is to be put right.
    """
    words = row.words
    shown = script or script_in(words)
    found = labelled.speakers(
        shown,
        words=script is not None or not row.wordless,
        confirmed=_typed(request, shown) or roles_in(words),
        before=speakers.as_last_time(row.client, shown, row),
    )
    context = {
        "client": row.client,
        "row": row,
        "name": words.get("name", ""),
        "speakers": _most(found),
        "more": max(0, len(found) - labelled.MOST),
        "remark": labelled.remark(shown),
        "aside": [*shown.remarks, *(each.why for each in shown.not_analysed)],
        "set_aside": len(shown.quarantined),
        "roles": [(role.value, role_words(role)) for role in Role],
        "once": script is not None,
        "can_swap": row.confirmed is not None and missing_role(words) is None,
        "trouble": trouble,
        "field": SAID,
    }
    return render(request, "heard_who.html.j2", context, status=BAD if trouble else 200)


def role_words(role: Role) -> str:
    """Return what somebody in a transcript is called, to the therapist."""
    match role:
        case Role.THERAPIST:
            return _("you, the therapist")
        case Role.CLIENT:
            return _("the client")
        case Role.OTHER:
            return _("somebody else")
        case other:
            assert_never(other)


def missing_words(missing: Role | None) -> str:
    """Return what it means that nobody in a transcript is the one of the two, "" where both are there."""
    if missing is None:
        return ""
    if missing is Role.THERAPIST:
        return _("Nobody in it is the therapist yet, so that nothing is marked or counted.")
    return _("Nobody in it is the client yet, so that nothing is marked or counted.")


def _most(found: tuple[labelled.Speaker, ...]) -> list[labelled.Speaker]:
    most = sorted(found, key=lambda one: (-one.count, one.number))[: labelled.MOST]
    return sorted(most, key=lambda one: one.number)


def _said(request: HttpRequest, script: Script) -> dict[str, Role]:
    said = _typed(request, script)
    if len(script.labels) > labelled.MOST:
        return {label: said.get(label, Role.OTHER) for label in script.labels} if said else {}
    return said


def _typed(request: HttpRequest, script: Script) -> dict[str, Role]:
    given = ((label, request.POST.get(f"{SAID}{number}", "")) for number, label in enumerate(script.labels))
    return {label: Role(word) for label, word in given if word in tuple(Role)}


def _found(client: UUID, heard: UUID) -> models.Heard:
    found: models.Heard = get_object_or_404(
        models.Heard.objects.select_related("client").defer("body"), pk=heard, client_id=client
    )
    return found


def _address(row: models.Heard, what: str) -> str:
    return reverse(f"heard-{what}", kwargs={"client": row.client_id, "heard": row.pk})


def _back(request: HttpRequest, row: models.Heard) -> HttpResponse:
    return HttpResponseRedirect(here_or(request.POST.get("next", ""), _address(row, "who")))
