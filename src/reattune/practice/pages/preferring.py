"""The settings of the practice, and the attention budget looked at on its own data."""

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune import language
from reattune.language import _
from reattune.practice import budgeting, desk, keys, preferences
from reattune.practice.door import May, page
from reattune.practice.keeping import kept
from reattune.practice.rendering import render, say, today
from reattune.practice.scope import is_shared
from reattune.reading.settings import holiday_dates
from reattune.repair import packs

ASKED = (
    "time_zone",
    "currency",
    "holidays",
    "safety",
    "turn_to",
    "budget",
    "threshold",
    "language",
    "theme",
    "pack",
    "idle_minutes",
    "retention_years",
    "recording_days",
)
NEXT_HOLIDAYS = 3


@page("settings/", "settings", May.KEEP)
def settings(request: HttpRequest) -> HttpResponse:
    """Show the settings and keep what was changed; nothing is kept while one field is not understood."""
    before = kept()
    typed, wrong = preferences.shown(before), {}
    if request.method == "POST":
        found = preferences.read(request.POST, *ASKED)
        typed, wrong = {**typed, **found.typed}, dict(found.wrong)
        if not wrong:
            after = preferences.change(found.changes)
            with language.use(after.language):
                say(request, _("Kept."))
            return HttpResponseRedirect(reverse("settings"))
    context = {
        "typed": typed,
        "wrong": wrong,
        "zones": preferences.zones(),
        "languages": preferences.languages(),
        "pack_choices": _packs,
        "more": _more(),
        "next_holidays": _next_holidays(before.holidays),
        "remembered": keys.vault().is_remembered,
        "home": desk.home(),
    }
    return render(request, "settings.html.j2", context, status=400 if wrong else 200)


def _more() -> tuple[tuple[str, str], ...]:
    both = (
        ("check-in-settings", _("Check-ins")),
        ("second-reader", _("A second reader")),
        ("tokens", _("Programs that may read")),
    )
    if is_shared():
        return *both, ("people", _("Who can sign in")), ("my-sign-in", _("Your sign-in"))
    return *both, ("second-step", _("A second step after the passphrase"))


def _packs() -> list[tuple[str, str]]:
    return [(name, packs.label(name)) for name in packs.names()]


def _next_holidays(code: str) -> list[tuple[date, str]]:
    now = today()
    found = holiday_dates(code, (now.year, now.year + 1)) if code else {}
    return [(when, name) for when, name in sorted(found.items()) if when >= now][:NEXT_HOLIDAYS]


@page("settings/budget/", "budget", May.KEEP)
def budget(request: HttpRequest) -> HttpResponse:
    """Show how much would have come up in the last two years at several budgets, and let one be chosen."""
    if request.method == "POST":
        if "budget" in request.POST:
            return _choose(request)
        budgeting.start()
        return HttpResponseRedirect(reverse("budget"))
    return render(request, "budget.html.j2", {"found": budgeting.result(), "job": budgeting.under_way(), "wrong": ""})


def _choose(request: HttpRequest) -> HttpResponse:
    found = preferences.read(request.POST, "budget")
    if found.wrong:
        context = {"found": budgeting.result(), "job": budgeting.under_way(), "wrong": found.wrong["budget"]}
        return render(request, "budget.html.j2", context, status=400)
    preferences.change(found.changes)
    say(request, _("Kept. What comes up is worked out anew with it."))
    return HttpResponseRedirect(reverse("budget"))
