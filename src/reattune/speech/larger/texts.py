"""What is read of a session or of one turn: named texts, turns for an encoder, and figures without words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from math import log1p
from typing import Literal

import numpy as np

from reattune.model import Role, Transcript, Turn
from reattune.speech.dynamics import dynamics, features
from reattune.speech.markers.definitions import SIGNS, candidates
from reattune.speech.markers.seeing import Looker
from reattune.speech.place import prepare

PARTS = 4
"""A session is read as a whole and in quarters."""
BEFORE, FURTHER = 4, 8
"""How many turns around one are read, and among how many the client's own."""

FIGURES, MARKERS = "figures", "markers"
"""The course of a session without its words (or of a turn), and the rates of the named markers."""
Kind = Literal["words", "letters", "vectors", "numbers"]
Turns = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """One session, or one turn in its place, as it is read: named stretches of turns, and figures."""

    said: dict[str, Turns]
    figures: dict[str, tuple[float, ...]]


def session(transcript: Transcript) -> Piece:
    """Return a session as it is read: both people's turns, in quarters too, its course and its markers.

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
    course = tuple(0.0 if figure is None else figure for figure in features(dynamics(transcript)))
    seen = np.nan_to_num(_looker().look(prepare(transcript)).values())
    return Piece(said, {FIGURES: course, MARKERS: tuple(float(value) for value in seen)})


def edition() -> str:
    """Return what tells these markers from those of another version of Reattune; a model holds for its own alone."""
    told = [f"{marker.name} {SIGNS[marker.of].expression if marker.of in SIGNS else ''}" for marker in candidates()]
    return sha256("\n".join(told).encode()).hexdigest()[:16]


@cache
def _looker() -> Looker:
    return Looker(candidates())


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
    return Piece(said, {FIGURES: figures})


def _length(texts: Turns) -> float:
    return log1p(sum(len(text.split()) for text in texts))
