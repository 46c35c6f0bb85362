"""How a recording arrives: piece by piece where the browser can, or with a plain form; sealed either way."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import consent, models, typed
from reattune.practice.door import May, page
from reattune.practice.pages.recordings import shown
from reattune.practice.recorded import allowed, arriving
from reattune.practice.recorded.allowed import NotAgreedError
from reattune.practice.recorded.form import FIELD, Sealing
from reattune.practice.rendering import say, today
from reattune.practice.scope import THERAPIST
from reattune.practice.store.faults import StoreError

BAD, NOT_AGREED, NOT_IN_TURN, NO_ROOM = 400, 403, 409, 507
DIGITS = 13


@page("r/<uuid:client>/recordings/bring/", "recording-bring", May.IMPORT)
@csrf_exempt  # asked for below: what seals the upload has to be there before the form is read
def bring(request: HttpRequest, client: UUID) -> HttpResponse:
    """Take in a recording that comes with a plain form."""
    if request.method != "POST":
        return HttpResponseRedirect(_list(get_object_or_404(models.Client, pk=client)))
    sealing = Sealing(request)
    request.upload_handlers = [sealing]
    try:
        answer: HttpResponse = _brought(request, client, sealing)
    finally:
        sealing.clear()
    return answer


@csrf_protect
def _brought(request: HttpRequest, client: UUID, sealing: Sealing) -> HttpResponse:
    row = get_object_or_404(models.Client, pk=client)
    try:
        _look(request, sealing)
        given = request.POST.dict()
        _agree(row, given)
        day = arriving.session_day(typed.day(given, "day", _("Day of the session")))
        found = arriving.finish(sealing.take(row, day))
    except ReattuneError as error:
        return shown(request, row, str(error))
    say(request, _("The recording is here, encrypted, and is being analysed."))
    return HttpResponseRedirect(_next(found))


def _look(request: HttpRequest, sealing: Sealing) -> None:
    """Raise what went wrong with a file on its way."""
    if FIELD not in request.FILES or sealing.trouble is not None:
        raise sealing.trouble or ReattuneError(_("No file was chosen; choose the recording of one session."))
    if not sealing.size:
        raise ReattuneError(_("The file is empty; copy it from the recorder again."))


@page("r/<uuid:client>/recordings/begin/", "recording-begin", May.IMPORT)
def begin(request: HttpRequest, client: UUID) -> HttpResponse:
    """Make room for a recording, or say where the same one goes on."""
    row = get_object_or_404(models.Client, pk=client)
    if request.method != "POST":
        return HttpResponseRedirect(_list(row))
    given = request.POST.dict()
    try:
        _agree(row, given)
        day = typed.day(given, "day", _("Day of the session"))
        found = arriving.begin(row, given.get("name", ""), _number(given.get("size", "")), day, given.get("mark", ""))
    except ReattuneError as error:
        return _refused(error)
    words = {"client": row.pk, "recording": found.pk}
    return JsonResponse(
        {
            "arrived": found.arrived,
            "piece": reverse("recording-piece", kwargs=words),
            "end": reverse("recording-arrived", kwargs=words),
        }
    )


@page("r/<uuid:client>/recordings/<uuid:recording>/piece/", "recording-piece", May.IMPORT)
def piece(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Take in the next piece, and say how much is safe."""
    row = _row(client, recording)
    if request.method != "POST":
        return JsonResponse({"arrived": row.arrived})
    try:
        return JsonResponse({"arrived": arriving.piece(row, _number(request.GET.get("offset", "")), request.body)})
    except ReattuneError as error:
        return _refused(error)


@page("r/<uuid:client>/recordings/<uuid:recording>/arrived/", "recording-arrived", May.IMPORT)
def arrived(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Look at what has arrived wholly, and have it analysed."""
    row = _row(client, recording)
    if request.method != "POST":
        return JsonResponse({"arrived": row.arrived})
    try:
        found = arriving.finish(row)
    except ReattuneError as error:
        return _refused(error)
    say(request, _("The recording is here, encrypted, and is being analysed."))
    return JsonResponse({"next": _next(found)})


def _agree(row: models.Client, given: typed.Typed) -> None:
    """Write down that the two of them agreed to it, where that was said just now.

    Raises:
        ReattuneError: Nobody said so.
    """
    if allowed.is_agreed(row):
        return
    if "agreed" not in given:
        raise NotAgreedError(
            _("Have you two talked about it? Tick it below when you have, and bring the recording again.")
        )
    consent.write(row, consent.Purpose.RECORDING, given=True, by=THERAPIST, day=today())


def _row(client: UUID, recording: UUID) -> models.Recording:
    rows = models.Recording.objects.select_related("client")
    found: models.Recording = get_object_or_404(rows, pk=recording, client_id=client)
    return found


def _refused(error: ReattuneError) -> HttpResponse:
    """Say why a piece was not taken, and, where that is why, where to go on."""
    if isinstance(error, arriving.OutOfOrderError):
        return JsonResponse({"why": str(error), "arrived": error.arrived}, status=NOT_IN_TURN)
    status = NOT_AGREED if isinstance(error, NotAgreedError) else NO_ROOM if isinstance(error, StoreError) else BAD
    return JsonResponse({"why": str(error)}, status=status)


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= DIGITS):
        raise ReattuneError(_("The browser did not say how long the file is; choose it again."))
    return int(text)


def _list(row: models.Client) -> str:
    return reverse("recordings", kwargs={"client": row.pk})


def _next(found: models.Recording) -> str:
    """Return the page on which it is said who speaks."""
    return reverse("recording-who", kwargs={"client": found.client_id, "recording": found.pk})
