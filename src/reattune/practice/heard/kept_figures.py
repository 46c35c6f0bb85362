"""The figures of a client's transcripts as they are kept: what the streams are made of; nothing is worked out anew."""

from reattune.model import SpeechFigures
from reattune.practice import models
from reattune.practice.heard.allowed import is_counted
from reattune.practice.heard.transcript import UTC
from reattune.practice.mapping.codec import load


def figures_of(client: models.Client) -> tuple[SpeechFigures, ...]:
    """Return the figures of each session with a transcript, by day; none where they are not to be counted.

    Args:
        client: Whose.
    """
    if not is_counted(client):
        return ()
    rows = models.Heard.objects.filter(client=client, confirmed__isnull=False).defer("body").order_by("day", "made")
    kept = (row.words.get("figures") for row in rows)
    return tuple(load(SpeechFigures, one, UTC) for one in kept if one)
