"""Silences of a transcript as they are drawn: to one scale, with their seconds in words."""

from collections import defaultdict
from dataclasses import dataclass, field

from reattune.language import _, decimal, plural
from reattune.model import Transcript
from reattune.reading.transcripts.silences import Silence, silences

SHORTEST = 3.0
"""Seconds from which a silence is drawn, as most studies have it."""
PER_SECOND = 4
"""Units of length for a second."""
LONGEST = 60
"""Seconds that are drawn at most; a longer silence is drawn cut, and its seconds stand beside it."""
KEY = 10
"""Seconds of the line that explains the scale."""
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Gap:
    """One silence: its words, how long it is drawn (0 where its length is not known), and whether it is cut."""

    words: str
    width: int
    cut: bool = False


@dataclass(slots=True)
class Gaps:
    """The silences of one turn: within it, by the characters before them, and the one after it."""

    inside: list[tuple[int, Gap]] = field(default_factory=list)
    after: Gap | None = None


def gaps(transcript: Transcript) -> defaultdict[int, Gaps]:
    """Return the silences of each turn; none of what was typed, where the time between is typing time.

    Args:
        transcript: Turns with roles.
    """
    found: defaultdict[int, Gaps] = defaultdict(Gaps)
    if transcript.written:
        return found
    for one in silences(transcript, SHORTEST):
        if one.start is None:
            found[one.turn].inside.append((one.after, drawn(one)))
        else:
            found[one.turn].after = drawn(one)
    return found


def drawn(silence: Silence) -> Gap:
    """Return a silence as it is drawn."""
    if silence.seconds is None:
        return Gap(_("a silence is marked here: {mark}").format(mark=silence.mark), 0)
    seconds = min(silence.seconds, LONGEST)
    return Gap(said(silence.seconds), round(seconds * PER_SECOND), cut=silence.seconds > LONGEST)


def said(seconds: float) -> str:
    """Return a silence in words."""
    whole = round(seconds)
    if whole < 2 * MINUTE:
        return plural("silence, {n} second", "silence, {n} seconds", whole)
    return _("silence, {minutes} minutes").format(minutes=decimal(f"{seconds / MINUTE:.1f}"))


def clock(seconds: float | None) -> str:
    """Return a time of a recording, "" where it is not known."""
    if seconds is None:
        return ""
    whole = int(seconds)
    hours, minutes = whole // 3600, whole // MINUTE % MINUTE
    return f"{hours}:{minutes:02}:{whole % MINUTE:02}" if hours else f"{minutes}:{whole % MINUTE:02}"
