"""What is read of a session or of one turn: named texts, turns for an encoder, and figures without words."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from typing import Literal

from reattune.model import Role, Transcript, Turn
from reattune.speech.dynamics import dynamics, features

PARTS = 4
"""A session is read as a whole and in quarters."""
BEFORE, FURTHER = 4, 8
"""How many turns around one are read, and among how many the client's own."""

Kind = Literal["words", "letters", "vectors", "numbers"]
Turns = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One session, or one turn in its place, as it is read: named stretches of turns, and figures."""

    said: dict[str, Turns]
    figures: tuple[float, ...]


def session(transcript: Transcript) -> Piece:
    """Return a session as it is read: both people's turns, as a whole, in its quarters, and the figures of its course.

    Args:
        transcript: turns with roles; somebody else's words are not read.
    """
    turns = transcript.turns
    said = {}
    for name, role in (("client", Role.CLIENT), ("therapist", Role.THERAPIST)):
        said[name] = tuple(turn.text for turn in turns if turn.role is role)
        for part in range(PARTS):
            stretch = turns[len(turns) * part // PARTS : len(turns) * (part + 1) // PARTS]
            said[f"{name} {part + 1}"] = tuple(turn.text for turn in stretch if turn.role is role)
    return Piece(said, tuple(0.0 if figure is None else figure for figure in features(dynamics(transcript))))


def turns(transcript: Transcript, at: Sequence[int]) -> tuple[Piece, ...]:
    """Return single turns, each in its place: what was said before and after it, its length, where it stands.

    Args:
        transcript: turns with roles.
        at: the numbers of the turns.
    """
    every = transcript.turns
    return tuple(_place(every, number) for number in at)


def _place(every: Sequence[Turn], at: int) -> Piece:
    turn = every[at]
    before, after = every[max(0, at - BEFORE) : at], every[at + 1 : at + 1 + BEFORE]
    further = every[max(0, at - FURTHER) : at]
    said = {
        "turn": (turn.text,),
        "before": tuple(one.text for one in before[-1:]),
        "after": tuple(one.text for one in after[:1]),
        "around before": tuple(one.text for one in before),
        "around after": tuple(one.text for one in after),
        "own before": tuple(one.text for one in further if one.role is turn.role),
    }
    share = at / max(1, len(every) - 1)
    figures = (
        _length(said["turn"]),
        _length(said["before"]),
        _length(said["after"]),
        share,
        share**2,
        *(float("?" in " ".join(said[name])) for name in ("turn", "before", "after")),
    )
    return Piece(said, figures)


def _length(texts: Turns) -> float:
    return log1p(sum(len(text.split()) for text in texts))
