"""The first evening: a passphrase, a sheet to print, where the practice is, and what to look at first."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _, current
from reattune.practice import desk, keys, preferences
from reattune.practice.door import May, Who, page, who
from reattune.practice.keeping import keep, kept
from reattune.practice.pages.entering import let_in
from reattune.practice.rendering import render, say
from reattune.practice.vault import VaultError

SHEET = "sheet"
"""Where the recovery code waits in the session, which is in the encrypted store, until it was written down."""
ASKED = ("time_zone", "holidays", "currency", "language", "safety", "turn_to")


@page("begin/", "begin", May.ENTER)
def begin(request: HttpRequest) -> HttpResponse:
    """Ask for a passphrase and set the practice up; where that was done, go on with what is still to do."""
    if desk.exists() and not (request.method == "POST" and _is_new()):
        return HttpResponseRedirect(_next_step(request))
    trouble = ""
    if request.method == "POST":
        first, again = request.POST.get("passphrase", ""), request.POST.get("again", "")
        try:
            _same(first, again)
            code = _set_up(first)
        except ReattuneError as error:
            trouble = str(error)
        else:
            let_in(request)
            # What was begun in the browser's language goes on in it, until another one is chosen.
            keep(language=current())
            desk.remember_settings()
            request.session[SHEET] = code
            return HttpResponseRedirect(reverse("sheet"))
    return render(request, "begin.html.j2", {"trouble": trouble, "home": desk.home()}, status=400 if trouble else 200)


def _set_up(passphrase: str) -> str:
    """Set the practice up; sent twice, as by a double click, the second answer is the one that is seen."""
    try:
        return desk.create(passphrase)
    except VaultError:
        if not _is_new():
            raise
        desk.unlock(passphrase)
        return keys.vault().new_recovery_code()


def _is_new() -> bool:
    """Say whether it was set up just now and nothing was asked yet."""
    return desk.is_open() and not desk.begun()


def _same(first: str, again: str) -> None:
    if first != again:
        raise ReattuneError(_("The two are not the same. Type it once more; it can be shown while you type."))


def _next_step(request: HttpRequest) -> str:
    if who(request) is not Who.THERAPIST:
        return reverse("unlock")
    if SHEET in request.session:
        return reverse("sheet")
    return reverse("today" if kept().set_up else "begin-practice")


@page("begin/sheet/", "sheet", May.HOLD)
def sheet(request: HttpRequest) -> HttpResponse:
    """Show the recovery code to be printed, until it is said that this was done."""
    if request.method == "POST":
        if request.session.pop(SHEET, None):
            keep(sheet=True)
        return HttpResponseRedirect(reverse("settings" if kept().set_up else "begin-practice"))
    if SHEET not in request.session:
        return HttpResponseRedirect(_next_step(request))
    context = {"code": request.session[SHEET], "home": desk.home()}
    return render(request, "sheet.html.j2", context)


@page("begin/practice/", "begin-practice", May.HOLD)
def practice(request: HttpRequest) -> HttpResponse:
    """Ask where the practice is and where somebody can turn who needs help."""
    typed, wrong = preferences.shown(kept()), {}
    if request.method == "POST":
        found = preferences.read(request.POST, *ASKED)
        typed, wrong = {**typed, **found.typed}, dict(found.wrong)
        if not wrong:
            preferences.change({**found.changes, "set_up": True})
            return HttpResponseRedirect(reverse("begin-first"))
    context = {"typed": typed, "wrong": wrong, "zones": preferences.zones(), "languages": preferences.languages()}
    return render(request, "begin_practice.html.j2", context, status=400 if wrong else 200)


@page("begin/first/", "begin-first", May.SEE)
def first(request: HttpRequest) -> HttpResponse:
    """Offer the two ways to begin: bring files, or write one relationship down by hand."""
    return render(request, "begin_first.html.j2")


@page("recover/", "recover", May.ENTER)
def recover(request: HttpRequest) -> HttpResponse:
    """Open the practice with the recovery code, and ask for a new passphrase next."""
    if not desk.exists():
        return HttpResponseRedirect(reverse("begin"))
    trouble = ""
    if request.method == "POST":
        try:
            desk.unlock_by_code(request.POST.get("code", ""))
        except ReattuneError as error:
            trouble = str(error)
        else:
            let_in(request, by_sheet=True)
            request.session["recovered"] = True
            say(request, _("The practice is open. Choose a new passphrase now; the sheet keeps working."))
            return HttpResponseRedirect(reverse("passphrase"))
    return render(request, "recover.html.j2", {"trouble": trouble}, status=403 if trouble else 200)
