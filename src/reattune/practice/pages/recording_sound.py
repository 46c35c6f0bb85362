"""The bytes of a recording for the page that plays it: opened piece by piece, any part of it, and never kept."""

from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404

from reattune.errors import ReattuneError
from reattune.practice import auditing, models
from reattune.practice.door import May, page
from reattune.practice.recorded import allowed, kept
from reattune.practice.recorded.shown import copies, formats, handing, ranges
from reattune.practice.recorded.shown.policy import with_sound
from reattune.practice.recorded.tracks import track_of

WHAT = "recording played"
HEARD = "recordings_played"
"""In a browser's session: the recordings that it was recorded to have played."""
REFUSED, GONE, NOTHING_THERE, PARTLY = 403, 410, 416, 206
State = models.Recording.State


@page("r/<uuid:client>/recordings/<uuid:recording>/sound/", "recording-sound", May.WRITE)
def sound(request: HttpRequest, client: UUID, recording: UUID) -> HttpResponse:
    """Give a recording, or the part of it that was asked for, in a form that browsers play."""
    rows = models.Recording.objects.select_related("client")
    row = get_object_or_404(rows, pk=recording, client_id=client)
    try:
        allowed.require(row.client)
        return with_sound(request, _given(request, row))
    except allowed.NotAgreedError as error:
        return _said(error, REFUSED)
    except ReattuneError as error:
        return _said(error, GONE)


def _given(request: HttpRequest, row: models.Recording) -> HttpResponse:
    """Return the answer.

    Raises:
        ReattuneError: It is not here (any more), or its file was changed or cut off.
    """
    kept.key_of(row)
    own = formats.playable(track_of(row))
    # Whether it may be read is seen before a word of the answer is sent.
    file = kept.source(row) if own else copies.opened(row)
    size = row.size if own else file.seek(0, 2)
    mark = f'"{row.pk}-{size}"'
    wanted = request.headers.get("Range", "")
    try:
        # A range of something else than was asked for before would be a mixture of two files.
        part = ranges.asked(wanted, size) if ranges.holds(request.headers.get("If-Range", ""), mark) else None
    except ranges.OutsideError:
        file.close()
        return HttpResponse(status=NOTHING_THERE, headers={"Content-Range": f"bytes */{size}"})
    whole = ranges.Part(0, size)
    headers = {"Accept-Ranges": "bytes", "ETag": mark, "Content-Length": str((part or whole).length)}
    if part is not None:
        headers["Content-Range"] = f"bytes {part.start}-{part.end - 1}/{size}"
    kind, status = own or formats.MP3, PARTLY if part else 200
    if request.method == "HEAD":
        file.close()
        return HttpResponse(status=status, headers=headers, content_type=kind)
    _seen(request, row)
    pieces = handing.pieces(row, file, part or whole)
    answer = StreamingHttpResponse(pieces, status=status, headers=headers, content_type=kind)
    return cast("HttpResponse", answer)


def _seen(request: HttpRequest, row: models.Recording) -> None:
    """Record that it was played, once in a browser's session: a browser asks for many parts of it."""
    before = request.session.get(HEARD, [])
    if str(row.pk) not in before:
        auditing.record(auditing.Action.VIEWED, row.client_id, WHAT, "therapy")
        request.session[HEARD] = [*before, str(row.pk)]


def _said(error: ReattuneError, status: int) -> HttpResponse:
    return HttpResponse(str(error), status=status, content_type="text/plain; charset=utf-8")
