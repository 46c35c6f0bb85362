"""Silences that a script marks in its words: taken out of the words and kept beside them."""

import re
from collections.abc import Iterable, Sequence

from reattune.model import Pause

_CLOSING = " .,;?!…"
"""A closing sign alone is nothing said."""
_WORDS = "pause|silence|stille|schweigen|schweigt|silent|long pause|short pause|lange pause|kurze pause"
_UNIT = r"(?:s|sec|secs|sec\.|seconds?|sek|sek\.|sekunden?)"
SAID = re.compile(
    rf"[(\[](?:\.{{1,3}}|…|(?:{_WORDS})(?:[\s,:]+(?P<after>\d{{1,4}}(?:[.,]\d{{1,3}})?)\s*{_UNIT}?)?"
    rf"|(?P<alone>\d{{1,4}}(?:[.,]\d{{1,3}})?)\s*{_UNIT}(?:\s*(?:{_WORDS}))?|(?P<point>\d{{1,3}}[.,]\d{{1,2}}))[)\]]",
    re.IGNORECASE,
)
"""(.) (..) (...) (pause) [silence, 12 sec] (5 s) (2.5): what nearly every way of writing scripts agrees upon."""

NUMBERED = re.compile(rf"{SAID.pattern}|\((?P<whole>\d{{1,3}})\)", re.IGNORECASE)
"""The same and (4): seconds in f4's rules, though elsewhere it may be a note's number."""


def apart(text: str, pattern: re.Pattern[str] = SAID) -> tuple[str, tuple[Pause, ...]]:
    """Return the words without the marks of silence, and the silences, each after how many characters.

    Where there is nothing else, the text stays as it is: a turn in which somebody said nothing is a turn.
    """
    marks = [(match.group(), _seconds(match)) for match in pattern.finditer(text)]
    pieces = pattern.split(text)[:: pattern.groups + 1]
    if not marks or not any(piece.strip(_CLOSING) for piece in pieces):
        return text.strip(), tuple(Pause(0, *mark) for mark in marks)
    return between(pieces, marks)


def between(pieces: Iterable[str], marks: Sequence[tuple[str, float | None]]) -> tuple[str, tuple[Pause, ...]]:
    """Return the words put together, and the silences between them: each mark stands after the piece of its place.

    Where no words are left, the marks stand for them.
    """
    words, lengths = together(pieces)
    if not words.strip(_CLOSING):
        alone = " ".join(mark for mark, _length in marks)
        return alone, tuple(Pause(0, mark, seconds) for mark, seconds in marks)
    return words, tuple(Pause(after, *mark) for after, mark in zip(lengths, marks, strict=False))


def together(pieces: Iterable[str]) -> tuple[str, list[int]]:
    """Return pieces with one space between (none before a comma or a full stop), and the length after each of them."""
    parts: list[str] = []
    lengths: list[int] = []
    length = 0
    for piece in map(str.strip, pieces):
        if piece:
            gap = " " if length and piece[0] not in ",.;:?!…" else ""
            parts += (gap, piece)
            length += len(gap) + len(piece)
        lengths.append(length)
    return "".join(parts), lengths


def _seconds(match: re.Match[str]) -> float | None:
    number = next((value for value in match.groupdict().values() if value), None)
    return None if number is None else float(number.replace(",", "."))
