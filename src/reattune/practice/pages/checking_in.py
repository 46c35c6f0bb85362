"""The check-in as a client meets it: in their own space, at a device handed over, or through a link on their phone."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from reattune.language import _
from reattune.model import Share
from reattune.practice import clock, models
from reattune.practice.check_in import gate, inviting, wording
from reattune.practice.check_in import sitting as sittings
from reattune.practice.check_in.asked import CLOSENESS, LEADING, When, colour_names, shares
from reattune.practice.check_in.sitting import Sitting
from reattune.practice.door import HANDED, May, page
from reattune.practice.glimpse import opened
from reattune.practice.keeping import kept
from reattune.practice.rendering import render, today
from reattune.practice.scope import Reach, Scope, use
from reattune.practice.voices.here import me, my_key

NOT_FOUND, GONE, TOO_MANY, BAD, REFUSED = 404, 410, 429, 400, 403
SENT = "sent"
"""In the browser that sent a link's check-in, for that link alone: so that only there it is said that it was sent."""


@dataclass(frozen=True, slots=True)
class Way:
    """How a client came to the check-in: the address that answers go to, and what holds for that way."""

    client: models.Client
    address: str
    when: When
    is_handed: bool = False
    own_open: bool = False
    link: models.Invitation | None = None


@page("mine/check-in/", "mine-check-in", May.OWN)
def mine_check_in(request: HttpRequest) -> HttpResponse:
    """Show the check-in in the client's own space, or keep one."""
    client = me(request)
    when = sittings.when_of(request.GET["when"]) if "when" in request.GET else _usual(client)
    way = Way(
        client=client,
        address=reverse("mine-check-in"),
        when=when,
        is_handed=HANDED in request.session,
        own_open=my_key(request) is not None,
    )
    return _check_in(request, way)


@page("k/<str:token>/", "link", May.LINK)
def link(request: HttpRequest, token: str) -> HttpResponse:
    """Show the check-in that a link opens, or keep it; nobody but who sent it is told that it was sent."""
    caller = request.META.get("REMOTE_ADDR", "")
    if inviting.GUESSES.too_many(caller):
        words = _("Too many links that open nothing were tried from here. Wait a minute, then open yours once more.")
        return _closed(request, words, TOO_MANY)
    now = clock.now(kept().zone)
    found = inviting.find(token, now - inviting.GRACE if request.method == "POST" else now)
    if found is None:
        inviting.GUESSES.wrong(caller)
        return _closed(request, _("This link opens nothing, or not any more. Ask for a new one."), NOT_FOUND)
    way = Way(found.client, reverse("link", kwargs={"token": token}), sittings.when_of(found.when), link=found)
    with use(Scope(Reach.ONE_CLIENT, client=found.client_id, actor="client")):
        if request.method == "GET" and SENT in request.COOKIES:
            return _closed(request, _("Your check-in was sent from here. For another one, ask for a new link."))
        return _check_in(request, way)


def _check_in(request: HttpRequest, way: Way) -> HttpResponse:
    reason = gate.why_not(way.client)
    if reason:
        return _closed(request, reason, REFUSED if request.method == "POST" else 200, way)
    if request.method != "POST":
        return _asked(request, way, {"sitting": str(uuid.uuid4())})
    sitting = sittings.understood(request.POST)
    if sitting.troubles:
        return _asked(request, way, request.POST.dict(), sitting)
    if not sittings.keep(way.client, sitting, today(), way.link):
        words = _(
            "Something was sent with this link before, so this was not. What you wrote stands below; ask for a new one."
        )
        return _closed(request, words, GONE, way)
    return _thanks(request, way, sitting)


def _asked(request: HttpRequest, way: Way, typed: Mapping[str, Any], sitting: Sitting | None = None) -> HttpResponse:
    when = sitting.when if sitting else way.when
    context = {
        "way": way,
        "when": when.value,
        "other": When.AFTER.value if when is When.BEFORE else When.BEFORE.value,
        "questions": wording.questions(when),
        "forms": wording.forms(when),
        "shares": shares(),
        "usual_share": Share.ONLY_ME.value if way.own_open else "",
        "places_of": {"closeness": CLOSENESS, "leading": LEADING},
        "colours": colour_names(),
        "typed": typed,
        "troubles": (sitting.troubles if sitting else None) or {},
    }
    return _render(request, "check_in.html.j2", context, BAD if sitting else 200)


def _thanks(request: HttpRequest, way: Way, sitting: Sitting) -> HttpResponse:
    readers = [
        (share.value, [one.title for one in sitting.answers if (one.share or Share.ONLY_ME) is share])
        for share, _words in shares()
    ]
    context = {"way": way, "readers": [(share, titles) for share, titles in readers if titles]}
    answer = _render(request, "check_in_thanks.html.j2", context)
    if way.link is not None:
        ends, safe = way.link.expires, request.is_secure()
        answer.set_cookie(SENT, "1", path=way.address, expires=ends, secure=safe, httponly=True, samesite="Lax")
    return answer


def _closed(request: HttpRequest, words: str, status: int = 200, way: Way | None = None) -> HttpResponse:
    typed = [str(text) for name, text in request.POST.items() if name.startswith("text-") and str(text).strip()]
    return _render(request, "check_in_closed.html.j2", {"words": words, "texts": typed, "way": way}, status)


def _render(request: HttpRequest, template: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
    # Whoever came by a link is nobody to the desk, and is shown what is fixed on every page of a client all the same.
    return render(request, template, {"settings": kept(), **context}, status)


def _usual(client: models.Client) -> When:
    """Return when a check-in is most likely given now: before today's session, or after one."""
    glance = models.Glance.objects.filter(client=client).select_related("client").first()
    if glance is None:
        return When.AFTER
    settings = kept()
    now = clock.now(settings.zone)
    ahead = any(one.start > now for one in opened(glance).between(now.date(), now.date(), settings))
    return When.BEFORE if ahead else When.AFTER
