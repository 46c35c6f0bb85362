"""What a client writes down: a note or a moment for whoever they choose, and a private page for nobody else."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Share
from reattune.practice import models
from reattune.practice.check_in.asked import shares
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say, today
from reattune.practice.voices import own, saying
from reattune.practice.voices.here import me, my_key, only_with_words, open_for
from reattune.practice.voices.kinds import Kind
from reattune.practice.voices.shown import PRIVATE, felt_words, readers, shown
from reattune.repair.movement import Felt

BAD = 400
LONGEST = 20_000
"""Characters of one note; more is told, and nothing of it is thrown away."""


class NoteError(ReattuneError):
    """Something written that cannot be kept as it is, with what to do about it."""


@page("mine/notes/", "mine-notes", May.OWN)
def notes(request: HttpRequest) -> HttpResponse:
    """Take a note or a moment, for whoever its author chose."""
    typed = {name: request.POST.get(name, "") for name in ("felt", "text", "share")}
    trouble, asks = "", False
    if request.method == "POST":
        try:
            kept = _keep(request, typed)
        except own.OwnKeyError as error:
            trouble, asks = str(error), True
        except ReattuneError as error:
            trouble = str(error)
        else:
            undo = reverse("mine-away", kwargs={"said": kept.pk}) if _is_shown(request, kept) else ""
            say(request, _("Kept. {readers}").format(readers=readers(Share(kept.share))), undo=undo)
            return HttpResponseRedirect(reverse("mine"))
    context = {
        "typed": typed,
        "trouble": trouble,
        "asks": asks,
        "shares": shares(),
        "own_open": my_key(request) is not None,
        "feelings": [(one.value, felt_words(one)) for one in Felt],
    }
    return render(request, "mine_notes.html.j2", context, status=BAD if trouble else 200)


def _keep(request: HttpRequest, typed: Mapping[str, str]) -> models.Said:
    text = _text(typed["text"])
    felt = typed["felt"] if typed["felt"] in list(Felt) else ""
    if not text and not felt:
        raise NoteError(_("Write a few words, or choose how it felt."))
    try:
        share = Share(typed["share"])
    except ValueError as error:
        raise NoteError(_("Choose who may read it; nothing was kept yet.")) from error
    client = me(request)
    if share is Share.ONLY_ME:
        open_for(request)
    words: dict[str, Any] = {"text": text, **({"felt": felt} if felt else {})}
    row = saying.say(client, Kind.MOMENT if felt else Kind.NOTE, words, share, today())
    if row is None:
        raise own.OwnKeyError(only_with_words())
    return row


def _is_shown(request: HttpRequest, row: models.Said) -> bool:
    return saying.words_for_author(row, my_key(request)) is not None


@page("mine/private/", "mine-private", May.OWN)
def private(request: HttpRequest) -> HttpResponse:
    """Show the page that only the client opens, and keep what they add to it."""
    key = my_key(request)
    typed, trouble = request.POST.get("text", ""), ""
    if key is None and request.method != "POST":
        return HttpResponseRedirect(f"{reverse('mine-open')}?{urlencode({'next': reverse('mine-private')})}")
    client = me(request)
    if request.method == "POST":
        try:
            _add(request, client, typed)
        except ReattuneError as error:
            trouble = str(error)
        else:
            return HttpResponseRedirect(reverse("mine-private"))
    rows = models.Said.every.filter(client=client, kind=Kind.NOTE.value, share=Share.ONLY_ME.value)
    entries = [one for one in shown(rows, key) if one.is_private]
    context = {"entries": entries, "typed": typed, "trouble": trouble, "own_open": key is not None}
    return render(request, "mine_private.html.j2", context, status=BAD if trouble else 200)


def _add(request: HttpRequest, client: models.Client, typed: str) -> None:
    text = _text(typed)
    open_for(request)
    if not text:
        raise NoteError(_("There is nothing written yet."))
    if saying.say(client, Kind.NOTE, {"text": text, PRIVATE: True}, Share.ONLY_ME, today()) is None:
        raise own.OwnKeyError(only_with_words())


def _text(typed: str) -> str:
    text = typed.replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > LONGEST:
        raise NoteError(
            _("This is longer than {n} characters. Shorten it, or write the rest as another note.").format(n=LONGEST)
        )
    return text
