"""Silences of a session: how long, who spoke before and after, and what the transcript itself marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reattune.model import Between, Role, Times, Transcript, Turn

SHORTEST = 2.0
"""Seconds from which a silence is listed; those of 3 and more are what most studies call one."""


@dataclass(frozen=True, slots=True)
class Silence:
    """One silence: its place, its length where it was measured or written down, and who spoke around it.

    `turn` is the turn it lies in, or the one it comes after; `after` characters of that turn's words stand before it.
    `mark` is what the transcript wrote for it, "" where it was measured.
    """

    turn: int
    after: int
    between: Between
    mark: str = ""
    seconds: float | None = None
    start: float | None = None


def silences(transcript: Transcript, shortest: float = SHORTEST) -> tuple[Silence, ...]:
    """Return a session's silences in order; what they mean is for those who were there.

    Args:
        transcript: Turns with roles.
        shortest: Seconds from which a silence with a length is listed.

    Returns:
        What was marked, always, where it has no length; what was measured only where turns have real ends.
    """
    turns = transcript.turns
    found = [silence for at, turn in enumerate(turns) for silence in _inside(at, turn)]
    if transcript.times is Times.BOTH:
        found += _between(turns)
    listed = [each for each in found if each.seconds is None or each.seconds >= shortest]
    return tuple(sorted(listed, key=lambda each: (each.turn, each.after)))


def _inside(at: int, turn: Turn) -> Iterator[Silence]:
    """Yield the pauses within a turn: the same person speaks before and after."""
    for pause in turn.pauses:
        yield Silence(at, min(pause.after, len(turn.text)), _kind(turn.role, turn.role), pause.mark, pause.seconds)


def _between(turns: tuple[Turn, ...]) -> Iterator[Silence]:
    """Yield what lies between the end of what was said so far and the next beginning."""
    until: float | None = None
    for at, (one, two) in enumerate(pairwise(turns)):
        # Somebody may still be speaking while a shorter turn has already ended.
        until = None if one.end is None else max(one.end, until or one.end)
        if until is None or two.start is None or two.start <= until:
            continue
        yield Silence(at, len(one.text), _kind(one.role, two.role), "", two.start - until, until)


def _kind(before: Role, after: Role) -> Between:
    letters = {Role.THERAPIST: "T", Role.CLIENT: "P"}
    pair = letters.get(before, "") + letters.get(after, "")
    return Between(pair) if len(pair) == 2 else Between.OTHER  # noqa: PLR2004 - a letter for each side
