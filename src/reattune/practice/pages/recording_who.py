"""Who speaks in a recording and who sits where in its picture: said by a person, and the recording analysed again."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.model import Role, Way
from reattune.nonverbal import telling
from reattune.nonverbal.regions import Side
from reattune.practice import auditing, models
from reattune.practice.door import May, page
from reattune.practice.heard import allowed as of_transcripts
from reattune.practice.pages.recording import address, doing, elsewhere, found
from reattune.practice.recorded import allowed, finding, kept
from reattune.practice.recorded.shown import channel, formats, parts, seeds, still
from reattune.practice.recorded.shown.opened import Opened, open_up
from reattune.practice.recorded.shown.policy import with_sound
from reattune.practice.rendering import render, say
from reattune.practice.typed import as_identity

BAD, GONE = 400, 410
WHO, WHERE, BESIDE = "who", "where", "beside"
WHAT = "who is who in a recording"


@page("r/<uuid:client>/recordings/<uuid:recording>/who/", "recording-who", May.WRITE, seen="who is who")
def who(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Ask who speaks and who sits where, keep what is said, and analyse the recording again. Field: `what`."""
    row = found(client, recording)
    away = elsewhere(row)
    if away is not None:
        return away
    if row.state != models.Recording.State.HERE:
        say(request, _("The recording was deleted, so it cannot be listened to again; what was found in it stays."))
        return HttpResponseRedirect(address(row))
    if request.method != "POST":
        return _asked(request, row)
    try:
        said = _said(request, row)
    except ReattuneError as error:
        return _asked(request, row, str(error))
    say(request, said)
    return HttpResponseRedirect(address(row))


@page("r/<uuid:client>/recordings/<uuid:recording>/channel/", "recording-channel", May.WRITE)
def one_channel(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Give ten seconds of one channel by itself: of the first, or of the second where `second` is asked for."""
    number = int("second" in request.GET)
    return _made(request, found(client, recording), lambda row: channel.alone(row, number), channel.KIND)


@page("r/<uuid:client>/recordings/<uuid:recording>/still/", "recording-still", May.WRITE)
def one_picture(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Give one grey picture of it, made just now."""
    return _made(request, found(client, recording), still.still, still.KIND)


def _made(
    request: HttpRequest, row: models.Recording, make: Callable[[models.Recording], bytes], kind: str
) -> HttpResponse:
    try:
        allowed.require(row.client)
        return with_sound(request, HttpResponse(make(row), content_type=kind))
    except ReattuneError as error:
        return HttpResponse(str(error), status=GONE, content_type="text/plain; charset=utf-8")


def _said(request: HttpRequest, row: models.Recording) -> str:
    """Keep what was said, and put the analysis in line; return what to say of it.

    Raises:
        ReattuneError: It is not said, or cannot be so.
    """
    given = request.POST.dict()
    what = given.get("what", "")
    if what == BESIDE:
        row.heard = _transcript(row, str(given.get("heard", "")))
        changed: dict[str, Any] = {}
    elif what == WHERE:
        changed = {"regions": parts.said(given)}
    elif what == WHO:
        changed = {"who": seeds.said(given, _channels(open_up(row)))}
    else:
        raise ReattuneError(_("It was not said what is to be changed; use one of the buttons."))
    with transaction.atomic():
        row.save(update_fields=["heard"])
        kept.remember(row, **changed)
        auditing.record(auditing.Action.CHANGED, row.client_id, WHAT, "therapy")
    finding.start(row)
    return _("Kept. The recording is analysed again with that; you can go on with other things meanwhile.")


def _transcript(row: models.Recording, chosen: str) -> models.Heard | None:
    """Return the transcript that was chosen to stand beside it; None for none.

    Raises:
        ReattuneError: There is no such transcript of that day, or nobody said who is who in it.
    """
    if not chosen:
        return None
    heard: models.Heard | None = next((one for one in _transcripts(row) if one.pk == as_identity(chosen)), None)
    if heard is None:
        raise ReattuneError(_("Choose one of the transcripts of that day; this one is not there."))
    return heard


def _transcripts(row: models.Recording) -> list[models.Heard]:
    if not of_transcripts.is_agreed(row.client):
        return []
    return list(row.client.heard.filter(day=row.day, confirmed__isnull=False).defer("body"))


def _asked(request: HttpRequest, row: models.Recording, trouble: str = "") -> HttpResponse:
    one = open_up(row)
    channels, words, given = _channels(one), row.words, request.POST if trouble else {}
    said = words.get("who") or {}
    before = next((way for way in (seeds.CHANNELS, seeds.SEEDS, seeds.NOBODY) if said.get(way)), "")
    context = {
        "client": row.client,
        "row": row,
        "name": str(words.get("name", "")),
        "one": one,
        "trouble": trouble,
        "given": given,
        "doing": doing(row),
        "known": telling.way(one.listened.way) if one.listened else "",
        "is_said": one.listened is not None and one.listened.way in {Way.TRANSCRIPT, Way.CHANNELS},
        "sound": address(row, "recording-sound"),
        "copied": not formats.playable(one.track),
        "has_sound": one.track is None or one.track.audio is not None,
        "has_picture": one.track is not None and one.track.video is not None,
        "channels": channels,
        "way": given.get("way", before),
        "first": given.get("first", (said.get(seeds.CHANNELS) or [""])[0]),
        "offers": seeds.offers(one),
        "roles": [(Role.THERAPIST.value, _("you")), (Role.CLIENT.value, row.client.codename)],
        "transcripts": [(each.pk, str(each.words.get("name", ""))) for each in _transcripts(row)],
        "sides": _sides(row.client.codename),
        "where": given.get("where", parts.DRAWN if words.get("regions") else ""),
        "drawn": parts.drawn(words.get("regions")),
        "whose": _whose(row.client.codename),
        "edges": _edges(),
    }
    return with_sound(request, render(request, "played_who.html.j2", context, status=BAD if trouble else 200))


def _channels(one: Opened) -> int:
    return one.track.audio.channels if one.track is not None and one.track.audio is not None else 1


def _sides(name: str) -> list[tuple[str, str]]:
    return [
        (Side.LEFT.value, _("{name} on the left, you on the right").format(name=name)),
        (Side.RIGHT.value, _("{name} on the right, you on the left").format(name=name)),
        (Side.TOP.value, _("{name} above, you below").format(name=name)),
        (Side.BOTTOM.value, _("{name} below, you above").format(name=name)),
    ]


def _whose(name: str) -> list[tuple[str, str]]:
    return [
        ("client", name),
        ("therapist", _("you")),
        ("background", _("a still part of the background (may stay empty)")),
    ]


def _edges() -> list[tuple[str, str]]:
    return [("left", _("left %")), ("top", _("top %")), ("width", _("width %")), ("height", _("height %"))]
