"""The second step: setting it up, and asking for it after the passphrase."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from reattune.language import _
from reattune.practice import desk, second_step
from reattune.practice.door import May, page
from reattune.practice.pages.entering import BY_SHEET, PENDING, after_unlocking, is_pending
from reattune.practice.rendering import render, say
from reattune.practice.second_step import SecondStepError

NEW = "second_step_new"
"""Where a new secret waits in the session, which is in the encrypted store, until a code was typed."""


@page("settings/second-step/", "second-step", May.HOLD)
def setting_up(request: HttpRequest) -> HttpResponse:
    """Set a second step up, or do without one again."""
    trouble = ""
    if request.method == "POST":
        try:
            _do(request, request.POST.get("do", ""), request.POST.get("code", ""))
        except SecondStepError as error:
            trouble = str(error)
        else:
            return HttpResponseRedirect(reverse("second-step"))
    secret = request.session.get(NEW, "")
    context = {
        "trouble": trouble,
        "is_set": second_step.is_set(),
        "by_sheet": bool(request.session.get(BY_SHEET)),
        "secret": secret,
        "picture": second_step.picture(secret) if secret else "",
    }
    return render(request, "second_step.html.j2", context, status=400 if trouble else 200)


def _do(request: HttpRequest, what: str, code: str) -> None:
    secret = request.session.get(NEW, "")
    if what == "begin" and not second_step.is_set():
        request.session[NEW] = second_step.new_secret()
    elif what == "leave":
        request.session.pop(NEW, None)
    elif what == "confirm" and secret and not second_step.is_set():
        second_step.set_up(secret, code)
        request.session.pop(NEW, None)
        say(request, _("From now on a code is asked for after the passphrase."))
    elif what == "stop" and second_step.is_set():
        if not request.session.get(BY_SHEET):
            second_step.check(code)
        second_step.turn_off()
        say(request, _("The passphrase alone opens the practice now."))


@page("unlock/second-step/", "second-step-code", May.ENTER)
def code(request: HttpRequest) -> HttpResponse:
    """Ask a browser whose passphrase was right for the code."""
    wanted = request.GET.get("next", "")
    if not is_pending(request):
        return HttpResponseRedirect(
            f"{reverse('unlock')}?{urlencode({'next': wanted})}" if wanted else reverse("unlock")
        )
    trouble = ""
    if request.method == "POST":
        try:
            second_step.check(request.POST.get("code", ""))
        except SecondStepError as error:
            trouble = str(error)
        else:
            request.session.cycle_key()
            request.session.pop(PENDING, None)
            desk.touch()
            return HttpResponseRedirect(after_unlocking(request))
    return render(request, "second_step_code.html.j2", {"trouble": trouble}, status=403 if trouble else 200)
