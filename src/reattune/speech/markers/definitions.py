"""Every marker there can be: a sign over the whole or over the last quarter, or a figure that needs no words."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from reattune.language import _
from reattune.speech.dynamics import FEATURES
from reattune.speech.markers import between, guiding, holding, met, uncertain
from reattune.speech.markers.sign import Sign

SIGNS: dict[str, Sign] = {
    sign.name: sign for sign in (*uncertain.SIGNS, *met.SIGNS, *holding.SIGNS, *guiding.SIGNS, *between.SIGNS)
}
_FIGURES: dict[str, Callable[[], str]] = {
    "turns": lambda: _("The number of turns."),
    "client_words": lambda: _("How many words the client said in all (logarithm)."),
    "therapist_words": lambda: _("How many words the therapist said in all (logarithm)."),
    "client_share": lambda: _("The client’s share of all words."),
    "client_length": lambda: _("Words in a client’s turn (median)."),
    "therapist_length": lambda: _("Words in a therapist’s turn (median)."),
    "minimal_share": lambda: _("The share of the client’s turns of at most three words."),
    "client_latency": lambda: _("Seconds until the client begins to answer, typed conversations only (median)."),
    "therapist_latency": lambda: _("Seconds until the therapist begins to answer, typed conversations only (median)."),
    "longest_latency": lambda: _("The longest wait for the client, typed conversations only."),
    "client_messages": lambda: _("Messages in a client’s turn (mean)."),
    "therapist_messages": lambda: _("Messages in a therapist’s turn (mean)."),
    "late_length": lambda: _("Words in a client’s turn in the last quarter, less those of all (mean)."),
    "asking_share": lambda: _("The share of the therapist’s turns that ask something."),
}


class Stretch(StrEnum):
    """What a marker is taken over."""

    LENGTHS = "lengths"
    """All of it, without words."""
    WHOLE = "whole"
    LATE = "late"
    """The last quarter."""


@dataclass(frozen=True, slots=True)
class Marker:
    """One named figure of a session: `of` names a sign, or a feature of `reattune.speech.dynamics`."""

    of: str
    stretch: Stretch

    @property
    def name(self) -> str:
        """Its name in the table."""
        return f"{self.of}_late" if self.stretch is Stretch.LATE else self.of

    def says(self) -> str:
        """Return its definition in a sentence or two."""
        if self.stretch is Stretch.LENGTHS:
            return _FIGURES[self.of]()
        said = SIGNS[self.of].says()
        return said if self.stretch is Stretch.WHOLE else _("In the last quarter: {what}").format(what=said)


def candidates() -> tuple[Marker, ...]:
    """Return every marker from which a table may choose."""
    return (
        *(Marker(name, Stretch.LENGTHS) for name in FEATURES),
        *(Marker(name, Stretch.WHOLE) for name in SIGNS),
        *(Marker(name, Stretch.LATE) for name in SIGNS),
    )
