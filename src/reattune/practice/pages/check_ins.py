"""Check-ins at the therapist's desk: the ways to give one, what was shared, and what became of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.safestring import SafeString

from reattune.language import _
from reattune.practice import auditing, models, uses
from reattune.practice.check_in import gate, inviting, reaching, wording
from reattune.practice.check_in.sitting import LONGEST, when_of
from reattune.practice.door import May, page
from reattune.practice.rendering import here_or, render, say, today
from reattune.practice.scope import is_shared
from reattune.practice.voices.kinds import Kind

SHOWN = (*reaching.TO_READ, Kind.RATING)
MOST = 200
BAD = 400


@dataclass(frozen=True, slots=True)
class Link:
    """A link that was made just now: shown this once."""

    address: str
    picture: SafeString
    lasts: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that was shared, as it is told, with what was answered."""

    row: models.Said
    told: reaching.Told
    replies: tuple[models.Reply, ...]
    is_off: bool
    """Whether it says that something felt off, so that it may be kept what was done with it."""
    use: models.Use | None


@page("r/<uuid:client>/check-ins/", "check-ins", May.WRITE, seen="said: answer")
def check_ins(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show what was shared in check-ins and the ways to give one, or make a link."""
    owner = get_object_or_404(models.Client, pk=client)
    if request.method != "POST":
        return _page(request, owner)
    trouble = gate.why_not(owner) or _why_no_link()
    lasts = request.POST.get("lasts", "days")
    if trouble or lasts not in inviting.LASTS:
        return _page(request, owner, trouble=trouble or _("Choose how long the link opens the check-in."))
    token = inviting.make(owner, when_of(request.POST.get("when", "")), inviting.LASTS[lasts])
    address = request.build_absolute_uri(reverse("link", kwargs={"token": token}))
    return _page(request, owner, Link(address, inviting.picture(address), dict(inviting.lasts())[lasts]))


@page("r/<uuid:client>/check-ins/<uuid:said>/spoken/", "check-in-spoken", May.WRITE)
def spoken(request: HttpRequest, client: UUID, said: UUID) -> HttpResponse:
    """Say that something was spoken about; from Today, with all that was shared in the same way at the same time."""
    row = get_object_or_404(models.Said.objects, pk=said, client=client)
    if request.method == "POST":
        is_whole = "all" in request.POST
        _take_up(row, today(), is_whole=is_whole)
        undo = reverse("check-in-not-yet", kwargs={"client": client, "said": said}) + ("?all=1" if is_whole else "")
        say(request, _("Spoken about. It is gone from Today, and stays with the relationship."), undo)
    return _back(request, client)


@page("r/<uuid:client>/check-ins/<uuid:said>/not-yet/", "check-in-not-yet", May.WRITE)
def not_yet(request: HttpRequest, client: UUID, said: UUID) -> HttpResponse:
    """Take back that something was spoken about."""
    row = get_object_or_404(models.Said.objects, pk=said, client=client)
    if request.method == "POST":
        _take_up(row, None, is_whole="all" in request.GET)
    return _back(request, client)


def _take_up(row: models.Said, day: date | None, *, is_whole: bool) -> None:
    rows = models.Said.objects.filter(pk=row.pk)
    if is_whole and row.sitting is not None:
        rows = models.Said.objects.filter(client=row.client_id, sitting=row.sitting, share=row.share)
    with transaction.atomic():
        rows.update(taken_up=day)
        auditing.record(auditing.Action.CHANGED, row.client_id, f"said: {row.kind}", "therapy")


def _back(request: HttpRequest, client: UUID) -> HttpResponse:
    return HttpResponseRedirect(here_or(request.POST.get("next", ""), reverse("check-ins", kwargs={"client": client})))


@page("r/<uuid:client>/check-ins/<uuid:said>/reply/", "check-in-reply", May.WRITE)
def reply(request: HttpRequest, client: UUID, said: UUID) -> HttpResponse:
    """Answer something that was shared, in writing."""
    row = get_object_or_404(models.Said.objects.select_related("client"), pk=said, client=client)
    if request.method != "POST":
        return HttpResponseRedirect(reverse("check-ins", kwargs={"client": client}))
    text = request.POST.get("text", "").replace("\r\n", "\n").strip()
    if not text or len(text) > LONGEST:
        words = _("Write at least a word, and at most {n} characters; nothing was sent.").format(n=LONGEST)
        return _page(request, row.client, trouble=words, typed=text, typed_for=said)
    made = models.Reply(client=row.client, said=row, day=today())
    made.words = {"text": text}
    with transaction.atomic():
        made.save(force_insert=True)
        auditing.record(auditing.Action.WROTE, client, "reply", "therapy")
    say(request, _("Your answer stands with what was said; it is read in the client’s own space."))
    return HttpResponseRedirect(reverse("check-ins", kwargs={"client": client}) + f"#said-{said}")


def _why_no_link() -> str:
    if is_shared():
        return ""
    return _("A link would open nothing on their phone: your desk can be reached from this computer alone.")


def _page(
    request: HttpRequest,
    client: models.Client,
    link: Link | None = None,
    trouble: str = "",
    typed: str = "",
    typed_for: UUID | None = None,
) -> HttpResponse:
    context = {
        "client": client,
        "link": link,
        "trouble": trouble,
        "typed": typed,
        "typed_for": typed_for,
        "reason": gate.why_not(client),
        "served": is_shared(),
        "lasts": inviting.lasts(),
        "shared": _shared(client),
        "uses": uses.choices(),
    }
    return render(request, "check_ins.html.j2", context, BAD if trouble else 200)


def _shared(client: models.Client) -> tuple[Shared, ...]:
    rows = models.Said.objects.filter(client=client, kind__in=[one.value for one in SHOWN])
    found = rows.prefetch_related("replies")[:MOST]
    forms = wording.every()
    held = uses.standing([row.talk_id for row in found if row.talk_id], [row.pk for row in found])
    return tuple(
        Shared(
            row,
            reaching.told(row, forms),
            tuple(row.replies.all()),
            is_off=row.kind == Kind.ANSWER.value and reaching.is_off(row.words),
            use=held.get(row.talk_id or row.pk),
        )
        for row in found
    )
