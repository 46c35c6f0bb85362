"""What is said where something cannot be done: a form that is out of date, a page that is not there."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from reattune.language import _
from reattune.practice import desk
from reattune.practice.carried import texts
from reattune.practice.door import is_program
from reattune.practice.rendering import render
from reattune.practice.store.faults import in_words


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  (Django hands it over)
    """Say that a form was out of date, and that nothing was changed; what was typed is still one step back."""
    words = _(
        "This form was open for too long or in another window. Nothing was changed. Go back, reload, and send it again."
    )
    return _refused(request, _("Not saved yet"), words, 403)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  (Django hands it over)
    """Say that there is nothing at an address, to programs in their own form."""
    if is_program(request):
        return JsonResponse({"detail": _("There is nothing at this address.")}, status=404)
    words = _("There is nothing at this address, or not any more. Nothing was changed.")
    return _refused(request, _("Not here"), words, 404)


def not_written(request: HttpRequest, error: Exception) -> HttpResponse:
    """Say why something could not be saved (a full disk, another program), with what was typed."""
    words = in_words(error, desk.store_path().name, desk.home())
    if is_program(request):
        return JsonResponse({"detail": words}, status=503)
    return _refused(request, _("Not saved"), words, 503)


def not_fitting(request: HttpRequest) -> HttpResponse:
    """Say that something typed is nothing that can be kept (PostgreSQL takes no NUL), with what was typed."""
    words = _("A sign in this belongs to no writing, or a number is far too large. Nothing was kept; send it without.")
    if is_program(request):
        return JsonResponse({"detail": words}, status=400)
    return _refused(request, _("Not saved"), words, 400)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that something unexpected happened, even where no page can be drawn any more."""
    words = _("Something unexpected happened here. What was saved before is kept; go back and try once more.")
    if is_program(request):
        return JsonResponse({"detail": words}, status=500)
    try:
        return _refused(request, _("That did not work"), words, 500)
    except Exception:  # noqa: BLE001  (whatever it was that could not be read, it cannot be read here either)
        return HttpResponse(words, status=500, content_type="text/plain; charset=utf-8")


def _refused(request: HttpRequest, heading: str, words: str, status: int) -> HttpResponse:
    context = {"heading": heading, "words": words, "texts": texts(request)}
    return render(request, "refused.html.j2", context, status=status)
