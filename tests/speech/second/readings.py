"""A reading of our own with marked turns, for asking a second reader about it."""

from datetime import date

from reattune.model import Role, Source, Times, Transcript, Turn
from reattune.speech.place import prepare
from reattune.speech.reading import Reading
from reattune.speech.rule import Family, Hit


def reading(*marked, turns=60, text="These are my words, number {at}."):
    """Return a reading with one mark of moving away on each of these turns; the client speaks on odd ones."""
    said = tuple(
        Turn(Role.CLIENT if at % 2 else Role.THERAPIST, "c" if at % 2 else "t", text.replace("{at}", str(at)), str(at))
        for at in range(turns)
    )
    transcript = Transcript(date(2025, 3, 4), Source("s.vtt", ""), said, Times.NONE)
    hits = tuple(Hit("denial", Family.DENIAL, at, 0, 5, 0.6, "seen") for at in marked)
    return Reading(prepare(transcript), hits)


MARKED = (3, 11, 19, 27, 35, 43)
