"""The one door to every page: who may see it, for what, and why not. A page that does not say so is seen by nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.db import DatabaseError, DataError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import urlencode

from reattune import language
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import carried, desk
from reattune.practice.auditing import Action, record
from reattune.practice.deciding import Decision, May, Who, decide
from reattune.practice.scope import EVERYONE, Reach, Scope, is_shared, use
from reattune.practice.scope import NOBODY as NOBODY_SCOPE
from reattune.practice.sqlcipher.keyed import LockedError

__all__ = [
    "HANDED",
    "NOBODY_HERE",
    "PAGES",
    "PERSON",
    "TURN",
    "Decision",
    "May",
    "Page",
    "Present",
    "Who",
    "decide",
    "entrance",
    "page",
    "present",
    "who",
]

View = Callable[..., HttpResponse]


HANDED = "handed"
"""In the session of a browser that a therapist handed to a client: the client's id."""
PERSON = "person"
"""In the session of somebody who signed in to a shared practice: their id."""
TURN = "turn"
"""In the session of the same: which of their ways of signing in held then."""


@dataclass(frozen=True, slots=True)
class Present:
    """Who is at this browser, and whose rows they may see."""

    who: Who
    scope: Scope = NOBODY_SCOPE


NOBODY_HERE = Present(Who.NOBODY)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its route and name, its view, what it lets one do, and whether opening it is recorded."""

    route: str
    name: str
    view: View
    may: May
    seen: str


PAGES: list[Page] = []
"""Every page there is; `urls` is made of these and of nothing else."""


def page(route: str, name: str, may: May, seen: str = "") -> Callable[[View], View]:
    """Register a view as a page.

    Args:
        route: As in Django's `path`.
        name: For links.
        may: What it lets one do.
        seen: What the audit is to say was seen when it is opened ("relationship"); "" to say nothing.
    """

    def registered(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, **words: Any) -> HttpResponse:
            answer = view(request, **words)
            if request.method == "POST" and answer.status_code < REFUSED:
                carried.settle(request)
            if seen and request.method == "GET" and answer.status_code == OK:
                record(Action.VIEWED, words.get("client"), seen, "therapy")
            return answer

        guarded.may = may  # type: ignore[attr-defined]
        PAGES.append(Page(route, name, guarded, may, seen))
        return guarded

    return registered


OK, REFUSED = 200, 400
PROGRAMS = "/api/"
"""Addresses below are for programs: a token lets in there, and no page is."""


def is_program(request: HttpRequest) -> bool:
    """Say whether an address is for programs."""
    return request.path.startswith(PROGRAMS)


def who(request: HttpRequest) -> Who:
    """Return who is at the desk in this browser."""
    return present(request).who


def present(request: HttpRequest) -> Present:
    """Return who is at the desk in this browser, and whose rows they may see."""
    try:
        if not desk.is_open() or request.session.get("opening") != desk.opening():
            return NOBODY_HERE
        if request.session.get("second_step"):
            return NOBODY_HERE
        here = _signed_in(request) if is_shared() else Present(Who.THERAPIST, EVERYONE)
        handed = request.session.get(HANDED)
        is_handed = bool(handed) and here.who is Who.THERAPIST
        return Present(Who.CLIENT, Scope(Reach.ONE_CLIENT, client=UUID(handed), actor="client")) if is_handed else here
    except (ReattuneError, DatabaseError):
        if desk.is_open():
            raise
        # It was locked between the two questions.
        return NOBODY_HERE


def _signed_in(request: HttpRequest) -> Present:
    from reattune.practice.people import signed_in  # noqa: PLC0415  (people need this module)

    return signed_in(request)


BEGINS = ("/begin/", "/lock/", "/settings/passphrase/")
"""Where one may be before the first questions about the practice were answered."""


def _begins(request: HttpRequest) -> bool:
    return request.path.startswith(BEGINS)


def _to_beginning() -> HttpResponse:
    return HttpResponseRedirect(reverse("begin-practice"))


class DoorMiddleware:
    """Lets a request through to a page only where `decide` allows it, in the language that was chosen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the practice's language; pages are never kept by the browser."""
        # Before anything counts as use: whoever opens the lid hours later comes before the next look at the time.
        desk.lock_if_idle()
        with language.use(desk.language(request)), use(_scope(request)):
            answer = self.get_response(request)
        if not request.path.startswith("/static/"):
            answer["Cache-Control"] = "no-store"
        return answer

    def process_view(
        self, request: HttpRequest, view: View, _args: tuple[Any, ...], _words: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse what is not allowed, with the reason."""
        if is_program(request):
            # Programs do not count as use: one that asks every minute must not keep the practice open.
            return None if desk.is_open() else _locked_for_programs()
        may: May | None = getattr(view, "may", None)
        if may is None:
            return HttpResponse(_("This page does not say who may see it, so nobody may."), status=403)
        person = who(request)
        if person is not Who.NOBODY and not request.headers.get("X-Waiting"):
            desk.touch()
        if may is May.ENTER and request.path.startswith(SIGNS) is not is_shared():
            # Whoever knows a practice's passphrase opens their own desk; in a shared one, people sign in.
            return HttpResponseRedirect(entrance())
        decision = decide(person, may)
        if not decision.allowed:
            return _to_unlock(request) if person is Who.NOBODY else _not_theirs(request, person, decision)
        return None if may is May.ENTER or desk.begun() or _begins(request) else _to_beginning()

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Say in words what the disk or a lock in the middle of an answer meant for it."""
        if desk.is_open() and not isinstance(error, LockedError):
            return _not_written(request, error) if isinstance(error, OperationalError | DataError) else None
        if not isinstance(error, ReattuneError | DatabaseError):
            return None
        return _locked_for_programs() if is_program(request) else _to_unlock(request)


def _locked_for_programs() -> HttpResponse:
    words = _("The practice is locked; programs can read while it is unlocked at the desk.")
    return JsonResponse({"detail": words}, status=503)


def _not_written(request: HttpRequest, error: Exception) -> HttpResponse:
    from reattune.practice.pages.refusing import not_fitting, not_written  # noqa: PLC0415  (pages need this module)

    return not_fitting(request) if isinstance(error, DataError) else not_written(request, error)


def _not_theirs(request: HttpRequest, person: Who, decision: Decision) -> HttpResponse:
    from reattune.practice.rendering import render  # noqa: PLC0415  (drawing needs this module)

    return render(request, "not_yours.html.j2", {"why": decision.reason, "home": HOMES[person]}, status=403)


HOMES = {
    Who.NOBODY: "unlock",
    Who.THERAPIST: "today",
    Who.CLIENT: "mine",
    Who.SUPERVISOR: "brought",
    Who.MANAGER: "practice-frame",
    Who.RESEARCHER: "study",
}
"""The first page of each."""
SIGNS = "/sign-in/"
"""Addresses below are for signing in to a shared practice."""


def entrance() -> str:
    """Return the address where one comes in: by the passphrase at one's own desk, by signing in to a shared one."""
    return reverse("sign-in" if is_shared() else "unlock")


def _scope(request: HttpRequest) -> Scope:
    if not is_program(request):
        return present(request).scope
    # No cookie counts here: a program sees what whoever made its token sees.
    from reattune.practice.api.bearer import scope_of  # noqa: PLC0415  (programs need this module)

    return scope_of(request) if desk.is_open() else NOBODY_SCOPE


def _not_sent(request: HttpRequest) -> HttpResponse:
    """Give a client back what they wrote, to be sent again from the same page once the practice is open."""
    from reattune.practice.rendering import render  # noqa: PLC0415  (drawing needs this module)

    fields = carried.fields(request) if request.method == "POST" else []
    context = {"to": request.get_full_path(), "fields": fields, "texts": carried.written(fields)}
    return render(request, "hand_locked.html.j2", context, status=503)


def _to_unlock(request: HttpRequest) -> HttpResponse:
    if request.path.startswith(carried.OF_CLIENTS) and (request.method == "POST" or not is_shared()):
        return _not_sent(request)
    if request.method == "POST" and is_shared() and carried.texts(request):
        # Here somebody else may sign in next, so the text stays with the browser that has it.
        words = _("You were signed out meanwhile. What you wrote is still in this browser: go back one page.")
        return HttpResponse(words, status=503, content_type="text/plain; charset=utf-8")
    if request.method == "POST" and carried.texts(request):
        from reattune.practice.rendering import render  # noqa: PLC0415  (drawing needs this module)

        context = {"to": request.get_full_path(), "packed": carried.packed(carried.fields(request))}
        return render(request, "locked_meanwhile.html.j2", context, status=403)
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": entrance()})
    # What was to be sent is not sent again by itself, so only an address that shows something is gone back to.
    wanted = request.get_full_path() if request.method == "GET" else ""
    return HttpResponseRedirect(f"{entrance()}?{urlencode({'next': wanted})}" if wanted else entrance())
