"""The one door to every page: who may see it, for what, and why not. A page that does not say so is seen by nobody."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Any, assert_never

from django.db import DatabaseError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import urlencode

from reattune import language
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import carried, desk
from reattune.practice.auditing import Action, record
from reattune.practice.sqlcipher.keyed import LockedError

View = Callable[..., HttpResponse]


class May(StrEnum):
    """What a page lets one do; each is decided in `decide`."""

    ENTER = "enter"
    """Unlock, or set up: before anything is open."""
    SEE = "see"
    WRITE = "write"
    IMPORT = "import"
    KEEP = "keep"
    """Settings, backups, erasing."""


class Who(StrEnum):
    """Who is at the desk."""

    NOBODY = "nobody"
    THERAPIST = "therapist"


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether something may be done, and why or why not, in a sentence that is shown."""

    allowed: bool
    reason: str


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
    try:
        if not desk.is_open() or request.session.get("opening") != desk.opening():
            return Who.NOBODY
        return Who.NOBODY if request.session.get("second_step") else Who.THERAPIST
    except (ReattuneError, DatabaseError):
        if desk.is_open():
            raise
        # It was locked between the two questions.
        return Who.NOBODY


def decide(person: Who, may: May) -> Decision:
    """Decide whether a person may do something; what is not said to be allowed is not."""
    match may:
        case May.ENTER:
            return Decision(allowed=True, reason=_("Anybody at this computer may try to unlock."))
        case May.SEE | May.WRITE | May.IMPORT | May.KEEP:
            pass
        case other:
            assert_never(other)
    match person:
        case Who.THERAPIST:
            return Decision(allowed=True, reason=_("You unlocked this practice with its passphrase."))
        case Who.NOBODY:
            return Decision(allowed=False, reason=_("The practice is locked here; unlock it first."))
        case nobody:
            assert_never(nobody)


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
        with language.use(desk.language(request)):
            answer = self.get_response(request)
        if not request.path.startswith("/static/"):
            answer["Cache-Control"] = "no-store"
        return answer

    def process_view(
        self, request: HttpRequest, view: View, _args: tuple[Any, ...], _words: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse what is not allowed, with the reason."""
        # Before anything counts as use: whoever opens the lid hours later comes before the next look at the time.
        desk.lock_if_idle()
        if is_program(request):
            # Programs do not count as use: one that asks every minute must not keep the practice open.
            return None if desk.is_open() else _locked_for_programs()
        may: May | None = getattr(view, "may", None)
        if may is None:
            return HttpResponse(_("This page does not say who may see it, so nobody may."), status=403)
        person = who(request)
        if person is Who.THERAPIST and not request.headers.get("X-Waiting"):
            desk.touch()
        if not decide(person, may).allowed:
            return _to_unlock(request)
        return None if may is May.ENTER or desk.begun() or _begins(request) else _to_beginning()

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Say in words what the disk or a lock in the middle of an answer meant for it."""
        if desk.is_open() and not isinstance(error, LockedError):
            return _not_written(request, error) if isinstance(error, OperationalError) else None
        if not isinstance(error, ReattuneError | DatabaseError):
            return None
        return _locked_for_programs() if is_program(request) else _to_unlock(request)


def _locked_for_programs() -> HttpResponse:
    words = _("The practice is locked; programs can read while it is unlocked at the desk.")
    return JsonResponse({"detail": words}, status=503)


def _not_written(request: HttpRequest, error: Exception) -> HttpResponse:
    from reattune.practice.pages.refusing import not_written  # noqa: PLC0415  (pages need this module)

    return not_written(request, error)


def _to_unlock(request: HttpRequest) -> HttpResponse:
    if request.method == "POST" and carried.texts(request):
        from reattune.practice.rendering import render  # noqa: PLC0415  (drawing needs this module)

        context = {"to": request.get_full_path(), "packed": carried.packed(carried.fields(request))}
        return render(request, "locked_meanwhile.html.j2", context, status=403)
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": reverse("unlock")})
    # What was to be sent is not sent again by itself, so only an address that shows something is gone back to.
    wanted = request.get_full_path() if request.method == "GET" else ""
    return HttpResponseRedirect(f"{reverse('unlock')}?{urlencode({'next': wanted})}" if wanted else reverse("unlock"))
