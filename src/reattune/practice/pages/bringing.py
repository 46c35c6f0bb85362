"""Bringing an episode or a talk to supervision: the question, what goes along, and a look at exactly what leaves."""

import base64
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import capturing, consent, models, typed
from reattune.practice.door import May, page
from reattune.practice.rendering import render, say, today
from reattune.practice.scope import is_shared
from reattune.practice.supervision import anonymising, bringing, gathering, paper, thread
from reattune.practice.supervision.anonymising import Known
from reattune.practice.supervision.bringing import Offered
from reattune.practice.supervision.gathering import Subject
from reattune.practice.supervision.paper import LONGEST_QUESTION
from reattune.practice.supervision.sheet import Part, Sheet, about, heading

LONGEST_NAME, LONGEST_READERS, LONGEST_TEXT = 30, 120, 4000
USUAL_DAYS, MOST_DAYS = 14, 90
TEXT = "text-"


@page("r/<uuid:client>/episode/<uuid:episode>/bring/", "bring", May.WRITE, seen="episode")
def bring_episode(request: HttpRequest, client: UUID, episode: UUID) -> HttpResponse:
    """Bring a record to supervision; nothing leaves before the last button."""
    row = get_object_or_404(models.Episode.objects.select_related("client"), pk=episode, client_id=client)
    back = reverse("episode", kwargs={"client": client, "episode": episode})
    return _bring(request, gathering.of_episode(row), back)


