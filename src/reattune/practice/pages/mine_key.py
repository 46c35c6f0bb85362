"""A client's own key: choosing the words that open it, opening it, other words, and shutting it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import models
from reattune.practice.door import May, page
from reattune.practice.rendering import here_or, render, say
from reattune.practice.voices import own
from reattune.practice.voices.here import me, my_key
from reattune.practice.voices.own import OwnKeyError

BAD = 400


@page("mine/own/", "mine-open", May.OWN)
def open_own(request: HttpRequest) -> HttpResponse:
    """Ask for the words that open what is only the client's."""
    wanted = request.POST.get("next", request.GET.get("next", ""))
    trouble = ""
    if request.method == "POST":
        try:
            opened = own.opened(me(request), request.POST.get("words", ""))
        except ReattuneError as error:
            trouble = str(error)
        else:
            own.hold(request.session.session_key, opened)
            return HttpResponseRedirect(here_or(wanted, reverse("mine")))
    context = {"trouble": trouble, "wanted": wanted, "own_open": my_key(request) is not None}
    return render(request, "mine_key.html.j2", context, status=BAD if trouble else 200)


@page("mine/own/new/", "mine-make", May.OWN)
def make(request: HttpRequest) -> HttpResponse:
    """Have a client choose words of their own; the code that opens it too is shown in the answer and kept nowhere."""
    trouble = ""
    if request.method == "POST":
        try:
            key, code = _made(me(request), _chosen(request))
        except ReattuneError as error:
            trouble = str(error)
        else:
            own.hold(request.session.session_key, key)
            after = here_or(request.GET.get("next", ""), reverse("mine-private"))
            return render(request, "mine_key_code.html.j2", {"code": code, "after": after})
    return render(request, "mine_key_make.html.j2", {"trouble": trouble}, status=BAD if trouble else 200)


@page("mine/own/other/", "mine-other-words", May.OWN)
def other_words(request: HttpRequest) -> HttpResponse:
    """Have other words open it from now on; the present ones, or the code, are asked for."""
    if my_key(request) is None:
        return HttpResponseRedirect(reverse("mine-open"))
    trouble = ""
    if request.method == "POST":
        try:
            chosen = _chosen(request)
            client = me(request)
            own.change(client, own.opened(client, request.POST.get("present", "")), chosen)
        except ReattuneError as error:
            trouble = str(error)
        else:
            say(request, _("Your new words open it from now on; the code is still the same."))
            return HttpResponseRedirect(reverse("mine"))
    return render(request, "mine_key_other.html.j2", {"trouble": trouble}, status=BAD if trouble else 200)


@page("mine/own/shut/", "mine-shut", May.OWN)
@require_POST
def shut(request: HttpRequest) -> HttpResponse:
    """Shut what is only the client's."""
    own.let_go(request.session.session_key or "")
    say(request, _("What only you may read is shut."))
    return HttpResponseRedirect(reverse("mine"))


def _made(client: models.Client, words: str) -> tuple[own.Own, str]:
    """Make a key; sent twice, as by a double click, the answer that is seen last shows the code that holds."""
    try:
        return own.make(client, words)
    except own.ThereAlreadyError as there_already:
        try:
            key = own.opened(client, words)
        except OwnKeyError:
            raise there_already from None
        return key, own.other_code(client, key)


def _chosen(request: HttpRequest) -> str:
    words = request.POST.get("words", "")
    if words != request.POST.get("again", ""):
        raise OwnKeyError(_("The two are not the same. Type them once more."))
    return words
