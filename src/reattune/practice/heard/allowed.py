"""Whether transcripts of a client may be kept and read: what was talked about, and what is switched off."""

from reattune.language import _
from reattune.practice import consent, models

STREAM = "speech"
"""What the streams of this are called, where they are switched off."""


def is_agreed(client: models.Client) -> bool:
    """Say whether it was talked about and agreed to, and not withdrawn since."""
    return consent.is_given(client, consent.Purpose.TRANSCRIPTS)


def is_withdrawn(client: models.Client) -> bool:
    """Say whether it was said no to."""
    standing = consent.standing(client)[consent.Purpose.TRANSCRIPTS]
    return standing.since is not None and not standing.given


def is_counted(client: models.Client) -> bool:
    """Say whether figures of what was said enter what is looked at."""
    return STREAM not in client.off and is_agreed(client)


def asking() -> str:
    """Return the paragraph to talk about before the first transcript is brought."""
    return _(
        "What is said in a session may be kept here in writing, and read again for moments to think about: where "
        "one of you went quiet, where something did not fit, where something met. It stays on the therapist’s own "
        "desk, encrypted. “No” is a full answer, now or at any time later, and has no consequences; what was kept is "
        "then not read any more, and can be taken out."
    )
