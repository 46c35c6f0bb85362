"""One's own way of signing in: passkeys, the password, the device that gives codes."""

import json

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import models, passkeys, people, second_step, signing
from reattune.practice.door import HANDED, TURN, May, page
from reattune.practice.pages.signing import device
from reattune.practice.rendering import render, say
from reattune.practice.typed import as_identity
from reattune.practice.voices import own

PENDING = "new_way"
"""In the session, sealed: a password and a secret that wait for a code of the new device."""


@page("my-sign-in/", "my-sign-in", May.SIGN)
def my_sign_in(request: HttpRequest) -> HttpResponse:
    """Show how one signs in, and change it within ten minutes of having signed in."""
    person = None if HANDED in request.session else people.here(request)
    if person is None:
        # The device is in a client's hands; the way its owner signs in is not theirs to change.
        words = _("Here, nothing about signing in can be changed.")
        return render(request, "refused.html.j2", {"heading": _("Not here"), "words": words}, status=403)
    trouble = ""
    if request.method == "POST" and signing.is_fresh(request):
        try:
            _do(request, person)
        except ReattuneError as error:
            trouble = str(error)
        else:
            return HttpResponseRedirect(reverse("my-sign-in"))
    return _page(request, person, trouble)


def _page(request: HttpRequest, person: models.Person, trouble: str) -> HttpResponse:
    waiting = signing.unpack(person, request.session.get(PENDING, ""))
    fresh = signing.is_fresh(request)
    context = {
        "person_name": person.name,
        "role": people.role_word(people.Role(person.role)),
        "passkeys": list(person.passkeys.order_by("made")),
        "has_password": bool(person.password),
        "fresh": fresh,
        "options": json.loads(passkeys.offer(request, person)) if fresh else {},
        "waiting": bool(waiting),
        **device(person, waiting.get("secret", ""), trouble),
    }
    return render(request, "sign_mine.html.j2", context, status=400 if trouble else 200)


def _do(request: HttpRequest, person: models.Person) -> None:
    typed = request.POST
    match typed.get("do", ""):
        case "passkey":
            words = typed.get("answer", ""), typed.get("called", "")
            _stay(request, passkeys.keep(request, person, *words), _("The passkey lets you in from now on."))
        case "remove":
            left = passkeys.remove(person, as_identity(typed.get("passkey", "")))
            _stay(request, left, _("That passkey lets nobody in any more."))
        case "password":
            _new_password(request, person, signing.checked(typed.get("password", ""), typed.get("again", "")))
        case "device" if person.password:
            _wait(request, person, person.password)
        case "confirm":
            waiting = signing.unpack(person, request.session.get(PENDING, ""))
            if waiting:
                code = typed.get("code", "")
                changed = signing.use_password(person, waiting["password"], waiting["secret"], code)
                request.session.pop(PENDING, None)
                _stay(request, changed, _("From now on this device gives your codes."))
        case "leave":
            request.session.pop(PENDING, None)


def _new_password(request: HttpRequest, person: models.Person, hashed: str) -> None:
    if not person.totp:
        # A password alone never lets in: it waits for the device that gives codes.
        _wait(request, person, hashed)
        return
    _stay(request, signing.turned(person, password=hashed), _("The new password holds from now on."))


def _wait(request: HttpRequest, person: models.Person, hashed: str) -> None:
    secret = second_step.new_secret()
    request.session[PENDING] = signing.pack(person, {"password": hashed, "secret": secret})


def _stay(request: HttpRequest, person: models.Person, words: str) -> None:
    """Keep this browser signed in, and end every other one's session of this person."""
    own.let_go(request.session.session_key or "")
    request.session.cycle_key()
    request.session[TURN] = person.turn
    say(request, words)
