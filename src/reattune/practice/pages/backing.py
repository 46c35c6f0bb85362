"""Backups: which there are, and one more now."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import desk
from reattune.practice.auditing import Action, record
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say
from reattune.practice.store.backups import make, told_of
from reattune.practice.store.folders import FOLDER


@page("settings/backups/", "backups", May.HOLD)
def backups(request: HttpRequest) -> HttpResponse:
    """Show the backups and make one, in the usual folder or in one that was typed."""
    trouble, where = "", request.POST.get("folder", "").strip()
    if request.method == "POST":
        try:
            made = make(desk.store_path(), _folder(where))
        except (ReattuneError, OSError) as error:
            trouble = str(error)
        else:
            record(Action.BACKED_UP, what="practice", purpose="keeping")
            say(request, made.words)
            return HttpResponseRedirect(reverse("backups"))
    found = [(one.path.name, one.size) for one in told_of(desk.home())]
    context = {"found": found, "folder": desk.home() / FOLDER, "trouble": trouble, "typed": where}
    return render(request, "backups.html.j2", context, status=400 if trouble else 200)


def _folder(typed: str) -> Path | None:
    if not typed:
        return None
    found = Path(typed).expanduser()
    if not found.is_absolute():
        raise ReattuneError(_("Give the whole path of the folder, from the first sign on."))
    return found
