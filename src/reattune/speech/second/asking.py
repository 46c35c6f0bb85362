"""What a second reader is asked: passages around the clearest moments and others drawn at random, mixed, unmarked."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from reattune.model import Role, Transcript
from reattune.speech.moments import LONGEST, Moment
from reattune.speech.reading import Reading
from reattune.speech.second.instruction import SYSTEM

TOP = 8
"""Moments that are asked about, the clearest first (our own choice)."""
CONTROLS = 8
"""Other passages that are drawn at random, to see how often such a reader marks just anything."""
BEFORE, AFTER = 3, 1
"""Turns around a moment that are shown with it."""
LETTERS = 1200
"""Characters of one turn; of a longer one only the part that matters is shown."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one turn as they are shown: from `start` to `end` of its text."""

    turn: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Window:
    """One passage: its turns, which of them are asked about (`first` to `last`), and of which moment, "" for none."""

    id: str
    role: Role
    first: int
    last: int
    pieces: tuple[Piece, ...]
    moment: str = ""


def windows(reading: Reading, found: Iterable[Moment], most: int = TOP, controls: int = CONTROLS) -> tuple[Window, ...]:
    """Return the passages to ask about, in an order that says nothing.

    Args:
        reading: the transcript read.
        found: the moments that may be asked about.
        most: how many of them, the clearest first; attempts to reach each other are never asked about.
        controls: how many passages of the same shape are drawn, none of which holds a turn of a moment asked about.

    Returns:
        The passages; the same transcript and moments give the same. Fewer controls where the transcript is short.
    """
    directed = [one for one in found if one.direction is not None]
    top = sorted(directed, key=lambda one: (-one.strength, one.first, one.id))[: max(0, most)]
    transcript = reading.transcript
    seed = _seed(transcript)
    asked = [_window(transcript, seed, one.role, one.first, one.last, one) for one in top]
    drawn = [_window(transcript, seed, *shape) for shape in _drawn(transcript, seed, top, max(0, controls))]
    return tuple(sorted((*asked, *drawn), key=lambda one: one.id))


def question(transcript: Transcript, window: Window) -> tuple[str, str]:
    """Return what is sent for a passage: the instruction, always the same, and the passage as one JSON document.

    Of the people nothing is sent but which of the two roles they have.
    """
    passage = [
        {"turn": number, "speaker": transcript.turns[piece.turn].role.value, "text": words(transcript, piece)}
        for number, piece in enumerate(window.pieces, 1)
    ]
    return SYSTEM, json.dumps({"passage": passage}, ensure_ascii=False)


def words(transcript: Transcript, piece: Piece) -> str:
    """Return the exact stored words of a piece."""
    return transcript.turns[piece.turn].text[piece.start : piece.end]


def _seed(transcript: Transcript) -> str:
    said = "\n".join(f"{turn.role} {turn.text}" for turn in transcript.turns)
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def _rank(seed: str, *what: object) -> str:
    """Return a number drawn by the transcript's own words: the same each time, and nobody's choice."""
    return sha256("|".join((seed, *map(str, what))).encode()).hexdigest()


def _window(
    transcript: Transcript, seed: str, role: Role, first: int, last: int, moment: Moment | None = None
) -> Window:
    end = min(len(transcript.turns), last + 1 + AFTER)
    pieces = tuple(_piece(transcript, at, first, moment) for at in range(max(0, first - BEFORE), end))
    known = "" if moment is None else moment.id
    return Window(_rank(seed, "window", first, last, role, known)[:16], role, first, last, pieces, known)


def _piece(transcript: Transcript, at: int, first: int, moment: Moment | None) -> Piece:
    text = transcript.turns[at].text
    if len(text) <= LETTERS:
        return Piece(at, 0, len(text))
    hits = [hit for hit in moment.hits if hit.turn == at] if moment else []
    if hits:
        middle = (hits[0].start + hits[0].end) // 2
        start = min(max(0, middle - LETTERS // 2), len(text) - LETTERS)
    else:
        # Of what came before, its end stood in the room; of what came after, its beginning answers.
        start = len(text) - LETTERS if at < first else 0
    return _whole_words(text, at, start, start + LETTERS)


def _whole_words(text: str, at: int, start: int, end: int) -> Piece:
    if start:
        gap = text.find(" ", start, end)
        start = gap + 1 if gap >= 0 else start
    if end < len(text):
        gap = text.rfind(" ", start, end)
        end = gap if gap > start else end
    return Piece(at, start, end)


def _drawn(transcript: Transcript, seed: str, top: Sequence[Moment], count: int) -> Iterator[tuple[Role, int, int]]:
    """Yield the role and the turns of passages shaped as the moments are, which overlap neither them nor each other."""
    if not top:
        return
    taken = {at for one in top for at in range(one.first, one.last + 1)}
    turns = transcript.turns
    for number in range(count):
        shape = top[number % len(top)]
        length = min(shape.last - shape.first + 1, LONGEST)
        order = sorted(range(len(turns) - length + 1), key=lambda at: _rank(seed, "drawn", at))
        for at in order:
            here = range(at, at + length)
            if turns[at].role is shape.role is turns[here[-1]].role and taken.isdisjoint(here):
                taken.update(here)
                yield shape.role, here[0], here[-1]
                break
