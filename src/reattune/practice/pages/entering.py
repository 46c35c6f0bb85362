"""Unlocking and locking; setting a practice up is `pages/beginning.py`."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import carried, desk, handing, second_step
from reattune.practice.door import HANDED, May, Who, decide, entrance, page, who
from reattune.practice.rendering import here_or, render, say
from reattune.practice.scope import is_shared
from reattune.practice.store.opening import clock_words

PENDING = "second_step"
"""In the session while the passphrase was right and the code is still to come."""
BY_SHEET = "by_sheet"
"""In the session of somebody who came in with the recovery sheet."""


def let_in(request: HttpRequest, *, by_sheet: bool = False) -> None:
    """Let this browser in; called only right after the practice was opened or the passphrase was right.

    Args:
        request: Whose.
        by_sheet: Whether the recovery sheet opened it, for which no second step is asked.
    """
    handing.end(request)
    request.session.cycle_key()
    request.session["opening"] = desk.opening()
    request.session[BY_SHEET] = by_sheet
    request.session[PENDING] = second_step.is_set() and not by_sheet
    words = clock_words()
    if words:
        say(request, words)


@page("unlock/", "unlock", May.ENTER)
def unlock(request: HttpRequest) -> HttpResponse:
    """Ask for the passphrase; with none set up yet, begin."""
    if not desk.exists():
        return HttpResponseRedirect(reverse("begin"))
    if is_handed(request):
        return HttpResponseRedirect(reverse("hand-back"))
    if who(request) is Who.THERAPIST:
        return HttpResponseRedirect(after_unlocking(request))
    if is_pending(request):
        return HttpResponseRedirect(_next(request))
    trouble = ""
    if request.method == "POST":
        try:
            _open(request)
        except ReattuneError as error:
            trouble = str(error)
        else:
            let_in(request)
            carried.keep(request)
            return HttpResponseRedirect(_next(request))
    context = {
        "trouble": trouble,
        "why": _why(request),
        "remembered": desk.is_remembered() and not handing.is_out(),
        **_carried(request),
    }
    return render(request, "unlock.html.j2", context, status=403 if trouble else 200)


def _why(request: HttpRequest) -> str:
    """Return why a page that was asked for is not shown; "" where nothing but the desk itself was asked for."""
    return "" if request.GET.get("next", "/") in {"", "/"} else decide(who(request), May.SEE).reason


def _carried(request: HttpRequest) -> dict[str, str]:
    return {name: request.POST.get(name, "") for name in ("to", "carried")}


def _open(request: HttpRequest) -> None:
    if request.POST.get("by") != "keyring":
        desk.unlock(request.POST.get("passphrase", ""))
    elif handing.is_out():
        raise ReattuneError(_("The device was handed over, so the passphrase is asked for this time."))
    elif not desk.unlock_remembered():
        raise ReattuneError(_("This computer’s keyring does not open it any more; the passphrase does."))


@page("lock/", "lock", May.SEE)
def lock(request: HttpRequest) -> HttpResponse:
    """Lock now."""
    if request.method == "POST":
        request.session.flush()
        if not is_shared():
            desk.lock()
    return HttpResponseRedirect(entrance())


def is_handed(request: HttpRequest) -> bool:
    """Say whether this browser is a client's just now, because it was handed to them."""
    return desk.is_open() and HANDED in request.session and who(request) is Who.CLIENT


def is_pending(request: HttpRequest) -> bool:
    """Say whether this browser knew the passphrase of this unlocking and has still to show a code."""
    if not desk.is_open() or request.session.get("opening") != desk.opening():
        return False
    return bool(request.session.get(PENDING))


def after_unlocking(request: HttpRequest) -> str:
    """Return the address to go on to: the one asked for where it is one of ours, else today."""
    if carried.WAITING in request.session:
        return reverse("carried")
    return here_or(request.GET.get("next", ""), reverse("today"))


def _next(request: HttpRequest) -> str:
    if not request.session.get(PENDING):
        return after_unlocking(request)
    wanted = request.GET.get("next", "")
    return f"{reverse('second-step-code')}?{urlencode({'next': wanted})}" if wanted else reverse("second-step-code")
