"""Linking names found in files to codenames, once and by hand."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import clients, importing, models
from reattune.practice.door import May, page
from reattune.practice.importing import linking
from reattune.practice.importing.sharing import Links, Whose, label_digest
from reattune.practice.importing.telling import counted, label_line
from reattune.practice.rendering import render, say

MOST = 150
"""Labels of a file that are asked about at once."""
NEW, OUT = "new", "out"


@page("imports/labels/", "labels", May.IMPORT)
def labels(request: HttpRequest) -> HttpResponse:
    """Show every link, and what waits for one; change them."""
    if request.method == "POST":
        return _changed(request)
    links = [_linked(one) for one in models.Label.objects.all()]
    waiting = [
        {"label": label, "shown": label, "key": label_digest(label)[:16], "whose": "", "line": ", ".join(_names(found))}
        for label, found in sorted(linking.waiting().items())
        if label
    ]
    context = {
        "rows": sorted(links, key=lambda row: row["label"].casefold()),
        "waiting": waiting[:MOST],
        "clients": models.Client.objects.all(),
    }
    return render(request, "labels.html.j2", context)


def label_rows(one: models.Import) -> list[dict[str, Any]]:
    """Return a file's labels as a form shows them: whose each is, or that nobody has said so yet."""
    links = Links()
    found = []
    named = [label for label in one.words.get("labels") or () if label["label"]]
    for label in named[:MOST]:
        linked = links.of(label["label"])
        alone = len(named) == 1 and one.client_id is not None and linked is Whose.WAITING
        client = one.client_id if alone else linked
        whose = OUT if client is Whose.OUT else "" if isinstance(client, Whose) else str(client)
        row = {
            "label": label["label"],
            "key": label_digest(label["label"])[:16],
            "shown": _("An entry without a name") if label.get("nameless") else label["label"],
            "line": label_line(label),
            "whose": whose,
        }
        found.append(row)
    return found


def link_posted(request: HttpRequest, one: models.Import) -> None:
    """Link every label that a form says something new about.

    Raises:
        ReattuneError: A new codename is empty, too long or taken.
    """
    for row in label_rows(one):
        given, new = _given(request, row["key"], row["whose"])
        if given != row["whose"] and given:
            client = _client(given, new)
            importing.link(row["label"], client, one)
            one.refresh_from_db()


def _given(request: HttpRequest, key: str, before: str) -> tuple[str, str]:
    """Return what a form says of a label; a codename that was typed is meant, even where nothing was chosen."""
    given, new = request.POST.get(f"whose-{key}", before), request.POST.get(f"new-{key}", "").strip()
    return (NEW if new and given in {"", before} else given), new


def _client(given: str, new: str) -> models.Client | None:
    from reattune.practice.pages.files import chosen_client  # noqa: PLC0415  (that page shows this one's form)

    if given == OUT:
        return None
    return clients.add(new) if given == NEW else chosen_client(given)


def _changed(request: HttpRequest) -> HttpResponse:
    every = {label_digest(label)[:16]: label for label in linking.waiting() if label}
    every |= {one.digest[:16]: linking.label_of(one) for one in models.Label.objects.all()}
    label = every.get(request.POST.get("key", ""))
    if label is None:
        say(request, _("This label is not here any more."))
        return HttpResponseRedirect(reverse("labels"))
    given, new = _given(request, request.POST["key"], "")
    try:
        if given:
            importing.link(label, _client(given, new))
            say(request, _("It is linked, and its rows are where they belong."))
    except ReattuneError as error:
        say(request, str(error))
    return HttpResponseRedirect(reverse("labels"))


def _linked(one: models.Label) -> dict[str, str]:
    label = linking.label_of(one)
    whose = str(one.client_id) if one.client_id else OUT
    return {"label": label, "shown": label, "key": one.digest[:16], "whose": whose, "line": ""}


def _names(found: list[models.Import]) -> list[str]:
    return [f"{one.words.get('name', '')} ({counted(one.words.get('found') or {})})" for one in found]
