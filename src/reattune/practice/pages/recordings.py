"""Recordings of one client: those that are here or were, bringing one, keeping it longer, and taking one out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import content_disposition_header

from reattune.charts import day as spoken_day
from reattune.errors import ReattuneError
from reattune.language import _, plural
from reattune.practice import auditing, models, typed
from reattune.practice.door import May, page
from reattune.practice.keeping import kept as settings
from reattune.practice.recorded import allowed, arriving, finding, handing_out, retention, tracks
from reattune.practice.rendering import render, say, today

BAD = 400
MINUTE = 60
FIELDS = ("day", "agreed")
State = models.Recording.State
Jobs = models.Job.State


@dataclass(frozen=True, slots=True)
class Line:
    """One recording in the list: its row, its name, what it is, until when, how far its analysis has come."""

    row: models.Recording
    name: str
    about: str
    until: str
    remarks: tuple[str, ...]
    doing: str
    stopped: str
    is_found: bool


@page("r/<uuid:client>/recordings/", "recordings", May.IMPORT, seen="recordings")
def recordings(request: HttpRequest, client: UUID) -> HttpResponse:
    """Show the recordings of a client, and how to bring one."""
    return shown(request, get_object_or_404(models.Client, pk=client))


@page("r/<uuid:client>/recordings/<uuid:recording>/out/", "recording-out", May.WRITE)
def out(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Say what goes with a recording, and delete its file, or take out all that was found in it as well."""
    row = _row(client, recording)
    if request.method != "POST":
        return render(request, "recordings_out.html.j2", {"client": row.client, "line": _line(row, [])})
    when = spoken_day(row.day)
    if request.POST.get("what") == "all":
        retention.take_out(row)
        say(request, _("The recording of {day} and what was found in it were taken out for good.").format(day=when))
    else:
        retention.delete(row)
        say(request, _("The recording of {day} was deleted. What was found in it stays.").format(day=when))
    return HttpResponseRedirect(reverse("recordings", kwargs={"client": client}))


@page("r/<uuid:client>/recordings/<uuid:recording>/longer/", "recording-longer", May.WRITE)
def longer(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Keep a recording for so many days from today."""
    row, back = _row(client, recording), reverse("recordings", kwargs={"client": client})
    if request.method != "POST":
        return HttpResponseRedirect(back)
    try:
        days = typed.whole(request.POST.dict(), "days", retention.LONGEST, _("Days"))
        until = retention.longer(row, days or settings().recording_days)
    except ReattuneError as error:
        return shown(request, row.client, str(error))
    say(
        request,
        _("The recording of {day} is kept until {until}.").format(day=spoken_day(row.day), until=spoken_day(until)),
    )
    return HttpResponseRedirect(back)


@page("r/<uuid:client>/recordings/<uuid:recording>/again/", "recording-again", May.WRITE)
def again(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Analyse a recording once more."""
    row = _row(client, recording)
    if request.method == "POST":
        try:
            allowed.require(row.client)
        except ReattuneError as error:
            return shown(request, row.client, str(error))
        if row.state == State.HERE:
            finding.start(row)
            say(request, _("It is analysed again. You can go on with other things meanwhile."))
    return HttpResponseRedirect(reverse("recordings", kwargs={"client": client}))


@page("r/<uuid:client>/recordings/<uuid:recording>/file/", "recording-file", May.WRITE)
def file(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Hand out a recording's file as it came, a megabyte at a time."""
    row = _row(client, recording)
    if request.method != "POST" or row.state != State.HERE:
        return HttpResponseRedirect(reverse("recordings", kwargs={"client": client}))
    try:
        pieces = handing_out.content(row)
        first = next(pieces, b"")
    except ReattuneError as error:
        return shown(request, row.client, str(error))
    auditing.record(auditing.Action.EXPORTED, row.client_id, arriving.WHAT, "client")
    answer = StreamingHttpResponse(_after(first, pieces), content_type="application/octet-stream")
    answer["Content-Disposition"] = content_disposition_header(True, handing_out.name_of(row)) or "attachment"
    answer["Content-Length"] = str(row.size)
    return cast("HttpResponse", answer)


def _after(first: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from pieces


def shown(request: HttpRequest, client: models.Client, trouble: str = "") -> HttpResponse:
    """Show the recordings of a client.

    Args:
        request: Whose.
        client: Of whom.
        trouble: What could not be done, where something could not.
    """
    rows, jobs = client.recordings.select_related("client", "found"), finding.newest()
    days = settings().recording_days
    lines = [_line(one, jobs) for one in rows]
    context = {
        "client": client,
        "lines": lines,
        "working": any(one.doing for one in lines),
        "agreed": allowed.is_agreed(client),
        "withdrawn": allowed.is_withdrawn(client),
        "paragraph": allowed.asking(days),
        "days": days,
        "trouble": trouble,
        "typed": {name: request.POST.get(name, "") if trouble else "" for name in FIELDS},
        "latest": today() if client.ended is None else min(today(), client.ended),
        "piece": arriving.PIECE,
        "longest": retention.LONGEST,
    }
    return render(request, "recordings.html.j2", context, status=BAD if trouble else 200)


def _row(client: UUID, recording: UUID) -> models.Recording:
    rows = models.Recording.objects.select_related("client", "found")
    found: models.Recording = get_object_or_404(rows, pk=recording, client_id=client)
    return found


def _line(row: models.Recording, jobs: list[models.Job]) -> Line:
    known, track = str(row.pk), tracks.track_of(row)
    job = next((one for one in jobs if one.words.get("recording") == known), None)
    is_found = hasattr(row, "found")
    found = row.found.words if is_found else {}
    return Line(
        row,
        str(row.words.get("name", "")),
        _about(row),
        retention.until_words(row),
        tuple(found.get("remarks") or (track.remarks if track else ())),
        _doing(job) if row.state == State.HERE else "",
        job.said if job is not None and job.state == Jobs.STOPPED and row.state == State.HERE else "",
        is_found,
    )


def _about(row: models.Recording) -> str:
    if row.state == State.ARRIVING:
        return _("{done} of {total} MB have arrived").format(done=row.arrived // 2**20, total=-(-row.size // 2**20))
    track = tracks.track_of(row)
    if track is None:
        return ""
    minutes = round((track.seconds or 0) / MINUTE)
    said = [plural("{n} minute", "{n} minutes", minutes) if minutes else _("less than a minute")]
    if track.video is not None:
        said.append(_("with picture") if track.audio is not None else _("picture without sound"))
    elif track.audio is not None:
        said.append(_("two microphones") if track.audio.channels > 1 else _("one microphone"))
    return ", ".join(said)


def _doing(job: models.Job | None) -> str:
    if job is None or job.state not in {Jobs.WAITING, Jobs.RUNNING}:
        return ""
    if job.state == Jobs.WAITING or not job.total:
        return _("Waits to be analysed.")
    words = _("{what}: minute {done} of {total}.")
    return words.format(what=job.said, done=min(job.done + 1, job.total), total=job.total)
