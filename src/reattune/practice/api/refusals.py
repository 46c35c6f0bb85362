"""Why nothing is answered: each refusal is one sentence, and each is in the interface's document."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import desk
from reattune.practice.api.shapes import Refusal

UNKNOWN, NOT_THERE, UNCLEAR, UNREADABLE, LOCKED = 401, 404, 422, 500, 503
REFUSALS: Mapping[int, type[Refusal]] = dict.fromkeys((UNKNOWN, NOT_THERE, UNCLEAR, UNREADABLE, LOCKED), Refusal)


def refuse(api: NinjaAPI) -> None:
    """Have an interface refuse in sentences."""

    def answer(request: HttpRequest, words: str, status: int) -> HttpResponse:
        return api.create_response(request, {"detail": words}, status=status)

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, _error: AuthenticationError) -> HttpResponse:
        refused = answer(
            request, _("A token of this practice is needed; one is made at the desk, in the settings."), UNKNOWN
        )
        refused["WWW-Authenticate"] = "Bearer"
        return refused

    @api.exception_handler(Http404)
    def not_there(request: HttpRequest, _error: Http404) -> HttpResponse:
        return answer(request, missing(), NOT_THERE)

    @api.exception_handler(ValidationError)
    def unclear(request: HttpRequest, error: ValidationError) -> HttpResponse:
        said = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors)
        return answer(request, _("The question was not understood. {what}").format(what=said), UNCLEAR)

    @api.exception_handler(ReattuneError)
    def unreadable(request: HttpRequest, error: ReattuneError) -> HttpResponse:
        # Locked in the middle of an answer, or words that were damaged.
        return answer(request, str(error), UNREADABLE if desk.is_open() else LOCKED)


def missing() -> str:
    """Return what is said where nothing is to be found."""
    return _("There is nothing at this address.")
