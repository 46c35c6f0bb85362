"""The transcript beside a recording, turn by turn, each with the second at which it begins."""

from dataclasses import dataclass

from reattune.charts.ribbon import clock
from reattune.errors import ReattuneError
from reattune.language import plural
from reattune.model import Role
from reattune.practice import models
from reattune.practice.heard import allowed
from reattune.practice.heard.lines import who
from reattune.practice.heard.transcript import transcript_of


@dataclass(frozen=True, slots=True)
class Line:
    """One turn: whose, when it begins and ends in the recording (None where the file does not say), its words."""

    number: int
    role: Role
    who: str
    start: float | None
    end: float | None
    words: str
    is_text: bool

    @property
    def at(self) -> str:
        """When it begins, as a player shows it; "" where that is not known."""
        return "" if self.start is None else clock(self.start)


def lines(recording: models.Recording) -> tuple[Line, ...]:
    """Return the turns of the transcript of the same session; none where there is none that may be read.

    Args:
        recording: The recording.
    """
    heard = recording.heard
    if heard is None or heard.confirmed is None or not allowed.is_agreed(recording.client):
        return ()
    words = heard.words
    try:
        turns = transcript_of(heard, words).turns
    except ReattuneError:
        return ()
    name = recording.client.codename
    return tuple(
        Line(
            number,
            turn.role,
            who(turn, name),
            turn.start,
            turn.end,
            _count(turn.text) if heard.wordless else turn.text,
            not heard.wordless,
        )
        for number, turn in enumerate(turns)
    )


def _count(text: str) -> str:
    return plural("{n} word", "{n} words", len(text.split()))
