"""One transcript read: what each rule found, or why its words were not read."""

from dataclasses import dataclass

from reattune.model import Transcript
from reattune.speech.place import Context, Usual, prepare
from reattune.speech.registry import of, order
from reattune.speech.rule import Hit


@dataclass(frozen=True, slots=True)
class Reading:
    """A transcript with everything the rules found, in order of the words."""

    context: Context
    hits: tuple[Hit, ...]

    @property
    def transcript(self) -> Transcript:
        """What was read."""
        return self.context.transcript

    def quote(self, hit: Hit) -> str:
        """Return the exact stored words a hit rests on."""
        return self.transcript.turns[hit.turn].text[hit.start : hit.end]


def read(transcript: Transcript, earlier: Usual | None = None) -> Reading:
    """Return what the rules find in a transcript.

    Args:
        transcript: turns with roles that a person has confirmed.
        earlier: what was usual for this client in earlier sessions.

    Returns:
        The reading; the same transcript gives the same.
    """
    context = prepare(transcript, earlier)
    hits: list[Hit] = []
    for role in dict.fromkeys(line.turn.role for line in context.lines):
        hits += of(role).read([place for place in context.places if place.line.turn.role is role])
    return Reading(context, tuple(sorted(hits, key=order)))
