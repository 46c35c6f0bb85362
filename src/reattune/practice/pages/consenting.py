"""What a client agreed to, one purpose at a time; either of the two may write it down, and see all of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import consent, models, typed
from reattune.practice.consent import Purpose, Standing
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say, today
from reattune.practice.scope import THERAPIST
from reattune.practice.voices.here import me
from reattune.practice.voices.saying import CLIENT

LONGEST = 500
REFUSED = 422


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a purpose's history."""

    day: date
    given: bool
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One purpose as a page shows it: what it is, how it stands, and its history, newest first."""

    purpose: str
    name: str
    means: str
    stands: Standing
    lines: tuple[Line, ...]


@page("r/<uuid:client>/consents/", "consents", May.WRITE, seen="agreement")
def consents(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show a therapist what was agreed, purpose by purpose; on asking, write a change down."""
    row = get_object_or_404(models.Client, pk=client)
    return _answered(request, row, THERAPIST, "consents.html.j2", reverse("consents", kwargs={"client": row.pk}))


@page("mine/consent/", "mine-consent", May.OWN)
def mine_consent(request: HttpRequest) -> HttpResponse:
    """Show a client the same, for them to change."""
    return _answered(request, me(request), CLIENT, "mine_consent.html.j2", reverse("mine-consent"))


def _answered(request: HttpRequest, row: models.Client, by: str, template: str, back: str) -> HttpResponse:
    trouble = ""
    if request.method == "POST":
        try:
            words = _written(row, request.POST.dict(), by)
        except ReattuneError as error:
            trouble = str(error)
        else:
            say(request, words)
            return HttpResponseRedirect(back)
    sent = request.POST.dict() if trouble else {}
    context = {"client": row, "asked": asked(row, by), "trouble": trouble, "typed": sent, "longest": LONGEST}
    return render(request, template, context, status=REFUSED if trouble else 200)


def _written(row: models.Client, given: Mapping[str, str], by: str) -> str:
    """Write down what was chosen, and return what it means now."""
    choice = given.get("given", "")
    if given.get("purpose") not in list(Purpose) or choice not in ("yes", "no"):
        raise ReattuneError(_("Choose what it is about, and whether it is agreed to; nothing was changed."))
    purpose, is_yes = Purpose(given["purpose"]), choice == "yes"
    day = (typed.day(given, "day", _("Day")) if by == THERAPIST else None) or today()
    if day > today():
        raise ReattuneError(_("That day has not come yet; choose today or an earlier day."))
    note = typed.words(given, "note", LONGEST, _("What was said about it"))
    consent.write(row, purpose, given=is_yes, by=by, day=day, note=note)
    name = consent.name_of(purpose)
    if is_yes:
        return _("Written down: agreed to {what}.").format(what=name)
    return _("Written down: no to {what}. It holds from now on, and has no consequences.").format(what=name)


def asked(client: models.Client, seen_by: str) -> tuple[Asked, ...]:
    """Return every purpose as a page shows it.

    Args:
        client: Whose.
        seen_by: For whose page, so that whoever reads it is called "you".
    """
    standing, history = consent.standing(client), consent.history(client)
    return tuple(
        Asked(
            one.value,
            consent.name_of(one),
            consent.means(one),
            standing[one],
            tuple(Line(row.day, row.given, _by(row.by, seen_by), row.words.get("note", "")) for row in history[one]),
        )
        for one in Purpose
    )


def _by(author: str, seen_by: str) -> str:
    if author == seen_by:
        return _("written down by you")
    return _("written down by the client") if author == CLIENT else _("written down by your therapist")
