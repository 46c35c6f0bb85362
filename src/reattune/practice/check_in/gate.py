"""Whether a check-in may be opened: never before it is said who reads it and when, nor once it was withdrawn."""

from reattune.language import _
from reattune.practice import consent, models
from reattune.practice.keeping import kept


def why_not(client: models.Client) -> str:
    """Return why no check-in can be opened for a client, in a sentence; "" where one can.

    Args:
        client: Whose.
    """
    return why_nobody() or _why_not_theirs(client)


def why_nobody() -> str:
    """Return why no check-in can be opened at all; "" where one can."""
    settings = kept()
    if settings.safety.strip() and settings.read_when.strip():
        return ""
    return _(
        "Check-ins are not open yet: first it has to be written down when they are read, and whom to turn to before."
    )


def _why_not_theirs(client: models.Client) -> str:
    found = consent.standing(client)[consent.Purpose.CHECK_INS]
    if found.since is None or found.given:
        return ""
    return _("Check-ins were withdrawn, and that has no consequences. They can be agreed to again at any time.")
