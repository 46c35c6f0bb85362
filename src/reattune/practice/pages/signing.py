"""Signing in to a shared practice, the first time by a link, and signing out."""

import json
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import desk, models, passkeys, people, second_step, signing
from reattune.practice.door import HOMES, May, Who, page, who
from reattune.practice.rendering import here_or, render

PENDING = "first_way"
"""In the session, sealed: a password and a secret that wait for their first code."""
SHUT, REFUSED = 503, 403


@page("sign-in/", "sign-in", May.ENTER)
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask for a name and a password, or for a passkey."""
    if not desk.is_open():
        words = _("The practice is closed just now. Whoever runs its server opens it; then you can sign in.")
        return render(request, "refused.html.j2", {"heading": _("Closed just now"), "words": words}, status=SHUT)
    if who(request) is not Who.NOBODY:
        return HttpResponseRedirect(_onward(request))
    if request.method != "POST":
        return _sign_in(request)
    name = request.POST.get("name", "")
    try:
        found = signing.by_password(name, request.POST.get("password", ""), _address(request))
    except ReattuneError as error:
        return _sign_in(request, str(error), name)
    signing.begin_halfway(request, found)
    return HttpResponseRedirect(_with_next(request, reverse("sign-in-code")))


def _sign_in(request: HttpRequest, trouble: str = "", name: str = "") -> HttpResponse:
    context = {
        "trouble": trouble,
        "name": name[: people.LONGEST],
        "options": json.loads(passkeys.ask(request)),
        "by_passkey": _with_next(request, reverse("sign-in-passkey")),
    }
    return render(request, "sign_in.html.j2", context, status=REFUSED if trouble else 200)


@page("sign-in/code/", "sign-in-code", May.ENTER)
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code after the password."""
    person = signing.halfway(request) if desk.is_open() else None
    if person is None:
        return HttpResponseRedirect(_with_next(request, reverse("sign-in")))
    trouble = ""
    if request.method == "POST":
        try:
            signing.check_code(person, request.POST.get("code", ""))
        except ReattuneError as error:
            trouble = str(error)
        else:
            signing.let_in(request, person)
            return HttpResponseRedirect(_onward(request, person))
    return render(request, "sign_code.html.j2", {"trouble": trouble}, status=REFUSED if trouble else 200)


@page("sign-in/passkey/", "sign-in-passkey", May.ENTER)
def by_passkey(request: HttpRequest) -> HttpResponse:
    """Let in whoever's passkey answered."""
    if request.method != "POST" or not desk.is_open():
        return HttpResponseRedirect(_with_next(request, reverse("sign-in")))
    try:
        person = passkeys.who_answers(request, request.POST.get("answer", ""))
    except ReattuneError as error:
        return _sign_in(request, str(error))
    signing.let_in(request, person)
    return HttpResponseRedirect(_onward(request, person))


@page("sign-in/first/<str:token>/", "sign-in-first", May.ENTER)
def first(request: HttpRequest, token: str) -> HttpResponse:
    """Show somebody who came with a link how they can sign in from now on; showing it uses nothing up."""
    person = people.by_link(token) if desk.is_open() else None
    if person is None:
        return _used(request)
    if request.method != "POST":
        return _first(request, person)
    try:
        if "answer" in request.POST:
            words = request.POST.get("answer", ""), request.POST.get("called", ""), token
            signing.let_in(request, passkeys.keep(request, person, *words))
            return HttpResponseRedirect(_onward(request, person))
        hashed = signing.checked(request.POST.get("password", ""), request.POST.get("again", ""))
    except ReattuneError as error:
        return _first(request, person, str(error))
    packed = signing.pack(person, {"password": hashed, "secret": second_step.new_secret()})
    request.session.flush()
    request.session[PENDING] = packed
    return HttpResponseRedirect(reverse("sign-in-first-code", kwargs={"token": token}))


def _first(request: HttpRequest, person: models.Person, trouble: str = "") -> HttpResponse:
    context = {"person_name": person.name, "trouble": trouble, "options": json.loads(passkeys.offer(request, person))}
    return render(request, "sign_first.html.j2", context, status=400 if trouble else 200)


@page("sign-in/first/<str:token>/code/", "sign-in-first-code", May.ENTER)
def first_code(request: HttpRequest, token: str) -> HttpResponse:
    """Give the second step to another device, and see that it arrived there."""
    person = people.by_link(token) if desk.is_open() else None
    if person is None:
        return _used(request)
    waiting = signing.unpack(person, request.session.get(PENDING, ""))
    if not waiting:
        return HttpResponseRedirect(reverse("sign-in-first", kwargs={"token": token}))
    trouble = ""
    if request.method == "POST":
        try:
            typed = request.POST.get("code", "")
            person = signing.use_password(person, waiting["password"], waiting["secret"], typed, token)
        except ReattuneError as error:
            trouble = str(error)
        else:
            signing.let_in(request, person)
            return HttpResponseRedirect(_onward(request, person))
    return render(request, "sign_new_code.html.j2", device(person, waiting["secret"], trouble), 400 if trouble else 200)


def device(person: models.Person, secret: str, trouble: str) -> dict[str, object]:
    """Return what a page shows to give a secret to another device.

    Args:
        person: Whose.
        secret: The secret.
        trouble: What was wrong with the code that was typed.
    """
    title = _("The key as a picture; the same key stands below as text.")
    square = second_step.square(signing.address(person, secret), title) if secret else ""
    return {"trouble": trouble, "secret": secret, "picture": square}


@page("sign-out/", "sign-out", May.SIGN)
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out, in this browser."""
    if request.method == "POST":
        signing.leave(request)
    return HttpResponseRedirect(_with_next(request, reverse("sign-in")))


def _used(request: HttpRequest) -> HttpResponse:
    words = _("This link was used already, or is too old. Whoever gave it to you can make a new one.")
    return render(request, "refused.html.j2", {"heading": _("This link is over"), "words": words}, status=404)


def _onward(request: HttpRequest, person: models.Person | None = None) -> str:
    here = who(request) if person is None else people.of(person).who
    return here_or(request.GET.get("next", ""), reverse(HOMES[here])) if here is not Who.NOBODY else reverse("sign-in")


def _with_next(request: HttpRequest, address: str) -> str:
    wanted = request.GET.get("next", "")
    return f"{address}?{urlencode({'next': wanted})}" if wanted else address


def _address(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))
