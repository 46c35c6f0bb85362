"""Check-ins in the settings: what is said before the first one, what is asked, and wording the practice holds."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Instrument
from reattune.practice import preferences
from reattune.practice.check_in import asked, gate, own_form, wording
from reattune.practice.check_in.asked import When
from reattune.practice.check_in.wording import Wording
from reattune.practice.door import May, page
from reattune.practice.keeping import kept
from reattune.practice.rendering import render, say

TEXTS = ("safety", "read_when")
UNFIT = 422
NEW = {
    "name": "",
    "count": "",
    "lowest": "0",
    "highest": "4",
    "scoring": "sum",
    "better": "",
    "reversed": "",
    "risk": "",
}
"""What the page of a new form begins with."""


@page("settings/check-in/", "check-in-settings", May.KEEP)
def check_in(request: HttpRequest) -> HttpResponse:
    """Show what holds for check-ins and keep what was changed."""
    typed, wrong = preferences.shown(kept()), {}
    if request.method == "POST":
        found = preferences.read(request.POST, *TEXTS)
        typed, wrong = {**typed, **found.typed}, dict(found.wrong)
        if not wrong:
            with transaction.atomic():
                preferences.change(found.changes)
                for when in When:
                    wording.ask(when, request.POST.getlist(when.value))
            say(request, _("Kept."))
            return HttpResponseRedirect(reverse("check-in-settings"))
    context = {
        "typed": typed,
        "wrong": wrong,
        "closed": gate.why_nobody(),
        "whens": [(when.value, _questions(when)) for when in When],
        "instruments": [_shown(one) for one in wording.askable().values()],
        "on_paper": wording.on_paper(),
    }
    return render(request, "check_in_settings.html.j2", context, 400 if wrong else 200)


@page("settings/check-in/form/new/", "check-in-form-new", May.KEEP)
def new_form(request: HttpRequest) -> HttpResponse:
    """Say what a form of the practice's own is like; its wording is typed in on the page after this one."""
    trouble = ""
    if request.method == "POST":
        try:
            key = own_form.define(request.POST.dict())
        except ReattuneError as error:
            trouble = str(error)
        else:
            say(request, _("Kept. Now the wording."))
            return HttpResponseRedirect(reverse("check-in-wording", kwargs={"instrument": key}))
    typed = {**NEW, **request.POST.dict()}
    return render(
        request, "check_in_settings_form.html.j2", {"typed": typed, "trouble": trouble}, UNFIT if trouble else 200
    )


def _questions(when: When) -> list[tuple[asked.Question, bool]]:
    used = {one.id for one in wording.questions(when)}
    return [(one, one.id in used) for one in asked.questions(when)]


def _shown(instrument: Instrument) -> dict[str, Any]:
    words = wording.kept().wording.get(instrument.id)
    return {"instrument": instrument, "words": words, "on": words.on if words else ()}


@page("settings/check-in/<slug:instrument>/", "check-in-wording", May.KEEP)
def one_wording(request: HttpRequest, instrument: str) -> HttpResponse:
    """Show the wording of an instrument, and keep it or take it out."""
    known = wording.askable().get(instrument)
    if known is None:
        raise Http404
    if request.method != "POST":
        return _form(request, known, wording.kept().wording.get(instrument, Wording()))
    if request.POST.get("do") == "take-out":
        wording.forget(instrument)
        say(request, _("The wording of {name} was taken out.").format(name=known.name))
        return HttpResponseRedirect(reverse("check-in-settings"))
    words = _read(request.POST, request.POST.getlist("on"), known)
    try:
        wording.word(instrument, words)
    except ReattuneError as error:
        return _form(request, known, words, str(error))
    say(request, _("Kept."))
    return HttpResponseRedirect(reverse("check-in-settings"))


def _read(typed: Mapping[str, str], on: list[str], instrument: Instrument) -> Wording:
    labels = tuple(typed.get(f"label-{value}", "").strip() for value in wording.values(instrument))
    return Wording(
        introduction=typed.get("introduction", "").strip(),
        items=tuple(line.strip() for line in typed.get("items", "").splitlines() if line.strip()),
        labels=labels if any(labels) else (),
        permission=bool(typed.get("permission")),
        on=tuple(when.value for when in When if when.value in on),
    )


def _form(request: HttpRequest, instrument: Instrument, words: Wording, trouble: str = "") -> HttpResponse:
    values = wording.values(instrument)
    labels = words.labels or ("",) * len(values)
    context = {
        "instrument": instrument,
        "words": words,
        "labels": list(zip(values, labels, strict=True)),
        "trouble": trouble,
        "has_wording": instrument.id in wording.kept().wording,
    }
    return render(request, "check_in_settings_wording.html.j2", context, UNFIT if trouble else 200)