@page("r/<uuid:client>/talk/<uuid:talk>/bring/", "bring", May.WRITE, seen="talk")
def bring_talk(request: HttpRequest, client: UUID, talk: UUID) -> HttpResponse:
    """Bring something to talk about to supervision, as `bring_episode` does."""
    row = get_object_or_404(models.Talk.objects.select_related("client", "episode"), pk=talk, client_id=client)
    return _bring(request, gathering.of_talk(row), reverse("talk", kwargs={"client": client, "talk": talk}))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was typed: how the client is called, who may see it, the question, and what goes along."""

    name: str
    readers: str
    question: str
    take: frozenset[str]
    texts: dict[str, str] = field(default_factory=dict)
    supervisor: models.Person | None = None
    days: int = USUAL_DAYS

    @property
    def expires(self) -> datetime | None:
        """Until when a supervisor may read it; None on paper."""
        return None if self.supervisor is None else thread.now() + timedelta(days=self.days)


def _bring(request: HttpRequest, subject: Subject, back: str) -> HttpResponse:
    then = request.POST.get("then", "") if request.method == "POST" else ""
    name = capturing.plain(request.POST.get("name", ""))[:LONGEST_NAME] or bringing.letter(subject.client)
    here = bringing.known(subject.client, name)
    every = bringing.offered(subject, here)
    asked = _Asked(request, subject, here, every, back)
    if not then:
        return _choose(asked, _first(subject, here, every))
    try:
        wanted = _wanted(asked)
    except ReattuneError as error:
        return _again(asked, str(error))
    items = bringing.chosen(every, wanted.take, wanted.texts)
    sheet = bringing.sheet(wanted.name, wanted.question, wanted.readers, items)
    if then == "bring" and request.POST.get("seen") == sheet.digest:
        return _brought(asked, wanted, sheet)
    changed = _("Something changed since you looked. Look once more, then bring it.")
    return _review(asked, wanted, sheet, changed if then == "bring" else "")


@dataclass(frozen=True, slots=True)
class _Asked:
    """One request: what is brought, what must not leave, what may go along, and the way back."""

    request: HttpRequest
    subject: Subject
    here: Known
    every: tuple[Offered, ...]
    back: str


def _first(subject: Subject, here: Known, every: tuple[Offered, ...]) -> Wanted:
    question = anonymising.anonymised(gathering.question(subject), here)
    return Wanted(here.name, _usual_readers(), question, bringing.usual(every))


def _plain(request: HttpRequest) -> dict[str, str]:
    return {name: capturing.plain(request.POST.get(name, "")) for name in request.POST}


def _wanted(asked: _Asked) -> Wanted:
    """Return what was typed.

    Raises:
        ReattuneError: The question is missing, something is too long, or a choice is none.
    """
    form = _plain(asked.request)
    question = typed.words(form, "question", LONGEST_QUESTION, _("The question"))
    if not question:
        raise ReattuneError(_("The question comes first: write what you would like to think about."))
    if anonymising.tells(asked.here.name, asked.here):
        raise ReattuneError(_("Somebody goes by this name here; choose a letter, or another codename."))
    if "looked" not in form:
        question = anonymising.anonymised(question, asked.here)
    texts = _texts(form)
    for ref in texts:
        typed.words(texts, ref, LONGEST_TEXT, _("What goes along"))
    readers = typed.words(form, "readers", LONGEST_READERS, _("Who may see it")) or _usual_readers()
    days = typed.whole(form, "days", MOST_DAYS, _("For how many days")) or USUAL_DAYS
    take = frozenset(asked.request.POST.getlist("take"))
    return Wanted(asked.here.name, readers, question, take, texts, _supervisor(form), days)


def _usual_readers() -> str:
    return _("my supervisor and me")


def _texts(plain: dict[str, str]) -> dict[str, str]:
    return {name.removeprefix(TEXT): words for name, words in plain.items() if name.startswith(TEXT)}


def _supervisor(plain: dict[str, str]) -> models.Person | None:
    wanted = plain.get("supervisor", "")
    if not wanted or not is_shared():
        return None
    found: models.Person | None = _supervisors().filter(pk=typed.as_identity(wanted)).first()
    if found is None:
        raise ReattuneError(_("This supervisor is not here any more; choose another one, or paper."))
    return found


def _supervisors() -> Any:
    return models.Person.objects.filter(role=models.Person.Role.SUPERVISOR, active=True)


def _again(asked: _Asked, trouble: str) -> HttpResponse:
    """Show what was typed once more, with what is to be put right."""
    form = _plain(asked.request)
    take = frozenset(asked.request.POST.getlist("take"))
    wanted = Wanted(asked.here.name, form.get("readers", ""), form.get("question", ""), take, _texts(form))
    return _choose(asked, wanted, trouble)


def _choose(asked: _Asked, wanted: Wanted, trouble: str = "") -> HttpResponse:
    parts = [(part, heading(part), [one.item for one in asked.every if one.item.part is part]) for part in Part]
    context = {
        "client": asked.subject.client,
        "back": asked.back,
        "wanted": wanted,
        "parts": parts,
        "trouble": trouble,
        "agreed": consent.is_given(asked.subject.client, consent.Purpose.SUPERVISION),
        "supervisors": list(_supervisors()) if is_shared() else [],
        "longest": LONGEST_QUESTION,
        "most_days": MOST_DAYS,
        "added": bringing.ADDED,
        "text": TEXT,
    }
    return render(asked.request, "bring.html.j2", context, status=400 if trouble else 200)


def _review(asked: _Asked, wanted: Wanted, sheet: Sheet, remark: str) -> HttpResponse:
    try:
        shown = paper.picture(sheet)
    except ReattuneError as error:
        return _again(asked, str(error))
    here = asked.here
    context = {
        "client": asked.subject.client,
        "back": asked.back,
        "wanted": wanted,
        "sheet": sheet,
        "about": about(sheet.readers),
        "marked": lambda text: anonymising.marked(text, here),
        "cannot": anonymising.cannot(),
        "picture": f"data:image/png;base64,{base64.b64encode(shown.content).decode()}",
        "remarks": shown.remarks,
        "remark": remark,
        "text": TEXT,
    }
    return render(asked.request, "bring_review.html.j2", context)


def _brought(asked: _Asked, wanted: Wanted, sheet: Sheet) -> HttpResponse:
    row = bringing.bring(asked.subject, sheet, today(), supervisor=wanted.supervisor, expires=wanted.expires)
    said = _("It is ready for supervision.") if row.supervisor is None else _("Your supervisor can read it now.")
    words = {"client": asked.subject.client.pk, "consultation": row.pk}
    say(asked.request, said, undo=reverse("consultation-take-back", kwargs=words))
    return HttpResponseRedirect(reverse("consultation", kwargs=words))
