"""The second reader: set up, tried with a made-up passage, and switched off; off by default."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice.door import May, page
from reattune.practice.heard import second_setting
from reattune.practice.heard.second_trying import try_out
from reattune.practice.rendering import render, say

BAD = 400
FIELDS = ("address", "model", "key", "typed")


@page("settings/second-reader/", "second-reader", May.KEEP)
def second_reader(request: HttpRequest) -> HttpResponse:
    """Show whether a second reader is set up; set one up, try it, or switch it off. Fields: see `FIELDS`, and `do`."""
    if request.method != "POST":
        return _shown(request)
    try:
        _do(request, request.POST.get("do", ""))
    except ReattuneError as error:
        return _shown(request, str(error))
    return HttpResponseRedirect(reverse("second-reader"))


def _do(request: HttpRequest, what: str) -> None:
    given = {name: request.POST.get(name, "") for name in FIELDS}
    now = second_setting.kept()
    if what == "keep":
        # A key is never shown again; an empty field keeps it, for the same address alone.
        wanted = second_setting.read(given["address"], given["model"], given["key"])
        if not wanted.key and now is not None and now.address == wanted.address:
            wanted = second_setting.read(given["address"], given["model"], now.key)
        second_setting.keep(wanted, given["typed"])
        say(request, _("Kept. It is asked only when you press the button on a transcript, of clients who agreed."))
    elif what == "off":
        second_setting.forget()
        say(request, _("Switched off; the address and the key are forgotten."))
    elif what == "try" and now is not None:
        say(request, try_out(now))


def _shown(request: HttpRequest, trouble: str = "") -> HttpResponse:
    now = second_setting.kept()
    typed = {name: request.POST.get(name, "") for name in FIELDS} if trouble and "address" in request.POST else None
    if typed is None:
        typed = {"address": now.address if now else "", "model": now.model if now else "", "typed": ""}
    context = {
        "trouble": trouble,
        "now": now,
        "typed": typed,
        "sentence": _sentence(typed["address"], typed["model"]),
    }
    return render(request, "second_reader.html.j2", context, status=BAD if trouble else 200)


def _sentence(address: str, model: str) -> str:
    """Return the sentence that an address outside this computer needs, "" for one on it or none at all."""
    try:
        found = second_setting.read(address, model or "-")
    except ReattuneError:
        return ""
    return "" if found.is_here else second_setting.sentence(found.place)
