"""What stands on a check-in that is not tapped at the desk: on paper, or in a letter."""

from dataclasses import dataclass

from reattune.language import _
from reattune.model import Share
from reattune.practice.check_in import asked


@dataclass(frozen=True, slots=True)
class Place:
    """Something shown by a place between two ends, for what cannot be put into words."""

    name: str
    words: str
    low: str
    high: str


POSITIONS = tuple(asked.CLOSENESS)


def places() -> tuple[Place, ...]:
    """Return what can be shown by a place from −3 to 3."""
    return (
        Place("closeness", _("How near were we?"), _("far apart"), _("near")),
        Place("leading", _("Who led?"), _("my therapist led"), _("I led")),
    )


def on_paper() -> tuple[tuple[Share, str], ...]:
    """Return who may read an answer on a sheet: whoever is handed it reads it all, so nothing else is offered."""
    offered = {Share.NOW, Share.RAISE_FOR_ME}
    return tuple((share, words) for share, words in asked.shares() if share in offered)
