"""The frame: what was agreed, in all its versions; breaks; how it ended; and whether anything is to be said at all."""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from reattune.account.framing import frame_lines, weekday
from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import frames, models
from reattune.practice.door import May, page
from reattune.practice.keeping import kept
from reattune.practice.mapping.relationships import FRAME, relationship
from reattune.practice.rendering import render, say, today
from reattune.practice.typed import as_identity
from reattune.reading.settings import holiday_dates

GONE = "gone_from_frame"
MOST_GONE = 10
COMING_HOLIDAYS = 6
Doing = Callable[[HttpRequest, models.Client], None]


@page("r/<uuid:client>/frame/", "frame", May.WRITE, seen="frame")
def frame(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show the frame, and change one part of it at a time."""
    row = get_object_or_404(models.Client, pk=client)
    if request.method != "POST":
        return _show(request, row)
    doing = DOINGS.get(request.POST.get("do", ""))
    if doing is None:
        raise Http404
    try:
        doing(request, row)
    except ReattuneError as error:
        row.refresh_from_db()
        return _show(request, row, str(error), request.POST.dict())
    return HttpResponseRedirect(reverse("frame", kwargs={"client": row.pk}))


def _show(
    request: HttpRequest, row: models.Client, trouble: str = "", typed: Mapping[str, str] | None = None
) -> HttpResponse:
    known, _gathered = relationship(row, kept().zone)
    corrected = row.agreements.filter(
        pk=as_identity(request.GET.get("correct", "") or (typed or {}).get("row", ""))
    ).first()
    context = {
        "client": row,
        "trouble": trouble,
        "typed": {**dict.fromkeys(BREAK_AND_END, ""), **(typed or {})},
        "corrected": corrected,
        "form": _form(row, corrected, typed),
        "weekdays": [(str(number), weekday(number)) for number in range(frames.WEEK)],
        "versions": list(reversed(row.agreements.all())),
        "inferred": frame_lines(known) if known.frame.inferred else (),
        "pauses": list(models.Pause.objects.filter(client=row) | models.Pause.objects.filter(client=None))[::-1],
        "from_files": [one for one in known.frame.breaks if one.source.file != FRAME],
        "holidays": _holidays(kept().holidays, today()),
        "endings": (("planned", _("as planned")), ("without_last_session", _("without a last session"))),
        "enders": (
            ("client", _("the client")),
            ("therapist", _("you")),
            ("both", _("both together")),
            ("third_party", _("someone else")),
            ("unknown", _("not known")),
        ),
    }
    return render(request, "frame.html.j2", context, status=422 if trouble else 200)


FIELDS = ("start", "weekday", "starts_at", "minutes", "every_weeks", "fee", "notice_hours")
BREAK_AND_END = ("first", "last", "agreed", "by", "started", "ended", "ended_how", "ended_by")


def _form(row: models.Client, corrected: models.Agreement | None, typed: Mapping[str, str] | None) -> dict[str, str]:
    """Return what the form begins with: what was typed, the version to be corrected, or what holds now."""
    if typed and typed.get("do") == "version":
        return {name: typed.get(name, "") for name in FIELDS}
    shown = corrected or row.agreements.last()
    if shown is None:
        return {**dict.fromkeys(FIELDS, ""), "every_weeks": "1"}
    values = {name: getattr(shown, name) for name in FIELDS}
    found = {name: "" if value is None else str(value) for name, value in values.items()}
    found["starts_at"] = found["starts_at"][: len("17:00")]
    found["notice_hours"] = "" if shown.notice_hours is None else f"{shown.notice_hours:g}"
    return found if corrected else {**found, "start": ""}


def _holidays(code: str, day: date) -> list[tuple[date, str]]:
    found = holiday_dates(code, range(day.year, day.year + 2))
    return [(at, name) for at, name in found.items() if at >= day][:COMING_HOLIDAYS]


def _keep_version(request: HttpRequest, row: models.Client) -> None:
    given = request.POST.dict()
    wanted = given.get("row", "")
    corrected = get_object_or_404(models.Agreement, pk=as_identity(wanted), client=row) if wanted else None
    frames.keep_version(row, given, corrected)
    say(request, _("Corrected.") if corrected else _("Kept; the earlier versions stay below."))


def _keep_pause(request: HttpRequest, row: models.Client) -> None:
    pause = frames.keep_pause(row, request.POST.dict())
    say(request, _("Kept, for everybody at once.") if pause.client is None else _("Kept."))


def _keep_ending(request: HttpRequest, row: models.Client) -> None:
    frames.keep_ending(row, request.POST.dict())
    say(request, _("Kept."))


def _keep_silence(request: HttpRequest, row: models.Client) -> None:
    frames.keep_silence(row, request.POST.dict())
    said = _("From now on nothing is said here.") if row.suppress else _("From now on it is looked at again.")
    say(request, said)


def _remove(request: HttpRequest, row: models.Client) -> None:
    wanted = as_identity(request.POST.get("row", ""))
    found = row.agreements.filter(pk=wanted).first() or models.Pause.objects.filter(pk=wanted).first()
    if found is None or (isinstance(found, models.Pause) and found.client_id not in {None, row.pk}):
        raise ReattuneError(_("That is gone already. Nothing was changed."))
    gone = frames.remove(found)
    kept_back = dict(list(request.session.get(GONE, {}).items())[1 - MOST_GONE :])
    request.session[GONE] = {**kept_back, gone["values"]["id"]: gone}
    undo = reverse("frame-undo", kwargs={"client": row.pk, "row": gone["values"]["id"]})
    say(request, _("Taken away."), undo=undo)


DOINGS: Mapping[str, Doing] = {
    "version": _keep_version,
    "break": _keep_pause,
    "ending": _keep_ending,
    "silence": _keep_silence,
    "remove": _remove,
}


@page("r/<uuid:client>/frame/<uuid:row>/back/", "frame-undo", May.WRITE)
def put_back(request: HttpRequest, client: UUID, row: UUID) -> HttpResponse:
    """Put back a version or a break that was taken away."""
    owner = get_object_or_404(models.Client, pk=client)
    gone = request.session.get(GONE, {}).get(str(row))
    if request.method == "POST":
        if gone is None:
            say(request, _("That cannot be put back any more; write it once more."))
        else:
            frames.put_back(gone)
            say(request, _("Put back."))
    return HttpResponseRedirect(reverse("frame", kwargs={"client": owner.pk}))
