"""Whether recordings of a client may be kept, analysed and played: asked at each step, and in effect at once."""

from reattune.errors import ReattuneError
from reattune.language import _
from reattune.practice import consent, models


class NotAgreedError(ReattuneError):
    """Recording was not talked about yet, or no was said to it."""


def is_agreed(client: models.Client) -> bool:
    """Say whether recording was talked about and agreed to, and not withdrawn since."""
    return consent.is_given(client, consent.Purpose.RECORDING)


def is_withdrawn(client: models.Client) -> bool:
    """Say whether it was said no to."""
    standing = consent.standing(client)[consent.Purpose.RECORDING]
    return standing.since is not None and not standing.given


def require(client: models.Client) -> None:
    """Let whoever asks go on where it was agreed to.

    Raises:
        NotAgreedError: It was not, or not any more.
    """
    if is_agreed(client):
        return
    if is_withdrawn(client):
        raise NotAgreedError(
            _(
                "No was said to recording, so no recording is taken in, played or analysed. What is here can be taken "
                "out, or waits for its day."
            )
        )
    raise NotAgreedError(_("Talk about it first: recordings are kept only where you two have agreed to it."))


def asking(days: int) -> str:
    """Return the paragraph to talk about before the first recording is brought.

    Args:
        days: After how many days the practice deletes a recording.
    """
    words = _(
        "A recording of a session may be kept on the therapist’s own desk, encrypted, and deleted after {days} days. "
        "It is listened to again for silences, turns and movement; nothing in it is taken for a feeling. What stays "
        "after that is numbers and times. “No” is a full answer, now or at any time later, and has no consequences; "
        "what was kept is then not played or counted any more, and can be taken out."
    )
    return words.format(days=days)
