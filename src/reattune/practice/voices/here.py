"""The client whose own space is open in this browser."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from reattune.language import _
from reattune.practice import models
from reattune.practice.door import present
from reattune.practice.voices import own


def me(request: HttpRequest) -> models.Client:
    """Return the client whose own space this is; on their pages there is exactly one.

    Args:
        request: Of a page that a client may open.

    Raises:
        Http404: They were erased since.
    """
    # Erased from another browser meanwhile, there is nothing here any more.
    found: models.Client = get_object_or_404(models.Client, pk=present(request).scope.client)
    return found


def my_key(request: HttpRequest) -> own.Own | None:
    """Return the client's own key, where they opened it in this browser; None where it is shut, or there is none.

    Args:
        request: Of a page that a client may open.
    """
    return own.held(request.session.session_key)


def open_for(request: HttpRequest) -> None:
    """See that the client's key is open before something is kept for them alone.

    Asked for where there is one, too, so that nobody learns from a page whether there is.

    Args:
        request: Of a form; `words` holds their own words, where they were typed.

    Raises:
        OwnKeyError: It is shut, and nothing that opens it was typed.
    """
    if my_key(request) is not None:
        return
    typed = request.POST.get("words", "")
    if not typed:
        raise own.OwnKeyError(only_with_words())
    own.hold(request.session.session_key, own.opened(me(request), typed))


def only_with_words() -> str:
    """Return what is said where something is to be kept for the client alone, and cannot be yet."""
    return _("To keep it only for you, type your own words below. What you wrote is still here.")
