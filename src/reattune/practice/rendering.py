"""How pages are drawn: one environment for all templates, the same words and figures everywhere."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.backends.utils import csrf_input
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context

from reattune.charts import day
from reattune.charts.days import day_and_month
from reattune.language import _, decimal, plural
from reattune.practice import clock, desk
from reattune.practice.door import HANDED, Who, who
from reattune.practice.keeping import Kept, kept
from reattune.practice.scope import is_shared

SAID = "said"


def environment(**options: Any) -> Environment:
    """Return the environment of all templates."""
    rest = {name: value for name, value in options.items() if name not in {"autoescape", "undefined"}}
    made = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, **rest)
    made.globals.update(_=_, plural=plural, url=_url, static=static, day=day, day_and_month=day_and_month)
    made.globals.update(is_shared=is_shared)
    made.filters.update(decimal=decimal, day=day, shortday=day_and_month, time=_time, localday=_local_day)
    return made


def _url(name: str, **words: Any) -> str:
    return _address(name, tuple(words.items()))


@lru_cache(maxsize=20_000)
def _address(name: str, words: tuple[tuple[str, Any], ...]) -> str:
    # A page of two hundred relationships names a thousand addresses, the same ones each time.
    return reverse(name, kwargs=dict(words) or None)


@pass_context
def _local_day(context: Context, moment: datetime) -> str:
    """Return the day on which something was done, where the practice is."""
    zone = context["settings"].zone
    return day(moment.astimezone(zone).date())


def _time(value: datetime) -> str:
    return f"{value:%H:%M}"


def here_or(wanted: str, otherwise: str) -> str:
    """Return the address to go on to: the wanted one where it is one of ours."""
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else otherwise


def say(request: HttpRequest, words: str, undo: str = "") -> None:
    """Say something on the next page, with a way to undo it (an address to post to) where there is one."""
    request.session[SAID] = [*request.session.get(SAID, []), {"words": words, "undo": undo}]


def render(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """Draw a page; every template knows the settings, the day, and what is to be said.

    A browser that was not let in is shown nothing of the practice, open though it may be for another one.

    Args:
        request: Whose.
        template: Its file in `templates`.
        context: What it shows.
        status: The answer's status.
    """
    person = who(request)
    inside = person is Who.THERAPIST
    known_here = person is not Who.NOBODY
    settings = kept() if known_here else Kept(language=desk.language(request))
    said = request.session.pop(SAID, []) if known_here else []
    known = {
        "settings": settings,
        "today": clock.today(settings.zone),
        "shown_day": clock.shown_day(),
        "said": said,
        "is_open": inside,
        "person": person.value,
        "is_signed_in": is_shared() and known_here and HANDED not in request.session,
        "place": request.resolver_match.view_name if request.resolver_match else "",
        "path": request.get_full_path(),
    }
    # One token for all forms of a page; Django's own would be made anew for each.
    token = {"request": request, "csrf_token": get_token(request), "csrf_input": csrf_input(request)}
    content = render_to_string(template, {**known, **token, **(context or {})})
    return HttpResponse(content, status=status)


def today() -> date:
    """Return the day it is in the practice."""
    return clock.today(kept().zone)
